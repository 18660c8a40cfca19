//! `checks`, `versions` and `compare`: what to look at in a note, what was kept of it, what changed.

use crate::arguments::{EdgeOptions, Form};
use crate::ending::Ending;
use crate::print::{self, list, member, plain};
use crate::program::Program;
use serde_json::{Value, json};
use std::path::Path;

pub(crate) fn checks(edge: EdgeOptions, dossier: &Path, note: &str, form: Form) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let checks = program.call("note_checks", json!({ "note": note }))?;
    if form == Form::Json {
        return Ok(print::json(&checks)?);
    }
    print::lines(list(&checks).map(|check| {
        let kept = match &check["waived"] {
            Value::Null => String::new(),
            waived => format!(" Let stand: {}", plain(member(waived, "reason"))),
        };
        format!("{:<23} {}{kept}", member(check, "kind"), plain(member(check, "message")))
    }))?;
    program.done()
}

pub(crate) fn versions(edge: EdgeOptions, dossier: &Path, note: &str, form: Form) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let versions = program.call("version_list", json!({ "id": note }))?;
    if form == Form::Json {
        return Ok(print::json(&versions)?);
    }
    print::lines(list(&versions).map(|version| {
        let at = member(version, "at").get(..16).unwrap_or_default();
        let (id, kind) = (member(version, "id"), member(version, "kind"));
        format!(
            "{id}  {at}  {:<4} {kind:<12}  {}",
            member(version, "version"),
            plain(member(version, "name"))
        )
    }))?;
    program.done()
}

/// From one version to another, or to the note as it stands.
pub(crate) fn compare(
    edge: EdgeOptions,
    dossier: &Path,
    note: &str,
    (from, to): (&str, Option<&str>),
    form: Form,
) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let version = |id: &str| json!({ "of": "version", "id": id });
    let to = to.map_or_else(|| json!({ "of": "now" }), version);
    let comparison =
        program.call("version_compare", json!({ "note": note, "from": version(from), "to": to }))?;
    if form == Form::Json {
        return Ok(print::json(&comparison)?);
    }
    let mut lines: Vec<String> = list(&comparison["facts"]).map(fact).collect();
    lines.extend(list(&comparison["blocks"]).map(block));
    for (kind, name) in [("positions", "title"), ("evidence", "quote")] {
        for change in list(&comparison[kind]) {
            lines.push(format!("{kind}: {} {}", member(change, "became"), plain(member(change, name))));
            lines.extend(list(&change["facts"]).map(|it| format!("  {}", fact(it))));
        }
    }
    if lines.is_empty() {
        lines.push("Nothing has changed.".to_owned());
    }
    print::lines(lines)?;
    program.done()
}

/// Words that went in [-…-], words that came in {+…+}, as `wdiff` has them.
fn block(change: &Value) -> String {
    let words = |run: &Value| {
        let text = spaced(member(run, "text"));
        match member(run, "stands") {
            "then" => format!("[-{text}-]"),
            "now" => format!("{{+{text}+}}"),
            _ => text,
        }
    };
    let texts = list(&change["texts"]).map(|runs| list(runs).map(words).collect::<String>());
    let number = change["now"].as_str().or(change["then"].as_str()).unwrap_or("-");
    format!("{} {number}: {}", member(change, "became"), texts.collect::<Vec<_>>().join(" / "))
}

/// Words for a terminal with the space before and after them.
fn spaced(text: &str) -> String {
    let space = |there: bool| if there { " " } else { "" };
    let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{}{}", space(before), plain(text), space(after))
}

fn fact(change: &Value) -> String {
    let words = |side: &str| change[side].as_str().map_or_else(|| "-".to_owned(), plain);
    format!("{}: {} > {}", member(change, "fact"), words("then"), words("now"))
}
