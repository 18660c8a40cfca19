//! Damaged and hostile files, made from seeds, read by real workers: `cargo xtask hostile 3000`.
//!
//! Every file has to be read or refused with a sentence, within the worker's time, and this process has to stay as
//! small as it was. The files are the same each time. The first argument says how many, the second from which on;
//! `--format pdf` takes the seeds of one format, `--minutes 10` ends after that time however many are left,
//! `--reader PROGRAM` has another build of the program read, `--keep FOLDER` also writes the files, and `--seeds FOLDER`
//! only the sound ones, for a fuzzer to begin from.

#![allow(clippy::print_stdout, reason = "a measuring program speaks on the terminal")]

#[path = "../tests/formats/archives.rs"]
mod archives;
#[path = "../tests/formats/damage.rs"]
mod damage;
#[path = "../tests/formats/dots.rs"]
mod dots;
#[path = "../tests/formats/pdf_pages.rs"]
mod pdf_pages;
#[path = "../tests/formats/seeds.rs"]
mod seeds;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use damage::Chance;
use standpoint_import::container::{Told, is_archive};
use standpoint_import::worker::{self, Worker};
use standpoint_import::{Input, Refusal};

/// Longer than this nobody waits for a document. A worker is given less, as its start and end take a moment more.
const LONGEST: Duration = Duration::from_secs(20);

/// More than this is not the memory of a program that only passes files on: the largest file and its answer.
const GROWN: u64 = 256 * 1024 * 1024;

fn main() -> ExitCode {
    if let Some(ended) = worker::run_if_asked() {
        return ended;
    }
    let wanted = Wanted::of(std::env::args().skip(1));
    let (count, from) = (wanted.count, wanted.from);
    let mut seeds = seeds::all();
    if let Some(folder) = &wanted.seeds {
        return write(&seeds, folder);
    }
    seeds.retain(|(name, _)| wanted.format.as_ref().is_none_or(|format| extension(name) == format.as_str()));
    let worker =
        wanted.reader.as_ref().map_or_else(Worker::of_this_program, |program| Ok(Worker::new(program)));
    let Ok(worker) = worker else { return ExitCode::FAILURE };
    if seeds.is_empty() {
        println!("there is no such format");
        return ExitCode::FAILURE;
    }
    let started = Instant::now();
    let (next, tally) = (AtomicU64::new(from), Mutex::new(Tally::default()));
    let before = resident();
    let hands = std::thread::available_parallelism().map_or(2, usize::from).min(4);
    std::thread::scope(|scope| {
        for _ in 0..hands {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= from + count || wanted.time.is_some_and(|time| started.elapsed() > time) {
                        break;
                    }
                    let (name, bytes) = hostile(number, &seeds);
                    if let Some(folder) = &wanted.keep {
                        keep(folder, &format!("{number}-{name}"), &bytes).unwrap_or_default();
                    }
                    let (outcome, taken) = given(&worker, name, &bytes);
                    let mut tally = tally.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    tally.add(number, name, outcome, taken);
                }
            });
        }
    });
    let tally = tally.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let grown = resident().saturating_sub(before);
    tally.print();
    println!("the program itself grew by {} KiB", grown / 1024);
    if tally.faults.is_empty() && grown < GROWN { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What was asked for.
struct Wanted {
    count: u64,
    from: u64,
    format: Option<String>,
    time: Option<Duration>,
    reader: Option<PathBuf>,
    seeds: Option<PathBuf>,
    keep: Option<PathBuf>,
}

impl Wanted {
    fn of(mut arguments: impl Iterator<Item = String>) -> Self {
        let (count, from) = (1_000, 0);
        let mut wanted =
            Self { count, from, format: None, time: None, reader: None, seeds: None, keep: None };
        let mut numbers = Vec::new();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--format" => wanted.format = arguments.next(),
                "--minutes" => {
                    wanted.time = arguments.next().and_then(|it| it.parse().ok()).map(Duration::from_mins);
                    wanted.count = u64::MAX / 2;
                }
                "--reader" => wanted.reader = arguments.next().map(PathBuf::from),
                "--keep" => wanted.keep = arguments.next().map(PathBuf::from),
                "--seeds" => wanted.seeds = arguments.next().map(PathBuf::from),
                number => numbers.extend(number.parse::<u64>().ok()),
            }
        }
        let mut numbers = numbers.into_iter();
        wanted.count = numbers.next().unwrap_or(wanted.count);
        wanted.from = numbers.next().unwrap_or(wanted.from);
        wanted
    }
}

fn extension(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

/// Writes the sound documents, a folder for each format, as fuzzers keep them, and archives as their parts too.
fn write(seeds: &[(&str, Vec<u8>)], folder: &Path) -> ExitCode {
    for (name, bytes) in seeds {
        let own = folder.join(extension(name));
        let kept = keep(&own, name, bytes).and_then(|()| match parts(bytes) {
            Some(parts) => keep(&own, &format!("{name}.parts"), &parts),
            None => Ok(()),
        });
        if let Err(error) = kept {
            println!("{} cannot be written: {error}", folder.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// What is in an archive, each part after its name, as the fuzzer's targets take it.
fn parts(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).ok()?;
        if place > 0 {
            parts.push(b'\x0c');
        }
        parts.extend_from_slice(entry.name().ok()?.as_bytes());
        parts.push(b'\n');
        entry.read_to_end(&mut parts).ok()?;
    }
    Some(parts)
}

#[allow(clippy::disallowed_methods, reason = "what is lost in a crash is written again")]
fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join(name), bytes)
}

/// The file of that number: a seed damaged, cut into another, or put under a name that it does not have.
fn hostile<'a>(number: u64, seeds: &'a [(&'static str, Vec<u8>)]) -> (&'a str, Vec<u8>) {
    // The first numbers of this generator differ little where its seeds do.
    let mut chance = Chance(number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    chance.next(2);
    let (name, sound) = &seeds[number as usize % seeds.len()];
    let other = &seeds[chance.next(seeds.len())];
    match chance.next(10) {
        0 => {
            let mut bytes = sound.clone();
            let at = chance.next(bytes.len());
            let piece = chance.next(other.1.len());
            bytes.splice(at..at, other.1[piece..].iter().copied());
            (name, bytes)
        }
        1 => (other.0, chance.damage(sound)),
        2 => {
            // A stretch over and over: depth, length and number are what runs away.
            let at = chance.next(sound.len());
            let end = (at + 1 + chance.next(64)).min(sound.len());
            let bytes =
                [&sound[..end], &sound[at..end].repeat(1 + chance.next(20_000)), &sound[end..]].concat();
            (name, bytes)
        }
        3 => {
            // Sound at both ends and noise between.
            let mut bytes = sound.clone();
            let (low, high) = (bytes.len() / 8, bytes.len() / 2);
            for byte in &mut bytes[low..high] {
                if chance.next(4) == 0 {
                    *byte = chance.next(256) as u8;
                }
            }
            (name, bytes)
        }
        _ => (name, chance.damage(sound)),
    }
}

/// What a worker makes of a file, or the sentence of a fault.
fn given(worker: &Worker, name: &str, bytes: &[u8]) -> (Result<Outcome, String>, Duration) {
    let started = Instant::now();
    let input = Input { name, media_hint: None, bytes };
    let cancel = AtomicBool::new(false);
    let outcome = if is_archive(&input) {
        let mut held = 0;
        let emptied = worker.empty(&input, &cancel, |told| held += u32::from(matches!(told, Told::Entry(_))));
        emptied.map(|()| Outcome { word: "emptied", sentence: None })
    } else {
        worker.read(&input, &cancel).map(|_| Outcome { word: "read", sentence: None })
    };
    let taken = started.elapsed();
    let told = match outcome {
        Ok(outcome) => Ok(outcome),
        Err(refusal) => refused(name, &refusal),
    };
    let told = if taken > LONGEST { Err(format!("took {taken:?}")) } else { told };
    (told, taken)
}

/// What became of a file, in a word, and what its user is told if it was not read.
struct Outcome {
    word: &'static str,
    sentence: Option<String>,
}

/// A refusal's word, if it has its sentence and what to do next.
fn refused(name: &str, refusal: &Refusal) -> Result<Outcome, String> {
    let (message, hint) = (refusal.message(), refusal.hint());
    let whole = message.contains(name) && message.ends_with('.') && hint.ends_with('.');
    let sentence = refusal.to_string().replace(name, "…");
    if whole {
        Ok(Outcome { word: refusal.code(), sentence: Some(sentence) })
    } else {
        Err(format!("no sentence: {refusal}"))
    }
}

/// What became of all files.
#[derive(Default)]
struct Tally {
    outcomes: BTreeMap<&'static str, u32>,
    sentences: BTreeMap<String, u32>,
    faults: Vec<String>,
    /// Files whose reader broke down or ran out of something; the parent was not harmed.
    ended: Vec<String>,
    longest: (Duration, String),
}

impl Tally {
    fn add(&mut self, number: u64, name: &str, outcome: Result<Outcome, String>, taken: Duration) {
        let file = format!("file {number} ({name})");
        match outcome {
            Ok(Outcome { word, sentence }) => {
                *self.outcomes.entry(word).or_default() += 1;
                if let Some(sentence) = sentence {
                    *self.sentences.entry(sentence).or_default() += 1;
                }
                if ["crashed", "timed_out", "out_of_memory", "not_started"].contains(&word) {
                    self.ended.push(format!("{file}: {word} after {taken:.1?}"));
                }
            }
            Err(fault) => self.faults.push(format!("{file}: {fault}")),
        }
        if taken > self.longest.0 {
            self.longest = (taken, file);
        }
    }

    fn print(&self) {
        for (outcome, count) in &self.outcomes {
            println!("{count:>7} {outcome}");
        }
        for (sentence, count) in &self.sentences {
            println!("{count:>7} {sentence}");
        }
        println!("longest: {:.1?}, {}", self.longest.0, self.longest.1);
        for line in &self.ended {
            println!("reader ended: {line}");
        }
        for line in &self.faults {
            println!("FAULT {line}");
        }
    }
}

/// The memory this process holds, where the system tells.
fn resident() -> u64 {
    const PAGE: u64 = 4096;
    let told = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    told.split_whitespace().nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * PAGE
}
