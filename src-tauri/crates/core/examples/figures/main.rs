//! How long the domain itself takes, without a window or a pipe: what `cargo xtask bench` asks for mentions, the
//! matrix and search.
//!
//! `figures WHAT FOLDER [SIZE]` makes what it needs in the folder and prints one JSON object: times in nanoseconds,
//! sizes in bytes. The same size gives the same dossier on every machine.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_wrap,
    reason = "a measuring program: whatever fails ends it, and its sizes are small"
)]

mod desk;
mod matrix;
mod mentions;
mod search;
mod words;

use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let figures = match arguments.as_slice() {
        ["mentions", folder] => mentions::measure(Path::new(folder), 300),
        ["mentions", folder, pages] => mentions::measure(Path::new(folder), pages.parse().unwrap()),
        ["matrix", folder] => matrix::measure(Path::new(folder), 100_000),
        ["matrix", folder, positions] => matrix::measure(Path::new(folder), positions.parse().unwrap()),
        ["search", folder, excerpts] => search::measure(Path::new(folder), excerpts.parse().unwrap()),
        _ => panic!("usage: figures mentions|matrix|search FOLDER [SIZE]"),
    };
    println!("{}", serde_json::to_string(&figures).unwrap());
}

/// How long `work` takes, each of so many times, the shortest first.
fn times(runs: u32, mut work: impl FnMut(u32)) -> Vec<Duration> {
    let mut times: Vec<Duration> = (0..runs)
        .map(|run| {
            let started = Instant::now();
            work(run);
            started.elapsed()
        })
        .collect();
    times.sort();
    times
}

/// The one below which so many of a hundred lie, in nanoseconds.
fn percentile(sorted: &[Duration], of_hundred: usize) -> u64 {
    let at = (sorted.len() * of_hundred).div_ceil(100).saturating_sub(1);
    sorted[at.min(sorted.len() - 1)].as_nanos() as u64
}
