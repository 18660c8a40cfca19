//! Passwords of documents, out of a file or from standard input: on the command line others would see them.

use crate::ending::Ending;
use crate::print::{member, plain};
use serde_json::Value;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

/// The lines of the file, each a password to be tried; `-` is standard input.
pub(crate) fn read(file: Option<&Path>) -> Result<Vec<String>, Ending> {
    let Some(file) = file else { return Ok(Vec::new()) };
    let name = file.display();
    let unreadable = |why: &dyn std::fmt::Display| {
        Ending::refused(format!("The passwords in {name} could not be read: {why}."))
    };
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let text = String::from_utf8(bytes.map_err(|error| unreadable(&error))?)
        .map_err(|_| unreadable(&"they are not written in UTF-8"))?;
    let passwords: Vec<String> = lines(&text);
    if passwords.is_empty() { Err(unreadable(&"there are none")) } else { Ok(passwords) }
}

/// Why a document did not come in, said to somebody who gave these passwords.
pub(crate) fn sentence(error: &Value, given: &[String]) -> String {
    const HOW: &str = "Put it in a file and name that with --password-file, or give it on standard input with \
                       --password-file -; it is used for this alone and kept nowhere.";
    let hint = match (member(error, "code"), given) {
        ("locked", []) => HOW,
        ("locked", _) => "None of the passwords given opens it.",
        _ => member(error, "hint"),
    };
    plain(format!("{} {hint}", member(error, "message")).trim_end())
}

/// A password may begin or end with a space; an editor may have put a mark before all of them.
fn lines(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_password() {
        assert_eq!(lines("\u{feff}under 7\r\n\n köln \n"), ["under 7", " köln "]);
        assert!(lines("\n").is_empty());
    }
}
