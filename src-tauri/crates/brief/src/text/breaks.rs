//! Where the lines of a paragraph may end, and what ending one there costs.
//!
//! Unicode's line breaking rules (UAX #14) give the opportunities; bonds take some away, hyphenation and web
//! addresses add some. One shortfall of the whole rag costs 100, so that costs compare with ragged edges.

use std::ops::Range;
use std::sync::OnceLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter, LineSegmenterBorrowed};

use super::bonds;
use super::hyphenation;
use super::style::{Hyphens, Setting, Span};

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Break {
    /// Byte where the line's visible text ends.
    pub(super) end: usize,
    /// Byte where the next line starts; spaces lie between.
    pub(super) next: usize,
    /// What kind it is.
    pub(super) kind: Kind,
    /// What ending a line here costs.
    pub(super) cost: f32,
}

/// Kinds of places where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It must end: a line feed, or the end of the paragraph.
    Forced,
    /// Between words: what stands on either side is shaped apart.
    Between,
    /// Within a word, after a mark that is there anyway.
    Within,
    /// Within a word, with a hyphen that is not in the text.
    Hyphenated,
}

const AFTER_SHORT_WORD: f32 = 20.0;
const BEFORE_DASH: f32 = 60.0;
const AT_HYPHEN: f32 = 10.0;
const AT_HYPHEN_NEAR_END: f32 = 60.0;
const AT_SYLLABLE: f32 = 80.0;
const IN_ADDRESS: f32 = 30.0;
/// Ending a line in the middle of a hash: only when nothing else helps.
const ANYWHERE: f32 = 4000.0;
/// Parting what should stay together: only where together it does not fit.
const BOUND_TOO_WIDE: f32 = 1000.0;
/// Hyphenating a word where hyphens are not wanted: only when it does not fit.
const SYLLABLE_TOO_WIDE: f32 = 1500.0;

/// All places where lines of `text` may end, in order; the last one is its end.
pub(super) fn find(text: &str, spans: &[Span], setting: &Setting) -> Vec<Break> {
    let mut breaks = Vec::new();
    let together = together(spans);
    let mut start = 0;
    // The segmenter reports the start of the text as an opportunity too.
    let opportunities = segmenter().segment_str(text).filter(|&at| at > 0);
    for next in opportunities.chain(text.is_empty().then_some(0)) {
        let end = visible_end(text, start, next);
        word_breaks(&mut breaks, text, start..end, &together, spans, setting);
        start = next;
        let forced = next == text.len() || text[end..next].contains(is_line_feed);
        let bound = together.iter().any(|range| range.start < end && next < range.end);
        if forced {
            breaks.push(Break { end, next, kind: Kind::Forced, cost: 0.0 });
        } else if !bound && let Some((kind, cost)) = judge(text, end, next) {
            breaks.push(Break { end, next, kind, cost });
        }
    }
    breaks
}

/// More places for the stretch `range`, which has none but does not fit: at its no-break spaces and between
/// syllables; and where a part still does not fit (`fits` is asked with and without a hyphen behind it),
/// between any two characters. `end` is the kind of the break that the stretch ends in.
pub(super) fn when_too_wide(
    text: &str,
    range: Range<usize>,
    end: Kind,
    language: &super::Language,
    fits: impl Fn(Range<usize>, bool) -> bool,
) -> Vec<Break> {
    let mut joints: Vec<Break> = Vec::new();
    for (offset, space) in text[range.clone()].match_indices(char::is_whitespace) {
        let (end, next) = (range.start + offset, range.start + offset + space.len());
        joints.push(Break { end, next, kind: Kind::Between, cost: BOUND_TOO_WIDE });
    }
    for word in words(&text[range.clone()]) {
        let start = range.start + word.start;
        for point in hyphenation::where_too_wide(&text[start..range.start + word.end], language) {
            let at = start + point;
            joints.push(Break { end: at, next: at, kind: Kind::Hyphenated, cost: SYLLABLE_TOO_WIDE });
        }
    }
    joints.retain(|place| place.end > range.start && place.next < range.end);
    joints.sort_by_key(|place| place.next);
    let mut breaks = Vec::new();
    let mut start = range.start;
    let last = Break { end: range.end, next: range.end, kind: end, cost: 0.0 };
    for joint in joints.iter().chain([&last]) {
        let part = start..joint.end.max(start);
        if !fits(part.clone(), joint.kind == Kind::Hyphenated) {
            let cut = |at| Break { end: at, next: at, kind: Kind::Within, cost: ANYWHERE };
            breaks.extend(cuts(text, part, &fits).into_iter().map(cut));
        }
        if joint.next < range.end {
            breaks.push(*joint);
        }
        start = joint.next;
    }
    breaks
}

/// More characters than this without a break are no word and no hash: they are cut where lines are full, because to
/// weigh every place against every other would take minutes.
const WEIGHED: usize = 400;

/// Where a part that does not fit may be cut, between characters.
fn cuts(text: &str, part: Range<usize>, fits: &impl Fn(Range<usize>, bool) -> bool) -> Vec<usize> {
    let segments = GraphemeClusterSegmenter::new().segment_str(&text[part.clone()]);
    let all: Vec<usize> = segments.map(|at| part.start + at).collect();
    let inner = |cut: &usize| *cut > part.start && *cut < part.end;
    if all.len() <= WEIGHED {
        return all.into_iter().filter(inner).collect();
    }
    let mut full = Vec::new();
    let (mut line, mut from) = (1, 0);
    while from + 1 < all.len() {
        // About as many as on the line before: the search then looks at a few lines' worth, not at all the rest.
        let enough = (from + 1..)
            .step_by(line)
            .take_while(|&to| to < all.len())
            .find(|&to| !fits(all[from]..all[to], false));
        let enough = enough.unwrap_or(all.len());
        let fitting = all[from + 1..enough].partition_point(|&to| fits(all[from]..to, false));
        line = fitting.max(1);
        from += line;
        full.extend(all.get(from).copied().filter(inner));
    }
    full
}

fn segmenter() -> LineSegmenterBorrowed<'static> {
    static SEGMENTER: OnceLock<LineSegmenterBorrowed<'static>> = OnceLock::new();
    *SEGMENTER.get_or_init(|| LineSegmenter::new_lstm(LineBreakOptions::default()))
}

fn is_line_feed(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Spaces that vanish at the end of a line; no-break ones do not.
fn vanishes(character: char) -> bool {
    (character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{202F}' | '\u{2007}'))
        || character == '\u{200B}'
}

fn visible_end(text: &str, start: usize, next: usize) -> usize {
    start + text[start..next].trim_end_matches(vanishes).len()
}

/// Byte ranges that are never broken: spans, or several of them that make one word.
fn together(spans: &[Span]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for span in spans {
        let range = start..start + span.text.len();
        start = range.end;
        goes_on &= span.together && !span.text.starts_with(char::is_whitespace);
        match ranges.last_mut() {
            Some(word) if goes_on => word.end = range.end,
            _ if span.together => ranges.push(range),
            _ => {}
        }
        goes_on = span.together && !span.text.ends_with(char::is_whitespace);
    }
    ranges
}

/// Kind and cost of the opportunity between `end` and `next`; none where a bond forbids it.
fn judge(text: &str, end: usize, next: usize) -> Option<(Kind, f32)> {
    let before = text[..end].rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = text[next..].split(char::is_whitespace).next().unwrap_or_default();
    if next > end {
        if bonds::bound(before, after) {
            return None;
        }
        let letters = before.chars().filter(|character| character.is_alphanumeric()).count();
        let mut cost = 0.0;
        if letters <= 2 && !before.ends_with(['.', '?', '!', ':', ';', ',', ')', ']']) {
            cost += AFTER_SHORT_WORD;
        }
        if after.starts_with(['–', '—', '−', '·']) {
            cost += BEFORE_DASH;
        }
        return Some((Kind::Between, cost));
    }
    if before.ends_with('\u{AD}') {
        return Some((Kind::Hyphenated, AT_SYLLABLE));
    }
    let (last, first) = (text[..end].chars().next_back()?, text[next..].chars().next()?);
    if is_address(before, after) {
        // Broken where the page design says, not where Unicode allows it.
        return None;
    }
    if is_unspaced(last) || is_unspaced(first) {
        return (!bonds::bound_unspaced(last, first)).then_some((Kind::Between, 0.0));
    }
    let letters_before = before.chars().rev().skip(1).take_while(|letter| letter.is_alphanumeric()).count();
    let letters_after = after.chars().take_while(|letter| letter.is_alphanumeric()).count();
    let near = letters_before < 5 || letters_after < 5;
    Some((Kind::Within, if near { AT_HYPHEN_NEAR_END } else { AT_HYPHEN }))
}

/// Scripts written without spaces, whose characters do not change with their neighbours.
fn is_unspaced(character: char) -> bool {
    use unicode_script::{Script, UnicodeScript};
    matches!(
        character.script(),
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Hangul
            | Script::Bopomofo
            | Script::Yi
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
    ) || matches!(character, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF60}')
}

/// Whether the word made of `before` and `after` is a web address or a path.
fn is_address(before: &str, after: &str) -> bool {
    let marked = |part: &str| part.contains("://") || part.starts_with("www.");
    marked(before) || marked(after) || (before.ends_with(':') && after.starts_with("//"))
}

/// Places within a stretch that Unicode does not break: syllables, and the joints of web addresses.
fn word_breaks(
    breaks: &mut Vec<Break>,
    text: &str,
    stretch: Range<usize>,
    together: &[Range<usize>],
    spans: &[Span],
    setting: &Setting,
) {
    let free = |at: usize| !together.iter().any(|range| range.start < at && at < range.end);
    let piece = &text[stretch.clone()];
    let before = text[..stretch.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    if is_address(before, piece) || before.is_empty() && is_address(piece, "") {
        let whole = &text[stretch.start - before.len()..];
        let body = whole.find("://").map_or(0, |scheme| scheme + 3) + stretch.start - before.len();
        for (offset, mark) in piece.match_indices(['/', '.', '-', '?']) {
            let at = stretch.start + offset + mark.len();
            let doubled = text[at..].starts_with('/');
            let last = text[at..].chars().next().is_none_or(char::is_whitespace);
            if at > body && !last && !doubled && free(at) {
                breaks.push(Break { end: at, next: at, kind: Kind::Within, cost: IN_ADDRESS });
            }
        }
    } else if setting.hyphens == Hyphens::ByLanguage {
        for word in words(piece) {
            let start = stretch.start + word.start;
            let language = span_at(spans, start).and_then(|span| span.language.as_ref());
            let language = language.unwrap_or(&setting.language);
            for point in hyphenation::in_running_text(&piece[word], language) {
                if free(start + point) {
                    let at = start + point;
                    breaks.push(Break { end: at, next: at, kind: Kind::Hyphenated, cost: AT_SYLLABLE });
                }
            }
        }
    }
}

fn span_at(spans: &[Span], at: usize) -> Option<&Span> {
    let mut end = 0;
    spans.iter().find(|span| {
        end += span.text.len();
        at < end
    })
}

/// Byte ranges of the words in `text`: letters only.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_letter =
        |character: char| character.is_alphabetic() || matches!(character, '’' | '\'' | '\u{301}');
    text.split(move |character| !is_letter(character)).filter(|word| !word.is_empty()).map(move |word| {
        let trimmed = word.trim_matches(['’', '\'']);
        let start = trimmed.as_ptr() as usize - text.as_ptr() as usize;
        start..start + trimmed.len()
    })
}
