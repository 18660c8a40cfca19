//! What cannot be, asked for all the same: a clear word, and nothing lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;

/// A desk with one actor under another, an issue, and a text that names them.
struct Table {
    desk: Desk,
    above: Value,
    below: Value,
    issue: Value,
    source: Value,
}

fn table() -> Table {
    let desk = Desk::default();
    let above = desk.actor("Kessia", "state", None);
    let below = desk.actor("Office of Kessia", "government_body", Some(&above));
    let issue = desk.issue("Truce");
    let source = desk.paste("News", "The Palace rejects the truce. Kessia left.");
    Table { desk, above, below, issue, source }
}

fn facts(name: &str, parent: &Value, aliases: &[String]) -> Value {
    json!({ "name": name, "kind": "state", "parent": parent, "aliases": aliases })
}

fn position(table: &Table, change: &Value) -> Value {
    let mut facts = json!({
        "actors": [table.above], "issue": table.issue, "stance": "opposes", "evidence": [],
        "manner": "on_record", "as_of": "2025-04-18", "confidence": "high",
    });
    for (name, value) in change.as_object().unwrap() {
        facts[name] = value.clone();
    }
    json!({ "facts": facts })
}

/// The command is refused in these words, and the dossier is as it was.
#[track_caller]
fn refused(command: &str, args: impl FnOnce(&Table) -> Value, expect: &str) {
    let mut table = table();
    let args = args(&table);
    let before = table.desk.dump();
    let error = table.desk.attempt(command, args).unwrap_err();
    assert_eq!(error.message, expect);
    assert_eq!(table.desk.dump(), before, "nothing is lost");
}

#[test]
fn nobody_is_its_own_ancestor() {
    const WORDS: &str = "An actor cannot stand under itself.";
    refused("actor_move", |it| json!({ "id": it.above, "parent": it.above, "after": null }), WORDS);
    refused("actor_move", |it| json!({ "id": it.above, "parent": it.below, "after": null }), WORDS);
    refused("actor_edit", |it| json!({ "id": it.above, "facts": facts("Kessia", &it.below, &[]) }), WORDS);
    refused(
        "actor_merge",
        |it| json!({ "gone": it.above, "kept": it.above }),
        "An actor cannot be merged with itself.",
    );
}

#[test]
fn positions_of_nobody_on_nothing_or_no_day_are_refused() {
    let of = |change: Value| move |it: &Table| position(it, &change);
    refused("position_record", of(json!({ "actors": [] })), "A position needs at least one actor.");
    refused(
        "position_record",
        of(json!({ "as_of": "2025-02-30" })),
        "The request cannot be read: “2025-02-30” is not a date; write 2025, 2025-04 or 2025-04-23.",
    );
    refused(
        "position_record",
        of(json!({ "as_of": "yesterday" })),
        "The request cannot be read: “yesterday” is not a date; write 2025, 2025-04 or 2025-04-23.",
    );
    refused(
        "matrix_get",
        |_| json!({ "as_of": "2025-13" }),
        "The request cannot be read: “2025-13” is not a date; write 2025, 2025-04 or 2025-04-23.",
    );
    let nobody = json!("00000000-0000-7000-8000-000000000009");
    refused("position_record", of(json!({ "actors": [nobody] })), "That actor is no longer in the dossier.");
    refused("position_record", of(json!({ "issue": nobody })), "That issue is no longer in the dossier.");
}

#[test]
fn rolls_and_kept_searches_say_what_is_wrong_with_them() {
    refused("actor_read_roll", |_| json!({ "text": "" }), "“pasted text” is empty. No actor was added.");
    refused(
        "actor_read_roll",
        |_| json!({ "text": " , ,\n" }),
        "There is no text in “pasted text”. No actor was added.",
    );
    refused(
        "actor_read_roll",
        |it| json!({ "path": it.desk.path("none.csv") }),
        "“none.csv” is not there. No actor was added.",
    );
    refused("actor_read_roll", |_| json!({}), "There is neither a file nor a text to read.");
    refused(
        "search_save",
        |_| json!({ "query": "( * )" }),
        "There is nothing in it to look for. Type a word, or a filter such as in:notes.",
    );
}

#[test]
fn an_actor_merged_with_the_one_above_it_keeps_its_people_and_comes_back() {
    let mut table = table();
    let child = table.desk.actor("Desk of the Office", "government_body", Some(&table.below));
    let before = table.desk.dump();
    table.desk.call("actor_merge", json!({ "gone": table.below, "kept": table.above }));
    let rows = table.desk.call("actor_list", json!({}));
    let parent = rows.as_array().unwrap().iter().find(|row| row["actor"]["id"] == child).unwrap();
    assert_eq!(parent["actor"]["parent"], table.above);
    table.desk.call("undo", json!({}));
    assert_eq!(table.desk.dump(), before);
}

#[test]
fn a_name_of_two_actors_offers_both() {
    let Table { desk, above, below, source, .. } = table();
    let palace = ["the Palace".to_owned()];
    desk.call("actor_edit", json!({ "id": above, "facts": facts("Kessia", &Value::Null, &palace) }));
    desk.call("actor_edit", json!({ "id": below, "facts": facts("Office of Kessia", &above, &palace) }));
    let named = desk.call("source_mentions", json!({ "id": source }));
    assert_eq!(named["mentions"][0]["actors"], json!([above, below]));
    let suggested = desk.call("source_suggestions", json!({ "id": source }));
    assert_eq!((&suggested[0]["actors"], &suggested[0]["either"]), (&json!([above, below]), &json!(true)));
}

#[test]
fn ten_thousand_names_of_one_actor_are_kept_and_found() {
    let Table { desk, above, .. } = table();
    let names: Vec<String> = (0..10_000).map(|number| format!("Name {number}")).collect();
    desk.call("actor_edit", json!({ "id": above, "facts": facts("Kessia", &Value::Null, &names) }));
    let source = desk.paste("More", "It was Name 9999 who came.");
    let found = desk.call("source_mentions", json!({ "id": source }));
    assert_eq!(found["mentions"][0]["actors"], json!([above]));
}

#[test]
fn whatever_is_typed_into_the_search_box_is_answered() {
    let Table { desk, .. } = table();
    for text in [
        "truce ".repeat(1_700),
        "AND OR NOT ( ) * \"".repeat(600),
        "a".repeat(10_000),
        "\0".into(),
        String::new(),
    ] {
        let hits = desk.call("search", json!({ "text": text, "limit": 5 }));
        assert_eq!(
            hits.as_array().unwrap().is_empty(),
            !text.starts_with("truce"),
            "{}",
            &text[..text.len().min(20)]
        );
    }
}
