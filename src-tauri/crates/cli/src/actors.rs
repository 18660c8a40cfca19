//! `actors`: the lines of a table as actors, those known already by choice.

use crate::arguments::{EdgeOptions, Known};
use crate::ending::Ending;
use crate::print::{self, member, plain};
use crate::program::{Program, text};
use serde_json::{Value, json};
use std::path::Path;

pub(crate) fn run(edge: EdgeOptions, dossier: &Path, table: &Path, known: Known) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let roll = program.call("actor_read_roll", json!({ "path": text(table)? }))?;
    let mut said = columns(&roll);
    let mut lines = Vec::new();
    let mut skipped = Vec::new();
    for line in roll["lines"].as_array().into_iter().flatten() {
        let (actor, there) = (&line["actor"], &line["known"][0]);
        let is_known = !there.is_null() || !line["repeats"].is_null();
        if known == Known::Merge && !there.is_null() {
            lines.push(json!({ "as": "known", "id": there, "actor": actor }));
        } else if is_known && known != Known::Add {
            skipped.push(plain(member(actor, "name")));
        } else {
            lines.push(json!({ "as": "new", "actor": actor }));
        }
    }
    let done = program.call("actor_import", json!({ "lines": lines }))?;
    let count = |list: &str| done[list].as_array().map_or(0, Vec::len);
    said.push(format!("Added {} and merged {}.", actors(count("added")), count("merged")));
    let listed = |values: &Value| {
        values
            .as_array()
            .into_iter()
            .flatten()
            .map(|it| it.as_str().map_or_else(|| it.to_string(), plain))
            .collect::<Vec<_>>()
    };
    let unplaced = listed(&done["unplaced"]);
    if !unplaced.is_empty() {
        said.push(format!(
            "At the top, because nobody goes by the name of their parent: {}.",
            unplaced.join(", ")
        ));
    }
    let nameless = listed(&roll["nameless"]);
    if !nameless.is_empty() {
        let lines = if nameless.len() == 1 { "line" } else { "lines" };
        said.push(format!("Left out for want of a name: {lines} {}.", nameless.join(", ")));
    }
    if !skipped.is_empty() {
        said.push(format!("Skipped, because they are known already: {}.", skipped.join(", ")));
    }
    print::lines(said)?;
    program.done()
}

/// Which column was read as what.
fn columns(roll: &Value) -> Vec<String> {
    let heads = roll["heads"].as_array().into_iter().flatten();
    let said = heads.zip(roll["columns"].as_array().into_iter().flatten()).map(|(head, column)| {
        let column = column.as_str().unwrap_or_default().replace('_', " ");
        format!("{} as {column}", plain(head.as_str().unwrap_or_default()))
    });
    vec![format!("Columns: {}.", said.collect::<Vec<_>>().join(", "))]
}

fn actors(count: usize) -> String {
    if count == 1 { "1 actor".to_owned() } else { format!("{count} actors") }
}
