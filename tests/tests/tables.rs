//! The matrix as a file: read again by other code, it says what the window says, and nothing in it is a formula.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;
use std::collections::BTreeMap;
use std::io::Read as _;

type Line = BTreeMap<String, String>;

/// Two actors, one under the other, and two issues; names and words that a spreadsheet would take for formulas.
fn desk() -> Desk {
    let desk = Desk::default();
    let state = desk.actor("=Country A", "state", None);
    let body = desk.actor("Ministry, of “Trade” & more", "government_body", Some(&state));
    let truce = desk.issue("Truce");
    desk.issue("+Borders");
    let source = desk.paste("Record", "The ministry will sign if the other side signs.\nSecond line.");
    let words = desk.keep(&source, "will sign");
    let facts = json!({
        "actors": [state, body], "as_of": "2025-04-18", "condition": "@the other side signs",
        "marking": "SECRET", "summary": "Will sign,\n\"perhaps\"",
    });
    desk.position(&truce, "supports_with_conditions", &[&words], &facts);
    desk.position(&truce, "opposes", &[], &json!({ "actors": [body], "as_of": "2025-04" }));
    desk
}

fn export(desk: &Desk, name: &str, ask: Value) -> Value {
    let mut args = ask;
    args["path"] = json!(desk.path(name));
    desk.call("matrix_export", args)
}

fn lines(desk: &Desk, name: &str) -> Vec<Line> {
    let bytes = std::fs::read(desk.path(name)).unwrap();
    assert_eq!(bytes[..3], [0xef, 0xbb, 0xbf], "a spreadsheet sees that it is UTF-8");
    assert!(!bytes.windows(2).any(|pair| pair[1] == b'\n' && pair[0] == b'"'), "lines end as RFC 4180 says");
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn a_line_for_each_actor_on_each_issue() {
    let desk = desk();
    let written = export(&desk, "matrix.csv", json!({}));
    assert_eq!(
        (&written["actors"], &written["issues"], &written["positions"], &written["marking"]),
        (&json!(2), &json!(2), &json!(2), &json!("SECRET"))
    );
    let lines = lines(&desk, "matrix.csv");
    let column = |name: &str| lines.iter().map(|line| line[name].as_str()).collect::<Vec<_>>();
    let ministry = "Ministry, of “Trade” & more";
    assert_eq!(column("Actor"), ["'=Country A", "'=Country A", ministry, ministry]);
    assert_eq!(column("Under"), ["", "", "'=Country A", "'=Country A"]);
    assert_eq!(column("Issue"), ["Truce", "'+Borders", "Truce", "'+Borders"]);
    let gap = "No position found as of 2025-04-23";
    assert_eq!(column("Stance"), ["○ Supports with conditions", gap, "○ Supports with conditions", gap]);
    assert_eq!(column("As of"), ["2025-04-18", "", "2025-04-18", ""]);
    assert_eq!(column("Quotes"), ["1", "", "1", ""]);
    assert_eq!(column("Condition")[0], "'@the other side signs");
    assert_eq!(column("Summary")[0], "Will sign,\n\"perhaps\"");
    assert_eq!(column("Jointly with")[..3], [ministry, "", "'=Country A"]);
    assert_eq!(column("Marking"), ["SECRET", "", "SECRET", ""]);
    assert_eq!(column("Contradicted"), ["yes", "", "yes", ""]);
    assert_eq!(column("More positions"), ["", "", "1", ""]);
}

#[test]
fn the_same_question_as_in_the_window() {
    let desk = desk();
    let matrix = desk.call("matrix_get", json!({}));
    let ask = json!({ "as_of": "2025-04-17", "actors": [matrix["rows"][1]["actor"]], "issues": [matrix["issues"][0]] });
    let written = export(&desk, "part.CSV", ask);
    assert_eq!(
        (&written["actors"], &written["issues"], &written["format"]),
        (&json!(1), &json!(1), &json!("csv"))
    );
    let lines = lines(&desk, "part.CSV");
    assert_eq!((lines.len(), lines[0]["Stance"].as_str()), (1, "■ Opposes"));
}

#[test]
fn a_workbook_to_look_at_and_to_count_in() {
    let desk = desk();
    let written = export(&desk, "matrix.table", json!({ "format": "xlsx" }));
    assert_eq!(written["format"], "xlsx");
    let part = |name: &str| {
        let file = std::fs::File::open(desk.path("matrix.table")).unwrap();
        let mut text = String::new();
        zip::ZipArchive::new(file).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let strings = part("xl/sharedStrings.xml");
    let strings: Vec<&str> = strings
        .split("</t>")
        .filter_map(|piece| Some(piece.rsplit_once("<t")?.1.split_once('>')?.1))
        .collect();
    assert_eq!(strings[..5], ["Actor", "Truce", "+Borders", "=Country A", strings[4]]);
    assert_eq!(
        strings[4],
        "○ Supports with conditions\n2025-04-18 · 1 quote · contradicted\nif @the other side signs\n\
         Will sign,\n\"perhaps\"\njointly with Ministry, of “Trade” &amp; more"
    );
    for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        let sheet = part(sheet);
        assert!(!sheet.contains("<f>"), "nothing is a formula");
        assert!(sheet.contains("&amp;CSECRET"), "the marking stands on each printed page");
        assert!(sheet.contains("<pane "), "the heads stay in view");
    }
    assert!(part("xl/worksheets/sheet2.xml").contains("<autoFilter "));
}

#[test]
fn a_name_that_says_nothing_is_refused_and_nothing_is_written() {
    let desk = desk();
    for name in ["matrix", "matrix.pdf"] {
        let refusal = desk.attempt("matrix_export", json!({ "path": desk.path(name) })).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            format!(
                "“{name}” does not say what sort of table it is to be. Nothing was written. Give it a name that ends \
                 in .csv or .xlsx."
            )
        );
        assert!(!desk.path(name).exists());
    }
    desk.attempt("matrix_export", json!({ "path": desk.path("no/such/matrix.csv") })).unwrap_err();
}
