//! `cargo xtask bench`: the figures the project holds itself to, each as a ratio of two things measured in the
//! same run on the same machine, so that they mean the same everywhere.

mod cold_start;
mod note_pdf;
mod screen;
mod tagging;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{cache, packages, pages, process};

/// One comparison.
struct Figure {
    name: &'static str,
    /// What was measured, and what it is held against.
    ours: Measured,
    against: Measured,
    /// The most that `ours` may be of `against`.
    target: f64,
}

/// The median of several runs.
struct Measured {
    what: &'static str,
    median: Duration,
}

/// A bench by its name on the command line; it is given the folder of the built programs.
type Bench = (&'static str, fn(&Path) -> Result<Figure, String>);

const BENCHES: &[Bench] =
    &[("cold-start", cold_start::measure), ("note-pdf", note_pdf::measure), ("tagging", tagging::measure)];

/// Runs the named benches, or all; an error if a target is missed.
pub(crate) fn run(which: &[&str]) -> Result<(), String> {
    if let Some(unknown) = which.iter().find(|name| BENCHES.iter().all(|(known, _)| known != *name)) {
        let known: Vec<&str> = BENCHES.iter().map(|(name, _)| *name).collect();
        return Err(format!("there is no bench {unknown}; there are {}", known.join(", ")));
    }
    let programs = build_release()?;
    let mut figures = Vec::new();
    for (_, measure) in BENCHES.iter().filter(|(name, _)| which.is_empty() || which.contains(name)) {
        figures.push(measure(&programs)?);
    }
    println!("\n{:<34} {:>10} {:>10} {:>7} {:>7}", "", "ours", "against", "ratio", "target");
    for figure in &figures {
        println!("{}", figure.line());
    }
    let missed = figures.iter().filter(|figure| figure.ratio() > figure.target).count();
    if missed == 0 { Ok(()) } else { Err(format!("{missed} of {} targets missed", figures.len())) }
}

impl Figure {
    fn ratio(&self) -> f64 {
        self.ours.median.as_secs_f64() / self.against.median.as_secs_f64()
    }

    fn line(&self) -> String {
        let verdict = if self.ratio() > self.target { "missed" } else { "held" };
        format!(
            "{:<34} {:>7.1} ms {:>7.1} ms {:>7.2} {:>7.2}  {verdict}\n  {} against {}",
            self.name,
            self.ours.median.as_secs_f64() * 1000.0,
            self.against.median.as_secs_f64() * 1000.0,
            self.ratio(),
            self.target,
            self.ours.what,
            self.against.what,
        )
    }
}

/// The middle one; an even number of runs gives the lower of the two middle ones.
fn median(mut runs: Vec<Duration>) -> Duration {
    runs.sort();
    runs.get(runs.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

/// Builds what is measured as it is given out, but for the hooks that say when it is ready: all of it in one
/// build, since a selection of its own would have each bench build its libraries again.
fn build_release() -> Result<PathBuf, String> {
    packages::install(packages::BUILD.iter().chain(packages::TEST))?;
    pages::build()?;
    let what = ["--workspace", "--bins", "--example", "empty", "--features", "standpoint/test-hooks"];
    process::run(process::cargo().args(["build", "--locked", "--release"]).args(what))?;
    Ok(cache::target().join("release"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_run_counts() {
        let runs = |millis: &[u64]| median(millis.iter().map(|it| Duration::from_millis(*it)).collect());
        assert_eq!(runs(&[30, 10, 20]), Duration::from_millis(20));
        assert_eq!(runs(&[40, 10, 20, 30]), Duration::from_millis(20));
        assert_eq!(runs(&[]), Duration::ZERO);
    }

    #[test]
    fn an_unknown_bench_is_named() {
        assert_eq!(
            run(&["start"]),
            Err("there is no bench start; there are cold-start, note-pdf, tagging".to_owned())
        );
    }
}
