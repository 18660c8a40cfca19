//! A note from its beginning to its clearance, through the commands: what it begins with, what is pointed out, what is
//! kept, what changed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::cli::done;
use standpoint_tests::desk::Desk;

const RECORD: &str = "Kessia will not move the border. Orland asked for a bridge.";

struct Talks {
    desk: Desk,
    kessia: Value,
    border: Value,
    quote: Value,
    position: Value,
}

impl Talks {
    fn new() -> Self {
        let desk = Desk::default();
        let source = desk.paste("Record", RECORD);
        let quote = desk.keep(&source, "Kessia will not move the border.");
        let kessia = desk.actor("Kessia", "state", None);
        let border = desk.issue("Border");
        let facts = json!({ "actors": [kessia] });
        let position = desk.position(&border, "opposes", &[&quote], &facts);
        Self { desk, kessia, border, quote, position }
    }

    fn note(&self, args: &Value) -> Value {
        let mut all = json!({ "title": "After the talks", "template": "position_paper" });
        for (name, value) in args.as_object().into_iter().flatten() {
            all[name] = value.clone();
        }
        self.desk.call("note_create", all)["id"].clone()
    }

    fn insert(&self, note: &Value, body: &Value) -> Value {
        self.desk.call("block_insert", json!({ "note": note, "body": body, "after": null }))["id"].clone()
    }

    fn checks(&self, note: &Value) -> Vec<String> {
        let checks = self.desk.call("note_checks", json!({ "note": note }));
        let kind = |check: &Value| check["kind"].as_str().unwrap().to_owned();
        checks.as_array().unwrap().iter().map(kind).collect()
    }

    /// What the note says, block by block.
    fn said(&self, note: &Value) -> Vec<String> {
        let note = self.desk.call("note_get", json!({ "id": note }));
        note["blocks"].as_array().unwrap().iter().map(|block| words(&block["body"])).collect()
    }
}

fn paragraph(words: &str) -> Value {
    json!({ "kind": "paragraph", "level": 1, "lead": [], "text": [{ "type": "text", "text": words }] })
}

/// Every word in a body, citations as [x].
fn words(body: &Value) -> String {
    match body {
        Value::Object(fields) if fields.get("type") == Some(&json!("citation")) => "[x]".to_owned(),
        Value::Object(fields) => {
            let inner = fields.iter().filter(|(name, _)| !matches!(name.as_str(), "kind" | "type" | "id"));
            inner.map(|(_, value)| words(value)).collect::<Vec<_>>().concat()
        }
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().concat(),
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

#[test]
fn a_note_begins_with_what_the_dossier_knows() {
    let talks = Talks::new();
    let orland = talks.desk.actor("Orland", "state", None);
    let speaker = talks.desk.call(
        "actor_create",
        json!({ "facts": { "name": "Ida Brandt", "kind": "person", "parent": talks.kessia, "aliases": [],
            "role": "Foreign minister", "pronunciation": "EE-da BRANT" } }),
    )["id"]
        .clone();
    let bridge = talks.desk.issue("Bridge");
    talks.desk.position(&bridge, "supports", &[], &json!({ "actors": [orland] }));
    let note = talks.note(&json!({
        "template": "meeting_brief",
        "actors": [talks.kessia, speaker],
        "issues": [talks.border],
        "meeting": { "title": "Border talks", "place": "Orland", "start": "2025-04-29T09:30:00+01:00", "zone": "BST",
            "who": "Ida Brandt" },
    }));
    let said = talks.said(&note).join("\n");
    for words in ["Ida Brandt, Foreign minister", "Kessia on Border: opposes it.[x]"] {
        assert!(said.contains(words), "“{words}” is not in\n{said}");
    }
    // Other issues are not its matter, and the meeting stands in the title block.
    assert!(!said.contains("Bridge") && !said.contains("Border talks"), "{said}");
    let read_ahead = talks.note(&json!({ "template": "read_ahead", "actors": [speaker] }));
    assert!(talks.said(&read_ahead).join("\n").contains("Ida Brandt: EE-da BRANT"));
    // The brief after this one says what moved in between.
    let facts =
        json!({ "actors": [talks.kessia], "supersedes": talks.position["id"], "as_of": "2025-04-23" });
    talks.desk.position(&talks.border, "supports", &[&talks.quote], &facts);
    let next = talks.note(&json!({}));
    let next = talks.desk.call("note_get", json!({ "id": next }));
    assert_eq!(next["note"]["last_brief"], "After the talks, version 1.0, 23 April 2025");
    // The clock of this desk stands still, so that nothing has moved since.
    let kinds: Vec<&Value> =
        next["blocks"].as_array().unwrap().iter().map(|block| &block["body"]["kind"]).collect();
    assert!(!kinds.contains(&&json!("change")), "{kinds:?}");
}

#[test]
fn what_is_pointed_out_can_be_waived_with_a_reason_that_is_kept() {
    let mut talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    let before = talks.checks(&note);
    let block = talks.insert(&note, &paragraph("Kessia may reject the bridge."));
    let checks = talks.desk.call("note_checks", json!({ "note": note }));
    let loose = checks.as_array().unwrap().iter().find(|check| check["kind"] == "loose").unwrap().clone();
    assert_eq!((&loose["block"], &loose["words"]), (&block, &json!("may")));
    let refused =
        talks.desk.attempt("check_waive", json!({ "note": note, "key": loose["key"], "reason": "" }));
    assert!(refused.unwrap_err().message.starts_with("Say why"));
    talks.desk.call("check_waive", json!({ "note": note, "key": loose["key"], "reason": "Their own word." }));
    talks.desk.restart();
    let waived = |talks: &Talks| -> Value {
        let checks = talks.desk.call("note_checks", json!({ "note": note }));
        checks.as_array().unwrap().iter().find(|check| check["key"] == loose["key"]).unwrap()["waived"]
            .clone()
    };
    assert_eq!(waived(&talks)["reason"], "Their own word.");
    let pdf = talks.desk.path("note.pdf");
    let exported = talks.desk.call("note_export", json!({ "note": note, "path": pdf }));
    let said: Vec<&Value> = exported["checks"].as_array().unwrap().iter().map(|it| &it["kind"]).collect();
    assert!(!said.contains(&&json!("loose")) && said.contains(&&json!("claim")), "{said:?}");
    talks.desk.call("undo", json!({}));
    assert_eq!(waived(&talks), Value::Null);
    talks.desk.call("block_delete", json!({ "id": block }));
    assert_eq!(talks.checks(&note), before);
}

#[test]
fn versions_are_kept_compared_put_back_and_cleared() {
    let mut talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    let block = talks.insert(&note, &paragraph("The talks go on."));
    let version = talks.desk.call("version_keep", json!({ "note": note, "name": "To the private office" }));
    talks.desk.call("block_edit", json!({ "id": block, "body": paragraph("The talks go on and on.") }));
    let compare = |talks: &Talks, from: Value| {
        let args = json!({ "note": note, "from": from, "to": { "of": "now" } });
        talks.desk.call("version_compare", args)
    };
    let kept = json!({ "of": "version", "id": version["id"] });
    let pieces = compare(&talks, kept.clone())["blocks"][0]["texts"][0].clone();
    assert_eq!(
        pieces,
        json!([{ "stands": "both", "text": "The talks go " }, { "stands": "now", "text": "on and " },
            { "stands": "both", "text": "on." }])
    );

    let cleared = talks.desk.call("note_clear", json!({ "id": note, "by": "Head of Unit" }));
    assert_eq!(cleared["clearance"]["version"], "1.0");
    assert!(!talks.checks(&note).contains(&"changed_since_clearance".to_owned()));
    talks.desk.call("block_edit", json!({ "id": block, "body": paragraph("The talks are over.") }));
    assert!(talks.checks(&note).contains(&"changed_since_clearance".to_owned()));
    let pdf = talks.desk.path("note.pdf");
    let export = talks.desk.call("note_export", json!({ "note": note, "path": pdf }))["export"].clone();
    let exported = json!({ "of": "export", "id": export["id"] });
    assert_eq!(compare(&talks, exported.clone())["blocks"], json!([]));

    talks.desk.call("version_restore", json!({ "id": version["id"] }));
    assert_eq!(compare(&talks, kept)["blocks"], json!([]));
    assert_eq!(compare(&talks, exported)["blocks"][0]["became"], "changed");
    talks.desk.call("undo", json!({}));
    assert!(talks.said(&note).contains(&"The talks are over.".to_owned()));
    talks.desk.call("note_withdraw_clearance", json!({ "id": note }));
    assert_eq!(talks.desk.call("note_get", json!({ "id": note }))["note"]["clearance"], Value::Null);
    // Two versions: what was kept and what was cleared; undoing everything leaves them.
    while !talks.desk.call("app_state", json!({}))["undo"].is_null() {
        talks.desk.call("undo", json!({}));
    }
    talks.desk.restart();
    assert_eq!(talks.desk.call("version_list", json!({ "id": note })).as_array().unwrap().len(), 2);
}

#[test]
fn other_words_than_were_cleared_are_a_draft() {
    let talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    let block = talks.insert(&note, &paragraph("The talks go on."));
    let says_draft = || {
        let path = talks.desk.path("note.html");
        talks.desk.call("note_export", json!({ "note": note, "path": path, "format": "html" }));
        std::fs::read_to_string(path).unwrap().contains("DRAFT")
    };
    let says = |words: &str| talks.desk.call("block_edit", json!({ "id": block, "body": paragraph(words) }));
    assert!(says_draft());
    talks.desk.call("note_clear", json!({ "id": note, "by": "Head of Unit" }));
    assert!(!says_draft());
    says("The talks are over.");
    assert!(says_draft());
    says("The talks go on.");
    assert!(!says_draft(), "the words that were cleared");
    // Cleared among the note's facts, as after withdrawing; what else is changed there changes no clearance.
    says("The talks are over.");
    let mut facts = talks.desk.call("note_get", json!({ "id": note }))["note"].clone();
    facts["clearance"] = json!({ "by": "Director", "at": "2025-04-28T20:00:00Z", "version": "1.0" });
    talks.desk.call("note_edit", json!({ "id": note, "facts": facts }));
    assert!(!says_draft());
    facts["reference"] = json!("TALKS/1");
    says("The talks are over!");
    talks.desk.call("note_edit", json!({ "id": note, "facts": facts }));
    assert!(says_draft());
}

#[test]
fn a_block_says_what_changed_behind_it() {
    let talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    let position = &talks.position["id"];
    let block = talks.insert(&note, &json!({ "kind": "position", "position": position }));
    let quoted = talks.insert(&note, &json!({ "kind": "quotation", "excerpt": talks.quote }));
    let changes = || talks.desk.call("link_changes", json!({ "id": note }));
    assert_eq!(changes(), json!([]));
    let mut facts = talks.position.clone();
    facts["stance"] = json!("neutral");
    talks.desk.call("position_edit", json!({ "id": position, "facts": facts }));
    assert_eq!(
        changes(),
        json!([{ "block": block, "link": { "to": "position", "id": position }, "later": null, "gone": false,
            "facts": [{ "fact": "stance", "then": "opposes", "now": "neutral" }] }])
    );
    // A copy of the note knows what was seen behind the original.
    let next = talks.note(&json!({ "from": note, "title": "A month later" }));
    let copied = talks.desk.call("link_changes", json!({ "id": next }));
    assert_eq!(copied[0]["facts"][0]["then"], "opposes");
    talks.desk.call("link_accept", json!({ "id": block }));
    assert_eq!(changes(), json!([]));
    talks.desk.call("undo", json!({}));
    assert_eq!(changes().as_array().unwrap().len(), 1);
    let source = talks.desk.call("source_list", json!({}))[0]["source"]["id"].clone();
    talks.desk.call("source_withdraw", json!({ "id": source, "reason": "forged" }));
    let all = changes();
    let behind = all.as_array().unwrap().iter().find(|change| change["block"] == quoted).unwrap();
    assert_eq!(behind["facts"], json!([{ "fact": "source_state", "then": "active", "now": "withdrawn" }]));
}

#[test]
fn a_note_made_from_the_last_one_shows_what_to_renew() {
    let talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    talks.insert(&note, &paragraph("The talks go on."));
    let next = talks.note(&json!({ "from": note, "title": "A month later" }));
    assert_eq!(talks.said(&next), talks.said(&note));
    let begun = talks.desk.call("note_get", json!({ "id": next }));
    assert_eq!(begun["note"]["last_brief"], "After the talks, version 1.0, 23 April 2025");
    let carried = |talks: &Talks| talks.checks(&next).iter().filter(|kind| *kind == "carried_over").count();
    assert_eq!(carried(&talks), 1);
    let first = &begun["blocks"][0];
    assert_eq!(words(&first["body"]), "The talks go on.");
    talks.desk.call("block_edit", json!({ "id": first["id"], "body": paragraph("The talks are over.") }));
    assert_eq!(carried(&talks), 0);
    assert!(!talks.checks(&note).contains(&"carried_over".to_owned()));
}

#[test]
fn any_note_can_be_a_template() {
    let talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    talks.insert(&note, &paragraph("The talks go on."));
    talks.insert(&note, &json!({ "kind": "quotation", "excerpt": talks.quote }));
    let save = |name: &str, words: &str| {
        let args =
            json!({ "note": note, "name": name, "purpose": "For Mondays", "max_pages": 1, "words": words });
        talks.desk.call("template_save", args);
    };
    save("Weekly brief", "emptied");
    save("Weekly brief in full", "kept");
    let templates = talks.desk.call("template_list", json!({}));
    let own: Vec<Value> =
        templates.as_array().unwrap().iter().filter(|one| one["own"] == true).cloned().collect();
    assert_eq!(own.len(), 2);
    let empty = talks.note(&json!({ "template": own[0]["id"], "title": "Week 17" }));
    assert_eq!(talks.said(&empty)[..2], ["", "Issue"]);
    let full = talks.note(&json!({ "template": own[1]["id"], "title": "Week 17" }));
    assert_eq!(talks.said(&full), talks.said(&note));
    let begun = talks.desk.call("note_get", json!({ "id": full }));
    assert_eq!(begun["note"]["template"], "Weekly brief in full");
    let checks = talks.desk.call("note_checks", json!({ "note": full, "pages": 2 }));
    assert!(checks.as_array().unwrap().iter().any(|check| check["kind"] == "length"), "{checks}");
    talks.desk.call("template_delete", json!({ "id": own[0]["id"] }));
    let refused = talks.desk.attempt("note_create", json!({ "title": "Week 18", "template": own[0]["id"] }));
    assert!(refused.unwrap_err().message.starts_with("There is no template"));
}

#[test]
fn words_are_replaced_throughout_in_one_step() {
    let talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    let [second, first] =
        ["Orland waits.", "Orland goes."].map(|words| talks.insert(&note, &paragraph(words)));
    let blocks = json!([{ "id": first, "body": paragraph("Kessia goes.") },
        { "id": second, "body": paragraph("Kessia waits.") }]);
    talks.desk.call("words_replace", json!({ "note": note, "blocks": blocks }));
    assert_eq!(talks.said(&note)[..2], ["Kessia goes.", "Kessia waits."]);
    talks.desk.call("undo", json!({}));
    assert_eq!(talks.said(&note)[..2], ["Orland goes.", "Orland waits."]);
    let other = talks.note(&json!({ "template": "submission" }));
    let refused = talks.desk.attempt("words_replace", json!({ "note": other, "blocks": blocks }));
    assert!(refused.is_err(), "a block of another note is not touched");
}

#[test]
fn the_command_line_tells_versions_apart() {
    let mut talks = Talks::new();
    let note = talks.note(&json!({ "template": "submission" }));
    let block = talks.insert(&note, &paragraph("Kessia will come to the talks."));
    let version = talks.desk.call("version_keep", json!({ "note": note, "name": "First" }));
    talks.desk.call("block_edit", json!({ "id": block, "body": paragraph("Kessia may come to the talks.") }));
    talks.desk.call("dossier_close", json!({}));
    let dossier = talks.desk.path("desk.standpoint");
    let dossier = dossier.to_str().unwrap();
    let (note, id) = (note.as_str().unwrap(), version["id"].as_str().unwrap());
    let versions = done(["versions", dossier, "--note", note]);
    assert!(versions.starts_with(id) && versions.trim_end().ends_with("First"), "{versions}");
    let compared = done(["compare", dossier, "--note", note, "--from", id]);
    assert_eq!(compared, "changed 1: Kessia [-will -]{+may +}come to the talks.\n");
    let same = done(["compare", dossier, "--note", note, "--from", id, "--to", id]);
    assert_eq!(same, "Nothing has changed.\n");
    let checks = done(["checks", dossier, "--note", note]);
    assert!(checks.contains("loose                   “may” says little"), "{checks}");
    talks.desk.restart();
}
