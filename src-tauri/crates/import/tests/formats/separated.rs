//! Tables as text.

use crate::outline::{blocks, extract, facts};

#[track_caller]
fn check(source: &str, expect: &str) {
    assert_eq!(blocks(&extract("sanctions-2025.csv", None, source.as_bytes())), expect);
}

#[test]
fn rows_and_cells() {
    check(
        "State,Position\nFrance,\"for, with \"\"conditions\"\"\"\n\n,none\n",
        "th State | Position\ntr France | for, with \"conditions\"\ntr  | none",
    );
    check("State;Share\r\nFrance;1,5\r\nItaly;2,5\r\n", "th State | Share\ntr France | 1,5\ntr Italy | 2,5");
    check(
        "sep=|\nState|Note\nFrance|two\nItaly|\"of\ntwo lines\"",
        "th State | Note\ntr France | two\ntr Italy | of two lines",
    );
    check("a\tb\n1\t2\t3\n", "th a | b\ntr 1 | 2 | 3");
}

#[test]
fn the_name_is_the_title() {
    assert_eq!(facts(&extract("sanctions-2025.csv", None, b"a,b").meta), "title: Sanctions 2025 (?)");
}
