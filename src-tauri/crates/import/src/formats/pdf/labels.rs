//! What is printed on pages as their numbers (ISO 32000-1, 12.4.2).

use std::collections::BTreeMap;

use hayro_font::hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};

use super::strings;

/// A tree of numbers deeper than this is made up.
const DEEPEST: usize = 16;

/// The label of each page; empty when the document has none.
pub(super) fn read(catalog: &Dict<'_>, pages: usize) -> Vec<String> {
    let mut ranges = BTreeMap::new();
    if let Some(tree) = catalog.get::<Dict<'_>>(b"PageLabels") {
        gather(&tree, DEEPEST, pages, &mut ranges);
    }
    let Some((first, _)) = ranges.first_key_value() else { return Vec::new() };
    let mut labels: Vec<String> = (0..*first).map(|place| (place + 1).to_string()).collect();
    let ends = ranges.keys().copied().skip(1).chain([pages]);
    for ((start, range), end) in ranges.iter().zip(ends) {
        labels.extend((0..end - start).map(|place| range.label(place)));
    }
    labels
}

/// How the pages from one on are numbered.
struct Range {
    prefix: String,
    style: Option<u8>,
    first: usize,
}

fn gather(tree: &Dict<'_>, depth: usize, pages: usize, ranges: &mut BTreeMap<usize, Range>) {
    if let Some(numbers) = tree.get::<Array<'_>>(b"Nums") {
        let mut items = numbers.iter::<Object<'_>>();
        while let (Some(place), Some(range)) = (items.next(), items.next()) {
            let place = place.into_i32().and_then(|place| usize::try_from(place).ok());
            if let (Some(place), Object::Dict(range)) = (place.filter(|place| *place < pages), range) {
                ranges.insert(place, Range::of(&range));
            }
        }
    }
    if let Some(kids) = tree.get::<Array<'_>>(b"Kids").filter(|_| depth > 0) {
        kids.iter::<Dict<'_>>().for_each(|kid| gather(&kid, depth - 1, pages, ranges));
    }
}

impl Range {
    fn of(dict: &Dict<'_>) -> Self {
        let first = dict.get::<i32>(b"St").and_then(|first| usize::try_from(first).ok()).unwrap_or(1);
        Self {
            prefix: dict.get::<PdfString<'_>>(b"P").map(|prefix| strings::text(&prefix)).unwrap_or_default(),
            style: dict.get::<Name<'_>>(b"S").and_then(|style| style.first().copied()),
            first,
        }
    }

    fn label(&self, place: usize) -> String {
        let number = self.first + place;
        let number = match self.style {
            Some(b'D') => number.to_string(),
            Some(b'r') => roman(number).to_lowercase(),
            Some(b'R') => roman(number),
            Some(b'a') => letters(number).to_lowercase(),
            Some(b'A') => letters(number),
            _ => String::new(),
        };
        format!("{}{number}", self.prefix)
    }
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 10_000 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

/// A to Z, then AA to ZZ, and so on.
fn letters(number: usize) -> String {
    const FEW: usize = 26 * 50;
    if number == 0 || number > FEW {
        return number.to_string();
    }
    let letter = char::from(b'A' + ((number - 1) % 26) as u8);
    std::iter::repeat_n(letter, (number - 1) / 26 + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(style: Option<u8>, first: usize, expect: [&str; 3]) {
        let range = Range { prefix: "A-".to_owned(), style, first };
        assert_eq!([0, 1, 2].map(|place| range.label(place)), expect.map(|label| format!("A-{label}")));
    }

    #[test]
    fn styles() {
        check(Some(b'D'), 1, ["1", "2", "3"]);
        check(Some(b'r'), 3, ["iii", "iv", "v"]);
        check(Some(b'R'), 1998, ["MCMXCVIII", "MCMXCIX", "MM"]);
        check(Some(b'A'), 26, ["Z", "AA", "BB"]);
        check(None, 1, ["", "", ""]);
    }
}
