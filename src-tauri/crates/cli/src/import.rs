//! `import`: what came in, line by line, and a sentence for each document that did not.

use crate::arguments::{EdgeOptions, Form};
use crate::ending::Ending;
use crate::passwords;
use crate::print::{self, list, member, plain};
use crate::program::{Program, text};
use serde_json::{Value, json};
use standpoint_api::Code;
use std::path::{Path, PathBuf};

pub(crate) fn run(
    edge: EdgeOptions,
    dossier: &Path,
    paths: &[PathBuf],
    password_file: Option<&Path>,
    form: Form,
) -> Result<(), Ending> {
    let passwords = passwords::read(password_file)?;
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
    let (job, scans) = unlocked(&program, &job, &passwords)?;
    let missed: Vec<&Value> =
        std::iter::once(&job).chain(&scans).flat_map(|job| list(&job["refused"])).collect();
    match form {
        Form::Json => print::json(&json!({ "imported": job["imported"], "refused": missed }))?,
        Form::People => print::lines(list(&job["imported"]).flat_map(shown))?,
    }
    refused.extend(missed.iter().map(|missed| passwords::sentence(&missed["error"], &passwords)));
    program.done()?;
    if refused.is_empty() { Ok(()) } else { Err(Ending::Refused(refused)) }
}

/// Tries each password on each document that asks for one. Gives the import with what they opened, and the jobs that
/// recognised the words of scans among that.
fn unlocked(program: &Program, job: &Value, passwords: &[String]) -> Result<(Value, Vec<Value>), Ending> {
    let mut scans = Vec::new();
    for refused in list(&job["refused"]).filter(|refused| refused["locked"] == true) {
        for password in passwords.iter().take_while(|_| !program.interrupt.asked()) {
            let args = json!({ "job": job["id"], "number": refused["number"], "password": password });
            match program.call("import_unlock", args) {
                Err(error) if error.code == Code::Locked => continue,
                // Why not is said by the import itself.
                Err(_) => {}
                Ok(opened) => scans.push(opened["recognising"].clone()),
            }
            break;
        }
    }
    let scans = scans.iter().filter(|job| !job.is_null()).map(|job| program.ended(job));
    Ok((program.ended(&job["id"])?, scans.collect::<Result<_, _>>()?))
}

/// What became of the document, and under it what was lost on the way.
fn shown(imported: &Value) -> Vec<String> {
    let source = &imported["source"];
    let outcome = if imported["known"] == true { "known" } else { "imported" };
    let origin = [member(source, "publisher"), member(source, "published")].map(plain);
    let origin: Vec<String> = origin.into_iter().filter(|part| !part.is_empty()).collect();
    let origin = if origin.is_empty() { String::new() } else { format!(" ({})", origin.join(", ")) };
    let head = format!("{outcome:<8}  {}{origin}", plain(member(source, "title")));
    std::iter::once(head).chain(under(8, source)).collect()
}

/// What a source says of its reading, set in as far as that many characters and two.
pub(crate) fn under(indent: usize, source: &Value) -> impl Iterator<Item = String> {
    list(&source["warnings"])
        .map(move |warning| format!("{:<indent$}  {}", "", plain(warning.as_str().unwrap_or_default())))
}
