//! Scripts that are written without spaces between words.

/// Whether no space is written beside a letter: Han, the Japanese syllabaries and the marks that go with them.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff61}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3134f}')
}
