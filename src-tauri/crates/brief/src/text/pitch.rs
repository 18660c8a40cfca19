//! How much more room between its lines a script needs than Latin, Greek and Cyrillic, which the page design is made for:
//! 22 points for 16 where marks stand above and below, 20 for 16 in Hindi and Thai, 18 for 16 in Hebrew and Chinese.

use super::Language;
use unicode_script::{Script, UnicodeScript};

const SQUARE: f32 = 1.125;
const HIGH: f32 = 1.25;
const POINTED: f32 = 1.375;

/// For a note in `language`.
#[must_use]
pub fn pitch(language: &Language) -> f32 {
    match language.primary() {
        "he" | "yi" | "zh" | "ja" | "ko" => SQUARE,
        "hi" | "mr" | "ne" | "bn" | "ta" | "te" | "th" | "lo" | "km" | "my" => HIGH,
        "ar" | "fa" | "ur" | "ps" | "ckb" | "sd" | "ug" | "dv" => POINTED,
        _ => 1.0,
    }
}

/// For words whose script may not be that of the note's language: by what most of their letters are. A name in a sentence
/// does not move its lines apart.
#[must_use]
pub fn pitch_of<'t>(texts: impl Iterator<Item = &'t str>) -> f32 {
    let (mut plain, mut other) = (0_usize, [(SQUARE, 0_usize), (HIGH, 0), (POINTED, 0)]);
    for text in texts {
        if text.is_ascii() {
            plain += text.len();
            continue;
        }
        for character in text.chars().filter(|character| character.is_alphabetic()) {
            let wanted = of_script(character);
            match other.iter_mut().find(|(pitch, _)| wanted.total_cmp(pitch).is_eq()) {
                Some((_, count)) => *count += 1,
                None => plain += 1,
            }
        }
    }
    let most = other.into_iter().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| *count > plain).map_or(1.0, |(pitch, _)| pitch)
}

fn of_script(character: char) -> f32 {
    // Before Hebrew there is nothing that needs more, and most letters are there.
    if character < '\u{590}' {
        return 1.0;
    }
    match character.script() {
        Script::Hebrew
        | Script::Han
        | Script::Hiragana
        | Script::Katakana
        | Script::Hangul
        | Script::Bopomofo => SQUARE,
        Script::Arabic | Script::Syriac | Script::Thaana => POINTED,
        Script::Devanagari
        | Script::Bengali
        | Script::Gurmukhi
        | Script::Gujarati
        | Script::Tamil
        | Script::Telugu
        | Script::Kannada
        | Script::Malayalam
        | Script::Sinhala
        | Script::Thai
        | Script::Lao
        | Script::Khmer
        | Script::Myanmar
        | Script::Tibetan => HIGH,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: f32) {
        assert!((pitch_of([text].into_iter()) - expect).abs() < f32::EPSILON, "{text}");
    }

    #[test]
    fn the_script_of_most_letters_says_how_far_lines_are_apart() {
        check("Who stands where", 1.0);
        check("Кто где стоит", 1.0);
        check("ใครยืนอยู่ตรงไหน", HIGH);
        check("2025: ใครยืนอยู่ตรงไหน (Bangkok)", HIGH);
        check("The word ใคร in a sentence", 1.0);
        check("谁站在哪里", SQUARE);
        check("من يقف أين", POINTED);
        check("", 1.0);
    }
}
