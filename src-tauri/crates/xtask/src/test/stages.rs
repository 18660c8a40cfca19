//! The stages in their order.

use std::{env, path::PathBuf, process::Command};

use super::{Counts, Stage};
use crate::{cache, codegen, judge, pages, process, schema, tidy};

const BUILD_PAGES: &str = "pages: build";
const BUILD_PROGRAMS: &str = "programs: build";
const TESTS: &str = "tests";

/// Where proptest looks for a seed.
const SEED: &str = "PROPTEST_RNG_SEED";

pub(super) const STAGES: &[Stage] = &[
    Stage { name: "tidy", after: &[], run: |_| tidy::run() },
    Stage { name: "format", after: &[], run: |_| process::run(&mut cargo(&["fmt", "--all", "--check"])) },
    Stage { name: BUILD_PAGES, after: &[], run: |_| pages::build() },
    Stage { name: "pages: types", after: &[BUILD_PAGES], run: |_| pages_script("typecheck") },
    Stage { name: "pages: lint", after: &[BUILD_PAGES], run: |_| pages_script("lint") },
    Stage {
        name: "pages: tests",
        after: &[BUILD_PAGES],
        run: |counts| tests(counts, &mut pages::npm(pages::PAGES, &["run", "--silent", "test"])),
    },
    Stage { name: BUILD_PROGRAMS, after: &[BUILD_PAGES], run: |_| process::run(&mut build()) },
    Stage { name: "generated types", after: &[BUILD_PROGRAMS], run: |_| codegen::check() },
    Stage { name: "editor's schema", after: &[BUILD_PROGRAMS], run: |_| schema::travel("500") },
    Stage { name: TESTS, after: &[BUILD_PROGRAMS], run: |counts| tests(counts, &mut workspace_tests()?) },
    Stage {
        name: "files: judged by others",
        after: &[TESTS],
        run: |counts| judge::judge(&programs().join("standpoint-cli"), |line| counts.hear(line)),
    },
    Stage { name: "window", after: &[BUILD_PROGRAMS], run: |counts| tests(counts, &mut window_tests()) },
    Stage { name: "browser", after: &[BUILD_PROGRAMS], run: browser_tests },
    Stage { name: "lint", after: &[], run: |_| process::run(&mut lint()) },
];

/// Our own, so that a run of the tests does not depend on what else is installed.
const SCREEN: &[&str] =
    &["--auto-servernum", "--server-args=-screen 0 1600x1000x24", "dbus-run-session", "--"];

// Every call of Cargo names the whole workspace: with another selection it would turn other features of the
// same libraries on, and build them all a second time.

/// The programs themselves, as the tests of the window and of the command line start them.
fn build() -> Command {
    cargo(&["build", "--workspace", "--locked", "--bins", "--examples"])
}

/// Every test that needs no window. The property tests draw the same cases in each run, so that a change is judged
/// by what it changes; run by Cargo itself, without the seed, they draw new ones.
fn workspace_tests() -> Result<Command, String> {
    let mut cargo = cargo(if has_nextest() { &["nextest", "run"] } else { &["test"] });
    cargo.args(["--workspace", "--locked", "--no-fail-fast"]);
    if env::var_os(SEED).is_none() {
        cargo.env(SEED, "20250423");
    }
    judge::asked(&mut cargo)?;
    Ok(with_programs(cargo))
}

/// The real program under WebKit's own driver, on a screen of its own and with a session bus of its own.
fn window_tests() -> Command {
    let mut tests = process::command("xvfb-run");
    let cargo = process::cargo();
    tests
        .args(SCREEN)
        .arg(cargo.get_program())
        .envs(cargo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    tests.args([
        "test",
        "--workspace",
        "--locked",
        "--features",
        "standpoint-tests/window",
        "--test",
        "window",
        "--",
        // Without a window manager, windows that are open at once take the focus from each other.
        "--test-threads=1",
    ]);
    with_programs(tests)
}

/// The same pages in Chromium, over the development server.
fn browser_tests(counts: &mut Counts) -> Result<(), String> {
    pages::install(pages::BROWSER)?;
    tests(counts, &mut with_programs(pages::npm(pages::BROWSER, &["run", "--silent", "test"])))
}

fn lint() -> Command {
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "standpoint-tests/window",
        "--locked",
        "--",
        "--deny",
        "warnings",
    ])
}

fn pages_script(name: &str) -> Result<(), String> {
    process::run(&mut pages::npm(pages::PAGES, &["run", "--silent", name]))
}

fn tests(counts: &mut Counts, command: &mut Command) -> Result<(), String> {
    process::listen(command.env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never"), |line| counts.hear(line))
}

fn cargo(words: &[&str]) -> Command {
    let mut cargo = process::cargo();
    cargo.args(words);
    cargo
}

/// Tells tests where the programs are that `build` made.
fn with_programs(mut command: Command) -> Command {
    let programs = programs();
    command.env("STANDPOINT_PROGRAM", programs.join("standpoint"));
    command.env("STANDPOINT_CLI", programs.join("standpoint-cli"));
    command
}

/// Where `build` leaves them.
fn programs() -> PathBuf {
    cache::target().join("debug")
}

fn has_nextest() -> bool {
    process::exists("cargo-nextest")
}
