//! A table as text, line by line: for what is read as a list rather than kept as a document.

use crate::encoding;
use crate::formats::records;
use crate::refusal::{Reason, Refusal};

/// A list longer than this, or wider, is no list that a person looks through.
const MOST_LINES: usize = 20_000;
const MOST_VALUES: usize = 100;

/// The lines of the table in `bytes` that hold anything, value by value. `name` is the file's, for the refusal.
pub fn table(name: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>, Refusal> {
    lines(bytes).map_err(|reason| Refusal::new(name, reason))
}

fn lines(bytes: &[u8]) -> Result<Vec<Vec<String>>, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    let decoded = encoding::decode(bytes, None)?;
    let mut lines = Vec::new();
    for record in records(&decoded.text) {
        let record = record?;
        if lines.len() == MOST_LINES || record.len() > MOST_VALUES {
            return Err(Reason::TooMuch);
        }
        lines.push(record.iter().map(ToOwned::to_owned).collect());
    }
    if lines.is_empty() { Err(Reason::NoText) } else { Ok(lines) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Result<&[&[&str]], &str>) {
        let lines = table("list.csv", text.as_bytes());
        match (&lines, expect) {
            (Ok(lines), Ok(expect)) => assert_eq!(lines, expect),
            (Err(refusal), Err(code)) => assert_eq!(refusal.code(), code),
            _ => panic!("{lines:?}"),
        }
    }

    #[test]
    fn lines_and_refusals() {
        check("a;b\n\n1;\"x;y\"\n", Ok(&[&["a", "b"], &["1", "x;y"]]));
        check("\u{feff}one\ntwo,2", Ok(&[&["one"], &["two", "2"]]));
        check("", Err("empty"));
        check("\n , \n", Err("no_text"));
        check("%PDF-1.7\0\0\0\u{1}\u{2}", Err("not_text"));
        check(&",".repeat(200).replace(',', "x,"), Err("too_much"));
        check(&"x\n".repeat(20_001), Err("too_much"));
    }
}
