//! How deep a page is nested, found out before anything builds a tree of it.
//!
//! Parsers of HTML look through all open elements at nearly every tag, so that a page of a hundred thousand nested
//! elements keeps them busy for minutes. One pass over the tags follows the standard's rules for what closes what
//! closely enough that neither an ordinary page full of unclosed paragraphs is refused, nor a hostile one let in
//! (WHATWG HTML, 13.2). The tree that results is measured again.

use dom_query::Document;

use super::names;
use crate::refusal::Reason;

/// The most elements inside one another. Pages written to be read stay below a hundred; browsers stop at 512.
const DEEPEST: usize = 256;

/// Refuses a page that would become too deep a tree.
pub(super) fn check(html: &str) -> Result<(), Reason> {
    let mut page = Page { rest: html.as_bytes(), open: Vec::new(), styles: Vec::new() };
    while let Some(tag) = page.next_tag() {
        if tag.closing {
            page.close(tag.name);
        } else {
            page.open(&tag);
        }
        if page.open.len() + page.styles.len() > DEEPEST {
            return Err(Reason::TooDeep);
        }
    }
    Ok(())
}

/// Refuses a tree that is too deep, whatever the pass over its tags said.
pub(super) fn check_tree(document: &Document) -> Result<(), Reason> {
    let mut depth = 0_usize;
    let mut node = document.root();
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > DEEPEST + 8 {
                return Err(Reason::TooDeep);
            }
            node = child;
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return Ok(()) };
            depth = depth.saturating_sub(1);
            node = parent;
        }
    }
}

/// What is open at one place of the page.
struct Page<'a> {
    rest: &'a [u8],
    open: Vec<Element<'a>>,
    /// Elements such as `b` that the parser opens again in every later block until they are closed. They are kept
    /// as whole tags, because it opens no more than three that are alike.
    styles: Vec<&'a [u8]>,
}

struct Element<'a> {
    name: &'a [u8],
    traits: u32,
    /// Whether it is part of a drawing or formula, where other rules hold.
    foreign: bool,
    styles_before: usize,
}

struct Tag<'a> {
    name: &'a [u8],
    whole: &'a [u8],
    closing: bool,
    self_closing: bool,
}

impl<'a> Page<'a> {
    fn open(&mut self, tag: &Tag<'a>) {
        let name = tag.name;
        let traits = names::traits(name);
        let is = |asked: u32| traits & asked != 0;
        let in_foreign = self.open.last().is_some_and(|e| e.foreign && e.traits & names::HOLDS_HTML == 0);
        let foreign = is(names::FOREIGN) || (in_foreign && !is(names::LEAVES_FOREIGN));
        if foreign {
            if tag.self_closing {
                return;
            }
        } else {
            while in_foreign && self.open.last().is_some_and(|e| e.foreign) {
                self.open.pop();
            }
            if is(names::VOID) {
                return;
            }
            if is(names::STYLE) {
                if name.eq_ignore_ascii_case(b"a") {
                    self.close_style(name);
                }
                if self.styles.iter().filter(|style| **style == tag.whole).count() < 3 {
                    self.styles.push(tag.whole);
                }
                return;
            }
            self.close_implied(traits);
            if is(names::RAW) {
                self.skip_raw(name);
                return;
            }
        }
        self.open.push(Element { name, traits, foreign, styles_before: self.styles.len() });
    }

    fn close(&mut self, name: &[u8]) {
        let traits = names::traits(name);
        if traits & names::STYLE != 0 {
            self.close_style(name);
            return;
        }
        let table_part = names::TABLE | names::SECTION | names::ROW | names::CELL | names::CAPTION;
        let barriers = if traits & table_part != 0 { names::TABLE | names::TEMPLATE } else { names::BARRIER };
        self.close_up_to(|e| e.traits == traits && e.name.eq_ignore_ascii_case(name), barriers);
    }

    fn close_style(&mut self, name: &[u8]) {
        let barrier = self.open.iter().rev().find(|e| e.traits & names::BARRIER != 0);
        let floor = barrier.map_or(0, |e| e.styles_before);
        let last = self.styles.iter().rposition(|style| name_of(&style[1..]).eq_ignore_ascii_case(name));
        if let Some(at) = last.filter(|at| *at >= floor) {
            self.styles.remove(at);
        }
    }

    /// Closes the innermost such element and all inside it, unless a barrier stands between.
    fn close_up_to(&mut self, sought: impl Fn(&Element<'_>) -> bool, barriers: u32) {
        let found = self.open.iter().rposition(|e| sought(e) || e.traits & barriers != 0);
        let Some(at) = found.filter(|at| sought(&self.open[*at])) else { return };
        if self.open[at].traits & names::BARRIER != 0 {
            self.styles.truncate(self.open[at].styles_before);
        }
        self.open.truncate(at);
    }

    /// Closes what the opening of another element closes without saying so.
    fn close_implied(&mut self, traits: u32) {
        for (opens, closes, barriers) in names::IMPLIED {
            if traits & opens != 0 {
                self.close_up_to(|e| e.traits & closes != 0, *barriers);
            }
        }
    }

    /// Goes past the contents of an element in which no tags are known but its own end.
    fn skip_raw(&mut self, name: &[u8]) {
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

    fn next_tag(&mut self) -> Option<Tag<'a>> {
        loop {
            let at = self.rest.iter().position(|b| *b == b'<')?;
            let whole = &self.rest[at..];
            let inside = &whole[1..];
            self.rest = inside;
            if inside.starts_with(b"!--") {
                self.rest = &inside[comment_length(inside)..];
            } else if inside.first().is_some_and(u8::is_ascii_alphabetic) {
                return Some(self.tag(whole, 1, false));
            } else if inside.first() == Some(&b'/') && inside.get(1).is_some_and(u8::is_ascii_alphabetic) {
                return Some(self.tag(whole, 2, true));
            }
        }
    }

    /// Reads the tag whose name begins at that place, past the attributes with their quoted `>`.
    fn tag(&mut self, whole: &'a [u8], at: usize, closing: bool) -> Tag<'a> {
        let name = name_of(&whole[at..]);
        let mut end = at + name.len();
        let mut quote = None;
        let mut before = b' ';
        while let Some(&byte) = whole.get(end) {
            match quote {
                Some(mark) if mark == byte => quote = None,
                None if byte == b'>' => break,
                // A quotation mark only quotes where a value begins.
                None if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
            end += 1;
        }
        let self_closing = end > 0 && whole.get(end - 1) == Some(&b'/');
        self.rest = whole.get(end + 1..).unwrap_or_default();
        Tag { name, whole: &whole[..end], closing, self_closing }
    }
}

fn name_of(bytes: &[u8]) -> &[u8] {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The pass over the tags lets the page through, and is no kinder than the parser.
    #[track_caller]
    fn check_repeated(piece: &str, times: usize) {
        let html = piece.repeat(times);
        assert_eq!(check(&html), Ok(()), "{times} times {piece:?}");
        assert_eq!(check_tree(&Document::from(html.as_str())), Ok(()), "{times} times {piece:?}");
    }

    #[test]
    fn ordinary_pages_pass_however_long() {
        for piece in [
            "<p>text",
            "<div><p>text</div>",
            "<ul><li>a<li>b</ul>",
            "<li>a",
            "<dl><dt>a<dd>b</dl>",
            "<br>",
            "<img>",
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<b>bold</b>",
            "<p><b>bold",
            "<a href=x>a",
            "</div>",
            "<a>",
            "<!-- <div><div> -->",
            "<script>'<div><div>'</script>",
            "<svg><path/><g><path/></g></svg>",
            "<span>a</span>",
            "<div title='>'></div>",
            "<p title=a\"b>c",
            "<option>a",
            "a < b",
            "<!doctype html>",
            "<textarea><div></textarea>",
            "<!--><div></div>",
            "<?xml?>",
            "<svg><p>a</p></svg>",
            "<title>a</title>",
        ] {
            check_repeated(piece, 600);
        }
    }

    #[test]
    fn deep_pages_are_refused_at_once() {
        for piece in [
            "<div>",
            "<span>",
            "<div><p>",
            "<ul><li>",
            "<table><tr><td>",
            "<blockquote>",
            "<x>",
            "<div/>",
            "<font a=",
            "<svg>",
            "<svg><g>",
            "<svg><foreignObject><x/>",
            "<div><table><td></div>",
            "<b><div>",
            "<div></x><b>",
            "<svg><style><div>",
            "<math><mi><x/>",
            "<!-- a --!><div>",
            "<!--><div>",
            "<dl><dd>",
            "<object>",
            "<select><x>",
        ] {
            let numbered: String = (0..100_000)
                .map(|n| if piece == "<font a=" { format!("<font a={n}>") } else { piece.to_owned() })
                .collect();
            assert_eq!(check(&numbered), Err(Reason::TooDeep), "{piece:?}");
        }
    }
}
