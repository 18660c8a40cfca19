//! Programs that make a PDF, and what each run of them takes.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use super::markup::{self, HTML, Markup, TYPST};
use super::structured::Element;
use crate::{files, process, python};

const TYPST_PACKAGE: &str = "typst==0.15.2";
const WEASYPRINT_PACKAGE: &str = "weasyprint==70.0";

/// What one run took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Run {
    pub(super) cpu: Duration,
    /// Memory at its peak.
    pub(super) bytes: u64,
}

/// A program ready to make one file, again and again.
pub(super) struct Setter {
    pub(super) name: &'static str,
    command: Command,
    pub(super) pdf: PathBuf,
}

impl Setter {
    /// The command line: the whole program counts, from its start.
    pub(super) fn program(name: &'static str, command: &Command, pdf: PathBuf) -> Self {
        let mut measured = process::command("python3");
        measured.args(["-c", include_str!("program.py")]).arg(command.get_program()).args(command.get_args());
        Self { name, command: measured, pdf }
    }

    /// Typst: the compilation alone counts.
    pub(super) fn typst(document: &Element, folder: &Path) -> Result<Self, String> {
        let text = include_str!("typst.py");
        Self::python("Typst 0.15.2", TYPST_PACKAGE, text, document, &TYPST, &folder.join("note.typ"))
    }

    /// `WeasyPrint`: the layout and the writing count.
    pub(super) fn weasyprint(document: &Element, folder: &Path) -> Result<Self, String> {
        let text = include_str!("weasyprint.py");
        Self::python("WeasyPrint 70", WEASYPRINT_PACKAGE, text, document, &HTML, &folder.join("note.html"))
    }

    /// `LibreOffice`, where it is installed: the whole program counts.
    pub(super) fn libreoffice(document: &Element, folder: &Path) -> Result<Self, String> {
        let Some(office) = ["soffice", "libreoffice"].into_iter().find(|name| process::exists(name)) else {
            return Err("it is not installed".to_owned());
        };
        let source = folder.join("office.html");
        files::replace(&source, &markup::set(document, &HTML))?;
        let mut command = process::command(office);
        let home = format!("-env:UserInstallation=file://{}", folder.join("office").display());
        command.arg(home).args(["--headless", "--infilter=HTML (StarWriter)", "--convert-to"]);
        command.args(["pdf:writer_pdf_Export", "--outdir"]).arg(folder).arg(&source);
        Ok(Self::program("LibreOffice, untagged", &command, folder.join("office.pdf")))
    }

    fn python(
        name: &'static str,
        package: &str,
        text: &str,
        document: &Element,
        markup: &Markup,
        source: &Path,
    ) -> Result<Self, String> {
        let python = python::with(package)?;
        files::replace(source, &markup::set(document, markup))?;
        let pdf = source.with_added_extension("pdf");
        let mut command = python::script(&python, text);
        command.arg(source).arg(&pdf).arg(files::root().join("assets/fonts"));
        Ok(Self { name, command, pdf })
    }

    /// Runs it once.
    pub(super) fn run(&mut self) -> Result<Run, String> {
        parse(&process::output(&mut self.command)?)
    }

    /// Pages and bytes of the file it made.
    pub(super) fn made(&self) -> Result<(u32, u64), String> {
        let told = process::output(process::command("pdfinfo").arg(&self.pdf))?;
        let pages = told.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok());
        let pages = pages.ok_or_else(|| format!("{} has no pages", self.pdf.display()))?;
        let bytes = fs::metadata(&self.pdf)
            .map_err(|error| format!("cannot read {}: {error}", self.pdf.display()))?
            .len();
        Ok((pages, bytes))
    }
}

/// CPU seconds and KiB.
fn parse(said: &str) -> Result<Run, String> {
    let parsed = said.trim().split_once(' ').and_then(|(seconds, kib)| {
        let cpu = Duration::try_from_secs_f64(seconds.parse().ok()?).ok()?;
        Some(Run { cpu, bytes: kib.parse::<u64>().ok()? * 1024 })
    });
    parsed.ok_or_else(|| format!("not a time and a size: {said}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_seconds_and_kib() {
        assert_eq!(parse("0.5 2\n"), Ok(Run { cpu: Duration::from_millis(500), bytes: 2048 }));
        assert!(parse("soon").is_err());
    }
}
