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

#[test]
fn a_newer_version_takes_the_excerpts_along() {
    let mut desk = Desk::default();
    let sentences: Vec<String> = (1..=120)
        .map(|number| {
            format!("In point {number} the delegations set down what they had agreed on in round {number}.")
        })
        .collect();
    let older = desk.paste("Communiqué", &sentences.join("\n\n"));
    // One sentence in twenty says something else, and there is a new one.
    let changed: Vec<String> = sentences
        .iter()
        .enumerate()
        .map(
            |(at, sentence)| {
                if at % 20 == 7 { sentence.replace("agreed on", "left open") } else { sentence.clone() }
            },
        )
        .collect();
    let newer =
        desk.paste("Communiqué, corrected", &format!("Corrected version.\n\n{}", changed.join("\n\n")));
    let kept: Vec<Value> = sentences.iter().map(|sentence| desk.keep(&older, sentence)).collect();
    let actor = desk.actor("Country A", "state", None);
    let issue = desk.issue("Agreement");
    let evidence: Vec<&Value> = kept[5..9].iter().collect();
    let position = desk.position(&issue, "supports", &evidence, &json!({ "actors": [actor] }));
    let before = desk.dump();

    let done = desk.call("source_supersede", json!({ "id": older, "by": newer }));
    assert_eq!((&done["carried"], &done["orphans"]), (&json!(114), &json!(6)));
    let after = desk.dump();
    let text = desk.call("source_get", json!({ "id": newer }))["text"].clone();
    let characters: Vec<char> = text.as_str().unwrap().chars().collect();
    let rows = desk.call("excerpt_list", json!({ "source": newer }));
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 120);
    let orphan = rows[0]["excerpt"].clone();
    for row in rows.iter().map(|row| &row["excerpt"]) {
        let (start, end) = (row["start"].as_u64().unwrap() as usize, row["end"].as_u64().unwrap() as usize);
        let stands = row["source"] == newer
            && json!(characters[start..end].iter().collect::<String>()) == row["quote"];
        assert_eq!(json!(!stands), row["orphan"], "{row}");
    }
    let in_full = desk.call("position_get", json!({ "id": position["id"] }));
    assert_eq!(in_full["position"]["evidence"], position["evidence"], "positions keep what shows them");

    let now = orphan["quote"].as_str().unwrap().replace("agreed on", "left open");
    let at = text.as_str().unwrap().find(&now).unwrap();
    let start = text.as_str().unwrap()[..at].chars().count();
    let place =
        json!({ "id": orphan["id"], "source": newer, "start": start, "end": start + now.chars().count() });
    let placed = desk.call("excerpt_place", place);
    assert_eq!((&placed["quote"], &placed["orphan"]), (&json!(now), &json!(false)));
    desk.call("undo", json!({}));
    assert_eq!(desk.dump().first_difference(&after), None);
    desk.call("undo", json!({}));
    assert_eq!(desk.dump().first_difference(&before), None, "one step");
}
