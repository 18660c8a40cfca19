//! `import`: what came in, line by line, and a sentence for each document that did not.

use crate::arguments::{EdgeOptions, Form};
use crate::ending::Ending;
use crate::print::{self, member, plain};
use crate::program::{Program, text};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub(crate) fn run(edge: EdgeOptions, dossier: &Path, paths: &[PathBuf], form: Form) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let (mut named, mut refused) = (Vec::new(), Vec::new());
    for path in paths {
        match text(path) {
            Ok(path) => named.push(path),
            Err(Ending::Refused(sentences)) => refused.extend(sentences),
            Err(other) => return Err(other),
        }
    }
    let job = program.call("import_files", json!({ "paths": named }))?;
    match form {
        Form::Json => print::json(&json!({ "imported": job["imported"], "refused": job["refused"] }))?,
        Form::People => print::lines(job["imported"].as_array().into_iter().flatten().flat_map(shown))?,
    }
    refused.extend(job["refused"].as_array().into_iter().flatten().map(|refused| {
        let error = &refused["error"];
        plain(&format!("{} {}", member(error, "message"), member(error, "hint")))
    }));
    program.done()?;
    if refused.is_empty() { Ok(()) } else { Err(Ending::Refused(refused)) }
}

/// What became of the document, and under it what was lost on the way.
fn shown(imported: &Value) -> Vec<String> {
    let source = &imported["source"];
    let outcome = if imported["known"] == true { "known" } else { "imported" };
    let origin = [member(source, "publisher"), member(source, "published")].map(plain);
    let origin: Vec<String> = origin.into_iter().filter(|part| !part.is_empty()).collect();
    let origin = if origin.is_empty() { String::new() } else { format!(" ({})", origin.join(", ")) };
    let head = format!("{outcome:<8}  {}{origin}", plain(member(source, "title")));
    let warnings = source["warnings"].as_array().into_iter().flatten();
    let warnings =
        warnings.map(|warning| format!("{:<8}  {}", "", plain(warning.as_str().unwrap_or_default())));
    std::iter::once(head).chain(warnings).collect()
}
