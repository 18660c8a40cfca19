//! A note of any length, built in a dossier of its own by the commands that the window sends: headings, numbered
//! paragraphs that cite passages, links, bullets, quotations and tables of positions.

use std::path::Path;

use serde_json::{Value, json};

use super::words::Words;
use crate::bench::batch::Batch;

const SEED: u64 = 20_250_423;
const PARAGRAPHS: usize = 9;
/// Passages of one source.
const PASSAGES: usize = 12;
const ACTORS: usize = 9;
const ISSUES: usize = 6;
const STANCES: [&str; 5] =
    ["supports", "supports_with_conditions", "neutral", "opposes_with_conditions", "opposes"];

/// Builds the dossier; gives the note's id. One section fills about two pages and a half, annexes included.
pub(in crate::bench) fn build(cli: &Path, dossier: &Path, sections: usize) -> Result<String, String> {
    let mut batch = Batch::begin(cli, dossier, "Long note")?;
    let mut words = Words::new(SEED);
    let mut passages = Vec::new();
    while passages.len() < sections * 6 {
        passages.extend(source(&mut batch, &mut words)?);
    }
    let actors = (0..ACTORS).map(|_| actor(&mut batch, &mut words)).collect::<Result<Vec<_>, _>>()?;
    let issues = (0..ISSUES).map(|_| issue(&mut batch, &mut words)).collect::<Result<Vec<_>, _>>()?;
    for (number, (actor, issue)) in
        actors.iter().flat_map(|actor| issues.iter().map(move |issue| (actor, issue))).enumerate()
    {
        position(&mut batch, &mut words, actor, issue, &passages[number % passages.len()])?;
    }

    let note = batch.made("note_create", &json!({ "title": words.phrase(7), "template": "read_ahead" }))?;
    let template = batch.call("note_get", &json!({ "id": note }))?;
    for block in template["blocks"].as_array().into_iter().flatten() {
        batch.call("block_delete", &json!({ "id": block["id"] }))?;
    }
    let mut cited = passages.iter().cycle();
    let mut after = Value::Null;
    for number in 0..sections {
        for body in section(&mut words, number, &mut cited, &actors, &issues) {
            let block = batch.made("block_insert", &json!({ "note": note, "body": body, "after": after }))?;
            after = json!(block);
        }
    }
    Ok(note)
}

/// The blocks of one section: about a thousand words.
fn section<'a>(
    words: &mut Words,
    number: usize,
    cited: &mut impl Iterator<Item = &'a String>,
    actors: &[String],
    issues: &[String],
) -> Vec<Value> {
    let mut blocks = vec![json!({ "kind": "heading", "level": 1, "text": [text(&words.phrase(5))] })];
    let mut cite = || json!({ "type": "citation", "targets": [{ "to": "excerpt", "id": cited.next() }] });
    for paragraph in 0..PARAGRAPHS {
        let long = 60 + words.below(70);
        let mut inlines = vec![text(&words.sentences(long))];
        if paragraph % 3 != 2 {
            inlines.push(cite());
            let long = 15 + words.below(30);
            inlines.push(text(&format!(" {}", words.sentences(long))));
        }
        if paragraph == 4 {
            let url = format!("https://{}.example/record/{number}", words.name().to_lowercase());
            inlines.push(text(" See "));
            inlines.push(json!({ "type": "link", "url": url, "text": words.phrase(3) }));
            inlines.push(text("."));
        }
        let lead = if paragraph == 0 { vec![text(&format!("{}.", words.phrase(3)))] } else { Vec::new() };
        blocks.push(json!({ "kind": "paragraph", "level": 1, "lead": lead, "text": inlines }));
    }
    let items: Vec<Value> = (0..3).map(|_| json!([text(&words.sentences(18))])).collect();
    blocks.push(json!({ "kind": "bullets", "items": items }));
    match number % 4 {
        1 => blocks.push(json!({ "kind": "quotation", "excerpt": cited.next() })),
        3 => {
            let first = number % (issues.len() - 2);
            let caption = [text(&words.phrase(6))];
            let issues = &issues[first..first + 3];
            blocks.push(
                json!({ "kind": "positions_table", "actors": actors, "issues": issues, "caption": caption }),
            );
        }
        _ => {}
    }
    blocks
}

fn text(words: &str) -> Value {
    json!({ "type": "text", "text": words })
}

/// A source with its passages kept; gives their ids.
fn source(batch: &mut Batch, words: &mut Words) -> Result<Vec<String>, String> {
    let sentences: Vec<String> = (0..PASSAGES).map(|_| words.sentences(20)).collect();
    let pasted = json!({ "text": sentences.join(" "), "title": words.phrase(6) });
    let imported = batch.call("import_paste", &pasted)?;
    let source = &imported["source"]["id"];
    let mut start = 0;
    let mut passages = Vec::new();
    for sentence in &sentences {
        let end = start + sentence.chars().count();
        passages.push(batch.made("excerpt_keep", &json!({ "source": source, "start": start, "end": end }))?);
        start = end + 1;
    }
    Ok(passages)
}

fn actor(batch: &mut Batch, words: &mut Words) -> Result<String, String> {
    batch.made("actor_create", &json!({ "facts": { "name": words.name(), "kind": "state", "aliases": [] } }))
}

fn issue(batch: &mut Batch, words: &mut Words) -> Result<String, String> {
    let facts = json!({ "title": words.phrase(3), "question": format!("{}?", words.phrase(6)) });
    batch.made("issue_create", &json!({ "facts": facts }))
}

fn position(
    batch: &mut Batch,
    words: &mut Words,
    actor: &str,
    issue: &str,
    passage: &str,
) -> Result<String, String> {
    let facts = json!({
        "actors": [actor],
        "issue": issue,
        "stance": STANCES[words.below(STANCES.len())],
        "condition": words.phrase(5),
        "manner": "on_record",
        "as_of": "2025-04-21",
        "confidence": "moderate",
        "evidence": [{ "excerpt": passage, "relation": "supports" }],
    });
    batch.made("position_record", &json!({ "facts": facts }))
}
