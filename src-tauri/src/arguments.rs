//! What the program was started with: at most one dossier to open, as a double-click passes it.

use std::{ffi::OsString, path::PathBuf};

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arguments {
    /// Open the window, on this dossier if one is named.
    Window {
        /// The path as it was given: possibly relative.
        dossier: Option<PathBuf>,
    },
    /// Print the version and leave.
    Version,
}

/// Reads the arguments after the program's own name; the error is a sentence for standard error.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
    let given: Vec<OsString> = arguments.collect();
    match given.as_slice() {
        [] => Ok(Arguments::Window { dossier: None }),
        [one] if one == "--version" => Ok(Arguments::Version),
        [one] if !one.to_string_lossy().starts_with('-') => {
            Ok(Arguments::Window { dossier: Some(PathBuf::from(one)) })
        }
        _ => Err("usage: standpoint [DOSSIER.standpoint] or standpoint --version".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "cases read better without borrowing")]
    fn check(given: &[&str], expect: Option<Arguments>) {
        assert_eq!(parse(given.iter().map(OsString::from)).ok(), expect);
    }

    #[test]
    fn at_most_one_dossier() {
        check(&[], Some(Arguments::Window { dossier: None }));
        check(&["talks.standpoint"], Some(Arguments::Window { dossier: Some("talks.standpoint".into()) }));
        check(&["--version"], Some(Arguments::Version));
        check(&["--verbose"], None);
        check(&["one.standpoint", "two.standpoint"], None);
    }
}
