//! What it costs to tag a position in a dossier of 1,000 and of 100,000 excerpts: it must not grow with them.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::batch::Batch;
use super::{Amount, Figure, Measured, build_cli, median};
use crate::cache;

const RUNS: u32 = 200;
const FEW: u32 = 1_000;
const MANY: u32 = 100_000;
const LIMIT: Duration = Duration::from_millis(20);
/// Excerpts of one source, as many as a long report may give.
const PER_SOURCE: u32 = 500;
const SENTENCE: &str =
    "The delegation said that it would agree to the text once the other side had signed it. ";

/// The same commands in both, one dossier after the other.
pub(super) fn measure() -> Result<Vec<Figure>, String> {
    let cli = build_cli()?;
    let folder = cache::target().join("bench/tagging");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let few = tag(&cli, &folder.join("few.standpoint"), FEW)?;
    let many = tag(&cli, &folder.join("many.standpoint"), MANY)?;
    let ours = || Measured { what: "with 100,000 excerpts in the dossier", amount: Amount::Time(many) };
    Ok(vec![
        Figure {
            name: "tagging a position",
            ours: ours(),
            against: Measured { what: "with 1,000", amount: Amount::Time(few) },
            target: 1.5,
        },
        Figure {
            name: "… from key to commit",
            ours: ours(),
            against: Measured { what: "the longest it may take", amount: Amount::Time(LIMIT) },
            target: 1.0,
        },
    ])
}

/// Builds a dossier of so many excerpts and gives the median time of one more tagged position.
fn tag(cli: &Path, dossier: &Path, excerpts: u32) -> Result<Duration, String> {
    println!("Building a dossier of {excerpts} excerpts");
    let mut batch = Batch::begin(cli, dossier, "Bench")?;

    let text = SENTENCE.repeat(PER_SOURCE as usize);
    let length = u32::try_from(SENTENCE.chars().count()).unwrap_or(u32::MAX);
    let mut source = String::new();
    for number in 0..excerpts {
        let place = number % PER_SOURCE;
        if place == 0 {
            let pasted =
                batch.call("import_paste", &json!({ "text": format!("Record {number}. {text}") }))?;
            pasted["source"]["id"].as_str().unwrap_or_default().clone_into(&mut source);
        }
        let start = place * length;
        batch
            .call("excerpt_keep", &json!({ "source": source, "start": start, "end": start + length - 1 }))?;
    }

    let actor = batch.made("actor_create", &json!({ "facts": actor() }))?;
    let issue = batch.made("issue_create", &json!({ "facts": issue() }))?;
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
