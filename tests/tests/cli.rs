//! The command line as people and scripts meet it: words, exit codes, and how it ends when it is stopped.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::cli::{Ran, done, json, program, refused, run};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A folder with a dossier in it.
struct Shelf {
    folder: TempDir,
    dossier: String,
}

impl Shelf {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("talks.standpoint").to_str().unwrap().to_owned();
        done(["new", &dossier, "--title", "The talks"]);
        Self { folder, dossier }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs a batch over these lines.
    fn batch(&self, lines: &[&str]) -> (Vec<Value>, Ran) {
        let mut child = Command::new(program())
            .args(["batch", &self.dossier])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(lines.join("\n").as_bytes()).unwrap();
        let ran = Ran::from(child.wait_with_output().unwrap());
        (ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), ran)
    }
}

#[test]
fn usage_is_told_from_refusal() {
    #[track_caller]
    fn check(words: &[&str], expect: &str) {
        let ran = run(words);
        assert_eq!((ran.code, ran.sentence()), (Some(2), expect));
    }
    check(&[], "A verb is missing. See standpoint-cli --help.");
    check(&["fly"], "There is no verb “fly”. See standpoint-cli --help.");
    check(&["new", "x.standpoint"], "--title is missing. See standpoint-cli --help.");
    check(&["notes", "x.standpoint", "--force"], "Invalid option '--force'. See standpoint-cli --help.");
    assert!(done(["--help"]).contains("batch DOSSIER"));
    assert!(done(["--version"]).starts_with("standpoint-cli "));
}

#[test]
fn a_table_of_actors_comes_in_and_those_known_are_skipped_or_merged() {
    let shelf = Shelf::new();
    let table = shelf.file(
        "actors.csv",
        "Name;Short;Belongs to;Also known as\nOffice of Trade;OT;Kessia;the Trade Office|TO\nKessia;;;\nStray;;Nowhere;\n;x;;\n",
    );
    let columns =
        "Columns: Name as name, Short as short name, Belongs to as parent, Also known as as aliases.\n";
    assert_eq!(
        done(["actors", &shelf.dossier, &table]),
        format!(
            "{columns}Added 3 actors and merged 0.\nAt the top, because nobody goes by the name of their parent: Stray.\nLeft out for want of a name: line 5.\n"
        )
    );
    let again = done(["actors", &shelf.dossier, &table]);
    assert!(again.contains("Added 0 actors and merged 0."), "{again}");
    assert!(
        again.ends_with("Skipped, because they are known already: Office of Trade, Kessia, Stray.\n"),
        "{again}"
    );
    let more = shelf.file("more.csv", "name,alias\nKESSIA,Dravik\n");
    let merged = done(["actors", &shelf.dossier, &more, "--known", "merge"]);
    assert!(merged.contains("Added 0 actors and merged 1."), "{merged}");
    let rows = json(["call", &shelf.dossier, "actor_list", "{}"]);
    let drawn: Vec<String> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {}", row["depth"], row["actor"]["name"], row["actor"]["aliases"]))
        .collect();
    assert_eq!(
        drawn,
        [r#"0 "Kessia" ["Dravik"]"#, r#"1 "Office of Trade" ["the Trade Office","TO"]"#, r#"0 "Stray" []"#,]
    );
    assert_eq!(
        refused(["actors", &shelf.dossier, "none.csv"]),
        "“none.csv” is not there. No actor was added. It may have been moved or renamed; look for it, or choose another place."
    );
}

#[test]
fn what_can_be_read_comes_in_and_what_cannot_is_named() {
    let shelf = Shelf::new();
    let one = shelf.file("one.txt", "Country A rejects the plan.\n");
    let two = shelf.file("two.md", "# The plan\n\nCountry B accepts it.\n");
    let empty = shelf.file("empty.txt", "");
    let missing = shelf.path("all.txt").to_str().unwrap().to_owned();
    let ran = run(["import", &shelf.dossier, &one, &empty, &missing, &two]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.err.lines().collect::<Vec<_>>(),
        [
            "standpoint-cli: “empty.txt” is empty. Nothing was imported from it. Check that it was saved or \
             downloaded completely.",
            "standpoint-cli: “all.txt” is not there. Nothing was imported from it. It may have been moved or \
             renamed; look for it, or choose another place.",
        ]
    );
    assert_eq!(ran.out.lines().filter(|line| line.starts_with("imported  ")).count(), 2, "{}", ran.out);
    assert!(done(["import", &shelf.dossier, &one]).starts_with("known     "));

    let again = json(["import", &shelf.dossier, "--json", &two]);
    assert_eq!((&again["imported"][0]["known"], &again["refused"]), (&json!(true), &json!([])));
    let found = done(["search", &shelf.dossier, "rejects"]);
    assert!(found.starts_with("source    ") && found.contains("Country A rejects the plan"), "{found}");
    assert_eq!(json(["search", &shelf.dossier, "rejects", "--json"]).as_array().map(Vec::len), Some(1));
    assert_eq!(done(["search", &shelf.dossier, "zebra"]), "");
}

#[test]
fn notes_are_listed_and_exported() {
    let shelf = Shelf::new();
    let note = json([
        "call",
        &shelf.dossier,
        "note_create",
        r#"{"title": "Where the parties stand", "template": "position_paper"}"#,
    ]);
    let id = note["id"].as_str().unwrap();
    let listed = done(["notes", &shelf.dossier]);
    assert!(listed.starts_with(id) && listed.ends_with("Where the parties stand\n"), "{listed}");
    assert_eq!(json(["notes", &shelf.dossier, "--json"])[0]["id"], id);
    let pdf = shelf.path("note.pdf");
    let said = done(["export", &shelf.dossier, "--note", id, "--to", pdf.to_str().unwrap()]);
    assert!(said.starts_with("Wrote ") && said.contains("note.pdf."), "{said}");
    assert!(fs::read(pdf).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn every_command_is_listed_with_its_types() {
    let listed = json(["commands", "--json"]);
    let names: Vec<&str> =
        listed["commands"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    let all: Vec<&str> = standpoint_api::commands::COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(names, all);
    assert!(listed["types"]["Position"].as_str().unwrap().contains("supersedes: PositionId | null"));
    assert!(done(["commands"]).contains("dossier_new\n    Begins a dossier in a new file and opens it.\n"));
}

#[test]
fn a_batch_answers_every_line_and_goes_on_after_a_wrong_one() {
    let shelf = Shelf::new();
    let text = shelf.file("one.txt", "Country A rejects the plan.\n");
    let import = json!({ "command": "import_files", "args": { "paths": [text] } }).to_string();
    let (answers, ran) = shelf.batch(&[
        r#"{"command": "issue_create", "args": {"facts": {"title": "Support", "question": ""}}}"#,
        "",
        "nonsense",
        "[]",
        r#"{"args": {}}"#,
        r#"{"command": "fly", "args": {}}"#,
        r#"{"command": "issue_list"}"#,
        &import,
    ]);
    let kinds: Vec<&str> = answers.iter().map(|it| it["error"]["code"].as_str().unwrap_or("ok")).collect();
    assert_eq!(kinds, ["ok", "bad_request", "bad_request", "bad_request", "bad_request", "ok", "ok"]);
    assert_eq!(answers[5]["ok"][0]["issue"]["title"], "Support");
    assert_eq!(answers[6]["ok"]["ended"], true, "an import is waited for");
    assert_eq!((ran.code, ran.sentence()), (Some(1), "4 lines of 7 were refused; their answers say why."));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let shelf = Shelf::new();
    for words in [vec!["commands"], vec!["check", &shelf.dossier], vec!["--help"]] {
        let mut child = Command::new(program())
            .args(&words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ran = Ran::from(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words:?}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_quietly_and_leaves_the_dossier_closed() {
    use std::io::{BufRead, BufReader};

    let shelf = Shelf::new();
    for signal in ["-INT", "-TERM"] {
        let mut child = Command::new(program())
            .args(["batch", &shelf.dossier])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut requests = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        writeln!(
            requests,
            r#"{{"command": "issue_create", "args": {{"facts": {{"title": "{signal}", "question": ""}}}}}}"#
        )
        .unwrap();
        assert!(answers.next().unwrap().unwrap().starts_with(r#"{"ok""#));
        Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        let ran = Ran::from(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (Some(130), ""), "{signal}");
        let left: Vec<_> =
            fs::read_dir(shelf.folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(left, ["talks.standpoint"], "{signal}");
    }
    assert_eq!(json(["call", &shelf.dossier, "issue_list", "{}"]).as_array().map(Vec::len), Some(2));
    done(["check", &shelf.dossier]);
}

#[test]
fn the_same_seed_gives_the_same_ids() {
    let ids = || {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("talks.standpoint");
        let dossier = dossier.to_str().unwrap();
        let edge = ["--at", "2025-04-23T09:00:00+01:00", "--ids", "seed"];
        done(["new", dossier, "--title", "Talks"].iter().chain(&edge));
        json(["call", dossier, "app_state", "{}"])["dossier"]["head"].clone()
    };
    assert_eq!(ids(), ids());
    assert_eq!(ids()["created_at"], "2025-04-23T09:00:00+01:00");
}

#[test]
fn what_is_asked_of_the_wrong_file_is_refused_in_words() {
    let shelf = Shelf::new();
    let begun = refused(["new", &shelf.dossier, "--title", "Another"]);
    assert_eq!(begun, "“talks.standpoint” is there already. Nothing was changed. Choose another name.");
    assert_eq!(
        refused(["export", &shelf.dossier, "--note", "x", "--to", "x.pdf"]),
        "There is no note “x” in “talks.standpoint”. To see the notes with their ids: standpoint-cli notes."
    );
    let nowhere = shelf.path("no/such/folder/talks.standpoint");
    assert_eq!(
        refused(["new", nowhere.to_str().unwrap(), "--title", "Talks"]),
        "The folder of “talks.standpoint” is not there. Nothing was changed. Choose a folder that is there, or make \
         it first."
    );
    assert_eq!(refused(["call", &shelf.dossier, "fly", "{}"]), "There is no command “fly”.");
}
