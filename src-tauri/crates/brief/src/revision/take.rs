//! A block with the texts that came back.

use super::Cell;
use super::read::{Reader, plain};
use standpoint_core::notes::block::{Body, DefensiveLine, Inline, PolicyOption, Text};
use std::collections::BTreeMap;

/// A text of a block as it came back.
#[derive(Debug, Clone)]
pub(super) struct Came {
    /// Its number among the printed texts of the block; none for a new one.
    pub(super) part: Option<u32>,
    /// Where it stands, if in a table.
    pub(super) cell: Option<Cell>,
    /// Looks like a question.
    pub(super) is_question: bool,
    pub(super) text: Text,
}

/// The body with other texts: those that were printed, in their order, and new ones where it is a list, a table or
/// questions with their answers.
pub(super) fn with(body: &Body, texts: &[Came], reader: &Reader<'_>) -> Body {
    let printed: Vec<usize> = (0..)
        .zip(body.texts())
        .filter(|(_, text)| !plain(text, reader).is_empty())
        .map(|(index, _)| index)
        .collect();
    let index_of = |came: &Came| printed.get(usize::try_from(came.part?).ok()?).copied();
    let mut body = body.clone();
    match &mut body {
        Body::Bullets { items } | Body::LinesToTake { items } | Body::PressLine { items } => {
            *items = texts.iter().map(|came| came.text.clone()).collect();
        }
        Body::DefensiveLines { pairs } => *pairs = asked(texts, index_of),
        Body::OptionsTable { options } if texts.iter().any(|came| came.cell.is_some()) => {
            *options = compared(texts, index_of);
        }
        other => {
            let mut own = other.texts_mut();
            for own in &mut own {
                own.clear();
            }
            // What is new goes on with what it stands behind.
            let mut last = printed.first().copied().unwrap_or_default();
            for came in texts {
                last = index_of(came).unwrap_or(last);
                if let Some(own) = own.get_mut(last) {
                    add(own, &came.text);
                }
            }
            if let Body::OptionsTable { options } = other {
                options.retain(|it| !is_empty(it));
            }
        }
    }
    body
}

/// Questions, each with what follows it up to the next.
fn asked(texts: &[Came], index_of: impl Fn(&Came) -> Option<usize>) -> Vec<DefensiveLine> {
    let mut pairs: Vec<DefensiveLine> = Vec::new();
    // Which pair the last one was, where it is not new.
    let mut last = None;
    for came in texts {
        let index = index_of(came);
        let known = index.map(|index| index / 2);
        let text = came.text.clone();
        if index.map_or(came.is_question, |index| index % 2 == 0) {
            pairs.push(DefensiveLine { question: text, answer: Vec::new() });
            last = known;
            continue;
        }
        // An answer whose question was taken out does not answer the one before.
        let goes_on = |pair: &&mut DefensiveLine| {
            known.is_none() || known == last || last.is_none() && pair.answer.is_empty()
        };
        if let Some(pair) = pairs.last_mut().filter(goes_on) {
            add(&mut pair.answer, &text);
        } else {
            pairs.push(DefensiveLine { question: Vec::new(), answer: text });
            last = known;
        }
    }
    pairs
}

/// Ways to go, row by row. What was dragged out of the table stays with its row.
fn compared(texts: &[Came], index_of: impl Fn(&Came) -> Option<usize>) -> Vec<PolicyOption> {
    let row_of = |came: &Came| came.cell.map(|cell| (cell.table, cell.row));
    let row_known = |option: usize| {
        let same = |other: &&Came| index_of(other).is_some_and(|index| index / 3 == option);
        texts.iter().filter(same).find_map(row_of)
    };
    let mut rows: BTreeMap<(usize, usize), [Text; 3]> = BTreeMap::new();
    let (mut last, mut field) = ((0, 0), 0);
    for came in texts {
        let index = index_of(came);
        let row = row_of(came).or_else(|| row_known(index? / 3)).unwrap_or(last);
        // Where cells were merged, columns no longer tell what stands in them.
        let is_alone = |cell: Cell| {
            let beside = |other: &&Came| other.cell == Some(cell) && index_of(other).is_some();
            texts.iter().filter(beside).count() < 2
        };
        field = match (came.cell, index) {
            (Some(cell), Some(index)) if !is_alone(cell) => index % 3,
            (Some(cell), _) => cell.column.clamp(1, 3) - 1,
            (None, Some(index)) => index % 3,
            (None, None) => field,
        };
        let count = rows.len() + 1;
        let texts = rows.entry(row).or_default();
        let mut text = came.text.clone();
        if field == 0 && index.is_none() && texts[0].is_empty() {
            drop_letter(&mut text, count);
        }
        add(&mut texts[field], &text);
        last = row;
    }
    let options = rows.into_values().map(|[title, advantages, drawbacks]| PolicyOption {
        title,
        advantages,
        drawbacks,
    });
    options.filter(|option| !is_empty(option)).collect()
}

fn is_empty(option: &PolicyOption) -> bool {
    option.title.is_empty() && option.advantages.is_empty() && option.drawbacks.is_empty()
}

/// "C. " before the name of an option is the table's own; somebody who adds a row writes it, or copies it.
fn drop_letter(text: &mut Text, count: usize) {
    if let Some(Inline::Text { text: words, .. }) = text.first_mut()
        && let Some((letter, rest)) = words.split_once('.')
        && let &[letter @ b'A'..=b'Z'] = letter.as_bytes()
        && usize::from(letter - b'A') < count
        && rest.starts_with(char::is_whitespace)
    {
        *words = rest.trim_start().to_owned();
    }
}

fn add(own: &mut Text, text: &Text) {
    if !own.is_empty() {
        own.push(Inline::words("\n"));
    }
    own.extend(text.iter().cloned());
}
