//! What a keystroke in the middle of a note of twenty pages costs, from the command to the pages that changed.

use std::{
    fs,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::batch::Batch;
use super::pdf::long_note;
use super::{Amount, Figure, Measured, build_cli};
use crate::cache;

const SECTIONS: usize = 5;
const KEYSTROKES: usize = 200;
const LIMIT: Duration = Duration::from_millis(50);

/// The slowest but one in twenty, over the same wire as the window's but through a pipe.
pub(super) fn measure() -> Result<Vec<Figure>, String> {
    let cli = build_cli()?;
    let folder = cache::target().join("bench/preview");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let dossier = folder.join("note.standpoint");
    let note = long_note::build(&cli, &dossier, SECTIONS)?;

    let mut batch = Batch::open(&cli, &dossier)?;
    let blocks = batch.call("note_get", &json!({ "id": note }))?["blocks"].take();
    let blocks: Vec<&Value> =
        blocks.as_array().into_iter().flatten().filter(|it| it["body"]["kind"] == "paragraph").collect();
    let middle = blocks.get(blocks.len() / 2).ok_or("the note has no paragraph")?;
    let mut body = middle["body"].clone();
    let (count, mut known) = pages(&mut batch, &note, &[])?;
    if known.len() < count || count == 0 {
        return Err(format!("the note has {count} pages in {} layers", known.len()));
    }
    println!("Typing into a note of {count} pages");
    let mut runs = Vec::new();
    for _ in 0..KEYSTROKES {
        let typed = format!("{}x", body["text"][0]["text"].as_str().unwrap_or_default());
        body["text"][0]["text"] = typed.into();
        let started = Instant::now();
        batch.call("block_edit", &json!({ "id": middle["id"], "body": body }))?;
        (_, known) = pages(&mut batch, &note, &known)?;
        runs.push(started.elapsed());
    }
    runs.sort();
    let slow = runs.get(runs.len() * 19 / 20).copied().unwrap_or_default();
    Ok(vec![Figure {
        name: "a keystroke, from command to pages",
        ours: Measured { what: "19 of 20 keystrokes in a note of 20 pages", amount: Amount::Time(slow) },
        against: Measured { what: "the longest that seems at once", amount: Amount::Time(LIMIT) },
        target: 1.0,
    }])
}

/// How many pages the note has, and the hashes of their layers; a layer that is not known comes with its drawing.
fn pages(batch: &mut Batch, note: &str, known: &[String]) -> Result<(usize, Vec<String>), String> {
    let answer = batch.call("note_pages", &json!({ "note": note, "known": known }))?;
    let pages: Vec<&Value> = answer["pages"].as_array().into_iter().flatten().collect();
    let layers = pages.iter().flat_map(|page| page["layers"].as_array().into_iter().flatten());
    let hashes = layers.filter_map(|layer| layer["hash"].as_str()).map(str::to_owned).collect();
    Ok((pages.len(), hashes))
}
