//! Dates as pages and people write them, to partial ISO dates: `2025`, `2025-04` or `2025-04-23` (ISO 8601).
//!
//! The day is taken as written, in the writer's own time zone: that is the date a reader would cite. A date that
//! could be two days, such as `04/05/2025`, is not guessed at.

/// The months in the languages that the sources of European policy are mostly written in, as dates decline them.
const MONTHS: &[[&str; 12]] = &[
    [
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
    ],
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
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
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
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
    ],
    [
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
    ],
    [
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
    ],
];

/// Words that stand between the parts of a date and say nothing.
const FILLERS: &[&str] = &["de", "del", "of", "the", "den"];

/// Reads a date that stands alone, in a heading of a file or of a page.
pub(crate) fn parse(stated: &str) -> Option<String> {
    let words = words(stated);
    let compact = words.first().filter(|w| w.len() == 8).and_then(|w| whole(w));
    if let Some(date) = compact {
        return iso(date / 10_000, Some(date / 100 % 100), Some(date % 100));
    }
    leading(&words, 0).or_else(|| (0..words.len().min(3)).find_map(|at| day(&words, at)))
}

/// Finds the first full date in running text; one with its month in words before any other, because a reference or a
/// version looks like one in numbers.
pub(crate) fn find(text: &str) -> Option<String> {
    let words = words(text);
    let worded = |at: &usize| words.iter().skip(*at).take(3).any(|word| is_month(word));
    let find = |at: usize| day(&words, at);
    (0..words.len()).filter(worded).find_map(find).or_else(|| (0..words.len()).find_map(find))
}

/// The date in an address such as `https://example.org/2025/04/23/talks`.
pub(crate) fn in_address(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split(['/', '-', '?', '#']).collect();
    let compact = |part: &&str| if part.len() == 8 && part.starts_with("20") { parse(part) } else { None };
    parts.iter().find_map(compact).or_else(|| {
        parts.windows(3).find_map(|w| {
            let [year, month, day] = [w[0], w[1], w[2]];
            let shaped = year.len() == 4 && month.len() == 2 && day.len() == 2;
            if shaped { iso(whole(year)?, Some(whole(month)?), Some(whole(day)?)) } else { None }
        })
    })
}

/// Whether a word, with or without its full stop, is a month's name.
pub(crate) fn is_month(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    whole(word).is_none() && month(word).is_some()
}

/// A date that begins at that word: year first, then as much as follows.
fn leading(words: &[&str], at: usize) -> Option<String> {
    let year = words.get(at).filter(|w| w.len() == 4).and_then(|w| whole(w))?;
    let month = words.get(at + 1).and_then(|w| month(w));
    let day = month.and_then(|_| words.get(at + 2)).and_then(|w| whole(w));
    iso(year, month, day).or_else(|| iso(year, month, None)).or_else(|| iso(year, None, None))
}

/// A full date that begins at that word, in any order that leaves no doubt.
fn day(words: &[&str], at: usize) -> Option<String> {
    let [first, second, third] = *words.get(at..at + 3)? else { return None };
    let year = |word: &str| whole(word).filter(|_| word.len() == 4);
    if let Some(year) = year(first) {
        return iso(year, Some(month(second)?), Some(whole(third)?));
    }
    let year = year(third)?;
    match (whole(first), whole(second)) {
        (Some(day), None) => iso(year, Some(month(second)?), Some(day)),
        (None, Some(day)) => iso(year, Some(month(first)?), Some(day)),
        (Some(a), Some(b)) if a > 12 || a == b => iso(year, Some(b), Some(a)),
        (Some(a), Some(b)) if b > 12 => iso(year, Some(a), Some(b)),
        _ => None,
    }
}

/// The pieces between spaces and punctuation; a time is parted from its date, "23rd" loses its ending.
fn words(text: &str) -> Vec<&str> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    let pieces = pieces.filter(|word| !word.is_empty() && !FILLERS.contains(word));
    let mut words = Vec::new();
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = piece.split_at(digits);
        if number.is_empty() {
            words.push(rest);
        } else {
            words.push(number);
            if !matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er") && !rest.starts_with('T') {
                words.push(rest);
            }
        }
    }
    words
}

/// A month by number, name or the first letters of its name.
fn month(word: &str) -> Option<u32> {
    if let Some(number) = whole(word) {
        return (1..=12).contains(&number).then_some(number);
    }
    let word = word.to_lowercase();
    let short = (3..=4).contains(&word.chars().count());
    let fits = |month: &&str| *month == word || (short && month.starts_with(&word));
    // "mar" begins "march" and "marzo" alike; what begins two months of one language is settled by its order.
    let place = MONTHS.iter().find_map(|months| months.iter().position(&fits))?;
    u32::try_from(place + 1).ok()
}

fn whole(word: &str) -> Option<u32> {
    word.bytes().all(|b| b.is_ascii_digit()).then(|| word.parse().ok())?
}

/// The date if the calendar has it and a document could bear it.
fn iso(year: u32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    if !(1000..=2199).contains(&year) {
        return None;
    }
    let Some(month) = month else { return Some(format!("{year:04}")) };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => return None,
    };
    match day {
        None => Some(format!("{year:04}-{month:02}")),
        Some(day) if (1..=days).contains(&day) => Some(format!("{year:04}-{month:02}-{day:02}")),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stated: &str, expect: Option<&str>) {
        assert_eq!(parse(stated).as_deref(), expect, "{stated:?}");
    }

    #[test]
    fn stated_dates() {
        check("2025", Some("2025"));
        check("2025-04", Some("2025-04"));
        check("2025-04-23", Some("2025-04-23"));
        check("2025-04-23T23:30:00-05:00", Some("2025-04-23"));
        check("2025/4/3 12:00", Some("2025-04-03"));
        check("20250423", Some("2025-04-23"));
        check("Wed, 23 Apr 2025 10:00:00 GMT", Some("2025-04-23"));
        check("April 23rd, 2025", Some("2025-04-23"));
        check("23 Sept. 2025", Some("2025-09-23"));
        check("23.04.2025", Some("2025-04-23"));
        check("23. März 2025", Some("2025-03-23"));
        check("1er août 2025", Some("2025-08-01"));
        check("le 2 août 2025", Some("2025-08-02"));
        check("23 de abril de 2025", Some("2025-04-23"));
        check("23 апреля 2025 года", Some("2025-04-23"));
        check("04/23/2025 9:15 AM", Some("2025-04-23"));
        check("2024-02-29", Some("2024-02-29"));
    }

    #[test]
    fn doubtful_and_impossible_dates() {
        check("04/05/2025", None);
        check("04/04/2025", Some("2025-04-04"));
        check("2025-02-29", Some("2025-02"));
        check("2025-13-01", Some("2025"));
        check("1745391600", None);
        check("yesterday", None);
        check("99999999999999999999", None);
        check("", None);
    }

    #[test]
    fn dates_among_other_words() {
        assert_eq!(find("London, 23 April 2025, at noon").as_deref(), Some("2025-04-23"));
        assert_eq!(find("In April 2025 the 23 states met").as_deref(), None);
        assert_eq!(
            in_address("https://example.org/world/2025/04/23/talks.html").as_deref(),
            Some("2025-04-23")
        );
        assert_eq!(in_address("https://example.org/2025-04-23-talks").as_deref(), Some("2025-04-23"));
        assert_eq!(in_address("https://example.org/news/20250423/talks").as_deref(), Some("2025-04-23"));
        assert_eq!(in_address("https://example.org/a/12/34"), None);
    }
}
