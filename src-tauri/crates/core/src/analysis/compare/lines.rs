//! A block as words that can be compared: what was written, and for what is drawn from the dossier what it is.

use crate::ids::{ActorId, IssueId, PositionId};
use crate::notes::NoteSnapshot;
use crate::notes::block::{Analysis, Block, Body, CitationTarget, Inline, Text};
use crate::notes::facts::title;
use crate::notes::numbers::numbers;

/// The block's texts, each as words with the spaces after them; a citation is one word.
pub(super) fn lines(block: &Block, snapshot: &NoteSnapshot) -> Vec<Vec<String>> {
    let marking = block.marking.iter().map(|marking| vec![format!("[{marking}]")]);
    let shown = shown(&block.body, snapshot).into_iter().map(|line| words(&line));
    let texts = block.body.texts().into_iter().map(|text| written(text, snapshot));
    marking.chain(shown).chain(texts).collect()
}

/// What a block draws from the dossier.
fn shown(body: &Body, snapshot: &NoteSnapshot) -> Option<String> {
    let named = |target| title(snapshot, target).unwrap_or_else(|| "(no longer in the dossier)".to_owned());
    // Several positions have the same title.
    let stand = |id: PositionId| {
        let position = snapshot.positions.iter().find(|position| position.id == id);
        let held = position.map(|it| format!(": {}, {}", it.stance.word().replace('_', " "), it.as_of));
        named(CitationTarget::Position(id)) + &held.unwrap_or_default()
    };
    let actors = |ids: &[ActorId]| {
        let name = |id: &ActorId| {
            snapshot.actors.iter().find(|actor| actor.id == *id).map(|it| it.label().to_owned())
        };
        ids.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    let issues = |ids: &[IssueId]| {
        let name =
            |id: &IssueId| snapshot.issues.iter().find(|issue| issue.id == *id).map(|it| it.title.clone());
        ids.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    let or_all = |words: String, all: &str| if words.is_empty() { all.to_owned() } else { words };
    Some(match body {
        Body::Quotation { excerpt } => named(CitationTarget::Excerpt(*excerpt)),
        Body::Position { position } => stand(*position),
        Body::Change { from, to, .. } => format!("{} → {}", stand(*from), stand(*to)),
        Body::PositionsTable { actors: rows, issues: columns, .. } => {
            format!("{} × {}", or_all(actors(rows), "every actor"), or_all(issues(columns), "every issue"))
        }
        Body::Analysis { of, actors: rows, issues: columns, .. } => {
            let asked = match of {
                Analysis::Alignment => "Who stands with whom".to_owned(),
                Analysis::Changes { since } => format!("What has moved since {}", since.to_rfc3339()),
                Analysis::Contradictions => "What does not agree".to_owned(),
                Analysis::Stale => "What has grown old".to_owned(),
                Analysis::Gaps => "What was not found".to_owned(),
                Analysis::Source { source } => {
                    format!("What rests on {}", named(CitationTarget::Source(*source)))
                }
            };
            let (rows, columns) =
                (or_all(actors(rows), "every actor"), or_all(issues(columns), "every issue"));
            format!("{asked}: {rows} × {columns}")
        }
        Body::ActorProfile { actor } => actors(&[*actor]),
        Body::Timeline { actor, issue } => {
            let whose = actor.map(|actor| actors(&[actor])).unwrap_or_default();
            let what = issue.map(|issue| issues(&[issue])).unwrap_or_default();
            format!("{} × {}", or_all(whose, "every actor"), or_all(what, "every issue"))
        }
        Body::Picture { alternative, .. } => alternative.clone(),
        _ => return None,
    })
}

fn written(text: &Text, snapshot: &NoteSnapshot) -> Vec<String> {
    let mut line = Vec::new();
    for inline in text {
        match inline {
            Inline::Text { text, .. } | Inline::Link { text, .. } => extend(&mut line, text),
            Inline::Citation { targets } => {
                let named = targets.iter().map(|target| {
                    title(snapshot, *target).map_or_else(|| "?".to_owned(), |title| beginning(&title))
                });
                line.push(apart(&line, &format!("[{}]", named.collect::<Vec<_>>().join("; "))));
            }
            Inline::Reference { block } => {
                line.push(numbers(&snapshot.blocks).get(block).cloned().unwrap_or_else(|| "?".to_owned()));
            }
            Inline::Footnote { text } => {
                line.push(apart(&line, "("));
                line.extend(written(text, snapshot));
                line.push(")".to_owned());
            }
        }
    }
    line
}

/// Goes on with more words; those that only look otherwise than what is before them may go on in its last word.
fn extend(line: &mut Vec<String>, text: &str) {
    let open = line.pop_if(|last| !last.ends_with(char::is_whitespace) && !last.ends_with([']', ')']));
    line.extend(words(&format!("{}{text}", open.unwrap_or_default())));
}

/// Something in brackets, with a space where it would touch the word before it.
fn apart(line: &[String], words: &str) -> String {
    let touches = line.last().is_some_and(|last| !last.ends_with(char::is_whitespace));
    if touches { format!(" {words}") } else { words.to_owned() }
}

/// As much of a quotation as tells it from others.
fn beginning(title: &str) -> String {
    const WORDS: usize = 6;
    if title.split(' ').count() <= WORDS {
        return title.to_owned();
    }
    let first = title.split(' ').take(WORDS).collect::<Vec<_>>().join(" ");
    let first = first.trim_end_matches([',', '.', ';', ':']);
    if title.ends_with('”') { format!("{first}…”") } else { format!("{first}…") }
}

/// Words with the spaces after them.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split_inclusive(char::is_whitespace).map(str::to_owned).collect()
}
