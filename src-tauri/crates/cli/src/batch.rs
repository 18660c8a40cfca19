//! `batch`: commands from standard input, each answered once it is on disk.

use crate::arguments::EdgeOptions;
use crate::ending::Ending;
use crate::program::Program;
use serde_json::{Value, json};
use standpoint_api::{Code, WireError};
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::mpsc::{self, SyncSender};
use std::thread;

/// What the main thread waits for.
enum Heard {
    Line(Vec<u8>),
    End(io::Result<()>),
    Interrupt,
}

/// Runs every line, and goes on after one that is wrong.
pub(crate) fn run(edge: EdgeOptions, dossier: &Path) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let (sender, heard) = mpsc::sync_channel(1);
    let interrupting = sender.clone();
    program.interrupt.on_asked(move || {
        let _ = interrupting.try_send(Heard::Interrupt);
    });
    thread::spawn(move || listen(&sender));
    let mut tally = Tally::default();
    let mut out = io::stdout().lock();
    loop {
        program.done()?;
        match heard.recv() {
            Ok(Heard::Line(line)) if line.trim_ascii().is_empty() => {}
            Ok(Heard::Line(line)) => {
                let answer = answer(&program, &line);
                tally.count(&answer);
                writeln!(out, "{}", told(answer)).and_then(|()| out.flush())?;
            }
            Ok(Heard::Interrupt) => return Err(Ending::Interrupted),
            Ok(Heard::End(ended)) => {
                ended?;
                return tally.ending();
            }
            Err(_) => return tally.ending(),
        }
    }
}

fn listen(sender: &SyncSender<Heard>) {
    let mut lines = io::stdin().lock();
    loop {
        let mut line = Vec::new();
        let heard = match lines.read_until(b'\n', &mut line) {
            Ok(0) => Heard::End(Ok(())),
            Ok(_) => Heard::Line(line),
            Err(error) => Heard::End(Err(error)),
        };
        let ended = matches!(heard, Heard::End(_));
        if sender.send(heard).is_err() || ended {
            return;
        }
    }
}

fn answer(program: &Program, line: &[u8]) -> Result<String, WireError> {
    match serde_json::from_slice::<Value>(line) {
        Ok(Value::Object(mut call)) => {
            let args = call.remove("args").unwrap_or_else(|| json!({}));
            match call.get("command").and_then(Value::as_str) {
                Some(command) => program.json(command, args),
                None => Err(malformed("it names no command")),
            }
        }
        Ok(_) => Err(malformed("it is no JSON object")),
        Err(error) => Err(malformed(&format!("it is no JSON: {error}"))),
    }
}

fn told(answer: Result<String, WireError>) -> String {
    match answer {
        Ok(json) => format!("{{\"ok\":{json}}}"),
        Err(error) => json!({ "error": error }).to_string(),
    }
}

fn malformed(why: &str) -> WireError {
    WireError {
        code: Code::BadRequest,
        message: format!("The line cannot be read, because {why}. Nothing was done."),
        hint: "Write {\"command\": …, \"args\": {…}} on one line.".into(),
    }
}

#[derive(Default)]
struct Tally {
    lines: u64,
    refused: u64,
}

impl Tally {
    fn count(&mut self, answer: &Result<String, WireError>) {
        self.lines += 1;
        self.refused += u64::from(answer.is_err());
    }

    fn ending(&self) -> Result<(), Ending> {
        let Self { lines, refused } = self;
        match refused {
            0 => Ok(()),
            1 => Err(Ending::refused(format!("1 line of {lines} was refused; its answer says why."))),
            _ => Err(Ending::refused(format!(
                "{refused} lines of {lines} were refused; their answers say why."
            ))),
        }
    }
}
