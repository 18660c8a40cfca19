//! `search`: each thing found, with the words around the match under it.

use crate::arguments::{EdgeOptions, Form};
use crate::ending::Ending;
use crate::print::{self, member, plain};
use crate::program::Program;
use serde_json::{Value, json};
use std::path::Path;

/// More than anybody reads; a narrower query is the better way on.
const MOST: u32 = 100;

pub(crate) fn run(edge: EdgeOptions, dossier: &Path, query: &str, form: Form) -> Result<(), Ending> {
    let program = Program::open(edge, dossier)?;
    let hits = program.call("search", json!({ "text": query, "limit": MOST }))?;
    match form {
        Form::Json => print::json(&hits)?,
        Form::People => print::lines(hits.as_array().into_iter().flatten().flat_map(shown))?,
    }
    program.done()
}

fn shown(hit: &Value) -> Vec<String> {
    let head = format!("{:<8}  {}", member(hit, "kind"), plain(member(hit, "title")));
    let words = context(&hit["context"]);
    if words.is_empty() { vec![head] } else { vec![head, format!("{:<8}  {words}", "")] }
}

/// The pieces on one line, the matched words standing out.
fn context(pieces: &Value) -> String {
    let (begin, end) = print::emphasis();
    let mut words = String::new();
    for piece in pieces.as_array().into_iter().flatten() {
        let text = member(piece, "text");
        let clean = plain(text);
        if text.starts_with(char::is_whitespace) && !words.ends_with(' ') {
            words.push(' ');
        }
        words.extend(if piece["matched"] == true { [begin, &clean, end] } else { ["", &clean, ""] });
        if text.ends_with(char::is_whitespace) && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_the_spaces_between_them() {
        let check = |pieces: Value, expect: &str| {
            let pieces: Vec<Value> =
                pieces.as_array().into_iter().flatten().map(|text| json!({ "text": text })).collect();
            assert_eq!(context(&Value::Array(pieces)), expect);
        };
        check(json!(["It ", "rejects", " the plan.\n\nIt does."]), "It rejects the plan. It does.");
        check(json!(["“", "Yes", "”, they said \n", "\n then"]), "“Yes”, they said then");
        check(json!([]), "");
    }
}
