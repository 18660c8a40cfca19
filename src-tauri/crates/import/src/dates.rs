//! Dates as pages and people write them, to partial ISO dates: `2025`, `2025-04` or `2025-04-23` (ISO 8601).
//!
//! The day is taken as written, in the writer's own time zone: that is the date a reader would cite. A date that
//! could be two days, such as `04/05/2025`, is not guessed at; between full stops the day is first everywhere.

/// The months as dates decline them, a language a line.
const MONTHS: &str = include_str!("months.txt");

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

/// The full date that a line begins with.
pub(crate) fn begins(line: &str) -> Option<String> {
    day(&words(line), 0)
}

/// Finds a date in numbers whose year is short, such as `23.04.25`: on a line for dates, since a number of a section
/// looks like it.
pub(crate) fn find_short(line: &str) -> Option<String> {
    let words = words(line);
    words.windows(3).find_map(|three| {
        let &[day, month, year] = three else { return None };
        let numbers = day.ends_with('.') && month.ends_with('.') && year.len() == 2;
        let year = whole(year).filter(|_| numbers)?;
        iso(if year < 70 { 2000 } else { 1900 } + year, Some(whole(month)?), Some(whole(day)?))
    })
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
        // After a day and a month the year is theirs, and what follows is a time.
        let of_another = at >= 2 && words[at - 2..at].iter().all(|word| whole(word).is_some_and(|n| n <= 31));
        return if of_another { None } else { iso(year, Some(month(second)?), Some(whole(third)?)) };
    }
    let year = year(third)?;
    match (whole(first), whole(second)) {
        (Some(day), None) => iso(year, Some(month(second)?), Some(day)),
        (None, Some(day)) => iso(year, Some(month(first)?), Some(day)),
        (Some(a), Some(b)) if a > 12 || a == b => iso(year, Some(b), Some(a)),
        (Some(a), Some(b)) if b > 12 => iso(year, Some(a), Some(b)),
        (Some(a), Some(b)) if first.ends_with('.') && second.ends_with('.') => iso(year, Some(b), Some(a)),
        _ => None,
    }
}

/// The pieces between spaces and punctuation; a time is parted from its date, "23rd" loses its ending, and a number of a
/// day or a month keeps the full stop that parts it from another number.
fn words(text: &str) -> Vec<&str> {
    let is_mark = |c: char| !c.is_alphanumeric() || "年月日년월일".contains(c);
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c| !is_mark(c)) {
        let end = rest[start..].find(is_mark).map_or(rest.len(), |end| start + end);
        let (piece, after) = (&rest[start..end], &rest[end..]);
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, ending) = piece.split_at(digits);
        if ending.is_empty() && is_stopped(number, after) {
            words.push(&rest[start..=end]);
        } else if !number.is_empty() {
            words.push(number);
        }
        let parted = ["", "st", "nd", "rd", "th", "er"].contains(&ending) || ending.starts_with('T');
        if number.is_empty() && !FILLERS.contains(&piece) || !number.is_empty() && !parted {
            words.push(ending);
        }
        rest = after;
    }
    words
}

/// Whether a number is a day or a month with a full stop between it and the next number.
fn is_stopped(number: &str, after: &str) -> bool {
    let next = after.strip_prefix('.').map(str::trim_start);
    (1..=2).contains(&number.len()) && next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
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
    let languages = MONTHS.lines().filter(|line| !line.starts_with('#'));
    let place =
        languages.map(|months| months.split(' ').position(|month| fits(&month))).find_map(|place| place)?;
    u32::try_from(place + 1).ok()
}

fn whole(word: &str) -> Option<u32> {
    let word = word.strip_suffix('.').unwrap_or(word);
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
        check("4.5.2025", Some("2025-05-04"));
        check("04. 05. 2025, 16.30 Uhr", Some("2025-05-04"));
        check("2025年4月3日", Some("2025-04-03"));
        check("23 Nisan 2025", Some("2025-04-23"));
        check("3. huhtikuuta 2025", Some("2025-04-03"));
        check("٢٣ أبريل 2025", None);
        check("23 أبريل 2025", Some("2025-04-23"));
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
        check("04-05-2025 10:29", None);
        check("04/04/2025", Some("2025-04-04"));
        check("2025-02-29", Some("2025-02"));
        check("2025-13-01", Some("2025"));
        check("1745391600", None);
        check("1.2.3", None);
        check("yesterday", None);
        check("99999999999999999999", None);
        check("", None);
    }

    #[test]
    fn dates_among_other_words() {
        assert_eq!(find("London, 23 April 2025, at noon").as_deref(), Some("2025-04-23"));
        assert_eq!(find("In April 2025 the 23 states met").as_deref(), None);
        assert_eq!(find("04-05-2025 10:29").as_deref(), None);
        assert_eq!(begins("(23 April 2025) The ministers met").as_deref(), Some("2025-04-23"));
        assert_eq!(begins("On 23 April 2025 the ministers met").as_deref(), None);
        assert_eq!(find_short("By A. Author | 23.04.25").as_deref(), Some("2025-04-23"));
        assert_eq!(find_short("23.14.25, 23/04/25, 3.2 and 11").as_deref(), None);
        assert_eq!(
            in_address("https://example.org/world/2025/04/23/talks.html").as_deref(),
            Some("2025-04-23")
        );
        assert_eq!(in_address("https://example.org/2025-04-23-talks").as_deref(), Some("2025-04-23"));
        assert_eq!(in_address("https://example.org/news/20250423/talks").as_deref(), Some("2025-04-23"));
        assert_eq!(in_address("https://example.org/a/12/34"), None);
    }
}
