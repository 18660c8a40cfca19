//! The matrix as comma-separated values: a line for each actor on each issue, empty cells included, so that the gaps
//! are there to be counted.

use super::{HEADINGS, Value, nothing_found, values};
use standpoint_core::analysis::MatrixTable;

/// Spreadsheets take a file for UTF-8 only when it begins so.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The file's bytes: UTF-8, lines ended as RFC 4180 has them.
pub(super) fn write(table: &MatrixTable) -> Result<Vec<u8>, String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let mut line = |values: &[String]| writer.write_record(values).map_err(|error| error.to_string());
    line(&HEADINGS.map(ToOwned::to_owned))?;
    for row in &table.rows {
        for (issue, cell) in table.issues.iter().zip(&row.cells) {
            let mut written =
                vec![inert(&row.actor), inert(row.under.as_deref().unwrap_or_default()), inert(issue)];
            match cell {
                Some(cell) => written.extend(values(cell).iter().map(text)),
                None => written.push(nothing_found(table)),
            }
            written.resize(HEADINGS.len(), String::new());
            line(&written)?;
        }
    }
    writer.into_inner().map_err(|error| error.to_string())
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => inert(text),
        Value::Date(date) => date.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Nothing => String::new(),
    }
}

/// The text so that no spreadsheet takes it for a formula (OWASP, "CSV Injection"): with an apostrophe in front, which
/// spreadsheets take for "as written".
fn inert(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    let formula =
        matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n'));
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(inert(text), expect);
    }

    #[test]
    fn nothing_is_left_to_be_a_formula() {
        check("supports", "supports");
        check("", "");
        check("if 2 + 2 = 4", "if 2 + 2 = 4");
        check("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")");
        check("+1", "'+1");
        check("-2+3", "'-2+3");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "'\t=1");
        check("  =1", "'  =1");
        check("＝1", "'＝1");
        check("'=1", "'=1");
    }
}
