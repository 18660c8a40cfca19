//! Killed at any moment, the program loses nothing that it has said is kept, and the next start finds the file whole.
//!
//! A control that acknowledges before it has written is put through the same rounds and must be caught: a
//! harness that cannot see a loss proves nothing. A kill keeps what the system has taken over, so this does
//! not show what a power cut does.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_core::actors::ActorKind;
use standpoint_core::actors::ops::ActorFacts;
use standpoint_core::ids::ActorId;
use standpoint_core::{Dossier, Stamp};
use standpoint_tests::cli;
use standpoint_tests::walk::Walk;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use uuid::Uuid;

#[test]
fn no_acknowledged_row_is_lost() {
    let cli = cli::program();
    let outcome = rounds(200, |dossier| {
        let mut command = Command::new(&cli);
        command.arg("batch").arg(dossier);
        command
    });
    assert!(outcome.acknowledged > 200, "the rounds were too short to show anything: {outcome:?}");
    assert_eq!(outcome.lost, 0, "{outcome:?}");
}

#[test]
fn a_program_that_acknowledges_too_early_is_caught() {
    if let Some(dossier) = std::env::var_os(EARLY) {
        acknowledge_early(Path::new(&dossier));
    }
    let outcome = rounds(20, |dossier| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["a_program_that_acknowledges_too_early_is_caught", "--exact", "--nocapture"]);
        command.env(EARLY, dossier);
        command
    });
    assert!(outcome.lost > 0, "{outcome:?}");
}

/// What many rounds of writing and killing came to.
#[derive(Debug, Default)]
struct Outcome {
    /// Rows the program has said are kept.
    acknowledged: usize,
    /// Those of them that are not there.
    lost: usize,
    /// Rows that are there though nobody was told: harmless, as their ids come from the caller.
    unannounced: usize,
}

/// Starts the program, has it write, kills it, and looks at the file; again and again, on one dossier.
fn rounds(count: u32, start: impl Fn(&Path) -> Command) -> Outcome {
    let mut walk = Walk::default();
    let path = walk.dossier().path().to_owned();
    let _folder = walk.close();
    let mut outcome = Outcome::default();
    let mut acknowledged = BTreeSet::new();
    for round in 0..count {
        let told = write_and_kill(start(&path), round);
        outcome.acknowledged += told.len();
        acknowledged.extend(told);

        let dossier = Dossier::open(&path, "Desk").expect("a killed program locks nobody out");
        assert_eq!(dossier.check().unwrap(), [], "round {round}");
        let there: BTreeSet<String> =
            dossier.actors().unwrap().iter().map(|row| row.actor.id.to_string()).collect();
        let lost: Vec<String> = acknowledged.difference(&there).cloned().collect();
        outcome.lost += lost.len();
        outcome.unannounced += there.difference(&acknowledged).count();
        acknowledged = there;
    }
    outcome
}

/// Lets the program write until it is killed, and returns the ids that it has acknowledged.
fn write_and_kill(mut command: Command, round: u32) -> Vec<String> {
    let mut program =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut requests = program.stdin.take().unwrap();
    let writing = thread::spawn(move || {
        // Ends when the program does: nobody reads on the other side any more.
        for row in 0.. {
            if writeln!(requests, "{}", request(round, row)).is_err() {
                return;
            }
        }
    });
    let mut answers = BufReader::new(program.stdout.take().unwrap()).lines();
    let mut told = Vec::new();
    // One round in four is killed while it starts and recovers the last one's log.
    if !round.is_multiple_of(4) {
        let first = answers.by_ref().map_while(Result::ok).find_map(|line| acknowledged(&line));
        told.push(first.unwrap_or_else(|| panic!("round {round}: {}", complaint(program.stderr.take()))));
    }
    thread::sleep(Duration::from_micros(u64::from(round) * 7919 % 60_000));
    kill(&mut program);
    told.extend(answers.map_while(Result::ok).filter_map(|line| acknowledged(&line)));
    writing.join().unwrap();
    told
}

fn kill(program: &mut Child) {
    program.kill().unwrap();
    program.wait().unwrap();
}

fn complaint(stderr: Option<impl std::io::Read>) -> String {
    let mut said = String::new();
    if let Some(mut stderr) = stderr {
        let _ = stderr.read_to_string(&mut said);
    }
    said
}

/// An actor to add, its row in the file now small, now several pages long.
fn request(round: u32, row: u32) -> Value {
    let id = Uuid::from_u64_pair(u64::from(round) + 1, u64::from(row) + 1);
    let alias = "a name ".repeat((row as usize * 397) % 3000);
    let facts = ActorFacts {
        name: format!("Country {round}/{row}"),
        short_name: None,
        kind: ActorKind::State,
        parent: None,
        aliases: vec![alias],
        role: None,
        role_from: None,
        role_to: None,
        pronunciation: None,
    };
    json!({ "command": "actor_create", "args": { "id": id, "facts": facts } })
}

/// The id in an answer that says it is kept. An answer cut off by the kill says nothing.
fn acknowledged(line: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(line).ok()?;
    Some(answer.get("ok")?.get("id")?.as_str()?.to_owned())
}

/// Tells a second run of the control that it is the program, and which dossier it has.
const EARLY: &str = "STANDPOINT_TEST_EARLY";

/// What a program does that must be caught: it says that a row is kept, then keeps it.
fn acknowledge_early(dossier: &Path) -> ! {
    let mut dossier = Dossier::open(dossier, "Desk").unwrap();
    let mut answers = std::io::stdout();
    // The test runner has begun a line of its own.
    writeln!(answers).unwrap();
    for line in std::io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let id: ActorId = serde_json::from_value(request["args"]["id"].clone()).unwrap();
        writeln!(answers, "{}", json!({ "ok": { "id": id } })).unwrap();
        let facts = serde_json::from_value(request["args"]["facts"].clone()).unwrap();
        let at = chrono::DateTime::parse_from_rfc3339("2025-04-23T12:00:00Z").unwrap();
        dossier.create_actor(id, facts, &Stamp { at, who: "Desk".into() }).unwrap();
    }
    std::process::exit(0)
}
