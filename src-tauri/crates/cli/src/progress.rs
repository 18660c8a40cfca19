//! How far a long job is, on a line of its own for whoever watches; a file or another program gets none of it.

use crate::print::{member, plain};
use serde_json::Value;
use std::io::{self, IsTerminal as _, Write as _};

/// The line, and how long it is.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    shown: usize,
}

impl Progress {
    /// Shows the recognition of pages, the one job whose single files take long.
    pub(crate) fn show(&mut self, job: &Value) {
        if !job["pages"].is_null() {
            self.line(&words(job));
        }
    }

    /// Takes the line away.
    pub(crate) fn clear(&mut self) {
        if self.shown > 0 {
            self.line("");
        }
    }

    fn line(&mut self, words: &str) {
        let mut screen = io::stderr().lock();
        if screen.is_terminal() {
            let length = words.chars().count();
            let over = self.shown.saturating_sub(length);
            // What cannot be shown is no reason to stop.
            write!(screen, "\r{words}{:over$}\r", "").and_then(|()| screen.flush()).ok();
            self.shown = length;
        }
    }
}

fn words(job: &Value) -> String {
    let (done, total) =
        (job["pages"]["done"].as_u64().unwrap_or(0), job["pages"]["total"].as_u64().unwrap_or(0));
    let file: String = plain(member(job, "current")).chars().take(40).collect();
    if total == 0 {
        return format!("Recognising {file}");
    }
    format!("Recognising {file}: page {} of {total}", (done + 1).min(total))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn pages_are_counted_from_one() {
        let job = |done: u32, total: u32| {
            words(&json!({ "current": "scan.pdf", "pages": { "done": done, "total": total } }))
        };
        assert_eq!(job(0, 0), "Recognising scan.pdf");
        assert_eq!(job(0, 12), "Recognising scan.pdf: page 1 of 12");
        assert_eq!(job(12, 12), "Recognising scan.pdf: page 12 of 12");
    }
}
