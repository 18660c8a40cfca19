//! What each way of resting on a source comes to.

use super::*;
use crate::content::ContentHash;
use crate::exports::ExportFormat;
use crate::notes::block::Inline;
use crate::notes::ops::NewBlock;
use crate::testing::{Desk, evidence, note_facts};

/// Two sources of two passages each, and a position for each way to rest on the first.
struct Office {
    desk: Desk,
    first: SourceId,
    second: SourceId,
    words: [ExcerptId; 4],
    positions: Vec<PositionId>,
    issue: IssueId,
    actor: ActorId,
}

fn office() -> Office {
    let mut desk = Desk::new();
    let actor = desk.actor("State", None);
    let issue = desk.issue("Truce", None);
    let first = desk.source("First", "One here. Two here.");
    let second = desk.source("Second", "Three here. Four here.");
    let words = [
        desk.excerpt(first, "One"),
        desk.excerpt(first, "Two"),
        desk.excerpt(second, "Three"),
        desk.excerpt(second, "Four"),
    ];
    let (support, against, context) = (Relation::Supports, Relation::Contradicts, Relation::Context);
    let rests: [&[(usize, Relation)]; 6] = [
        &[(0, context), (2, support)],
        &[(0, support), (1, support)],
        &[(0, support), (2, support)],
        &[(1, against), (3, support)],
        &[(2, support)],
        &[(1, support), (2, context)],
    ];
    let positions = rests
        .iter()
        .map(|rests| {
            desk.position_with(&[actor], issue, Stance::Supports, "2025-04-01", |facts| {
                facts.evidence = rests.iter().map(|(at, relation)| evidence(words[*at], *relation)).collect();
            })
        })
        .collect();
    Office { desk, first, second, words, positions, issue, actor }
}

/// Positions by their place in `office`, as `place effect before>after`.
#[track_caller]
fn check(office: &Office, source: SourceId, expect: &[&str]) {
    let impact = office.desk.dossier.source_impact(source).unwrap();
    let line = |position: &PositionImpact| {
        let place = office.positions.iter().position(|id| *id == position.position).unwrap();
        format!("{place} {} {}>{}", position.effect, position.before, position.after)
    };
    assert_eq!(impact.positions.iter().map(line).collect::<Vec<_>>(), expect);
    assert_eq!(impact.excerpts, 2);
}

#[test]
fn what_would_be_a_claim_comes_first() {
    let mut office = office();
    let expect = [
        "1 loses_all 2>0",
        "5 loses_all 1>0",
        "2 loses_some 2>1",
        "3 loses_objection 1>1",
        "0 loses_context 1>1",
    ];
    check(&office, office.first, &expect);
    // Without the second, the first is all there is.
    office
        .desk
        .dossier
        .withdraw_source(office.second, "Retracted".into(), &office.desk.stamp.clone())
        .unwrap();
    let expect = [
        "1 loses_all 2>0",
        "2 loses_all 1>0",
        "5 loses_all 1>0",
        "3 loses_objection 0>0",
        "0 loses_context 0>0",
    ];
    check(&office, office.first, &expect);
    let missing: SourceId = office.desk.id();
    office.desk.dossier.source_impact(missing).unwrap_err();
}

#[test]
fn notes_and_exports_by_what_they_draw_on() {
    let mut office = office();
    let stamp = office.desk.stamp.clone();
    let desk = &mut office.desk;
    let cite = |target| Body::Recommendation { text: vec![Inline::Citation { targets: vec![target] }] };
    let footnote = |target| Body::Recommendation {
        text: vec![Inline::Footnote { text: vec![Inline::Citation { targets: vec![target] }] }],
    };
    let table = |actors: &[ActorId], issues: &[IssueId]| Body::PositionsTable {
        actors: actors.to_vec(),
        issues: issues.to_vec(),
        caption: vec![],
    };
    let third = desk.source("Third", "Five here.");
    let rests_on = |source| Body::Analysis {
        of: Analysis::Source { source },
        actors: vec![],
        issues: vec![],
        caption: vec![],
    };
    let (stranger, other) = (desk.actor("Stranger", None), desk.issue("Borders", None));
    let bodies = [
        (cite(CitationTarget::Source(office.first)), true),
        (cite(CitationTarget::Source(office.second)), false),
        (footnote(CitationTarget::Excerpt(office.words[1])), true),
        (Body::Quotation { excerpt: office.words[2] }, false),
        (Body::Position { position: office.positions[0] }, true),
        (Body::Position { position: office.positions[4] }, false),
        (table(&[], &[]), true),
        (table(&[stranger], &[]), false),
        (table(&[office.actor], &[other]), false),
        (Body::ActorProfile { actor: office.actor }, true),
        (Body::Timeline { actor: None, issue: Some(other) }, false),
        (Body::Timeline { actor: None, issue: Some(office.issue) }, true),
        (rests_on(office.first), true),
        (rests_on(office.second), true),
        (rests_on(third), false),
        (Body::PageBreak, false),
    ];
    let blocks: Vec<(NewBlock, bool)> = bodies
        .into_iter()
        .map(|(body, drawn)| (NewBlock { id: desk.id(), prompt: None, marking: None, body }, drawn))
        .collect();
    let expect: Vec<BlockId> = blocks.iter().filter(|(_, drawn)| *drawn).map(|(block, _)| block.id).collect();
    let (note, silent): (NoteId, NoteId) = (desk.id(), desk.id());
    let blocks = blocks.into_iter().map(|(block, _)| block).collect();
    desk.dossier.create_note(note, note_facts("Brief"), blocks, &stamp).unwrap();
    desk.dossier.create_note(silent, note_facts("Silent"), vec![], &stamp).unwrap();
    for note in [note, silent] {
        let export = Export {
            id: desk.id(),
            note,
            at: stamp.at,
            format: ExportFormat::Pdf,
            copy: CopyKind::File,
            version: "1.0".into(),
            marking: None,
            pages: 1,
            sha256: ContentHash::of(b""),
            file_name: "brief.pdf".into(),
            snapshot: ContentHash::of(b""),
        };
        let snapshot = desk.dossier.note_snapshot(note).unwrap();
        desk.dossier.record_export(export, &snapshot, &stamp).unwrap();
    }
    let impact = desk.dossier.source_impact(office.first).unwrap();
    assert_eq!(impact.notes, [NoteImpact { note, title: "Brief".into(), blocks: expect.clone() }]);
    let exports: Vec<_> = impact.exports.iter().map(|export| (export.note, export.blocks)).collect();
    assert_eq!(exports, [(note, expect.len() as u32)]);

    // The note is changed, the file that left is not.
    desk.dossier.delete_note(note, &stamp).unwrap();
    let impact = desk.dossier.source_impact(office.first).unwrap();
    assert_eq!((impact.notes.len(), impact.exports.len()), (0, 1));
}
