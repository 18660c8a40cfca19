//! What the sample note's PDF costs in CPU time, beside the same words set by Typst in the same fonts.
//!
//! The comparison favours Typst: of ours the whole program counts, from start to file; of Typst the compilation
//! alone, and its copy of the text has no table, no boxes and no links.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{Figure, Measured, median};
use crate::{cache, files, process, sample};

const RUNS: usize = 9;
const TYPST: &str = "typst==0.15.2";

/// Both in one run, one after the other.
pub(super) fn measure(programs: &Path) -> Result<Figure, String> {
    let folder = cache::target().join("bench/note-pdf");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let python = python_with_typst(&folder)?;

    let cli = programs.join("standpoint-cli");
    let dossier = sample::dossier(&cli)?;
    let pdf = folder.join("note.pdf");
    let export = sample::export(&cli, &dossier, &pdf)?;
    let mut ours = script(&python, include_str!("cpu.py"));
    ours.arg(RUNS.to_string()).arg(export.get_program()).args(export.get_args());
    let our_runs = seconds(&process::output(&mut ours)?)?;

    let text = process::output(process::command("pdftotext").arg(&pdf).arg("-"))?;
    let source = folder.join("note.typ");
    files::replace(&source, &typst_source(&text))?;
    let mut typst = script(&python, include_str!("note_pdf.py"));
    typst.arg(&source).arg(files::root().join("assets/fonts"));
    let typst_runs = (0..RUNS).map(|_| process::output(&mut typst)).collect::<Result<String, _>>()?;

    Ok(Figure {
        name: "sample note as PDF, CPU time",
        ours: Measured { what: "standpoint-cli export, the whole program", median: median(our_runs) },
        against: Measured {
            what: "the same words through Typst, compilation only",
            median: median(seconds(&typst_runs)?),
        },
        target: 0.5,
    })
}

fn script(python: &Path, text: &str) -> std::process::Command {
    let mut python = process::program(python);
    python.args(["-c", text]);
    python
}

/// A Python of its own under `target`, with Typst in it.
fn python_with_typst(folder: &Path) -> Result<PathBuf, String> {
    let venv = folder.join("python");
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() {
        println!("Installing {TYPST} from PyPI into {}", venv.display());
        process::run(process::command("python3").args(["-m", "venv"]).arg(&venv))?;
        let mut pip = process::program(&python);
        process::run(pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check", "install", TYPST]))?;
    }
    Ok(python)
}

/// The words as Typst sets them: our fonts, our page, justified and hyphenated, each block a paragraph.
fn typst_source(text: &str) -> String {
    const HEAD: &str = "#set page(paper: \"a4\", margin: 25mm, numbering: \"1 / 1\")\n\
        #set text(font: \"Source Serif 4\", size: 12pt, lang: \"en\", hyphenate: true)\n\
        #set par(justify: true)\n";
    let escape = |line: &str| {
        line.chars().fold(String::new(), |mut escaped, character| {
            if character.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(character);
            escaped
        })
    };
    let lines: Vec<String> = text.lines().map(escape).collect();
    format!("{HEAD}\n{}\n", lines.join("\n"))
}

fn seconds(lines: &str) -> Result<Vec<Duration>, String> {
    let parse = |line: &str| line.parse().ok().and_then(|it| Duration::try_from_secs_f64(it).ok());
    lines.lines().map(|line| parse(line).ok_or_else(|| format!("not a time: {line}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_set_as_they_are() {
        let source = typst_source("A #heading\n$5 [x]\n\n= next");
        assert!(source.ends_with("A \\#heading\n\\$5 \\[x\\]\n\n\\= next\n"), "{source}");
    }

    #[test]
    fn times_are_seconds() {
        assert_eq!(seconds("0.5\n0.25\n"), Ok(vec![Duration::from_millis(500), Duration::from_millis(250)]));
        assert!(seconds("soon").is_err());
    }
}
