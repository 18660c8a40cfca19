//! `templates` and `template`: the user's own, and how one comes into another dossier.

use crate::arguments::{EdgeOptions, Form};
use crate::ending::Ending;
use crate::print::{self, member, plain};
use crate::program::{Program, text};
use serde_json::json;
use std::path::Path;

pub(crate) fn list(edge: EdgeOptions, dossier: &Path, form: Form) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let templates = program.call("template_list", json!({}))?;
    if form == Form::Json {
        return Ok(print::json(&templates)?);
    }
    print::lines(templates.as_array().into_iter().flatten().map(|template| {
        let whose = if template["own"] == true { "own" } else { "" };
        let (id, name) = (member(template, "id"), plain(member(template, "name")));
        format!("{id:<36}  {whose:<3}  {name}")
    }))?;
    program.done()
}

/// Out of the dossier, for another one.
pub(crate) fn export(edge: EdgeOptions, dossier: &Path, id: &str, to: &Path) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let exported = program.call("template_export", json!({ "id": id, "path": text(to)? }))?;
    let mut said = vec![format!("Wrote “{}” to {}.", plain(member(&exported, "name")), to.display())];
    match exported["left_behind"].as_u64().unwrap_or_default() {
        0 => {}
        1 => said.push("1 block stays behind: it shows what is in this dossier only.".to_owned()),
        count => said.push(format!("{count} blocks stay behind: they show what is in this dossier only.")),
    }
    print::lines(said)?;
    program.done()
}

/// Into the dossier, out of a file.
pub(crate) fn import(edge: EdgeOptions, dossier: &Path, from: &Path) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let brought = program.call("template_import", json!({ "path": text(from)? }))?;
    let mut said =
        vec![format!("Brought “{}” in as {}.", plain(member(&brought, "name")), member(&brought, "id"))];
    let missing: Vec<String> =
        brought["missing"].as_array().into_iter().flatten().filter_map(|it| it.as_str().map(plain)).collect();
    if !missing.is_empty() {
        said.push(format!("Not in this dossier, and left out: {}.", missing.join(", ")));
    }
    print::lines(said)?;
    program.done()
}
