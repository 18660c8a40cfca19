//! Whatever is pasted and whatever is selected in it, the very words are kept, and found again after a restart.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use standpoint_tests::desk::Desk;

/// Pieces whose length differs by how one counts: bytes, UTF-16 units, scalar values, what a reader sees.
const PIECES: &[&str] = &[
    "Country A said: ",
    "“yes”, ",
    "👩‍👩‍👧‍👦 ",
    "🇺🇦🇬🇧",
    "e\u{301}e\u{301} ",
    "وقف إطلاق النار ",
    "שלום ",
    "停火 ",
    "\r\n",
    "\r\n\r\n",
    "\n",
    "\t",
    "\u{a0}",
    "ﬁnal ",
    "Å\u{30a}",
    "x\u{200d}y",
];

#[test]
fn any_selection_in_any_text_is_found_again() {
    let mut desk = Desk::default();
    let texts = prop::collection::vec(prop::sample::select(PIECES), 1..40);
    let selections = prop::array::uniform3((any::<prop::sample::Index>(), any::<prop::sample::Index>()));
    let mut kept: Vec<(Value, String)> = Vec::new();
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() });
    let kept_here = std::cell::RefCell::new(&mut kept);
    runner
        .run(&(texts, selections), |(pieces, selections)| {
            // A source without a word in it would be refused.
            let text = format!("Words. {}", pieces.concat());
            let source = desk.paste("Any text", &text);
            let read = desk.call("source_get", json!({ "id": source }));
            let characters: Vec<char> = read["text"].as_str().unwrap().chars().collect();
            for span in read["structure"]["spans"].as_array().unwrap() {
                prop_assert!(span["end"].as_u64().unwrap() as usize <= characters.len(), "{span}");
            }
            for (one, other) in selections {
                let (one, other) = (one.index(characters.len()), other.index(characters.len()));
                let (start, end) = (one.min(other), one.max(other) + 1);
                let words: String = characters[start..end].iter().collect();
                let range = json!({ "source": source, "start": start, "end": end });
                let Ok(excerpt) = desk.attempt("excerpt_keep", range) else {
                    prop_assert!(words.trim().is_empty(), "refused: {words:?}");
                    continue;
                };
                prop_assert_eq!(excerpt["quote"].as_str(), Some(words.as_str()));
                kept_here.borrow_mut().push((excerpt["id"].clone(), words));
            }
            Ok(())
        })
        .unwrap();
    desk.restart();
    let there = desk.call("excerpt_list", json!({}));
    for (id, words) in kept {
        let row = there.as_array().unwrap().iter().find(|row| row["excerpt"]["id"] == id).unwrap();
        assert_eq!((&row["excerpt"]["quote"], &row["excerpt"]["orphan"]), (&json!(words), &json!(false)));
    }
}
