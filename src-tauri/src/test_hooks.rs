//! What tests and measurements need and a released program does not have.
//!
//! `STANDPOINT_TEST_PATHS` answers the native dialogs, whose buttons no test can press: it names a JSON file
//! with one answer per dialog, in order: a path, a list of paths, or null for Cancel. The file is read anew each
//! time, so a test may write the next answer when it knows it.
//!
//! `STANDPOINT_TEST_READY` names a file that is made when the first screen can be used.

use std::{
    env, fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

use serde::Deserialize;

/// False in a released program, which then ignores the environment.
const HOOKED: bool = cfg!(any(debug_assertions, feature = "test-hooks"));

static ANSWERED: AtomicUsize = AtomicUsize::new(0);

#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Several(Vec<PathBuf>),
    One(PathBuf),
    Cancel(()),
}

/// True if this run answers its own dialogs.
pub(crate) fn answers_dialogs() -> bool {
    named("STANDPOINT_TEST_PATHS").is_some()
}

/// The next answer, an empty one for Cancel or when the file has no more; none outside a test.
pub(crate) fn next_answer() -> Option<Vec<PathBuf>> {
    let text = fs::read_to_string(named("STANDPOINT_TEST_PATHS")?).unwrap_or_default();
    Some(pick(&text, ANSWERED.fetch_add(1, Ordering::Relaxed)))
}

/// Says that the first screen can be used.
pub(crate) fn ready() {
    if let Some(path) = named("STANDPOINT_TEST_READY") {
        // Whoever waits for the file notices that it does not come.
        drop(fs::File::create(path));
    }
}

fn named(variable: &str) -> Option<PathBuf> {
    if HOOKED { env::var_os(variable).map(PathBuf::from) } else { None }
}

fn pick(text: &str, index: usize) -> Vec<PathBuf> {
    let answers: Vec<Answer> = serde_json::from_str(text).unwrap_or_default();
    match answers.into_iter().nth(index) {
        Some(Answer::Several(paths)) => paths,
        Some(Answer::One(path)) => vec![path],
        Some(Answer::Cancel(())) | None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, index: usize, expect: &[&str]) {
        assert_eq!(pick(text, index), expect.iter().map(PathBuf::from).collect::<Vec<_>>());
    }

    #[test]
    fn answers_come_in_order() {
        let text = r#"["/a.txt", ["/b.txt", "/c.txt"], null]"#;
        check(text, 0, &["/a.txt"]);
        check(text, 1, &["/b.txt", "/c.txt"]);
        check(text, 2, &[]);
        check(text, 3, &[]);
    }
}
