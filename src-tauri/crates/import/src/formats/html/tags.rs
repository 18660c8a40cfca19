//! The tags of a page in one pass, where the standard's tokenizer would find them (WHATWG HTML, 13.2.5).

/// Goes through a page from tag to tag, past comments.
pub(super) struct Tags<'a> {
    rest: &'a [u8],
}

/// A tag.
pub(super) struct Tag<'a> {
    pub(super) name: &'a [u8],
    /// The tag without its last `>`.
    pub(super) whole: &'a [u8],
    pub(super) closing: bool,
    pub(super) self_closing: bool,
}

/// Where in a tag the next byte stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    Value,
    Quoted(u8),
}

impl<'a> Tags<'a> {
    pub(super) fn of(html: &'a str) -> Self {
        Self { rest: html.as_bytes() }
    }

    /// How many bytes are still to come.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// Goes past the contents of an element in which no tags are known but its own end.
    pub(super) fn skip_raw(&mut self, name: &[u8]) {
        let mut rest = self.rest;
        while let Some(at) = find(rest, b"</") {
            rest = &rest[at + 2..];
            if rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name) {
                self.rest = rest;
                return;
            }
        }
        self.rest = &[];
    }

    fn tag(&mut self, whole: &'a [u8], at: usize, closing: bool) -> Option<Tag<'a>> {
        let name = name_of(&whole[at..]);
        let mut end = at + name.len();
        let mut place = Place::BeforeName;
        while let Some(&byte) = whole.get(end) {
            place = match (place, byte) {
                (Place::Quoted(mark), _) if byte != mark => place,
                (Place::Quoted(_), _) => Place::BeforeName,
                (_, b'>') => break,
                (Place::BeforeValue, b'"' | b'\'') => Place::Quoted(byte),
                (Place::BeforeValue, _) if byte.is_ascii_whitespace() => place,
                (Place::BeforeValue, _) => Place::Value,
                (Place::Value, _) if !byte.is_ascii_whitespace() => place,
                (Place::Name | Place::AfterName, b'=') => Place::BeforeValue,
                (Place::Name | Place::AfterName, _) if byte.is_ascii_whitespace() => Place::AfterName,
                (Place::Value, _) | (_, b'/') => Place::BeforeName,
                (Place::BeforeName, _) if byte.is_ascii_whitespace() => place,
                _ => Place::Name,
            };
            end += 1;
        }
        let self_closing = place == Place::BeforeName && whole.get(end - 1) == Some(&b'/');
        self.rest = whole.get(end + 1..).unwrap_or_default();
        // A tag that the page breaks off is none.
        whole.get(end).map(|_| Tag { name, whole: &whole[..end], closing, self_closing })
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let at = self.rest.iter().position(|b| *b == b'<')?;
            let whole = &self.rest[at..];
            let inside = &whole[1..];
            self.rest = inside;
            if inside.starts_with(b"!--") {
                self.rest = &inside[comment_length(inside)..];
            } else if inside.first().is_some_and(u8::is_ascii_alphabetic) {
                return self.tag(whole, 1, false);
            } else if inside.first() == Some(&b'/') && inside.get(1).is_some_and(u8::is_ascii_alphabetic) {
                return self.tag(whole, 2, true);
            }
        }
    }
}

/// The name at the beginning of these bytes.
pub(super) fn name_of(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
    &bytes[..end.unwrap_or(bytes.len())]
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

/// How far a comment reaches. Both its ends are looked for in one go: a page of comments that all end in the rarer
/// way would otherwise be searched to its own end for each of them.
fn comment_length(inside: &[u8]) -> usize {
    // "<!-->" is a whole comment, so that an end may overlap the beginning.
    let mut at = 1;
    while let Some(dashes) = inside.get(at..).and_then(|rest| find(rest, b"--")) {
        at += dashes + 1;
        match (inside.get(at + 1), inside.get(at + 2)) {
            (Some(b'>'), _) => return at + 2,
            (Some(b'!'), Some(b'>')) => return at + 3,
            _ => {}
        }
    }
    inside.len()
}
