//! A seal on a file that carries a note: the SHA-256 of all its other bytes, in a comment before the last lines, which
//! every reader of PDF passes over. Whatever program writes the file again drops or breaks it.

use sha2::{Digest, Sha256};
use std::fmt::Write;

const MARK: &[u8] = b"%standpoint-seal ";
const DIGITS: usize = 64;

/// What a file's seal says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// The file is what was written.
    Whole,
    /// The file was changed since.
    Broken,
    /// There is none.
    Missing,
}

/// Looks at the file's seal.
#[must_use]
pub fn seal(file: &[u8]) -> Seal {
    let Some(start) = last(file, MARK) else { return Seal::Missing };
    let digits = start + MARK.len();
    let end = digits + DIGITS + 1;
    let (Some(said), Some(rest)) = (file.get(digits..digits + DIGITS), file.get(end..)) else {
        return Seal::Broken;
    };
    if said == digest(&file[..start], rest).as_bytes() { Seal::Whole } else { Seal::Broken }
}

pub(super) fn sealed(file: Vec<u8>) -> Vec<u8> {
    // Nothing before this place moves, so that the table of objects stays right.
    let Some(place) = last(&file, b"startxref") else { return file };
    let (body, tail) = file.split_at(place);
    let digest = digest(body, tail);
    [body, MARK, digest.as_bytes(), b"\n", tail].concat()
}

fn digest(body: &[u8], tail: &[u8]) -> String {
    let digest = Sha256::new().chain_update(body).chain_update(tail).finalize();
    digest.iter().fold(String::with_capacity(DIGITS), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn last(file: &[u8], words: &[u8]) -> Option<usize> {
    file.windows(words.len()).rposition(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &[u8], expect: Seal) {
        assert_eq!(seal(file), expect, "{}", String::from_utf8_lossy(file));
    }

    #[test]
    fn any_change_breaks_it() {
        let file = sealed(b"%PDF-1.7\nobjects\nstartxref\n9\n%%EOF".to_vec());
        check(&file, Seal::Whole);
        check(b"%PDF-1.7\nstartxref\n9\n%%EOF", Seal::Missing);
        for at in [0, 10, file.len() - 1] {
            let mut changed = file.clone();
            changed[at] ^= 1;
            check(&changed, Seal::Broken);
        }
        check(&file[..file.len() - 3], Seal::Broken);
        check(&[file.as_slice(), b"\nmore"].concat(), Seal::Broken);
        check(&file[..MARK.len() + 25], Seal::Broken);
    }
}
