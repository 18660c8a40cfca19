//! Bytes to characters: each font of a Rich Text document has an encoding of its own.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

/// The encodings of a document, and the bytes that wait for the rest of their character.
#[derive(Debug)]
pub(super) struct Characters {
    document: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    waiting: Vec<u8>,
    /// The first half of a character beyond the basic plane.
    high: Option<u16>,
}

impl Default for Characters {
    fn default() -> Self {
        Self { document: WINDOWS_1252, fonts: HashMap::new(), waiting: Vec::new(), high: None }
    }
}

impl Characters {
    /// The encoding that the document states for all of it.
    pub(super) fn set_document(&mut self, code_page: i32) {
        self.document = of_code_page(code_page).unwrap_or(WINDOWS_1252);
    }

    /// The encoding of a font.
    pub(super) fn set_font(&mut self, font: i32, character_set: i32) {
        if let Some(encoding) = of_character_set(character_set) {
            self.fonts.insert(font, encoding);
        }
    }

    /// Takes a byte of text; its character comes with the next call of [`Characters::take`].
    pub(super) fn push(&mut self, byte: u8) {
        self.waiting.push(byte);
    }

    /// The characters of the bytes so far, in a font's encoding.
    pub(super) fn take(&mut self, font: i32) -> Option<String> {
        if self.waiting.is_empty() {
            return None;
        }
        let encoding = self.fonts.get(&font).copied().unwrap_or(self.document);
        let (text, _) = encoding.decode_without_bom_handling(&self.waiting);
        let text = text.into_owned();
        self.waiting.clear();
        Some(text)
    }

    /// The character of a UTF-16 unit, which Rich Text writes as a signed number; a half waits for the other.
    pub(super) fn unit(&mut self, number: i32) -> Option<char> {
        let unit = u16::try_from(number).unwrap_or((number & 0xffff) as u16);
        let high = self.high.take();
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return None;
        }
        let units = [high.unwrap_or_default(), unit];
        let pair = if high.is_some() { &units[..] } else { &units[1..] };
        let character = char::decode_utf16(pair.iter().copied()).last()?.unwrap_or('\u{fffd}');
        // Symbol fonts put their signs where Unicode has none.
        (!('\u{e000}'..='\u{f8ff}').contains(&character)).then_some(character)
    }
}

fn of_code_page(code_page: i32) -> Option<&'static Encoding> {
    let label = match code_page {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        other => format!("windows-{other}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The character sets of Windows fonts (RTF 1.9.1, `\fcharset`).
fn of_character_set(character_set: i32) -> Option<&'static Encoding> {
    let code_page = match character_set {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    of_code_page(code_page)
}
