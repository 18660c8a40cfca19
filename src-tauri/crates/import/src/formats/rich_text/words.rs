//! The words of Rich Text: braces, control words with their numbers, escaped bytes and plain ones.

/// A word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word<'a> {
    Open,
    Close,
    /// A control word and its number.
    Control(&'a str, Option<i32>),
    /// A control symbol, such as `\~`.
    Symbol(u8),
    /// A byte of text, written out or escaped.
    Byte(u8),
}

/// Goes through a document from word to word.
pub(super) struct Words<'a> {
    rest: &'a [u8],
}

/// Control words are shorter than this.
const LONGEST: usize = 32;

impl<'a> Words<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Goes past bytes that are no text.
    pub(super) fn pass_over(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn control(&mut self) -> Option<Word<'a>> {
        let length = self.rest.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if length == 0 {
            let (&symbol, rest) = self.rest.split_first()?;
            self.rest = rest;
            if symbol != b'\'' {
                return Some(Word::Symbol(symbol));
            }
            let byte = self
                .rest
                .get(..2)
                .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
            self.pass_over(2);
            return Some(Word::Byte(byte.unwrap_or(b'?')));
        }
        let (name, rest) = self.rest.split_at(length);
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[sign..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let (number, rest) = rest.split_at(if digits == 0 { 0 } else { sign + digits });
        // One space behind a control word belongs to it.
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok());
        Some(Word::Control(std::str::from_utf8(name).unwrap_or_default(), number))
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            match byte {
                b'{' => return Some(Word::Open),
                b'}' => return Some(Word::Close),
                b'\\' => return self.control(),
                // Line ends only keep the file readable.
                b'\r' | b'\n' | 0 => {}
                _ => return Some(Word::Byte(byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        let words: Vec<_> = Words::of(b"{\\b1 a\\'e9\r\n\\par\\~\\u-10179?}").collect();
        let expect = [
            Word::Open,
            Word::Control("b", Some(1)),
            Word::Byte(b'a'),
            Word::Byte(0xe9),
            Word::Control("par", None),
            Word::Symbol(b'~'),
            Word::Control("u", Some(-10179)),
            Word::Byte(b'?'),
            Word::Close,
        ];
        assert_eq!(words, expect);
    }

    #[test]
    fn words_cut_short() {
        for source in ["\\", "\\'", "\\'e", "\\b-", "{\\u99999999999"] {
            assert!(Words::of(source.as_bytes()).count() < 5);
        }
    }
}
