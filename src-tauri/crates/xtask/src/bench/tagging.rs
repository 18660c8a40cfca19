//! What it costs to tag a position in a dossier of 1,000 and of 100,000 excerpts: it must not grow with them.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{Figure, Measured, median};
use crate::{cache, process};

const RUNS: u32 = 200;
const FEW: u32 = 1_000;
const MANY: u32 = 100_000;
/// Excerpts of one source, as many as a long report may give.
const PER_SOURCE: u32 = 500;
const SENTENCE: &str =
    "The delegation said that it would agree to the text once the other side had signed it. ";

/// The same commands in both, one dossier after the other.
pub(super) fn measure(programs: &Path) -> Result<Figure, String> {
    let folder = cache::target().join("bench/tagging");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let cli = programs.join("standpoint-cli");
    let few = tag(&cli, &folder.join("few.standpoint"), FEW)?;
    let many = tag(&cli, &folder.join("many.standpoint"), MANY)?;
    Ok(Figure {
        name: "tagging a position",
        ours: Measured { what: "with 100,000 excerpts in the dossier", median: many },
        against: Measured { what: "with 1,000", median: few },
        target: 1.5,
    })
}

/// Builds a dossier of so many excerpts and gives the median time of one more tagged position.
fn tag(program: &Path, dossier: &Path, excerpts: u32) -> Result<Duration, String> {
    println!("Building a dossier of {excerpts} excerpts");
    let cli = || process::program(program);
    process::run(cli().arg("new").arg(dossier).args(["--title", "Bench"]))?;
    let mut batch = Batch::open(cli().arg("batch").arg(dossier))?;

    let text = SENTENCE.repeat(PER_SOURCE as usize);
    let length = u32::try_from(SENTENCE.chars().count()).unwrap_or(u32::MAX);
    let mut source = String::new();
    for number in 0..excerpts {
        let place = number % PER_SOURCE;
        if place == 0 {
            let pasted =
                batch.call("import_paste", &json!({ "text": format!("Record {number}. {text}") }))?;
            source = id(&pasted["source"])?;
        }
        let start = place * length;
        batch
            .call("excerpt_keep", &json!({ "source": source, "start": start, "end": start + length - 1 }))?;
    }

    let actor = id(&batch.call("actor_create", &json!({ "facts": actor() }))?)?;
    let issue = id(&batch.call("issue_create", &json!({ "facts": issue() }))?)?;
    let mut runs = Vec::new();
    for number in 0..RUNS {
        let tagged = position(&actor, &issue, &source, number, length);
        let started = Instant::now();
        batch.call("position_record", &tagged)?;
        runs.push(started.elapsed());
    }
    Ok(median(runs))
}

fn actor() -> Value {
    json!({ "name": "Country A", "kind": "state", "aliases": [] })
}

fn issue() -> Value {
    json!({ "title": "Text", "question": "Will it sign?" })
}

/// As the window sends it: a new passage and what it shows, in one step.
fn position(actor: &str, issue: &str, source: &str, number: u32, length: u32) -> Value {
    let excerpt = format!("00000000-0000-7000-8000-{number:012x}");
    let start = number * length;
    json!({
        "new_excerpt": { "id": excerpt, "source": source, "start": start, "end": start + length / 2 },
        "facts": {
            "actors": [actor],
            "issue": issue,
            "stance": "supports_with_conditions",
            "condition": "once the other side has signed",
            "manner": "on_record",
            "as_of": "2025-04-23",
            "confidence": "moderate",
            "evidence": [{ "excerpt": excerpt, "relation": "supports" }],
        },
    })
}

fn id(thing: &Value) -> Result<String, String> {
    thing["id"].as_str().map(str::to_owned).ok_or_else(|| format!("no id in {thing}"))
}

/// A running `standpoint-cli batch`: one line asks, one line answers.
struct Batch {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Batch {
    fn open(command: &mut Command) -> Result<Self, String> {
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|error| format!("cannot start standpoint-cli: {error}"))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(asks), Some(answers)) => Ok(Self { child, asks, answers: BufReader::new(answers) }),
            _ => Err("standpoint-cli cannot be spoken to".to_owned()),
        }
    }

    fn call(&mut self, command: &str, args: &Value) -> Result<Value, String> {
        let broken = |error: std::io::Error| format!("standpoint-cli batch broke off: {error}");
        writeln!(self.asks, "{}", json!({ "command": command, "args": args })).map_err(broken)?;
        let mut line = String::new();
        self.answers.read_line(&mut line).map_err(broken)?;
        let answer: Value =
            serde_json::from_str(&line).map_err(|_| format!("{command}: answered “{line}”"))?;
        match answer.get("ok") {
            Some(result) => Ok(result.clone()),
            None => Err(format!("{command}: {answer}")),
        }
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}
