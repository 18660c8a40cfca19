//! The manners of a source file.

use super::Project;

const RUST_LINES: usize = 500;
const PAGES_LINES: usize = 250;

/// A module without a word on what it is for is read from the middle by the next person.
pub(super) fn modules_introduced(project: &Project) -> Vec<String> {
    project
        .with_extension(&["rs"])
        .filter(|file| !file.text.starts_with("//!"))
        .map(|file| format!("{} does not begin with `//!`", file.path))
        .collect()
}

/// A long file holds more than one thought. Generated files and the window's catalogue of strings are lists.
pub(super) fn length(project: &Project) -> Vec<String> {
    let too_long = |extensions: &'static [&'static str], most: usize| {
        project.with_extension(extensions).filter(|file| !is_list(&file.path)).filter_map(move |file| {
            let lines = file.text.lines().count();
            (lines > most).then(|| format!("{} has {lines} lines, more than {most}", file.path))
        })
    };
    too_long(&["rs"], RUST_LINES).chain(too_long(&["ts", "tsx"], PAGES_LINES)).collect()
}

fn is_list(path: &str) -> bool {
    path.contains("generated") || path.starts_with("ui/src/i18n/")
}

/// What is left to do stands in the tracker or is done; a silenced test is no test; two versions of one place are none.
pub(super) fn unfinished(project: &Project) -> Vec<String> {
    // Put together here so that this file does not name itself.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("to", "do!("),
        concat!("unimpl", "emented!("),
        concat!("#[ig", "nore]"),
        concat!("it.s", "kip"),
        concat!("test.s", "kip"),
        concat!("describe.s", "kip"),
        concat!(".on", "ly("),
        concat!("<<<<", "<<< "),
        concat!(">>>>", ">>> "),
    ];
    lines_with(project, &["rs", "ts", "tsx", "css", "md", "toml", "sql"], &marks)
}

/// The text of the project is the same on every machine.
pub(super) fn machine_paths(project: &Project) -> Vec<String> {
    let folders =
        [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];
    lines_with(project, &["rs", "ts", "tsx", "css", "md", "toml", "json", "html", "yml", "yaml"], &folders)
}

fn lines_with(project: &Project, extensions: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in project.with_extension(extensions) {
        for (number, line) in file.text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(*word)) {
                found.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[track_caller]
    fn check(rule: super::super::Rule, path: &str, text: &str, expect: usize) {
        assert_eq!(rule(&Project::of(&[(path, text)], Value::Null)).len(), expect);
    }

    #[test]
    fn modules_begin_with_their_purpose() {
        check(modules_introduced, "a.rs", "//! What it is for.", 0);
        check(modules_introduced, "a.rs", "use std::fs;", 1);
        check(modules_introduced, "a.ts", "import x;", 0);
    }

    #[test]
    fn files_stay_small() {
        check(length, "a.rs", &"\n".repeat(RUST_LINES), 0);
        check(length, "a.rs", &"\n".repeat(RUST_LINES + 1), 1);
        check(length, "a.tsx", &"\n".repeat(PAGES_LINES + 1), 1);
        check(length, "api/generated.ts", &"\n".repeat(PAGES_LINES + 1), 0);
    }

    #[test]
    fn nothing_is_left_to_do() {
        check(unfinished, "a.rs", concat!("// TO", "DO: later"), 1);
        check(unfinished, "a.test.ts", concat!("it.s", "kip('x')"), 1);
        check(unfinished, "a.md", concat!("<<<<", "<<< HEAD\none\n=======\ntwo\n>>>>", ">>> other"), 2);
        check(unfinished, "a.rs", "// done", 0);
    }

    #[test]
    fn no_path_of_a_machine() {
        check(machine_paths, "a.json", concat!("\"/ho", "me/somebody\""), 1);
        check(machine_paths, "a.rs", "\"/folder/file\"", 0);
    }
}
