//! `recognise`: the words in the pictures of sources that are in the dossier already.

use crate::arguments::{EdgeOptions, Form};
use crate::ending::Ending;
use crate::import::under;
use crate::passwords;
use crate::print::{self, list, member, plain};
use crate::program::Program;
use serde_json::{Value, json};
use std::path::Path;

pub(crate) fn run(
    edge: EdgeOptions,
    dossier: &Path,
    sources: &[String],
    password_file: Option<&Path>,
    form: Form,
) -> Result<(), Ending> {
    let passwords = passwords::read(password_file)?;
    let program = Program::open(edge, dossier)?;
    let (mut recognised, mut refused) = (Vec::new(), Vec::new());
    for source in sources {
        let mut tries = passwords.iter().map(Some).collect::<Vec<_>>();
        if tries.is_empty() {
            tries.push(None);
        }
        let mut why = Vec::new();
        for password in tries {
            why = match attempt(&program, source, password) {
                Ok(sources) => {
                    recognised.extend(sources);
                    Vec::new()
                }
                Err(errors) => errors,
            };
            // Another password is of no use against another reason.
            if !why.iter().any(|error| error["code"] == "locked") || program.interrupt.asked() {
                break;
            }
        }
        refused.extend(why.iter().map(|error| passwords::sentence(error, &passwords)));
    }
    match form {
        Form::Json => print::json(&json!({ "recognised": recognised }))?,
        Form::People => print::lines(recognised.iter().flat_map(|source| {
            let head = format!("recognised  {}", plain(member(source, "title")));
            std::iter::once(head).chain(under(10, source))
        }))?,
    }
    program.done()?;
    if refused.is_empty() { Ok(()) } else { Err(Ending::Refused(refused)) }
}

/// The sources whose words were recognised, or the errors why there are none.
fn attempt(program: &Program, source: &str, password: Option<&String>) -> Result<Vec<Value>, Vec<Value>> {
    let mut args = json!({ "id": source });
    if let Some(password) = password {
        args["password"] = json!(password);
    }
    let job = program.call("source_recognise", args).map_err(|error| vec![json!(error)])?;
    let refused: Vec<Value> = list(&job["refused"]).map(|refused| refused["error"].clone()).collect();
    if refused.is_empty() { Ok(list(&job["recognised"]).cloned().collect()) } else { Err(refused) }
}
