//! `cargo xtask bench`: the figures the project holds itself to, each as a ratio of two things measured in the
//! same run on the same machine, so that they mean the same everywhere.

mod batch;
mod cold_start;
mod domain;
mod import;
mod pdf;
mod preview;
mod screen;
mod tagging;

use std::{fmt, path::PathBuf, sync::OnceLock, time::Duration};

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

/// An amount and what it is the amount of.
struct Measured {
    what: &'static str,
    amount: Amount,
}

/// What can be compared; both sides of a figure are of one kind.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Amount {
    /// The median of several runs.
    Time(Duration),
    Bytes(u64),
}

/// A bench by its name on the command line.
type Bench = (&'static str, fn() -> Result<Vec<Figure>, String>);

const BENCHES: &[Bench] = &[
    ("cold-start", cold_start::measure),
    ("import", import::measure),
    ("matrix", domain::matrix),
    ("mentions", domain::mentions),
    ("pdf", pdf::measure),
    ("preview", preview::measure),
    ("search", domain::search),
    ("tagging", tagging::measure),
];

/// Those that take long and run only when they are named.
const LONG: &[Bench] = &[("search-million", domain::search_million)];

/// Runs the named benches, or all but the long ones; an error if a target is missed.
pub(crate) fn run(which: &[&str]) -> Result<(), String> {
    let all = || BENCHES.iter().chain(LONG);
    if let Some(unknown) = which.iter().find(|name| all().all(|(known, _)| known != *name)) {
        let known: Vec<&str> = all().map(|(name, _)| *name).collect();
        return Err(format!("there is no bench {unknown}; there are {}", known.join(", ")));
    }
    let mut figures = Vec::new();
    let chosen: Vec<&Bench> = match which {
        [] => BENCHES.iter().collect(),
        named => all().filter(|(name, _)| named.contains(name)).collect(),
    };
    for (_, measure) in chosen {
        figures.extend(measure()?);
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
        self.ours.amount.number() / self.against.amount.number()
    }

    fn line(&self) -> String {
        let verdict = if self.ratio() > self.target { "missed" } else { "held" };
        format!(
            "{:<34} {:>10} {:>10} {:>7.2} {:>7.2}  {verdict}\n  {} against {}",
            self.name,
            self.ours.amount.to_string(),
            self.against.amount.to_string(),
            self.ratio(),
            self.target,
            self.ours.what,
            self.against.what,
        )
    }
}

impl Amount {
    fn number(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Bytes(bytes) => bytes as f64,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => write!(formatter, "{:.1} ms", time.as_secs_f64() * 1000.0),
            Self::Bytes(bytes) => write!(formatter, "{:.2} MB", *bytes as f64 / 1_000_000.0),
        }
    }
}

/// The middle one; an even number of runs gives the lower of the two middle ones.
fn median(mut runs: Vec<Duration>) -> Duration {
    runs.sort();
    runs.get(runs.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

/// Builds what is measured as it is given out, but for the hooks that say when it is ready, and says where it lies. All
/// of it in one build, and once for all benches: with a selection of its own, each would build the libraries again.
fn built() -> Result<PathBuf, String> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    BUILT.get_or_init(build).clone()
}

fn build() -> Result<PathBuf, String> {
    packages::install(packages::BUILD.iter().chain(packages::TEST))?;
    pages::build()?;
    let what = "--workspace --bins --example empty --example figures --example mixed";
    let hooks = ["--features", "standpoint/test-hooks"];
    process::run(
        process::cargo().args(["build", "--locked", "--release"]).args(what.split(' ')).args(hooks),
    )?;
    Ok(cache::target().join("release"))
}

/// The built command line.
fn build_cli() -> Result<PathBuf, String> {
    Ok(built()?.join("standpoint-cli"))
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
            Err("there is no bench start; there are cold-start, import, matrix, mentions, pdf, preview, search, tagging, search-million".to_owned())
        );
    }
}
