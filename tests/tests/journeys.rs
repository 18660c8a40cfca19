//! The main job from end to end, through the commands: from a text to a note on paper, back to nothing, and again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::cli;
use standpoint_tests::desk::Desk;

const ARTICLE: &str = "\
The foreign minister of Country A said on 18 April that it would leave the talks unless they moved within days.
Signs suggest that Country A is ready to withdraw in any case.
Countries B, C and D insist that support, military and economic, has to go on.
The president of Country B and the prime minister of Country C asked for guarantees.
More sanctions had been proposed last year. The proposal seems to have been dropped for now.
The president of Country E ruled out recognition in March. He ruled it out again on 22 April.
Over 10 million people have fled, the article says.
";

/// What the note is written from.
struct Recorded {
    threat: Value,
    joint: Value,
    quote: Value,
    issue: Value,
    unverified: Value,
}

#[test]
fn the_main_job_is_done_undone_and_done_again() {
    let mut desk = Desk::default();
    let empty = desk.dump();
    let recorded = record(&desk);
    let note = write(&desk, &recorded);
    let pages = desk.call("note_pages", json!({ "note": note }));
    assert!(
        pages["pages"][0]["layers"][0]["svg"].as_str().is_some_and(|svg| svg.starts_with("<svg")),
        "{pages}"
    );

    let pdf = desk.path("note.pdf");
    let exported = desk.call("note_export", json!({ "note": note, "path": pdf }));
    assert_eq!(exported["export"]["pages"], json!(pages["pages"].as_array().map(Vec::len)));
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    let full = desk.dump();

    undo_all(&desk);
    assert_eq!(desk.dump().first_difference(&empty), None, "undone");
    assert!(pdf.exists(), "what left the building has left it");
    desk.restart();
    while !desk.call("app_state", json!({}))["redo"].is_null() {
        desk.call("redo", json!({}));
    }
    assert_eq!(desk.dump().first_difference(&full), None, "redone after a restart");
    assert_eq!(desk.call("dossier_check", json!({})), json!([]));
}

fn undo_all(desk: &Desk) {
    while !desk.call("app_state", json!({}))["undo"].is_null() {
        desk.call("undo", json!({}));
    }
}

/// Records everything the article says, without losing how it says it.
#[expect(clippy::many_single_char_names, reason = "countries are named by letters")]
fn record(desk: &Desk) -> Recorded {
    let source = desk.paste("The talks", ARTICLE);
    let state = |letter: &str| desk.actor(&format!("Country {letter}"), "state", None);
    let [a, b, c, d, e] = ["A", "B", "C", "D", "E"].map(state);
    let minister = desk.actor("Foreign minister of Country A", "person", Some(&a));
    let president = desk.actor("President of Country B", "person", Some(&b));
    let premier = desk.actor("Prime minister of Country C", "person", Some(&c));

    let staying = desk.issue("Staying in the talks");
    let quote = desk.keep(&source, "it would leave the talks unless they moved within days");
    let threat = desk.position(
        &staying,
        "supports_with_conditions",
        &[&quote],
        &json!({ "actors": [a], "speaker": minister, "condition": "the talks move within days",
            "review_by": "2025-04-25" }),
    );
    let signs = desk.keep(&source, "Signs suggest that Country A is ready to withdraw in any case.");
    let inferred = desk.position(
        &staying,
        "opposes",
        &[&signs],
        &json!({ "actors": [a], "manner": "inferred", "confidence": "low", "as_of": "2025-04-23" }),
    );
    assert_eq!((&inferred["manner"], &inferred["state"]), (&json!("inferred"), &json!("current")));

    let support = desk.issue("Support");
    let insist = desk.keep(&source, "insist that support, military and economic, has to go on");
    let joint = desk.position(
        &support,
        "supports",
        &[&insist],
        &json!({ "actors": [b, c, d], "degree": "military and economic" }),
    );
    assert_eq!(joint["actors"].as_array().map(Vec::len), Some(3));
    let guarantees = desk.issue("Guarantees");
    let asked = desk.keep(&source, "asked for guarantees");
    desk.position(&guarantees, "supports", &[&asked], &json!({ "actors": [president, premier] }));

    dropped(desk, &source, &a);
    let recognition = desk.issue("Recognition");
    let (first, again) = (
        desk.keep(&source, "ruled out recognition in March"),
        desk.keep(&source, "He ruled it out again on 22 April."),
    );
    let refusal = desk.position(
        &recognition,
        "opposes",
        &[&again, &first],
        &json!({ "actors": [e], "as_of": "2025-04-22", "summary": "Ruled out, repeatedly" }),
    );
    assert_eq!(refusal["evidence"][1]["excerpt"], first);
    let unverified = desk.keep(&source, "Over 10 million people have fled");
    assert_eq!(
        desk.call(
            "excerpt_edit",
            json!({ "id": unverified, "facts": { "verification": "unverified", "memo": "No source given" } })
        )["verification"],
        "unverified"
    );
    Recorded { threat, joint, quote, issue: staying, unverified }
}

/// A proposal that was made, and is no longer.
fn dropped(desk: &Desk, source: &Value, actor: &Value) {
    let sanctions = desk.issue("More sanctions");
    let proposed = desk.keep(source, "More sanctions had been proposed last year.");
    let gone = desk.keep(source, "The proposal seems to have been dropped for now.");
    let before =
        desk.position(&sanctions, "supports", &[&proposed], &json!({ "actors": [actor], "as_of": "2024" }));
    desk.position(
        &sanctions,
        "unclear",
        &[&gone],
        &json!({ "actors": [actor], "manner": "inferred", "confidence": "low", "supersedes": before["id"] }),
    );
    let before = desk.call("position_get", json!({ "id": before["id"] }));
    assert_eq!(before["position"]["state"], "superseded");
}

/// Writes a note that states, quotes and cites.
fn write(desk: &Desk, recorded: &Recorded) -> Value {
    let note = desk.call("note_create", json!({ "title": "The talks", "template": "briefing_note" }));
    let note = note["id"].clone();
    let blocks = desk.call("note_get", json!({ "id": note }))["blocks"].clone();
    let mut after = blocks.as_array().and_then(|blocks| blocks.last()).expect("blocks")["id"].clone();
    let cited = json!([
        { "type": "text", "text": "Country A may leave." },
        { "type": "citation", "targets": [{ "to": "position", "id": recorded.threat["id"] }] },
        { "type": "text", "text": " Figures are not checked." },
        { "type": "citation", "targets": [{ "to": "excerpt", "id": recorded.unverified }] },
    ]);
    for body in [
        json!({ "kind": "paragraph", "level": 0, "lead": [], "text": cited }),
        json!({ "kind": "position", "position": recorded.joint["id"] }),
        json!({ "kind": "quotation", "excerpt": recorded.quote }),
        json!({ "kind": "positions_table", "actors": [], "issues": [recorded.issue], "caption": [] }),
    ] {
        after =
            desk.call("block_insert", json!({ "note": note, "body": body, "after": after }))["id"].clone();
    }
    note
}

#[test]
fn the_sample_is_rich_and_sound() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = folder.path().join("sample.standpoint");
    let dossier = dossier.to_str().unwrap();
    cli::done(["sample", dossier]);
    let count = |command: &str| {
        let list = cli::json(["call", dossier, command, "{}"]);
        list.as_array().map_or(0, Vec::len)
    };
    assert!(count("source_list") >= 6);
    assert!(count("actor_list") >= 14);
    assert!(count("issue_list") >= 7);
    assert!(count("position_list") >= 24);
    assert_eq!(cli::done(["check", dossier]), "“sample.standpoint” is sound.\n");
}

#[test]
fn the_same_clock_and_ids_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = |name: &str| {
        let (dossier, pdf) =
            (folder.path().join(name).with_extension("standpoint"), folder.path().join(name));
        let edge = ["--at", "2025-04-23T09:00:00+01:00", "--ids", "seed"];
        let dossier = dossier.to_str().unwrap();
        cli::done(["sample", dossier].iter().chain(&edge));
        let notes = cli::json(["notes", dossier, "--json"]);
        let note = notes[0]["id"].as_str().unwrap();
        cli::done(["export", dossier, "--note", note, "--to", pdf.to_str().unwrap()].iter().chain(&edge));
        (note.to_owned(), std::fs::read(pdf).unwrap())
    };
    let (one, other) = (pdf("one.pdf"), pdf("other.pdf"));
    assert_eq!(one.0, other.0, "the note’s id");
    assert!(one.1 == other.1, "the pages differ");
}
