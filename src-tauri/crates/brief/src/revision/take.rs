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
        Body::OptionsTable { options } if texts.iter().all(|came| came.cell.is_some()) => {
            *options = compared(texts, index_of);
        }
        other => {
            let mut own = other.texts_mut();
            for (number, index) in (0..).zip(&printed) {
                let Some(own) = own.get_mut(*index) else { continue };
                own.clear();
                texts.iter().filter(|came| came.part == Some(number)).for_each(|came| add(own, &came.text));
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

/// Ways to go, row by row.
fn compared(texts: &[Came], index_of: impl Fn(&Came) -> Option<usize>) -> Vec<PolicyOption> {
    let mut rows: BTreeMap<(usize, usize), PolicyOption> = BTreeMap::new();
    for came in texts {
        let Some(Cell { table, row, column }) = came.cell else { continue };
        let count = rows.len() + 1;
        let option = rows.entry((table, row)).or_insert_with(|| PolicyOption {
            title: Vec::new(),
            advantages: Vec::new(),
            drawbacks: Vec::new(),
        });
        let mut text = came.text.clone();
        let index = index_of(came);
        let field = match index.map_or(column.saturating_sub(1), |index| index % 3) {
            0 => {
                if index.is_none() && option.title.is_empty() {
                    drop_letter(&mut text, count);
                }
                &mut option.title
            }
            1 => &mut option.advantages,
            _ => &mut option.drawbacks,
        };
        add(field, &text);
    }
    rows.into_values().filter(|option| !is_empty(option)).collect()
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
