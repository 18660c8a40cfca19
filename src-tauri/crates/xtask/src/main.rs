//! The project's own tasks: `cargo xtask run | test | judge | hostile | fuzz | schema | bench | codegen | tidy`.
//!
//! They are a Rust program and not scripts so that one text works on Linux, macOS and Windows, and is checked
//! like the rest. Nothing here goes into the product.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a task runner speaks on the terminal")]

mod bench;
mod cache;
mod codegen;
mod files;
mod fuzz;
mod hostile;
mod judge;
mod packages;
mod pages;
mod process;
mod python;
mod run;
mod sample;
mod schema;
mod test;
mod tidy;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK

  run               open the window on the sample dossier
  test              everything that is checked before a change is accepted
  judge [NOTES]     what other programs think of the PDFs, so many made-up notes among them
  hostile [FILES] [--format EXTENSION] [--minutes MINUTES] [--reader PROGRAM]
                    so many damaged and hostile files, given to the reader of documents
  fuzz FORMAT [--seconds SECONDS] [FOLDER]
                    a fuzzer on the reader of one format, for ten minutes, from the files in a folder
  schema [BODIES]   so many random bodies of notes, from the dossier through the editor and back
  bench             the figures the project holds itself to, as ratios
  codegen [--check] write ui/src/api/generated.ts, or say whether it is up to date
  tidy              the rules of the house that no compiler checks";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::run(),
        ["judge"] => judge::run("30"),
        ["judge", notes] => judge::run(notes),
        ["hostile", wishes @ ..] => hostile::run(wishes),
        ["fuzz", format, wishes @ ..] => fuzz::run(format, wishes),
        ["schema"] => schema::run("1000"),
        ["schema", bodies] => schema::run(bodies),
        ["bench", which @ ..] => bench::run(which),
        ["codegen"] => codegen::write(),
        ["codegen", "--check"] => codegen::check(),
        ["tidy"] => tidy::run(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
