//! The command line program, run as a user runs it.

use serde_json::Value;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Output};

/// The program, built beside the tests or named by whoever runs them.
#[must_use]
pub fn program() -> PathBuf {
    let beside = || {
        let test = std::env::current_exe().expect("a test knows where it is");
        let built = test.ancestors().nth(2).expect("tests lie in a folder of the build");
        built.join(format!("standpoint-cli{}", std::env::consts::EXE_SUFFIX))
    };
    let program = std::env::var_os("STANDPOINT_CLI").map_or_else(beside, PathBuf::from);
    assert!(program.is_file(), "build it first: cargo build -p standpoint-cli ({})", program.display());
    program
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    /// The exit code; `None` if a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs the program with these words.
pub fn run<Word: AsRef<OsStr>>(words: impl IntoIterator<Item = Word>) -> Ran {
    let output = Command::new(program()).args(words).output().expect("the program starts");
    Ran::from(output)
}

/// Runs the program, which has to succeed and be silent on standard error, and returns what it printed.
#[track_caller]
pub fn done<Word: AsRef<OsStr>>(words: impl IntoIterator<Item = Word>) -> String {
    let ran = run(words);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    ran.out
}

/// Runs the program, which has to refuse in one line, and returns that line.
#[track_caller]
pub fn refused<Word: AsRef<OsStr>>(words: impl IntoIterator<Item = Word>) -> String {
    let ran = run(words);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    ran.sentence().to_owned()
}

/// The same, read as JSON.
#[track_caller]
pub fn json<Word: AsRef<OsStr>>(words: impl IntoIterator<Item = Word>) -> Value {
    serde_json::from_str(&done(words)).expect("JSON")
}

impl Ran {
    /// The one line on standard error, without the program's name.
    #[track_caller]
    #[must_use]
    pub fn sentence(&self) -> &str {
        let line = self.err.strip_prefix("standpoint-cli: ").and_then(|line| line.strip_suffix('\n'));
        let line = line.unwrap_or_else(|| panic!("no sentence: {self:?}"));
        assert!(!line.contains('\n') && line.ends_with(['.', '?']), "not one sentence: {line}");
        line
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}
