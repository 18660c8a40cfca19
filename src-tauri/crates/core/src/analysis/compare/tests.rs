//! Two states of a small note, and what is told of the way from one to the other.

use super::{Became, NoteComparison, Stands, compare};
use crate::journal::Written;
use crate::notes::block::{Body, CitationTarget, Inline};
use crate::notes::facts::FactChange;
use crate::notes::ops::{BlockEdit, NewBlock};
use crate::notes::versions::{NewVersion, VersionKind};
use crate::positions::Stance;
use crate::positions::ops::PositionFacts;
use crate::testing::{Desk, moment, note_facts};

fn paragraph(words: &str) -> Body {
    Body::Paragraph { level: 1, lead: Vec::new(), text: vec![Inline::words(words)] }
}

/// The comparison as lines a person could read.
fn told(comparison: &NoteComparison) -> Vec<String> {
    let facts = |facts: &[FactChange]| {
        let words = |word: &Option<String>| word.clone().unwrap_or_else(|| "–".to_owned());
        let fact = |it: &FactChange| format!("{} {} > {}", it.fact, words(&it.then), words(&it.now));
        facts.iter().map(fact).collect::<Vec<_>>().join("; ")
    };
    let mut lines: Vec<String> = comparison.facts.iter().map(|it| facts(std::slice::from_ref(it))).collect();
    for block in &comparison.blocks {
        let number = |number: &Option<String>| number.clone().unwrap_or_else(|| "–".to_owned());
        let text: String = block
            .texts
            .iter()
            .flatten()
            .map(|piece| match piece.stands {
                Stands::Both => piece.text.clone(),
                Stands::Then => format!("[-{}-]", piece.text),
                Stands::Now => format!("[+{}+]", piece.text),
            })
            .collect();
        lines.push(format!("{} {} > {}: {text}", block.became, number(&block.then), number(&block.now)));
    }
    for position in &comparison.positions {
        lines.push(format!("{} {}: {}", position.became, position.title, facts(&position.facts)));
    }
    for evidence in &comparison.evidence {
        lines.push(format!("{} {}", evidence.became, evidence.quote));
    }
    lines
}

#[test]
fn words_positions_and_evidence() {
    let mut desk = Desk::new();
    let kessia = desk.actor("Kessia", None);
    let border = desk.issue("Border", None);
    let source = desk.source("Record", "The border stays. The border moves.");
    let kept = desk.excerpt(source, "The border stays.");
    let position = desk.position(&[kessia], border, Stance::Opposes, "2025-04-01");
    let (note, first, second, third, version) = (desk.id(), desk.id(), desk.id(), desk.id(), desk.id());
    let block = |id, body| NewBlock { id, prompt: None, marking: None, body };
    let blocks = vec![
        block(first, paragraph("The talks will go on in Orland.")),
        block(second, Body::Position { position }),
        block(third, paragraph("They end on Friday.")),
    ];
    let stamp = desk.stamp.clone();
    let dossier = &mut desk.dossier;
    dossier.create_note(note, note_facts("After the talks"), blocks, &stamp).unwrap();
    let new = NewVersion { id: version, note, name: "To the private office".into(), kind: VersionKind::Kept };
    dossier.keep_version(new, &stamp).unwrap();

    let then = dossier.kept_snapshot(&dossier.version(version).unwrap().snapshot).unwrap();
    let at = moment("2025-04-28T12:00:00Z");
    assert_eq!(told(&compare(&then, &dossier.note_snapshot(note).unwrap(), at)), [""; 0]);

    let mut cited = vec![Inline::words("The talks may go on in Orland.")];
    cited.push(Inline::Citation { targets: vec![CitationTarget::Excerpt(kept)] });
    let body = Body::Paragraph { level: 1, lead: Vec::new(), text: cited };
    dossier.edit_block(BlockEdit { id: first, body, was: None }, Written::Apart, &stamp).unwrap();
    dossier.move_block(third, None, &stamp).unwrap();
    let held = dossier.position(position).unwrap();
    let facts = PositionFacts {
        actors: held.actors,
        issue: held.issue,
        stance: Stance::Supports,
        degree: None,
        condition: Some("the dam stays".into()),
        sequence: None,
        summary: None,
        speaker: None,
        manner: held.manner,
        as_of: held.as_of,
        review_by: None,
        confidence: held.confidence,
        supersedes: None,
        marking: None,
        evidence: Vec::new(),
    };
    dossier.edit_position(position, facts, &stamp).unwrap();
    let mut facts = note_facts("After the talks");
    facts.version = "1.1".into();
    dossier.edit_note(note, facts, &stamp).unwrap();
    let now = dossier.note_snapshot(note).unwrap();
    assert_eq!(
        told(&compare(&then, &now, at)),
        [
            "version 1.0 > 1.1",
            "moved 2 > 1: They end on Friday.",
            "changed 1 > 2: The talks [-will -][+may +]go on in Orland.[+ [“The border stays.”]+]",
            "changed Kessia: Border: stance opposes > supports; condition – > the dam stays",
            "added “The border stays.”",
        ]
    );
    let back = compare(&now, &then, at);
    assert_eq!(back.positions[0].became, Became::Changed);
    assert_eq!(back.evidence[0].became, Became::Removed);

    // What was kept stays, whatever is undone and whatever becomes of the note.
    while dossier.undo().is_ok() {}
    assert_eq!(dossier.kept_snapshot(&dossier.versions(note).unwrap()[0].snapshot).unwrap(), then);
}

#[test]
fn what_is_not_printed_is_not_told() {
    let mut desk = Desk::new();
    let (note, heading, asked) = (desk.id(), desk.id(), desk.id());
    let text = |words: &str| vec![Inline::words(words)];
    let blocks = vec![
        NewBlock {
            id: heading,
            prompt: None,
            marking: None,
            body: Body::Heading { level: 1, text: text("Timing") },
        },
        NewBlock { id: asked, prompt: Some("When?".into()), marking: None, body: paragraph("") },
    ];
    let stamp = desk.stamp.clone();
    let dossier = &mut desk.dossier;
    dossier.create_note(note, note_facts("After the talks"), blocks, &stamp).unwrap();
    let empty = dossier.note_snapshot(note).unwrap();
    let body = paragraph("They end on Friday.");
    dossier.edit_block(BlockEdit { id: asked, body, was: None }, Written::Apart, &stamp).unwrap();
    let written = dossier.note_snapshot(note).unwrap();
    let at = moment("2025-04-28T12:00:00Z");
    let check = |then, now, expect: [&str; 2]| assert_eq!(told(&compare(then, now, at)), expect);
    check(&empty, &written, ["added – > –: [+Timing+]", "added – > 1: [+They end on Friday.+]"]);
    check(&written, &empty, ["removed – > –: [-Timing-]", "removed 1 > –: [-They end on Friday.-]"]);
}

#[test]
fn what_only_looks_otherwise_is_not_told_as_other_words() {
    let mut desk = Desk::new();
    let (note, first, heading) = (desk.id(), desk.id(), desk.id());
    let stamp = desk.stamp.clone();
    let blocks =
        vec![NewBlock { id: first, prompt: None, marking: None, body: paragraph("They end on Friday.") }];
    let dossier = &mut desk.dossier;
    dossier.create_note(note, note_facts("After the talks"), blocks, &stamp).unwrap();
    let plain = dossier.note_snapshot(note).unwrap();
    let bold = |text: &str| Inline::Text { text: text.into(), bold: true, italic: false, language: None };
    let body = Body::Paragraph {
        level: 1,
        lead: Vec::new(),
        text: vec![Inline::words("They end on "), bold("Fri"), Inline::words("day.")],
    };
    dossier.edit_block(BlockEdit { id: first, body, was: None }, Written::Apart, &stamp).unwrap();
    let set = dossier.note_snapshot(note).unwrap();
    // Another kind is another block.
    let text = vec![Inline::words("They end on Friday.")];
    let new = NewBlock { id: heading, prompt: None, marking: None, body: Body::Heading { level: 1, text } };
    dossier.insert_block(note, new, Some(first), &stamp).unwrap();
    dossier.delete_block(first, &stamp).unwrap();
    let headed = dossier.note_snapshot(note).unwrap();
    let at = moment("2025-04-28T12:00:00Z");
    let check = |then, now, expect: &str| assert_eq!(told(&compare(then, now, at)), [expect]);
    check(&plain, &set, "recast 1 > 1: They end on Friday.");
    check(&set, &headed, "recast 1 > –: They end on Friday.");
}

#[test]
fn what_is_drawn_is_another_thing_and_what_was_put_in_again_has_moved() {
    let mut desk = Desk::new();
    let kessia = desk.actor("Kessia", None);
    let border = desk.issue("Border", None);
    let first = desk.position(&[kessia], border, Stance::Opposes, "2025-04-01");
    let second = desk.position(&[kessia], border, Stance::Supports, "2025-04-02");
    let (note, one, two, other) = (desk.id(), desk.id(), desk.id(), desk.id());
    let stamp = desk.stamp.clone();
    let new = |id, body| NewBlock { id, prompt: None, marking: None, body };
    let blocks = vec![new(one, paragraph("We can accept.")), new(two, Body::Position { position: first })];
    let dossier = &mut desk.dossier;
    dossier.create_note(note, note_facts("After the talks"), blocks, &stamp).unwrap();
    let then = dossier.note_snapshot(note).unwrap();
    let body = Body::Position { position: second };
    dossier.edit_block(BlockEdit { id: two, body, was: None }, Written::Apart, &stamp).unwrap();
    dossier.delete_block(one, &stamp).unwrap();
    dossier.insert_block(note, new(other, paragraph("We can accept.")), Some(two), &stamp).unwrap();
    let now = dossier.note_snapshot(note).unwrap();
    let told = told(&compare(&then, &now, moment("2025-04-28T12:00:00Z")));
    assert_eq!(
        told[..2],
        [
            "changed – > –: Kessia: Border: [-opposes, 2025-04-01-][+supports, 2025-04-02+]",
            "moved 1 > 1: We can accept.",
        ]
    );
}
