//! `cargo xtask tidy`: the invariants of `ARCHITECTURE.md` and the rules of the house that no compiler checks.
//!
//! A rule is a function from the project's files to sentences, one per breach. It says where and what, and its
//! own comment says why the rule exists.

mod dependencies;
mod layout;
mod licences;
mod names;
mod sources;
mod window;

use crate::{files, process};

/// What the rules look at.
struct Project {
    files: Vec<File>,
    /// What `cargo metadata` says about the whole dependency tree.
    packages: serde_json::Value,
}

/// A text file of the project.
struct File {
    /// From the top, with forward slashes.
    path: String,
    text: String,
}

/// A rule: the sentences say what breaks it.
type Rule = fn(&Project) -> Vec<String>;

const RULES: &[(&str, Rule)] = &[
    ("who may depend on whom", dependencies::one_way),
    ("libraries with one owner", dependencies::owners),
    ("names with one home", names::homes),
    ("every module says what it is for", sources::modules_introduced),
    ("small files", sources::length),
    ("nothing left to do", sources::unfinished),
    ("no machine's paths", sources::machine_paths),
    ("the top level", layout::top_level),
    ("fonts with their licences", layout::font_licences),
    ("licences of what is used", licences::allowed),
    ("what the window may do", window::closed),
];

/// Prints each breach; an error if there is one.
pub(crate) fn run() -> Result<(), String> {
    let project = Project::read()?;
    let mut breaches = 0;
    for (name, rule) in RULES {
        for breach in rule(&project) {
            breaches += 1;
            println!("{name}: {breach}");
        }
    }
    match breaches {
        0 => {
            println!("tidy: {} rules hold over {} files", RULES.len(), project.files.len());
            Ok(())
        }
        1 => Err("one rule is broken".to_owned()),
        _ => Err(format!("rules are broken in {breaches} places")),
    }
}

impl Project {
    fn read() -> Result<Self, String> {
        let metadata = process::output(process::cargo().args([
            "metadata",
            "--quiet",
            "--format-version=1",
            "--locked",
        ]))?;
        let packages = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
        // Files that are not UTF-8 text (fonts, icons, fixtures) are kept by name only.
        let read = |path: String| File { text: files::read(&path).unwrap_or_default(), path };
        Ok(Self { files: files::project_files()?.into_iter().map(read).collect(), packages })
    }

    /// The project's files with this ending and with text in them.
    fn with_extension<'a>(&'a self, extensions: &'a [&str]) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(|file| {
            file.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
        })
    }
}

#[cfg(test)]
impl Project {
    /// A project of these files and packages, for the tests of the rules.
    fn of(files: &[(&str, &str)], packages: serde_json::Value) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self { files: files.iter().map(file).collect(), packages }
    }
}
