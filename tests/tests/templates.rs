//! A template saved in one dossier is used in another: by a file, or from the shelf that every dossier offers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![allow(clippy::disallowed_methods, reason = "files to be read, in a folder that goes with the test")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;
use std::fs;

/// A dossier with two actors, an issue and a note that shows them, saved as a template with its words.
fn saved() -> (Desk, Value) {
    let desk = Desk::with_shelf();
    let kessia = desk.actor("Kessia", "state", None);
    let orland = desk.actor("Orland", "state", None);
    let border = desk.issue("The border");
    let source = desk.paste("Record", "Kessia would not recognise the border.");
    let quote = desk.keep(&source, "would not recognise the border");
    let note = desk.call("note_create", json!({ "title": "Talks", "template": "submission" }))["id"].clone();
    for block in desk.call("note_get", json!({ "id": note }))["blocks"].as_array().unwrap() {
        desk.call("block_delete", json!({ "id": block["id"] }));
    }
    let said = |text: &str| json!([{ "type": "text", "text": text }]);
    let cited = json!([{ "type": "text", "text": "As every week." },
        { "type": "citation", "targets": [{ "to": "excerpt", "id": quote }] }]);
    let mut after = Value::Null;
    for body in [
        json!({ "kind": "heading", "level": 1, "text": said("Where we are") }),
        json!({ "kind": "paragraph", "level": 1, "lead": [], "text": cited }),
        json!({ "kind": "quotation", "excerpt": quote }),
        json!({ "kind": "positions_table", "actors": [kessia, orland], "issues": [border], "caption": [] }),
        json!({ "kind": "actor_profile", "actor": orland }),
        json!({ "kind": "timeline", "actor": kessia, "issue": null }),
    ] {
        after =
            desk.call("block_insert", json!({ "note": note, "body": body, "after": after }))["id"].clone();
    }
    desk.call(
        "template_save",
        json!({ "note": note, "name": "Weekly brief", "purpose": "For Mondays", "max_pages": 2, "words": "kept" }),
    );
    let id = own(&desk)["id"].clone();
    (desk, id)
}

/// The only template of the user's own.
#[track_caller]
fn own(desk: &Desk) -> Value {
    let all = desk.call("template_list", json!({}));
    let mut own = all.as_array().unwrap().iter().filter(|one| one["own"] == true);
    let one = own.next().cloned().unwrap_or_default();
    assert!(own.next().is_none(), "{all}");
    one
}

/// The bodies of a note that begins with the template.
fn begun(desk: &Desk, template: &Value) -> Vec<Value> {
    let note = desk.call("note_create", json!({ "title": "Week 17", "template": template }))["id"].clone();
    let blocks = desk.call("note_get", json!({ "id": note }))["blocks"].clone();
    blocks.as_array().unwrap().iter().map(|block| block["body"].clone()).collect()
}

fn kinds(bodies: &[Value]) -> Vec<&str> {
    bodies.iter().map(|body| body["kind"].as_str().unwrap()).collect()
}

/// Another dossier in the same program, in which only one of the actors is known, under another name as well.
fn another(desk: &Desk) -> Value {
    desk.call("dossier_new", json!({ "path": desk.path("other.standpoint"), "title": "Other" }));
    let facts = json!({ "name": "Republic of Kessia", "kind": "state", "aliases": ["kessia"] });
    desk.call("actor_create", json!({ "facts": facts }))["id"].clone()
}

#[test]
fn by_a_file_into_another_dossier() {
    let (desk, id) = saved();
    let path = desk.path("weekly.standpoint-template");
    let exported = desk.call("template_export", json!({ "id": id, "path": path }));
    assert_eq!((&exported["name"], &exported["left_behind"]), (&json!("Weekly brief"), &json!(1)));
    let file = fs::read_to_string(&path).unwrap();
    assert!(
        !file.contains("citation") && !file.contains("quotation"),
        "nothing of the dossier goes out: {file}"
    );

    let kessia = another(&desk);
    let brought = desk.call("template_import", json!({ "path": path }));
    assert_eq!(brought["missing"], json!(["Orland", "The border"]));
    let bodies = begun(&desk, &brought["id"]);
    // A table of an issue that is not here is not the table of all issues.
    assert_eq!(kinds(&bodies), ["heading", "paragraph", "timeline"]);
    assert_eq!(bodies[1]["text"], json!([{ "type": "text", "text": "As every week." }]));
    assert_eq!(bodies[2]["actor"], kessia);
    assert_eq!(own(&desk)["max_pages"], 2);

    // Twice is once, and it is a step like others.
    desk.call("template_import", json!({ "path": path }));
    own(&desk);
    desk.call("undo", json!({}));
    desk.call("undo", json!({}));
    assert_eq!(own(&desk), Value::Null);
}

#[test]
fn names_are_found_however_they_are_written() {
    let (desk, id) = saved();
    let path = desk.path("weekly.standpoint-template");
    desk.call("template_export", json!({ "id": id, "path": path }));
    let kessia = another(&desk);
    let border = desk.issue("The  Bórder");
    let brought = desk.call("template_import", json!({ "path": path }));
    assert_eq!(brought["missing"], json!(["Orland"]));
    let table = &begun(&desk, &brought["id"])[2];
    assert_eq!((&table["actors"], &table["issues"]), (&json!([kessia]), &json!([border])));
}

#[test]
fn from_the_shelf_in_every_dossier() {
    let (desk, id) = saved();
    desk.call("template_offer", json!({ "id": id }));
    assert_eq!(own(&desk)["everywhere"], true);
    another(&desk);
    let offered = own(&desk);
    assert_eq!((&offered["here"], &offered["missing"]), (&json!(false), &json!(["Orland", "The border"])));
    let bodies = begun(&desk, &id);
    assert_eq!(kinds(&bodies), ["heading", "paragraph", "timeline"]);
    assert_eq!(own(&desk)["here"], true, "the note has brought its template along");
    desk.call("undo", json!({}));
    desk.call("undo", json!({}));
    assert_eq!(own(&desk)["here"], false);

    // Off the shelf, it is not lost: the open dossier keeps it.
    desk.call("template_withdraw", json!({ "id": id }));
    let kept = own(&desk);
    assert_eq!((&kept["here"], &kept["everywhere"]), (&json!(true), &json!(false)));
    let refused = desk.attempt("template_withdraw", json!({ "id": id })).unwrap_err();
    assert!(refused.message.contains("not offered in other dossiers"), "{refused}");
}

#[test]
fn what_is_no_template_is_refused_in_a_sentence() {
    let (desk, id) = saved();
    let path = desk.path("weekly.standpoint-template");
    desk.call("template_export", json!({ "id": id, "path": path }));
    let file = fs::read_to_string(&path).unwrap();
    let newer = file.replace("\"version\": 1", "\"version\": 2");
    let cases = [
        (
            newer.clone(),
            "was written by a newer version of Standpoint. Nothing was changed. Update Standpoint",
        ),
        (
            file[..file.len() / 2].to_owned(),
            "is no template of Standpoint, or is damaged. Nothing was changed.",
        ),
        (file.replace("heading", "hearing"), "is no template of Standpoint, or is damaged"),
        (file.replace("\"level\": 1", "\"level\": 7"), "is no template of Standpoint, or is damaged"),
        ("{}".to_owned(), "is no template of Standpoint, or is damaged"),
        (String::new(), "is empty."),
    ];
    for (bytes, expect) in cases {
        fs::write(&path, bytes).unwrap();
        let refused = desk.attempt("template_import", json!({ "path": path })).unwrap_err().to_string();
        assert!(refused.starts_with("“weekly.standpoint-template”") && refused.contains(expect), "{refused}");
    }
    let gone = desk.attempt("template_import", json!({ "path": desk.path("gone") })).unwrap_err();
    assert!(gone.message.contains("“gone” is not there"), "{gone}");

    // One on the shelf says why it cannot be used, and harms no other.
    desk.call("template_offer", json!({ "id": id }));
    fs::write(desk.path("program/templates/later.standpoint-template"), newer).unwrap();
    let all = desk.call("template_list", json!({}));
    let told: Vec<&Value> =
        all.as_array().unwrap().iter().map(|one| &one["problem"]).filter(|it| it.is_string()).collect();
    assert_eq!(told, [&json!("It was written by a newer version of Standpoint.")]);
    let refused =
        desk.attempt("note_create", json!({ "title": "Week 17", "template": "later" })).unwrap_err();
    assert!(refused.message.contains("newer version of Standpoint"), "{refused}");
}
