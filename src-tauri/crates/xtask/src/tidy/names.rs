//! Names that may stand in one part of the project only, so that what they stand for can be changed there.

use super::{File, Project};

/// A name, where it may stand, and what is behind it.
struct Home {
    name: &'static str,
    /// Beginnings of paths.
    within: &'static [&'static str],
    reason: &'static str,
}

const RUST: &[Home] = &[
    Home {
        name: "printpdf",
        within: &["src-tauri/crates/brief/src/pdf"],
        reason: "only brief's pdf folder writes PDF",
    },
    Home {
        name: "hayro",
        within: &["src-tauri/crates/import/src/formats/pdf"],
        reason: "only import's pdf folder reads PDF",
    },
    Home {
        name: "lopdf",
        within: &["src-tauri/crates/brief/src/", "src-tauri/crates/import/src/formats/pdf/unlock.rs"],
        reason: "only what writes PDF, and what takes off a lock, knows a file's objects",
    },
    Home { name: "rusqlite", within: &["src-tauri/crates/core/src/"], reason: "only core speaks to SQLite" },
    Home {
        name: "Connection::open",
        within: &["src-tauri/crates/core/src/store"],
        reason: "only the store opens a dossier's file; the rest is lent what it opened",
    },
    Home { name: "SystemTime::now", within: EDGE, reason: EDGE_REASON },
    Home { name: "Utc::now", within: EDGE, reason: EDGE_REASON },
    Home { name: "Local::now", within: EDGE, reason: EDGE_REASON },
    Home { name: "Uuid::new_v4", within: EDGE, reason: EDGE_REASON },
    Home { name: "Uuid::now_v7", within: EDGE, reason: EDGE_REASON },
];

const PAGES: &[Home] = &[Home {
    name: "@tauri-apps",
    within: &["ui/src/api/transport"],
    reason: "only the transport knows the shell",
}];

const EDGE: &[&str] = &["src-tauri/crates/api/src/", "src-tauri/crates/cli/src/main.rs"];
const EDGE_REASON: &str = "time and ids come in at the edge";

/// Each name stands in its home only. Comments and tests may speak of it anywhere.
pub(super) fn homes(project: &Project) -> Vec<String> {
    let rust = project.with_extension(&["rs"]).flat_map(|file| strangers(file, RUST));
    let pages = project.with_extension(&["ts", "tsx"]).flat_map(|file| strangers(file, PAGES));
    rust.chain(pages).collect()
}

fn strangers(file: &File, homes: &[Home]) -> Vec<String> {
    if is_test(&file.path) || file.path.starts_with("src-tauri/crates/xtask/") {
        return Vec::new();
    }
    let away: Vec<&Home> =
        homes.iter().filter(|home| !home.within.iter().any(|start| file.path.starts_with(start))).collect();
    let code = file.text.lines().enumerate().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
    let code = code.filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.flat_map(|(number, line)| {
        let named = away.iter().filter(move |home| line.contains(home.name));
        named.map(move |home| format!("{}:{}: {}: {}", file.path, number + 1, home.name, home.reason))
    })
    .collect()
}

fn is_test(path: &str) -> bool {
    path.starts_with("tests/")
        || path.split('/').any(|part| matches!(part, "tests" | "tests.rs" | "benches" | "examples"))
        || path.ends_with(".test.ts")
        || path.ends_with(".test.tsx")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, expect: usize) {
        assert_eq!(homes(&Project::of(&[(path, text)], Value::Null)).len(), expect);
    }

    #[test]
    fn a_name_stays_at_home() {
        check("src-tauri/crates/brief/src/pdf/write.rs", "use printpdf::Op;", 0);
        check("src-tauri/crates/brief/src/layout/mod.rs", "use printpdf::Op;", 1);
        check("src-tauri/crates/brief/src/layout/mod.rs", "// unlike printpdf", 0);
        check("src-tauri/crates/core/src/store/open.rs", "rusqlite::Connection::open(path)", 0);
        check("src-tauri/crates/core/src/actors/queries.rs", "rusqlite::Connection::open(path)", 1);
        check("src-tauri/crates/core/src/actors/tests.rs", "rusqlite::Connection::open(path)", 0);
        check("src-tauri/crates/core/src/time.rs", "Utc::now()", 1);
        check("src-tauri/crates/core/src/time.rs", "#[cfg(test)]\nmod tests { Utc::now() }", 0);
        check("src-tauri/crates/api/src/clock.rs", "Utc::now()", 0);
        check("ui/src/views/App.tsx", "import '@tauri-apps/api';", 1);
        check("ui/src/api/transport.ts", "import '@tauri-apps/api';", 0);
    }
}
