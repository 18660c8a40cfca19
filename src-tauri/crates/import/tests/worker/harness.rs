//! Just enough of a test runner for `cargo test` and `cargo nextest`, which ask with `--list` and name a test.

use std::panic;
use std::process::ExitCode;

/// Lists the tests, or runs those whose name contains the one asked for.
#[expect(clippy::print_stdout, reason = "a test runner speaks on standard output")]
pub(crate) fn run(tests: &[(&str, fn())]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if has("--list") {
        if !has("--ignored") {
            for (name, _) in tests {
                println!("{name}: test");
            }
        }
        return ExitCode::SUCCESS;
    }
    let wanted = arguments.iter().find(|argument| !argument.starts_with("--"));
    let chosen = |name: &str| {
        wanted.is_none_or(|w| if has("--exact") { name == w } else { name.contains(w.as_str()) })
    };
    let mut failed = 0;
    for (name, test) in tests.iter().filter(|(name, _)| chosen(name)) {
        let outcome = panic::catch_unwind(test);
        println!("test {name} ... {}", if outcome.is_ok() { "ok" } else { "FAILED" });
        failed += usize::from(outcome.is_err());
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
