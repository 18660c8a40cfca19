//! What a reader sees before reading: the marking, pictures, the length, empty parts, numbers that moved.

use super::evidence::spelt;
use super::{Around, CheckKind, Found};
use crate::ids::BlockId;
use crate::notes::NoteSnapshot;
use crate::notes::block::{Block, Body, Inline, Text};
use crate::notes::marks::Marks;
use crate::notes::numbers::{numbers, printed, unwritten};
use crate::time::PartialDate;
use std::collections::BTreeSet;

pub(super) fn check(snapshot: &NoteSnapshot, around: &Around<'_>, found: &mut Found) {
    marking(snapshot, found);
    pictures(snapshot, found);
    sections(snapshot, found);
    if let Some((pages, most)) = around.pages.filter(|(pages, most)| pages > most) {
        let message = format!("The note has {pages} pages without its annexes; its template allows {most}.");
        found.add(CheckKind::Length, None, &format!("{pages} of {most}"), message);
    }
    if let Some((name, last)) = around.last {
        renumbered(snapshot, name, last, found);
    }
    if let Some((name, earlier)) = around.carried {
        carried(snapshot, name, earlier, found);
    }
    clearance(snapshot, found);
}

fn marking(snapshot: &NoteSnapshot, found: &mut Found) {
    let marks = Marks::of(snapshot);
    let scheme = marks.scheme();
    let own = snapshot.note.marking.as_deref();
    let mut labels: BTreeSet<&str> = marks.note().into_iter().collect();
    for block in &snapshot.blocks {
        labels.extend(marks.block(block));
        let drawn: BTreeSet<&str> =
            block.body.cites().into_iter().filter_map(|it| marks.target(it)).collect();
        labels.extend(drawn.iter().copied());
        let (Some(label), Some(highest)) = (block.marking.as_deref(), scheme.highest(drawn)) else {
            continue;
        };
        if scheme.rank(label) < scheme.rank(highest) {
            let message = format!("This block is marked {label} and draws on something marked {highest}.");
            found.add(CheckKind::MarkingLow, Some(block.id), &format!("{label} {highest}"), message);
        }
    }
    for label in labels.iter().filter(|label| scheme.rank(label).is_none()) {
        let message =
            format!("“{label}” is not a label of this dossier’s scheme; it is printed all the same.");
        found.add(CheckKind::MarkingUnknown, None, label, message);
    }
    match (own, scheme.highest(labels)) {
        (_, None) => {
            let message = "The note has no marking, nor has anything in it.".to_owned();
            found.add(CheckKind::MarkingMissing, None, "", message);
        }
        (Some(own), Some(highest)) if own != highest => {
            let message = format!(
                "The note is set to {own} and is printed as {highest}, the marking of something in it."
            );
            found.add(CheckKind::MarkingLow, None, &format!("{own} {highest}"), message);
        }
        _ => {}
    }
}

fn pictures(snapshot: &NoteSnapshot, found: &mut Found) {
    for block in &snapshot.blocks {
        let Body::Picture { alternative, .. } = &block.body else { continue };
        let message = if alternative.trim().is_empty() {
            "The picture has no words for those who cannot see it."
        } else if is_a_file_name(alternative) {
            "The words for those who cannot see the picture are a file’s name."
        } else if says_nothing(alternative) {
            "The words for those who cannot see the picture do not say what it shows."
        } else {
            continue;
        };
        found.add(CheckKind::Alternative, Some(block.id), alternative, message.to_owned());
    }
}

fn is_a_file_name(words: &str) -> bool {
    let kinds = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg"];
    let lower = words.trim().to_lowercase();
    kinds.iter().any(|kind| lower.ends_with(kind))
        || lower.starts_with("img_")
        || lower.starts_with("screenshot 20")
}

fn says_nothing(words: &str) -> bool {
    let bare = [
        "picture",
        "image",
        "photo",
        "photograph",
        "graphic",
        "chart",
        "map",
        "figure",
        "screenshot",
        "diagram",
        "graph",
    ];
    bare.contains(
        &words
            .trim()
            .trim_end_matches(['.', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' '])
            .to_lowercase()
            .as_str(),
    )
}

/// A bottom line that is not written, and headings with nothing printed before the next one of their level.
fn sections(snapshot: &NoteSnapshot, found: &mut Found) {
    let printed = printed(&snapshot.blocks);
    let lacking = |block: &&Block| matches!(block.body, Body::BottomLine { .. }) && unwritten(&block.body);
    if let Some(block) = snapshot.blocks.iter().find(lacking) {
        let message = "The bottom line is not written, and is not printed.".to_owned();
        found.add(CheckKind::EmptySection, Some(block.id), "bottom line", message);
    }
    for (at, block) in snapshot.blocks.iter().enumerate() {
        let Body::Heading { level, text } = &block.body else { continue };
        if unwritten(&block.body) {
            continue;
        }
        let within = snapshot.blocks[at + 1..]
            .iter()
            .take_while(|next| !matches!(next.body, Body::Heading { level: other, .. } if other <= *level));
        let mut stands = within.filter(|next| {
            !matches!(next.body, Body::Heading { .. } | Body::BottomLine { .. } | Body::PageBreak)
                && printed.contains(&next.id)
        });
        if stands.next().is_none() {
            let so = if printed.contains(&block.id) { "" } else { "; it is not printed" };
            let message = format!("Nothing stands under the heading “{}”{so}.", plain(text));
            found.add(CheckKind::EmptySection, Some(block.id), &plain(text), message);
        }
    }
}

/// Paragraphs that were there in the last version under another number.
fn renumbered(snapshot: &NoteSnapshot, name: &str, last: &NoteSnapshot, found: &mut Found) {
    let (then, now) = (numbers(&last.blocks), numbers(&snapshot.blocks));
    let moved: Vec<(BlockId, &String, &String)> = snapshot
        .blocks
        .iter()
        .filter_map(|block| Some((block.id, then.get(&block.id)?, now.get(&block.id)?)))
        .filter(|(_, then, now)| then != now)
        .collect();
    let Some((first, was, is)) = moved.first() else { return };
    let message = match moved.len() {
        1 => format!("Paragraph {is} was {was} in version {name}."),
        2 => format!("Paragraph {is} was {was} in version {name}; one more has another number, too."),
        count => {
            format!("Paragraph {is} was {was} in version {name}; {} more have other numbers, too.", count - 1)
        }
    };
    let exactly: Vec<String> = moved.iter().map(|(_, then, now)| format!("{then}>{now}")).collect();
    found.add(CheckKind::Renumbered, Some(*first), &exactly.join(" "), message);
}

/// Paragraphs that nobody has touched since they came over from an earlier note.
fn carried(snapshot: &NoteSnapshot, name: &str, earlier: &NoteSnapshot, found: &mut Found) {
    for block in &snapshot.blocks {
        let stays = matches!(
            block.body,
            Body::Heading { .. }
                | Body::PageBreak
                | Body::Quotation { .. }
                | Body::Position { .. }
                | Body::PositionsTable { .. }
                | Body::ActorProfile { .. }
                | Body::Timeline { .. }
                | Body::Analysis { .. }
        );
        let same = |other: &Block| other.id == block.id && other.body == block.body;
        if !stays && !unwritten(&block.body) && earlier.blocks.iter().any(same) {
            let message = format!("As it was in “{name}”: does it still hold?");
            found.add(CheckKind::CarriedOver, Some(block.id), &block.body.words(), message);
        }
    }
}

fn clearance(snapshot: &NoteSnapshot, found: &mut Found) {
    let Some(clearance) = &snapshot.note.clearance else { return };
    if snapshot.clearance().is_some() {
        return;
    }
    let message = format!(
        "The note has changed since {} cleared version {} on {}: its pages say DRAFT.",
        clearance.by,
        clearance.version,
        spelt(PartialDate::day(clearance.at.date_naive()))
    );
    let exactly = format!(
        "{} {:?}",
        clearance.version,
        snapshot.blocks.iter().map(|it| it.body.words()).collect::<Vec<_>>()
    );
    found.add(CheckKind::ChangedSinceClearance, None, &exactly, message);
}

pub(super) fn plain(text: &Text) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } | Inline::Link { text, .. } => text.as_str(),
            Inline::Citation { .. } | Inline::Reference { .. } | Inline::Footnote { .. } => "",
        })
        .collect()
}
