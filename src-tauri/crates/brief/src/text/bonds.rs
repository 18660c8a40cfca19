//! Spaces at which a line must not end, because what stands on either side is read as one: a number and its
//! unit, a day and its month, "Table 1", a title and a surname.

/// Words that follow a number closely.
const UNITS: &[&str] = &[
    "%",
    "‰",
    "°c",
    "°f",
    "a.m",
    "bcm",
    "billion",
    "bn",
    "cm",
    "crore",
    "g",
    "gw",
    "gwh",
    "ha",
    "kg",
    "km",
    "km²",
    "kw",
    "kwh",
    "lakh",
    "m",
    "m²",
    "million",
    "milliarden",
    "millionen",
    "millions",
    "milliards",
    "mld",
    "mln",
    "mm",
    "mn",
    "mrd",
    "mw",
    "mwh",
    "p.m",
    "per",
    "percent",
    "pp",
    "t",
    "thousand",
    "tn",
    "tonnes",
    "trillion",
    "twh",
    "грн",
    "кг",
    "км",
    "м",
    "млн",
    "млрд",
    "мільйонів",
    "мільярдів",
    "миллионов",
    "миллиардов",
    "руб",
    "тис",
    "тыс",
    "мільйони",
    "мільярди",
    "мільйон",
    "мільярд",
];

/// Words that a number or letter belongs to.
const REFERENCES: &[&str] = &[
    "annex",
    "anhang",
    "annexe",
    "art",
    "article",
    "artikel",
    "abs",
    "absatz",
    "box",
    "chapter",
    "figure",
    "fig",
    "no",
    "nos",
    "nr",
    "nº",
    "n°",
    "page",
    "pages",
    "para",
    "paragraph",
    "paragraphs",
    "paras",
    "part",
    "point",
    "p",
    "pp",
    "resolution",
    "rule",
    "s",
    "section",
    "seite",
    "st",
    "step",
    "table",
    "tabelle",
    "tableau",
    "vol",
    "volume",
    "§",
    "§§",
    "№",
    "ст",
    "стор",
    "с",
    "стр",
    "таблиця",
    "таблица",
    "пункт",
    "п",
    "розділ",
    "стаття",
    "статья",
];

/// Words that a name belongs to. Long ones (President) are left out: they may stand apart.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "gen", "col", "maj", "capt", "sgt",
    "adm", "sen", "rep", "gov", "hon", "st", "mme", "mlle", "herr", "frau", "hr", "fr", "sr", "sra", "пан",
    "пані", "г-н", "г-жа", "д-р",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "de",
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

/// Whether `before` and `after`, the words on either side of a space, must stay on one line.
pub(super) fn bound(before: &str, after: &str) -> bool {
    let left = before.trim_start_matches(is_opening).trim_end_matches('.');
    let right = after.trim_end_matches(is_closing).trim_end_matches('.');
    let numeric = is_number(left);
    // A full stop that ends a sentence unbinds; an ordinal's or an abbreviation's does not.
    (numeric && (listed(UNITS, right) || (listed(MONTHS, right) && is_day(left))))
        || (listed(REFERENCES, left) && (is_number(right) || is_letter_or_numeral(right)))
        || (listed(MONTHS, left) && is_day(right))
        || (is_clock(left) && is_zone(right))
        || (is_currency(left) && is_number(right))
        || (numeric && is_currency(right) && !before.ends_with('.'))
        || (starts_upper(right) && (listed(TITLES, left) && starts_upper(left) || is_initial(before)))
        || (listed(TITLES, left) && left.chars().all(|letter| !letter.is_ascii()) && starts_upper(right))
}

/// Whether two characters of a script written without spaces must stay on one line: a number and what is counted, and
/// the year, month and day of one date.
pub(super) fn bound_unspaced(before: char, after: char) -> bool {
    let digit = |character: char| character.is_ascii_digit();
    let unit = |character: char| "年月日号號時时分歳岁人名円元％%년월일".contains(character);
    (digit(before) && unit(after)) || ("年月년월".contains(before) && digit(after))
}

fn is_opening(character: char) -> bool {
    matches!(character, '(' | '[' | '“' | '‘' | '"' | '\'' | '«' | '„' | '—' | '–')
}

fn is_closing(character: char) -> bool {
    matches!(character, ')' | ']' | '”' | '’' | '"' | '\'' | '»' | ',' | ';' | ':' | '?' | '!')
}

fn listed(list: &[&str], word: &str) -> bool {
    // Case folds only when the word has capitals: most words do not, and allocate nothing.
    if word.chars().any(char::is_uppercase) {
        list.contains(&word.to_lowercase().as_str())
    } else {
        list.contains(&word)
    }
}

/// Digits with separators, perhaps a currency sign, a range or an approximation: `€10`, `2.5`, `1–5`, `~40`.
fn is_number(word: &str) -> bool {
    word.chars().any(char::is_numeric)
        && word.chars().all(|character| character.is_numeric() || ".,–-−/~+<>≤≥€$£¥₴₽'’".contains(character))
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.split(['–', '-']).all(|day| day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)))
}

fn is_clock(word: &str) -> bool {
    word.contains(':') && is_number(&word.replace(':', ""))
}

fn is_zone(word: &str) -> bool {
    (1..=5).contains(&word.len()) && word.chars().all(|letter| letter.is_ascii_uppercase())
}

fn is_currency(word: &str) -> bool {
    matches!(
        word,
        "EUR" | "USD" | "GBP" | "CHF" | "UAH" | "RUB" | "PLN" | "JPY" | "CNY" | "CAD" | "AUD" | "SEK"
    ) || matches!(word, "NOK" | "DKK" | "€" | "$" | "£" | "¥" | "US$")
}

/// `A`, `IV`: what an annex or a chapter is called when not by a number.
fn is_letter_or_numeral(word: &str) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only.is_uppercase(),
        (Some(_), Some(_)) => word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C')),
        _ => false,
    }
}

/// `J.`: the initial of a name.
fn is_initial(word: &str) -> bool {
    let mut letters = word.trim_start_matches(is_opening).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.') && letters.next().is_none()
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{bound, bound_unspaced};

    #[track_caller]
    fn check(pair: &str, expect: bool) {
        let (before, after) = pair.split_once(' ').expect("two words");
        assert_eq!(bound(before, after), expect, "{pair}");
    }

    #[test]
    fn what_is_read_as_one_stays_on_one_line() {
        for pair in [
            "€10 billion",
            "2.5 million,",
            "(40 km)",
            "5 %",
            "23 April",
            "23. April",
            "9–13 October.",
            "April 23,",
            "22 Apr",
            "23 квітня",
            "5 мая",
            "Table 1",
            "page 3.",
            "paragraph 14",
            "p. 4",
            "Annex A",
            "Chapter IV",
            "Art. 5",
            "No. 12",
            "§ 5",
            "Mr Rubio",
            "Mrs. Smith",
            "Dr Kellogg",
            "J. D.",
            "D. Vance",
            "пан Шмигаль",
            "10:00 BST",
            "EUR 10",
            "10 EUR",
            "ст. 5",
            "Mme Dupont",
        ] {
            check(pair, true);
        }
    }

    #[test]
    fn a_date_without_spaces_stays_on_one_line() {
        let check = |pair: &str, expect: bool| {
            let mut two = pair.chars();
            let (before, after) = (two.next().expect("a character"), two.next().expect("another"));
            assert_eq!(bound_unspaced(before, after), expect, "{pair}");
        };
        for pair in ["5年", "年4", "4月", "月2", "3日", "7人"] {
            check(pair, true);
        }
        for pair in ["日在", "会谈", "在2", "年初", "2在"] {
            check(pair, false);
        }
    }

    #[test]
    fn other_spaces_may_end_a_line() {
        for pair in [
            "the table",
            "14 actors",
            "in 2014.",
            "2014. May",
            "may 40",
            "President Putin",
            "sir said",
            "a man",
            "table of",
            "page Three",
            "1945 April",
            "U.S. President",
            "40 April",
            "since 2014,",
            "said. It",
        ] {
            check(pair, false);
        }
    }
}
