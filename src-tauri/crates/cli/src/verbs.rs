//! What each verb does: open the dossier, run a command, show its answer, close the dossier.

use crate::arguments::{Arguments, EdgeOptions, Form, Verb};
use crate::ending::Ending;
use crate::print::{self, member, plain};
use crate::program::{Program, text};
use crate::{actors, batch, help, import, list, notes, recognise, search, templates};
use serde_json::{Value, json};
use std::path::Path;

impl Arguments {
    pub(crate) fn run(self) -> Result<(), Ending> {
        let edge = self.edge;
        match self.verb {
            Verb::Help => help(),
            Verb::Version => Ok(print::lines([format!("standpoint-cli {}", env!("CARGO_PKG_VERSION"))])?),
            Verb::New { dossier, title } => begin(edge, "dossier_new", &dossier, &json!({ "title": title })),
            Verb::Sample { dossier } => begin(edge, "dossier_sample", &dossier, &json!({})),
            Verb::Import { dossier, paths, password_file, form } => {
                import::run(edge, &dossier, &paths, password_file.as_deref(), form)
            }
            Verb::Recognise { dossier, sources, password_file, form } => {
                recognise::run(edge, &dossier, &sources, password_file.as_deref(), form)
            }
            Verb::Actors { dossier, table, known } => actors::run(edge, &dossier, &table, known),
            Verb::Search { dossier, query, form } => search::run(edge, &dossier, &query, form),
            Verb::Notes { dossier, form } => note_list(edge, &dossier, form),
            Verb::Export { dossier, note, to, copy, ceiling } => {
                let format = format_of(&to)?;
                let args = json!({ "note": note, "copy": copy, "ceiling": ceiling, "format": format });
                export(edge, &dossier, args, &to)
            }
            Verb::Matrix { dossier, to, as_of } => matrix(edge, &dossier, &to, as_of.as_deref()),
            Verb::Checks { dossier, note, form } => notes::checks(edge, &dossier, &note, form),
            Verb::Versions { dossier, note, form } => notes::versions(edge, &dossier, &note, form),
            Verb::Compare { dossier, note, from, to, form } => {
                notes::compare(edge, &dossier, &note, (&from, to.as_deref()), form)
            }
            Verb::Templates { dossier, form } => templates::list(edge, &dossier, form),
            Verb::ExportTemplate { dossier, id, to } => templates::export(edge, &dossier, &id, &to),
            Verb::ImportTemplate { dossier, from } => templates::import(edge, &dossier, &from),
            Verb::Reopen { pdf, dossier } => reopen(edge, &pdf, &dossier),
            Verb::Check { dossier } => check(edge, &dossier),
            Verb::Call { dossier, command, args } => call(edge, &dossier, &command, args),
            Verb::Batch { dossier } => batch::run(edge, &dossier),
            Verb::Commands { form } => list::run(form),
            #[cfg(all(feature = "dev-http", debug_assertions))]
            Verb::Serve(options) => crate::serve::run(edge, options),
        }
    }
}

fn help() -> Result<(), Ending> {
    let mut pieces = vec![help::HELP.trim_end().to_owned()];
    #[cfg(all(feature = "dev-http", debug_assertions))]
    pieces.push(help::SERVE_HELP.trim_end().to_owned());
    pieces.push(help::OPTIONS_HELP.trim_end().to_owned());
    Ok(print::lines(pieces)?)
}

fn begin(edge: EdgeOptions, command: &str, dossier: &Path, args: &Value) -> Result<(), Ending> {
    let program = Program::start(edge, None)?;
    let mut args = args.clone();
    args["path"] = json!(text(dossier)?);
    let head = program.call(command, args)?;
    print::lines([format!("Began “{}” in {}.", plain(member(&head, "title")), dossier.display())])?;
    program.done()
}

fn note_list(edge: EdgeOptions, dossier: &Path, form: Form) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let notes = program.call("note_list", json!({}))?;
    if form == Form::Json {
        return Ok(print::json(&notes)?);
    }
    print::lines(notes.as_array().into_iter().flatten().map(|note| {
        let day = member(note, "created_at").get(..10).unwrap_or_default();
        let state = if note["clearance"].is_null() { "draft" } else { "cleared" };
        let (id, version) = (member(note, "id"), member(note, "version"));
        format!("{id}  {day}  {version:<4} {state:<7}  {}", plain(member(note, "title")))
    }))?;
    program.done()
}

/// As what a file is written, by its extension; one without is a PDF.
fn format_of(to: &Path) -> Result<&'static str, Ending> {
    let extension = to.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    Ok(match extension.as_deref() {
        None | Some("pdf") => "pdf",
        Some("docx") => "docx",
        Some("html" | "htm") => "html",
        Some("md" | "markdown") => "md",
        Some(other) => {
            return Err(Ending::Usage(format!(
                "A note is written as .pdf, .docx, .html or .md, not as .{other}."
            )));
        }
    })
}

fn export(edge: EdgeOptions, dossier: &Path, mut args: Value, to: &Path) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let note = member(&args, "note").to_owned();
    let notes = program.call("note_list", json!({}))?;
    if !notes.as_array().into_iter().flatten().any(|it| it["id"] == *note) {
        let name = name(dossier);
        return Err(Ending::refused(format!(
            "There is no note “{note}” in “{name}”. To see the notes with their ids: standpoint-cli notes."
        )));
    }
    args["path"] = json!(text(to)?);
    if let Some(args) = args.as_object_mut() {
        args.retain(|_, value| !value.is_null());
    }
    let exported = program.call("note_export", args)?;
    let pages = exported["export"]["pages"].as_u64().unwrap_or_default();
    let pages = match pages {
        0 => "the note".to_owned(),
        1 => "1 page".to_owned(),
        _ => format!("{pages} pages"),
    };
    let checks = exported["checks"].as_array().into_iter().flatten();
    let checks = checks.map(|check| format!("Look at this: {}", plain(member(check, "message"))));
    print::lines(std::iter::once(format!("Wrote {pages} to {}.", to.display())).chain(checks))?;
    program.done()
}

fn matrix(edge: EdgeOptions, dossier: &Path, to: &Path, as_of: Option<&str>) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let mut args = json!({ "path": text(to)? });
    if let Some(day) = as_of {
        args["as_of"] = json!(day);
    }
    let written = program.call("matrix_export", args)?;
    let (actors, issues, positions) = (&written["actors"], &written["issues"], &written["positions"]);
    let marking = written["marking"].as_str().map(|label| format!("Its marking is {}.", plain(label)));
    let said =
        format!("Wrote {positions} positions of {actors} actors on {issues} issues to {}.", to.display());
    print::lines(std::iter::once(said).chain(marking))?;
    program.done()
}

/// Into a dossier that is there, or a new one.
fn reopen(edge: EdgeOptions, pdf: &Path, dossier: &Path) -> Result<(), Ending> {
    let program = Program::start(edge, None)?;
    let path = json!({ "path": text(dossier)? });
    if dossier.exists() {
        program.call("dossier_open", path)?;
    } else {
        // Looked at first, so that a PDF without a note leaves no empty dossier behind.
        standpoint_api::check_reopens(pdf)?;
        let title = dossier.file_stem().unwrap_or_default().to_string_lossy();
        program.call("dossier_new", json!({ "path": text(dossier)?, "title": title }))?;
    }
    let reopened = program.call("note_reopen", json!({ "path": text(pdf)? }))?;
    let title = plain(member(&reopened["note"], "title"));
    let mut said =
        vec![format!("Opened “{title}” in {} as {}.", dossier.display(), member(&reopened["note"], "id"))];
    if reopened["beside"] == true {
        said.push("The note was there already; this is a second one beside it.".to_owned());
    }
    match reopened["differing"].as_u64().unwrap_or_default() {
        0 => {}
        count => said.push(format!(
            "{count} of the things it draws on had been changed there and stay as they are there."
        )),
    }
    match reopened["in_passages"].as_u64().unwrap_or_default() {
        0 => {}
        count => said.push(format!(
            "{count} sources are there by their quoted passages only; import the documents to have them whole."
        )),
    }
    print::lines(said)?;
    program.done()
}

fn check(edge: EdgeOptions, dossier: &Path) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let findings = program.call("dossier_check", json!({}))?;
    let findings: Vec<String> =
        findings.as_array().into_iter().flatten().map(|it| plain(member(it, "sentence"))).collect();
    let name = name(dossier);
    if findings.is_empty() {
        print::lines([format!("“{name}” is sound.")])?;
        return program.done();
    }
    let things = if findings.len() == 1 { "1 fault".into() } else { format!("{} faults", findings.len()) };
    print::lines(findings)?;
    Err(Ending::refused(format!("“{name}” has {things}. It was left as it is; open a backup of it.")))
}

fn call(edge: EdgeOptions, dossier: &Path, command: &str, args: Value) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    print::json(&program.call(command, args)?)?;
    program.done()
}

fn name(dossier: &Path) -> std::borrow::Cow<'_, str> {
    dossier.file_name().unwrap_or(dossier.as_os_str()).to_string_lossy()
}
