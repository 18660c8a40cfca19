//! How long the window takes from the start of the program until it can be used, beside an empty Tauri window.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use super::{Amount, Figure, Measured, built, median, screen::Screen};
use crate::{cache, process, sample};

const RUNS: usize = 9;
const PATIENCE: Duration = Duration::from_secs(30);

/// Both programs in turn, so that what else the machine does touches both.
pub(super) fn measure() -> Result<Vec<Figure>, String> {
    let programs = built()?;
    let dossier = sample::dossier(&programs.join("standpoint-cli"))?;
    let screen = Screen::find()?;
    let home = cache::target().join("bench/cold-start");
    let start = |program: &Path, dossier: Option<&PathBuf>| start(program, dossier, &home, screen.display());

    let (ours, empty) = (programs.join("standpoint"), programs.join("examples/empty"));
    let (mut our_runs, mut empty_runs) = (Vec::new(), Vec::new());
    // The first of each warms the disk's cache and does not count.
    for run in 0..=RUNS {
        let (our_run, empty_run) = (start(&ours, Some(&dossier))?, start(&empty, None)?);
        if run > 0 {
            our_runs.push(our_run);
            empty_runs.push(empty_run);
        }
    }
    let (our_run, empty_run) = (Amount::Time(median(our_runs)), Amount::Time(median(empty_runs)));
    Ok(vec![Figure {
        name: "cold start",
        ours: Measured { what: "the sample dossier, ready for the first key", amount: our_run },
        against: Measured { what: "an empty Tauri window, painted", amount: empty_run },
        target: 1.5,
    }])
}

/// Starts a program, waits until it says that it is ready, and ends it.
fn start(program: &Path, dossier: Option<&PathBuf>, home: &Path, display: &str) -> Result<Duration, String> {
    let ready = home.join("ready");
    fs::create_dir_all(home).map_err(|error| format!("cannot make {}: {error}", home.display()))?;
    drop(fs::remove_file(&ready));
    let started = Instant::now();
    let mut child = process::program(program)
        .args(dossier)
        .env("DISPLAY", display)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        // Also keeps the program from passing itself on to one that runs already.
        .env("STANDPOINT_TEST_PATHS", home.join("none.json"))
        .env("STANDPOINT_TEST_READY", &ready)
        .spawn()
        .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
    while !ready.exists() && started.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(1));
    }
    let took = started.elapsed();
    drop(child.kill().and_then(|()| child.wait()));
    if took < PATIENCE { Ok(took) } else { Err(format!("{} never became ready", program.display())) }
}
