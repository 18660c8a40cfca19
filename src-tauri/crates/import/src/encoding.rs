//! Bytes to characters, whatever the encoding, and the verdict that bytes are no text at all.
//!
//! What the bytes prove goes before what the document claims: a page saved by a browser is often UTF-8 under a
//! heading that still says ISO-8859-1, while text that happens to be valid UTF-8 hardly ever is anything else.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::extracted::{Warning, WarningCode};
use crate::refusal::Reason;

/// Characters, and how sure they are.
pub(crate) struct Decoded<'a> {
    /// The characters.
    pub(crate) text: Cow<'a, str>,
    /// What a person should know about them.
    pub(crate) warnings: Vec<Warning>,
}

/// How far into a file the questions "is this text?" and "in which encoding?" look.
const SAMPLE: usize = 16 * 1024;

/// Reads bytes as text. `declared` is the encoding that the document or its sender names.
pub(crate) fn decode<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Decoded<'a>, Reason> {
    let not_text = || Reason::NotText;
    if let Some(text) = utf32(bytes) {
        return Ok(Decoded { text: Cow::Owned(text), warnings: Vec::new() });
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        if encoding == UTF_8 && is_binary(bytes) {
            return Err(not_text());
        }
        return Ok(with(encoding, &bytes[mark..], false));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok(with(encoding, bytes, false));
    }
    if is_binary(bytes) {
        return Err(not_text());
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // ISO-2022-JP spells everything in ASCII and escape sequences, so that it is valid UTF-8 as well.
    let escapes = bytes.contains(&0x1b);
    match declared {
        _ if !escapes && is_utf8(bytes) => Ok(with(UTF_8, bytes, false)),
        // A page cannot be read far enough to find its own claim to be UTF-16 unless the claim is wrong.
        Some(encoding) if encoding != UTF_16LE && encoding != UTF_16BE => Ok(with(encoding, bytes, false)),
        _ => {
            let encoding = detect(bytes);
            Ok(with(encoding, bytes, encoding != UTF_8))
        }
    }
}

/// Whether the beginning of a file has the marks of something other than text.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if Encoding::for_bom(sample).is_some_and(|(encoding, _)| encoding != UTF_8)
        || unmarked_utf16(sample).is_some()
    {
        return false;
    }
    // Text may hold tabs, line ends, page breaks, escape sequences and the end-of-file mark of old systems.
    let odd = |b: &&u8| matches!(**b, 0..=8 | 0x0e..=0x19 | 0x1c..=0x1f | 0x7f);
    sample.contains(&0) || sample.iter().filter(odd).count() * 50 > sample.len()
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8], guessed: bool) -> Decoded<'a> {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    let mut warnings = Vec::new();
    if guessed {
        warnings.push(Warning {
            code: WarningCode::EncodingGuessed,
            message: format!(
                "The document does not say how its letters are encoded. It was read as {}; check the accented letters.",
                encoding.name()
            ),
        });
    }
    if replaced {
        warnings.push(Warning {
            code: WarningCode::CharactersReplaced,
            message: format!(
                "Some bytes mean nothing in {} and were replaced by “\u{fffd}”; compare with the original.",
                encoding.name()
            ),
        });
    }
    Decoded { text, warnings }
}

/// Whether the bytes are UTF-8, a few damaged letters in much sound text allowed.
fn is_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken * 10
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    // A long English preface says nothing about the encoding of the one Turkish name on page nine.
    let telling = bytes.iter().position(|b| !b.is_ascii() || *b == 0x1b).unwrap_or(0).saturating_sub(2);
    let rest = &bytes[telling..];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&rest[..rest.len().min(64 * SAMPLE)], rest.len() <= 64 * SAMPLE);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-32 with its byte order mark, which the web's encodings leave out.
fn utf32(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 4]) -> u32 = match bytes.get(..4)? {
        [0xff, 0xfe, 0, 0] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff] => u32::from_be_bytes,
        _ => return None,
    };
    let (units, rest) = bytes[4..].as_chunks::<4>();
    let text: Option<String> = units.iter().map(|unit| char::from_u32(read(*unit))).collect();
    text.filter(|_| rest.is_empty() && !units.is_empty())
}

/// UTF-16 that does not say so: its spaces and line ends put zeros in every second place, and nowhere else.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if !sample.contains(&0) {
        return None;
    }
    let (pairs, _) = sample.as_chunks::<2>();
    let zeros = |place: usize| pairs.iter().filter(|pair| pair[place] == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 1..) => UTF_16LE,
        (1.., 0) => UTF_16BE,
        _ => return None,
    };
    let (text, broken) = encoding.decode_without_bom_handling(sample);
    let readable = |c: char| c.is_alphanumeric() || c.is_whitespace() || c.is_ascii_punctuation();
    let (mut all, mut good, mut spaces) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        good += usize::from(readable(c));
        spaces += usize::from(c.is_ascii());
    }
    let even = bytes.len().is_multiple_of(2);
    (even && !broken && good * 10 > all * 9 && spaces * 20 > all).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], declared: Option<&str>, expect: &str, warned: &[WarningCode]) {
        let decoded = decode(bytes, declared).expect("text");
        let codes: Vec<_> = decoded.warnings.iter().map(|w| w.code).collect();
        assert_eq!((decoded.text.as_ref(), codes.as_slice()), (expect, warned));
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    fn utf32(text: &str, unit: fn(u32) -> [u8; 4]) -> Vec<u8> {
        text.chars().flat_map(|c| unit(u32::from(c))).collect()
    }

    #[test]
    fn encodings_that_prove_themselves() {
        check(b"plain", None, "plain", &[]);
        check("Зустріч – 🕊".as_bytes(), None, "Зустріч – 🕊", &[]);
        check("\u{feff}é".as_bytes(), None, "é", &[]);
        check("é".as_bytes(), Some("windows-1252"), "é", &[]);
        check(&utf16("\u{feff}Séance, 1 mai", u16::to_le_bytes), None, "Séance, 1 mai", &[]);
        check(&utf16("\u{feff}Séance, 1 mai", u16::to_be_bytes), Some("utf-8"), "Séance, 1 mai", &[]);
        check(&utf16("The ministers met.", u16::to_le_bytes), None, "The ministers met.", &[]);
        check(
            &utf16("Министры встретились в Лондоне.", u16::to_be_bytes),
            None,
            "Министры встретились в Лондоне.",
            &[],
        );
        check(&utf32("\u{feff}Meeting 🕊", u32::to_le_bytes), None, "Meeting 🕊", &[]);
        check(&utf32("\u{feff}Meeting 🕊", u32::to_be_bytes), None, "Meeting 🕊", &[]);
    }

    #[test]
    fn encodings_that_must_be_declared_or_guessed() {
        check(b"caf\xe9 au Conseil", Some("iso-8859-1"), "café au Conseil", &[]);
        let guessed = &[WarningCode::EncodingGuessed];
        let russian = "Министр иностранных дел заявил, что переговоры продолжатся на следующей неделе.";
        check(&encoding_rs::WINDOWS_1251.encode(russian).0, None, russian, guessed);
        check(&encoding_rs::KOI8_R.encode(russian).0, Some("koi8-r"), russian, &[]);
        let french = "Le président a déclaré que les négociations se poursuivraient à Genève.";
        check(&encoding_rs::WINDOWS_1252.encode(french).0, None, french, guessed);
        let japanese = "外務大臣は記者会見で交渉を続けると述べた。";
        check(&encoding_rs::SHIFT_JIS.encode(japanese).0, None, japanese, guessed);
        check(&encoding_rs::ISO_2022_JP.encode(japanese).0, None, japanese, guessed);
        check(&encoding_rs::EUC_JP.encode(japanese).0, Some("euc-jp"), japanese, &[]);
    }

    #[test]
    fn damage_is_said_and_survived() {
        let mut bytes = "Переговоры в Лондоне".as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        check(&bytes, None, "Переговоры в Лондон\u{fffd}", &[WarningCode::CharactersReplaced]);
    }

    #[test]
    fn binary_is_not_text() {
        for bytes in [
            &[0; 900][..],
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"ab\0cd",
            b"\xef\xbb\xbf\0\0\0\0",
            &[1, 2, 3, 4],
        ] {
            assert!(matches!(decode(bytes, None), Err(Reason::NotText)), "{bytes:?}");
        }
    }
}
