//! Words picked out of a file that no format could read, for a person who asks for them all the same.

use crate::encoding::{self, Decoded};
use crate::extracted::{Extracted, Kind, Warning, WarningCode};
use crate::flow::Flow;
use crate::refusal::Reason;
use crate::{Format, Input, Metadata, guess};

use super::text::Text;

/// Shorter runs of letters are chance.
const RUN: usize = 12;

/// Reads a file as plain text: all of it where it is text, else what looks like words.
pub(crate) fn salvage(input: &Input<'_>) -> Result<Extracted, Reason> {
    if !encoding::is_binary(input.bytes) {
        return Text.read(input);
    }
    let mut flow = Flow::default();
    for run in runs(input.bytes) {
        flow.words(&run);
        flow.end(Kind::Paragraph);
    }
    let (text, blocks) = flow.finish();
    if blocks.is_empty() {
        return Err(Reason::NotText);
    }
    let message = "It is not known how this file is built. These are the words that could be made out in it; some may be \
                   missing or out of order.";
    let meta = Metadata { language: guess::language(&text), ..Metadata::default() };
    let warnings = vec![Warning { code: WarningCode::Salvaged, message: message.to_owned() }];
    let media_type = "application/octet-stream".to_owned();
    Ok(Extracted { warnings, ..Extracted::new(media_type, text, blocks, meta) })
}

/// Runs of words in single bytes and in pairs of them, as older programs write text between other things.
fn runs(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let wide = run_of(&bytes[at..], 2);
        let narrow = run_of(&bytes[at..], 1);
        let (length, run) = if wide.0 > narrow.0 { wide } else { narrow };
        if run.is_some() {
            found.extend(run);
        }
        at += length.max(1);
    }
    found
}

/// How many bytes look like text of so many bytes to a letter, and that text if it is made of words.
fn run_of(bytes: &[u8], width: usize) -> (usize, Option<String>) {
    let letters = bytes.chunks_exact(width).take_while(|pair| {
        let plain = matches!(pair[0], b' '..=b'~' | b'\t' | b'\r' | b'\n' | 0xa0..)
            || (width == 1 && pair[0] >= 0x80);
        plain && pair[1..].iter().all(|high| *high == 0)
    });
    let count = letters.count();
    if count < RUN {
        return (count * width, None);
    }
    let single: Vec<u8> = bytes[..count * width].iter().step_by(width).copied().collect();
    let text = match encoding::decode(&single, Some("windows-1252")) {
        Ok(Decoded { text, .. }) => text.into_owned(),
        Err(_) => return (count * width, None),
    };
    let worded = text.chars().filter(|c| c.is_alphabetic() || *c == ' ').count();
    let spaced = text.chars().filter(|c| c.is_whitespace()).count();
    let sound = worded * 10 >= count * 8
        && spaced * 30 >= count
        && text.chars().filter(char::is_ascii).count() * 2 > count;
    (count * width, sound.then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expect: &Result<&str, Reason>) {
        let read = salvage(&Input { name: "a.doc", media_hint: None, bytes }).map(|extracted| extracted.text);
        assert_eq!(read.as_deref(), expect.as_ref().map(|text| *text));
    }

    #[test]
    fn words_among_other_things() {
        check(b"The ministers met.", &Ok("The ministers met."));
        let wide: Vec<u8> = "They spoke until late.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mixed =
            [b"\xd0\xcf\0\0\x01The ministers met at ten.\0\x03\0", &wide[..], b"\x01\x02\0ab\0\0"].concat();
        check(&mixed, &Ok("The ministers met at ten.\n\nThey spoke until late."));
        check(&[0; 99], &Err(Reason::NotText));
        let noise: Vec<u8> = (0..4_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 21) as u8).collect();
        check(&noise, &Err(Reason::NotText));
    }
}
