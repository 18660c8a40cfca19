//! Where things lie.

use std::collections::BTreeSet;

use super::Project;

const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE",
    "README.md",
    "assets",
    "clippy.toml",
    "rustfmt.toml",
    "src-tauri",
    "tests",
    "ui",
];

/// A newcomer reads the top level first; it stays as short as it is. Dotfiles are tools' own.
pub(super) fn top_level(project: &Project) -> Vec<String> {
    let entries: BTreeSet<&str> =
        project.files.iter().filter_map(|file| file.path.split('/').next()).collect();
    entries
        .into_iter()
        .filter(|entry| !entry.starts_with('.') && !TOP_LEVEL.contains(entry))
        .map(|entry| format!("{entry} is not in the plan"))
        .collect()
}

/// A font may be passed on only together with its licence: for `Serif-Bold.ttf` there is a `Serif-OFL.md`.
pub(super) fn font_licences(project: &Project) -> Vec<String> {
    let families: Vec<&str> =
        project.files.iter().filter_map(|file| name(&file.path).strip_suffix("-OFL.md")).collect();
    project
        .with_extension(&["ttf", "otf", "woff2"])
        .filter(|font| !families.iter().any(|family| name(&font.path).starts_with(family)))
        .map(|font| format!("{} has no licence text", font.path))
        .collect()
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[track_caller]
    fn check(rule: super::super::Rule, paths: &[&str], expect: &[&str]) {
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (*path, "")).collect();
        assert_eq!(rule(&Project::of(&files, Value::Null)), expect);
    }

    #[test]
    fn the_top_level_is_fixed() {
        check(top_level, &["Cargo.toml", ".gitignore", "ui/src/main.tsx"], &[]);
        check(top_level, &["docs/plan.md", "docs/more.md"], &["docs is not in the plan"]);
    }

    #[test]
    fn a_font_brings_its_licence() {
        check(
            font_licences,
            &["assets/fonts/Serif-Bold.ttf", "ui/SerifDisplay-It.woff2", "assets/fonts/Serif-OFL.md"],
            &[],
        );
        check(
            font_licences,
            &["assets/fonts/Serif-Bold.ttf", "assets/fonts/Sans-OFL.md"],
            &["assets/fonts/Serif-Bold.ttf has no licence text"],
        );
    }
}
