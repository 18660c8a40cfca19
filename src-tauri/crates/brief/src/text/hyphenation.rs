//! Where words may be hyphenated, by language.

use hypher::Lang;

use super::Language;

/// Letters that a word needs before running text may hyphenate it.
const WORD: usize = 8;
/// Letters that stay on the line in running text.
const BEFORE: usize = 3;
/// Letters that go to the next line in running text.
const AFTER: usize = 4;
/// Letters on either side where the word does not fit its column at all.
const FORCED: usize = 2;

/// Languages whose words are long enough that a ragged edge needs hyphens.
const LONG_WORDS: &[&str] = &[
    "bg", "cs", "da", "de", "el", "et", "fi", "hr", "hu", "is", "ka", "lt", "lv", "nb", "nl", "nn", "no",
    "pl", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk",
];

/// Byte offsets in `word` at which running text may hyphenate it: never in English, never a name, never
/// something that is not a plain word.
pub(super) fn in_running_text(word: &str, language: &Language) -> Vec<usize> {
    let primary = language.primary();
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    // German writes every noun with a capital; elsewhere a capital means a name or the start of a sentence.
    let named = if primary == "de" { capitals > 1 } else { capitals > 0 };
    if named || !LONG_WORDS.contains(&primary) || word.chars().count() < WORD {
        return Vec::new();
    }
    syllables(word, language, BEFORE, AFTER)
}

/// Byte offsets in `word` at which it may be hyphenated when it is wider than its column.
pub(super) fn where_too_wide(word: &str, language: &Language) -> Vec<usize> {
    syllables(word, language, FORCED, FORCED)
}

fn syllables(word: &str, language: &Language, before: usize, after: usize) -> Vec<usize> {
    if !word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '’' | '\'' | '\u{301}')) {
        return Vec::new();
    }
    let Some(lang) = patterns(language) else { return Vec::new() };
    let mut at = 0;
    let mut points = Vec::new();
    for syllable in hypher::hyphenate_bounded(word, lang, before, after) {
        at += syllable.len();
        points.push(at);
    }
    points.pop();
    points
}

fn patterns(language: &Language) -> Option<Lang> {
    let primary = match language.primary() {
        "no" => "nb",
        other => other,
    };
    let code: [u8; 2] = primary.as_bytes().try_into().ok()?;
    Lang::from_iso(code)
}

#[cfg(test)]
mod tests {
    use super::{Language, in_running_text, where_too_wide};

    #[track_caller]
    fn check(split: fn(&str, &Language) -> Vec<usize>, word: &str, language: &str, expect: &str) {
        let mut shown = word.to_owned();
        for point in split(word, &Language::new(language)).into_iter().rev() {
            shown.insert(point, '-');
        }
        assert_eq!(shown, expect);
    }

    #[test]
    fn running_text_is_hyphenated_by_language() {
        check(in_running_text, "internationally", "en-GB", "internationally");
        check(in_running_text, "Verhandlungen", "de", "Ver-hand-lungen");
        check(in_running_text, "переговорами", "uk", "пере-го-во-рами");
        check(in_running_text, "Організацією", "uk", "Організацією");
        check(in_running_text, "neuvottelut", "fi", "neu-vot-telut");
        check(in_running_text, "haus", "de", "haus");
        check(in_running_text, "abc12345def", "de", "abc12345def");
    }

    #[test]
    fn a_word_that_does_not_fit_is_hyphenated_in_any_language() {
        check(where_too_wide, "internationally", "en-GB", "in-ter-na-tion-al-ly");
        check(where_too_wide, "Zelenskyy", "xx", "Zelenskyy");
    }
}
