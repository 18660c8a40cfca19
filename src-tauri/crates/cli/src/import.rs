//! `import`: what came in, line by line, and a sentence for each document that did not.

use crate::arguments::{EdgeOptions, Form};
use crate::ending::Ending;
use crate::passwords;
use crate::print::{self, member, plain};
use crate::program::{Program, text};
use serde_json::{Value, json};
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
    let job = unlocked(&program, &job, &passwords)?;
    match form {
        Form::Json => print::json(&json!({ "imported": job["imported"], "refused": job["refused"] }))?,
        Form::People => print::lines(job["imported"].as_array().into_iter().flatten().flat_map(shown))?,
    }
    refused.extend(job["refused"].as_array().into_iter().flatten().map(|refused| {
        let error = &refused["error"];
        let hint = match (&refused["locked"], passwords.is_empty()) {
            (Value::Bool(true), true) => {
                "Put it in a file and name that with --password-file, or give it on standard input with \
                 --password-file -; it is used for this alone and kept nowhere."
            }
            (Value::Bool(true), false) => "None of the passwords given opens it.",
            _ => member(error, "hint"),
        };
        plain(&format!("{} {hint}", member(error, "message")))
    }));
    program.done()?;
    if refused.is_empty() { Ok(()) } else { Err(Ending::Refused(refused)) }
}

/// The job after each password was tried on each document that asks for one.
fn unlocked(program: &Program, job: &Value, passwords: &[String]) -> Result<Value, Ending> {
    let locked = job["refused"].as_array().into_iter().flatten().filter(|refused| refused["locked"] == true);
    for refused in locked {
        let fits = |password: &&String| {
            let args = json!({ "job": job["id"], "number": refused["number"], "password": password });
            program.call("import_unlock", args).is_ok()
        };
        if !program.interrupt.asked() {
            passwords.iter().find(fits);
        }
    }
    Ok(program.ended(&job["id"])?)
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
    let warnings = source["warnings"].as_array().into_iter().flatten();
    warnings.map(move |warning| format!("{:<indent$}  {}", "", plain(warning.as_str().unwrap_or_default())))
}
