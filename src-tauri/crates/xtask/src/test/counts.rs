//! How many tests ran, read from what the test runners print.

use std::ops::Add;

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Counts {
    /// Adds what a line of a runner's summary says; other lines add nothing.
    pub(super) fn hear(&mut self, line: &str) {
        let line = line.trim();
        let summary =
            line.starts_with("Summary [") || line.starts_with("test result:") || line.starts_with("Tests ");
        if summary || is_bare(line) {
            self.passed += before(line, "passed");
            self.failed += before(line, "failed");
        }
        // Node's own runner has a line for each: `# pass 12`, in newer ones `ℹ pass 12`.
        self.passed += after(line, "pass");
        self.failed += after(line, "fail");
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// `12 passed, 0 failed` and nothing else, as the judge of the PDFs ends.
fn is_bare(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    matches!(words.as_slice(), [_, "passed,", _, "failed"])
}

/// The number before a word.
fn before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line.split([' ', ',', ';']).filter(|part| !part.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

/// The number after a word that stands behind Node's mark and alone on its line with it.
fn after(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line.split(' ').collect();
    match words.as_slice() {
        ["#" | "ℹ", named, count] if *named == word => count.parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, passed: usize, failed: usize) {
        let mut counts = Counts::default();
        counts.hear(line);
        assert_eq!(counts, Counts { passed, failed });
    }

    #[test]
    fn summaries_are_counted_and_other_lines_are_not() {
        check("     Summary [   0.005s] 5 tests run: 4 passed (1 slow), 1 failed, 2 skipped", 4, 1);
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 3, 2);
        check("      Tests  2 failed | 7 passed (9)", 7, 2);
        check(" Test Files  2 passed (2)", 0, 0);
        check("63 passed, 2 failed", 63, 2);
        check("# pass 12", 12, 0);
        check("ℹ fail 1", 0, 1);
        check("# Subtest: pass 3", 0, 0);
        check("PASS [   0.004s] xtask tests::three passed", 0, 0);
    }
}
