//! Other programs: started from the project's top folder, heard, and complained about in one sentence.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc,
    thread,
};

use crate::{cache, files};

/// A command that runs in the project's top folder.
pub(crate) fn command(program: &str) -> Command {
    // On Windows npm and npx are batch files, which are started by their full name.
    let program = match program {
        "npm" | "npx" if cfg!(windows) => format!("{program}.cmd"),
        _ => program.to_owned(),
    };
    let mut command = Command::new(program);
    command.current_dir(files::root());
    command
}

/// A program that lies at this path.
pub(crate) fn program(path: &Path) -> Command {
    command(&path.to_string_lossy())
}

/// The same Cargo that runs this program, building where an unattended run keeps what it builds.
pub(crate) fn cargo() -> Command {
    let mut cargo = command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    cargo.env("CARGO_TARGET_DIR", cache::target());
    cargo
}

/// Runs to the end with the terminal as its own.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// Runs to the end and returns its standard output; its standard error goes to the terminal.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    if !output.status.success() {
        return Err(format!("`{}` failed ({})", shown(command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{}` did not answer in UTF-8", shown(command)))
}

/// Runs to the end, prints what it says as it says it, and shows each line to `hear`.
pub(crate) fn listen(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<(), String> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let (lines, heard) = mpsc::channel::<String>();
    let mut readers = Vec::new();
    readers.extend(child.stdout.take().map(|out| forward(out, lines.clone())));
    readers.extend(child.stderr.take().map(|err| forward(err, lines)));
    for line in heard {
        println!("{line}");
        hear(&line);
    }
    for reader in readers {
        drop(reader.join());
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

fn forward(from: impl Read + Send + 'static, lines: mpsc::Sender<String>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        // Test runners print bytes of their subjects too: a line that is not UTF-8 must not end the reading.
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned();
            drop(lines.send(line));
        }
    })
}

/// Whether a program of this name can be started from here.
pub(crate) fn exists(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| {
            folder.join(program).is_file()
                || (cfg!(windows) && folder.join(format!("{program}.exe")).is_file())
        })
    })
}

/// The command as one would type it, without its surroundings.
fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("cannot start `{}`: {error}", shown(command))
}
