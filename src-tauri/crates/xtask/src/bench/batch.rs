//! A running `standpoint-cli batch`: one line asks, one line answers. Builds dossiers as a user would.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::process;

/// Ends with it.
pub(super) struct Batch {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Batch {
    /// Begins a dossier at `dossier` with the program `cli`, and asks about it. The same calls give the same dossier.
    pub(super) fn begin(cli: &Path, dossier: &Path, title: &str) -> Result<Self, String> {
        process::run(process::program(cli).arg("new").arg(dossier).args(["--title", title]))?;
        let settled = ["--at", "2025-04-23T09:00:00+01:00", "--ids", "bench"];
        Self::start(process::program(cli).arg("batch").arg(dossier).args(settled))
    }

    /// Asks about a dossier that is there.
    pub(super) fn open(cli: &Path, dossier: &Path) -> Result<Self, String> {
        Self::start(process::program(cli).arg("batch").arg(dossier))
    }

    fn start(command: &mut Command) -> Result<Self, String> {
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|error| format!("cannot start standpoint-cli: {error}"))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(asks), Some(answers)) => Ok(Self { child, asks, answers: BufReader::new(answers) }),
            _ => Err("standpoint-cli cannot be spoken to".to_owned()),
        }
    }

    /// The answer to a command; a refusal is an error.
    pub(super) fn call(&mut self, command: &str, args: &Value) -> Result<Value, String> {
        let line = self.line(command, args)?;
        let answer: Value =
            serde_json::from_str(&line).map_err(|_| format!("{command}: answered “{line}”"))?;
        match answer.get("ok") {
            Some(result) => Ok(result.clone()),
            None => Err(format!("{command}: {answer}")),
        }
    }

    /// How long a command's answer is waited for.
    pub(super) fn waited(&mut self, command: &str, args: &Value) -> Result<Duration, String> {
        let started = Instant::now();
        let line = self.line(command, args)?;
        let waited = started.elapsed();
        if line.starts_with("{\"ok\"") { Ok(waited) } else { Err(format!("{command}: {line}")) }
    }

    /// The line that answers a command.
    fn line(&mut self, command: &str, args: &Value) -> Result<String, String> {
        let broken = |error: std::io::Error| format!("standpoint-cli batch broke off: {error}");
        writeln!(self.asks, "{}", json!({ "command": command, "args": args })).map_err(broken)?;
        let mut line = String::new();
        self.answers.read_line(&mut line).map_err(broken)?;
        Ok(line)
    }

    /// The id of what a command made.
    pub(super) fn made(&mut self, command: &str, args: &Value) -> Result<String, String> {
        let answer = self.call(command, args)?;
        answer["id"].as_str().map(str::to_owned).ok_or_else(|| format!("{command}: no id in {answer}"))
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}
