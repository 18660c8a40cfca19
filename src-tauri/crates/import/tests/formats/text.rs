//! Plain text: paragraphs as the writer broke them, every word kept.

use crate::outline::{blocks, extract, facts};

#[track_caller]
fn check(source: &str, expect: &str) {
    assert_eq!(blocks(&extract("a.txt", None, source.as_bytes())), expect);
}

const SENTENCE: &str = "The ministers met for the third time this month and said that they would go on meeting until \
    an agreement had been reached.";

#[test]
fn paragraphs() {
    check("One.\n\nTwo.", "p One.\np Two.");
    check("One.\r\n\r\n\r\nTwo.\r\n", "p One.\np Two.");
    check("One.\r\rTwo.", "p One.\np Two.");
    check("  One \n \t \n Two", "p One\np Two");
    check("One\u{c}Two", "p One / Two");
    check("Dear Minister,\nthank you\nfor coming.", "p Dear Minister, / thank you / for coming.");
    check(&format!("{SENTENCE}\n{SENTENCE}\nShort."), &format!("p {SENTENCE}\np {SENTENCE}\np Short."));
    check("a\u{1b}b\u{ad}c\u{feff}", "p abc");
}

#[test]
fn every_word_comes_through() {
    let source =
        format!("{SENTENCE}\n‘Quoted‘ – dashes\u{a0}and €10 billion\n{SENTENCE}\n\nLast line").repeat(40);
    let extracted = extract("a.txt", None, source.as_bytes());
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&extracted.text), words(&source));
    assert_eq!(extracted.media_type, "text/plain");
    assert_eq!((extracted.pages, extracted.html, extracted.warnings), (vec![], None, vec![]));
}

#[test]
fn what_is_known_is_guessed() {
    let source = format!("Statement on the talks\n\nLondon, 23 April 2025\n\n{SENTENCE} {SENTENCE}");
    assert_eq!(
        facts(&extract("a.txt", None, source.as_bytes()).meta),
        "title: Statement on the talks (?)\npublished: 2025-04-23 (?)\nlanguage: en (?)"
    );
    assert_eq!(facts(&extract("joint-statement.txt", None, b"One.").meta), "title: Joint statement (?)");
}
