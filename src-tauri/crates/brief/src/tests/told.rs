//! What other programs tell of a file.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a program says of the file, called `FILE` in its arguments; none when the program is not installed.
pub(crate) fn ask(program: &str, arguments: &[&str], file: &[u8]) -> Option<String> {
    let mut path = tempfile::NamedTempFile::new().expect("a temporary file");
    path.write_all(file).expect("to write");
    let name = path.path().to_str().expect("a plain name");
    let arguments = arguments.iter().map(|argument| argument.replace("FILE", name));
    let run = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    Some(format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr)))
}
