//! The one way in which words and names are compared: without regard to what people leave out, or write otherwise, when
//! they write them again. The window narrows its lists by the same rule (`ui/src/lib/match.ts`), tried on the same cases.

use unicode_normalization::UnicodeNormalization;

/// Without case, accents and vowel points, with one sort of apostrophe and one space between words. The signs of
/// scripts that write their vowels as marks stay, and so does й, which is a letter of its own.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|letter| push(letter.to_ascii_lowercase(), &mut folded));
    } else {
        let mut last = ' ';
        // Taken apart, an acute that stands alone would be a space.
        for letter in text.chars().map(|letter| if letter == '´' { '’' } else { letter }).nfkd() {
            if !is_accent(letter) || letter == BREVE && matches!(last, 'и' | 'И') {
                letter.to_lowercase().for_each(|letter| push(letter, &mut folded));
            }
            last = letter;
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The same letters in the same accents, but for case, the sort of apostrophe and the space between words. What is
/// spelt otherwise names the same actor and is yet a name of its own, since a text is searched for names as they are
/// written.
pub(crate) fn spelling(name: &str) -> String {
    let mut spelling = String::with_capacity(name.len());
    for letter in name.chars().map(|letter| if letter == '´' { '’' } else { letter }).nfc() {
        for letter in letter.to_lowercase() {
            if !push_sign(letter, &mut spelling) {
                spelling.push(letter);
            }
        }
    }
    spelling.truncate(spelling.trim_end().len());
    spelling
}

const BREVE: char = '\u{306}';

/// Adds a letter, as it is typed where people's keyboards do not have it.
fn push(letter: char, folded: &mut String) {
    if push_sign(letter, folded) {
        return;
    }
    match letter {
        'ł' => folded.push('l'),
        'ø' => folded.push('o'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ς' => folded.push('σ'),
        _ => folded.push(letter),
    }
}

/// Adds an apostrophe or a space, if that is what it is: one sort of each, and never two spaces.
fn push_sign(letter: char, folded: &mut String) -> bool {
    if matches!(letter, '\'' | '`' | '‘' | 'ʼ' | 'ʻ' | '′' | '＇') {
        folded.push('’');
    } else if !letter.is_whitespace() {
        return false;
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
    true
}

/// Accents of Latin, Greek and Cyrillic; points of Hebrew; points and the lengthening stroke of Arabic.
fn is_accent(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}'
        | '\u{5C4}' | '\u{5C5}' | '\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_keeps_its_accents() {
        #[track_caller]
        fn check(text: &str, expect: &str) {
            assert_eq!(spelling(text), expect, "{text}");
            assert_eq!(folded(&spelling(text)), folded(text), "{text}");
        }
        check("  The \u{A0} LEAGUE of\tPorts ", "the league of ports");
        check("O'Neill", "o’neill");
        check("O´Neill", "o’neill");
        check("E\u{301}lyse\u{301}e", "élysée");
        check("Łódź", "łódź");
        check("Straße", "straße");
    }

    #[test]
    fn what_is_written_otherwise_is_the_same() {
        #[track_caller]
        fn check(text: &str, expect: &str) {
            assert_eq!(folded(text), expect, "{text}");
            assert_eq!(folded(&folded(text)), folded(text), "{text}");
        }
        check("Élysée", "elysee");
        check("  The \u{A0} League\tof Ports ", "the league of ports");
        check("O'Neill", "o’neill");
        check("OʼNeill", "o’neill");
        check("O´Neill", "o’neill");
        check("Łódź", "lodz");
        check("Ørsted", "orsted");
        check("Straße", "strasse");
        check("Æsir", "aesir");
        check("İstanbul", "istanbul");
        check("Iğdır", "igdir");
        check("Ἀθῆναι", "αθηναι");
        check("ΑΓΟΡΑΣ", folded("αγοράς").as_str());
        check("Королёв", "королев");
        check("Майский", folded("МАЙСКИЙ").as_str());
        check("Київ", folded("КИЇВ").as_str());
        check("שָׁלוֹם", "שלום");
        check("مُحَمَّد", "محمد");
        check("أحمد", "احمد");
        check("محـــمد", "محمد");
        check("ﬁn", "fin");
        check("ＡＢＣ", "abc");
        assert_ne!(folded("май"), folded("маи"), "a letter of its own");
        assert_ne!(folded("हिन्दी"), folded("हन्द"), "vowels written as marks");
        assert_ne!(folded("が"), folded("か"), "a voiced letter is another one");
        assert_ne!(folded("ที่"), folded("ท"), "vowels written as marks");
    }
}
