//! The licences of everything the product is built from: permissive ones, and those that ask only for their
//! own files to stay open.

use serde_json::Value;

use super::Project;

const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    // Data that build tools read and the product does not hold.
    "CC-BY-4.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Names each package, of Cargo or npm, whose licence is missing or cannot be chosen from the allowed ones.
pub(super) fn allowed(project: &Project) -> Vec<String> {
    let crates = project.packages["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|package| (text(&package["name"]).to_owned(), text(&package["license"]).to_owned()));
    let locks = project.files.iter().filter(|file| file.path.ends_with("package-lock.json"));
    crates
        .chain(locks.flat_map(|lock| npm_packages(&lock.text)))
        .filter(|(_, licence)| !permits(licence))
        .map(|(name, licence)| match licence.as_str() {
            "" => format!("{name} states no licence"),
            _ => format!("{name} is under {licence}"),
        })
        .collect()
}

/// The packages of a lock file with their licences; the first entry is the project itself.
fn npm_packages(lock: &str) -> Vec<(String, String)> {
    let lock: Value = serde_json::from_str(lock).unwrap_or_default();
    let packages = lock["packages"].as_object().into_iter().flatten();
    packages.map(|(path, package)| (format!("npm {path}"), text(&package["license"]).to_owned())).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Whether an SPDX expression leaves a choice of allowed licences. `AND` binds closer than `OR`; the slash is
/// the old way of writing `OR`.
fn permits(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest) && rest.is_empty()
}

fn either(words: &mut &[&str]) -> bool {
    let mut permitted = both(words);
    while take(words, "OR") {
        permitted |= both(words);
    }
    permitted
}

fn both(words: &mut &[&str]) -> bool {
    let mut permitted = single(words);
    while take(words, "AND") {
        permitted &= single(words);
    }
    permitted
}

fn single(words: &mut &[&str]) -> bool {
    if take(words, "(") {
        return either(words) & take(words, ")");
    }
    let Some((name, rest)) = words.split_first() else { return false };
    *words = rest;
    if !take(words, "WITH") {
        return ALLOWED.contains(name);
    }
    let Some((exception, rest)) = words.split_first() else { return false };
    *words = rest;
    ALLOWED.contains(&format!("{name} WITH {exception}").as_str())
}

fn take(words: &mut &[&str], word: &str) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    if *first == word {
        *words = rest;
    }
    *first == word
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(licence: &str, expect: bool) {
        assert_eq!(permits(licence), expect);
    }

    #[test]
    fn a_licence_that_can_be_chosen_permits() {
        check("MIT", true);
        check("MIT OR Apache-2.0", true);
        check("MIT/Apache-2.0", true);
        check("GPL-3.0-only OR MIT", true);
        check("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", true);
        check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
        check("MIT AND GPL-2.0", false);
        check("GPL-3.0-or-later", false);
        check("AGPL-3.0", false);
        check("(MIT OR GPL-2.0) AND AGPL-3.0", false);
        check("", false);
        check("(MIT", false);
        check("MIT Apache-2.0", false);
    }

    #[test]
    fn crates_and_npm_packages_are_both_looked_at() {
        let lock = json!({ "packages": { "node_modules/a": { "license": "AGPL-3.0" }, "node_modules/b": { "license": "MIT" } } });
        let packages =
            json!({ "packages": [{ "name": "c", "license": null }, { "name": "d", "license": "ISC" }] });
        let project = Project::of(&[("ui/package-lock.json", &lock.to_string())], packages);
        assert_eq!(allowed(&project), ["c states no licence", "npm node_modules/a is under AGPL-3.0"]);
    }
}
