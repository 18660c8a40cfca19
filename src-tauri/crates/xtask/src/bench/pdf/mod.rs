//! What a note's PDF costs, beside the same words in the same structure set by others in the same fonts.
//!
//! The comparison favours the others: of ours the whole program counts, from start to file and with the dossier's own
//! record of the export; of Typst and `WeasyPrint` the setting alone.

pub(super) mod long_note;
mod markup;
mod setters;
mod structured;
mod words;

use std::{fs, path::Path, process::Command, time::Duration};

use super::{Amount, Figure, Measured, build_cli, median};
use crate::{cache, packages, process, sample};
use setters::{Run, Setter};

const RUNS: usize = 5;
/// Sections of a note of about 50,000 words.
const WORDS: usize = 38;
/// Sections of notes of about 10, 100, 1,000 and 2,000 pages.
const PAGES: [usize; 4] = [3, 25, 250, 500];
/// The most memory that 50,000 words may take, and the largest file they may give.
const MEMORY: u64 = 60_000_000;
const FILE: u64 = 700_000;

/// The sample note and a note of 50,000 words, each in one run with what it is held against; and notes of other lengths.
pub(super) fn measure() -> Result<Vec<Figure>, String> {
    packages::install(packages::BUILD.iter().chain(packages::TEST))?;
    let cli = build_cli()?;
    let folder = cache::target().join("bench/pdf");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let sample = sample_note(&cli, &folder)?;
    let mut figures = long_note(&cli, &folder, WORDS)?;
    let per_page = PAGES.map(|sections| other_length(&cli, &folder, sections));
    let [_, at_hundred, _, at_two_thousand] = per_page;
    figures.insert(0, sample);
    figures.push(Figure {
        name: "CPU time for each page",
        ours: Measured { what: "in a note of 2,000 pages", amount: Amount::Time(at_two_thousand?) },
        against: Measured { what: "in one of 100", amount: Amount::Time(at_hundred?) },
        target: 1.1,
    });
    Ok(figures)
}

fn sample_note(cli: &Path, folder: &Path) -> Result<Figure, String> {
    let pdf = folder.join("sample.pdf");
    let export = sample::export(cli, &sample::dossier(cli)?, &pdf)?;
    let mut ours = Setter::program("Standpoint", &export, pdf);
    ours.run()?;
    let mut typst = Setter::typst(&structured::read(&ours.pdf)?, folder)?;
    println!("\nThe sample note");
    let against = in_turn(&mut [&mut ours, &mut typst], RUNS)?;
    Ok(cpu_figure("sample note as PDF, CPU time", against[0].cpu, against[1].cpu, 0.5))
}

fn long_note(cli: &Path, folder: &Path, sections: usize) -> Result<Vec<Figure>, String> {
    let mut ours = export(cli, folder, sections)?;
    ours.run()?;
    let document = structured::read(&ours.pdf)?;
    let words = document.words().split_whitespace().count();
    println!("\nA note of {words} words, {} citations", document.all("Link").len());
    let mut typst = Setter::typst(&document, folder)?;
    let runs = in_turn(&mut [&mut ours, &mut typst], RUNS)?;
    for other in [Setter::weasyprint(&document, folder), Setter::libreoffice(&document, folder)] {
        match other.and_then(|mut other| in_turn(&mut [&mut other], 1)) {
            Ok(_) => {}
            Err(reason) => println!("another was left out: {reason}"),
        }
    }
    let (_, bytes) = ours.made()?;
    Ok(vec![
        cpu_figure("50,000 words as PDF, CPU time", runs[0].cpu, runs[1].cpu, 0.2),
        limit_figure("50,000 words as PDF, memory", runs[0].bytes, MEMORY),
        limit_figure("50,000 words as PDF, file", bytes, FILE),
    ])
}

/// CPU time for each page of a note of another length.
fn other_length(cli: &Path, folder: &Path, sections: usize) -> Result<Duration, String> {
    let mut ours = export(cli, folder, sections)?;
    let runs = in_turn(&mut [&mut ours], 3)?;
    Ok(runs[0].cpu / ours.made()?.0.max(1))
}

/// The export of a note of so many sections, whose dossier is built once.
fn export(cli: &Path, folder: &Path, sections: usize) -> Result<Setter, String> {
    let dossier = folder.join(format!("{sections}.standpoint"));
    drop(fs::remove_file(&dossier));
    let note = long_note::build(cli, &dossier, sections)?;
    let pdf = folder.join(format!("{sections}.pdf"));
    let mut export: Command = process::program(cli);
    export.arg("export").arg(&dossier).args(["--note", &note, "--to"]).arg(&pdf);
    Ok(Setter::program("Standpoint", &export, pdf))
}

/// Runs them one after the other, again and again, so that what else the machine does touches all; prints and gives
/// the medians.
fn in_turn(setters: &mut [&mut Setter], times: usize) -> Result<Vec<Run>, String> {
    let mut runs: Vec<Vec<Run>> = vec![Vec::new(); setters.len()];
    for _ in 0..times {
        for (setter, runs) in setters.iter_mut().zip(&mut runs) {
            runs.push(setter.run()?);
        }
    }
    let mut medians = Vec::new();
    for (setter, runs) in setters.iter().zip(runs) {
        let cpu = median(runs.iter().map(|run| run.cpu).collect());
        let bytes = runs.iter().map(|run| run.bytes).max().unwrap_or_default();
        let (pages, file) = setter.made()?;
        println!(
            "  {:<22} {:>8.3} s CPU {:>8.3} ms a page {:>7.1} MB at most {pages:>6} pages {file:>10} bytes",
            setter.name,
            cpu.as_secs_f64(),
            cpu.as_secs_f64() * 1000.0 / f64::from(pages.max(1)),
            bytes as f64 / 1_000_000.0,
        );
        medians.push(Run { cpu, bytes });
    }
    Ok(medians)
}

fn cpu_figure(name: &'static str, ours: Duration, against: Duration, target: f64) -> Figure {
    Figure {
        name,
        ours: Measured { what: "standpoint-cli export, the whole program", amount: Amount::Time(ours) },
        against: Measured {
            what: "the same words through Typst, compilation only",
            amount: Amount::Time(against),
        },
        target,
    }
}

fn limit_figure(name: &'static str, ours: u64, limit: u64) -> Figure {
    Figure {
        name,
        ours: Measured { what: "standpoint-cli export", amount: Amount::Bytes(ours) },
        against: Measured { what: "the most it may be", amount: Amount::Bytes(limit) },
        target: 1.0,
    }
}
