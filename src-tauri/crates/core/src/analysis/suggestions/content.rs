//! Where what is said leans.

use super::clause::Sentence;
use crate::analysis::language::Lean;
use std::ops::Range;

/// Where the words of a speaker lean: by the first of them that tells.
pub(super) fn lean(sentence: &Sentence<'_>, said: Range<usize>) -> Option<Lean> {
    let words = sentence.words.get(said.clone())?;
    let lexicon = sentence.lexicon;
    let signs = [
        (lexicon.content_against.find(words), Lean::Against),
        (lexicon.content_for.find(words), Lean::For),
        (lexicon.content_unclear.find(words), Lean::Unclear),
    ];
    let first = signs.iter().filter_map(|(found, lean)| found.map(|(start, ..)| (start, *lean)));
    let told = first.min_by_key(|(start, _)| *start).map(|(_, lean)| lean);
    told.or_else(|| quoted_no(sentence, &said).then_some(Lean::Against))
}

/// Whether somebody is quoted with a "not" or a "never".
fn quoted_no(sentence: &Sentence<'_>, said: &Range<usize>) -> bool {
    sentence.quotes.ranges.iter().any(|quote| {
        let words = &sentence.words
            [quote.start.max(said.start)..quote.end.min(said.end).max(quote.start.max(said.start))];
        sentence.lexicon.negations.find(words).is_some()
    })
}
