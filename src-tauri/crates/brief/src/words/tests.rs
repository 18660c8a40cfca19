//! The files against one another.

use super::{FILES, Phrase, Words, lines, pieces};
use std::collections::BTreeSet;

fn braces(words: &str) -> BTreeSet<&str> {
    pieces(words).filter_map(|piece| piece.name).collect()
}

#[test]
fn every_language_has_every_phrase_with_the_same_braces() {
    for file in &FILES {
        let known: Vec<&str> = lines(file.text).map(|(name, _)| name).collect();
        for name in &known {
            assert!(Phrase::ALL.iter().any(|it| it.name() == *name), "{}: {name} is no phrase", file.tag);
        }
        let region = file.tag.contains('-');
        for &phrase in Phrase::ALL {
            let times = known.iter().filter(|name| **name == phrase.name()).count();
            assert!(times == 1 || (region && times == 0), "{}: {} × {times}", file.tag, phrase.name());
            let (own, english) = (Words(file.table()).get(phrase), Words::of("en").get(phrase));
            assert_eq!(braces(own), braces(english), "{}: {}", file.tag, phrase.name());
            assert_eq!(own.matches('*').count(), english.matches('*').count(), "{}: {own}", file.tag);
            assert!(!own.trim().is_empty(), "{}: {}", file.tag, phrase.name());
        }
    }
}

#[test]
fn lists_have_their_lengths() {
    let lists = [
        (Phrase::Months, 12),
        (Phrase::MonthsInDates, 12),
        (Phrase::MonthsShort, 12),
        (Phrase::Weekdays, 7),
        (Phrase::AnnexLetters, 4),
    ];
    for file in &FILES {
        for (phrase, length) in lists {
            let items: Vec<&str> = Words(file.table()).get(phrase).split(", ").collect();
            assert_eq!(items.len(), length, "{}: {}", file.tag, phrase.name());
            assert!(items.iter().all(|item| !item.is_empty()), "{}: {}", file.tag, phrase.name());
        }
    }
}

#[test]
fn phrases_are_filled() {
    let words = Words::of("en");
    let names = ["France", "Germany", "Poland"].map(str::to_owned);
    assert_eq!(words.list(&names), "France, Germany, Poland");
    assert_eq!(words.and(&names), "France, Germany and Poland");
    assert_eq!(words.and(&names[..1]), "France");
    assert_eq!(words.and(&[]), "");
    assert_eq!(words.sentence("So it is "), "So it is.");
    assert_eq!(words.sentence("Is it?"), "Is it?");
    assert_eq!(words.quoted("no “dam” here"), "“no “dam” here”");
    assert_eq!(words.quoted("“No dam,” he said."), "“\u{202F}“No dam,” he said.”");
    assert_eq!(Words::of("de").quoted("Er sagt „nein“"), "„Er sagt „nein“\u{202F}“");
    // What is put in is not read again.
    assert_eq!(words.with(Phrase::PageOf, &[("page", &"{total}"), ("total", &3)]), "Page {total} of 3");
    assert_eq!(words.around(Phrase::CitedInPlaces, "places", &[]), ("Cited in ".to_owned(), ".".to_owned()));
}
