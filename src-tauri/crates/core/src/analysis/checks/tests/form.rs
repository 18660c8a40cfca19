//! What is seen before reading, and what differs from what was.

use super::{AT, Writer, around, kinds_of, paragraph, text};
use crate::analysis::checks::{Around, checks};
use crate::ids::BlockId;
use crate::markings::MarkingScheme;
use crate::notes::NoteSnapshot;
use crate::notes::block::{Block, Body, CitationTarget, Inline};
use crate::testing::moment;
use uuid::Uuid;

#[track_caller]
fn check_form(change: impl FnOnce(&mut NoteSnapshot), expect: &[&str]) {
    let mut writer = Writer::new();
    writer.bodies = vec![paragraph("The talks go on."), paragraph("They end on Friday.")];
    let mut snapshot = writer.snapshot();
    change(&mut snapshot);
    assert_eq!(kinds_of(&checks(&snapshot, &around(), &[])), expect);
}

fn block(snapshot: &NoteSnapshot, body: Body) -> Block {
    let place = crate::order::OrderKey::between(snapshot.blocks.last().map(|block| &block.place), None);
    Block {
        id: BlockId(Uuid::from_u128(1000 + snapshot.blocks.len() as u128)),
        note: snapshot.note.id,
        place,
        prompt: None,
        marking: None,
        body,
    }
}

#[test]
fn form() {
    check_form(|_| {}, &[]);
    check_form(|snapshot| snapshot.note.marking = None, &["marking_missing"]);
    check_form(|snapshot| snapshot.blocks[0].marking = Some("SECRET".into()), &["marking_low"]);
    check_form(|snapshot| snapshot.blocks[0].marking = Some("OFFICIAL".into()), &[]);
    check_form(|snapshot| snapshot.note.marking = Some("COSMIC".into()), &["marking_unknown"]);
    check_form(|snapshot| snapshot.dossier.marking_scheme = MarkingScheme::Tlp, &["marking_unknown"]);
    let picture = |words: &str| Body::Picture {
        content: crate::content::ContentHash::of(b"picture"),
        alternative: words.into(),
        caption: Vec::new(),
    };
    for (words, expect) in [
        ("", &["alternative"][..]),
        ("IMG_2041.PNG", &["alternative"]),
        ("Map 2", &["alternative"]),
        ("A map of the river with its two dams", &[]),
    ] {
        check_form(|snapshot| snapshot.blocks.push(block(snapshot, picture(words))), expect);
    }
    let heading = |level: u8| Body::Heading { level, text: text("Next") };
    check_form(|snapshot| snapshot.blocks.push(block(snapshot, heading(1))), &["empty_section"]);
    check_form(|snapshot| snapshot.blocks.insert(0, block(snapshot, heading(1))), &[]);
    let bottom_line = |words: &str| Body::BottomLine { statement: text(words), judgement: Vec::new() };
    check_form(|snapshot| snapshot.blocks.push(block(snapshot, bottom_line(" "))), &["empty_section"]);
    check_form(|snapshot| snapshot.blocks.push(block(snapshot, bottom_line("They agree."))), &[]);
    check_form(
        |snapshot| {
            for body in [heading(1), paragraph("")] {
                snapshot.blocks.push(block(snapshot, body));
            }
        },
        &["empty_section"],
    );
    let gone = Body::Paragraph {
        level: 0,
        lead: Vec::new(),
        text: vec![Inline::Reference { block: BlockId(Uuid::from_u128(901)) }],
    };
    check_form(|snapshot| snapshot.blocks.push(block(snapshot, gone)), &["orphan"]);
    let cites = |target| Body::Bullets { items: vec![vec![Inline::Citation { targets: vec![target] }]] };
    let nowhere = Uuid::from_u128(902);
    for target in [
        CitationTarget::Excerpt(nowhere.into()),
        CitationTarget::Position(nowhere.into()),
        CitationTarget::Source(nowhere.into()),
    ] {
        check_form(|snapshot| snapshot.blocks.push(block(snapshot, cites(target))), &["orphan"]);
    }
}

#[test]
fn against_what_was() {
    let mut writer = Writer::new();
    writer.bodies = vec![paragraph("The talks go on."), paragraph("They end on Friday.")];
    let then = writer.snapshot();
    let messages = |now: &NoteSnapshot, around: &Around<'_>| -> Vec<String> {
        checks(now, around, &[]).into_iter().map(|check| check.message).collect()
    };
    let mut now = then.clone();
    now.blocks.insert(0, block(&then, paragraph("First of all.")));
    assert_eq!(
        messages(&now, &Around { last: Some(("1.0", &then)), ..around() }),
        ["Paragraph 2 was 1 in version 1.0; one more has another number, too."]
    );
    assert_eq!(messages(&then, &Around { last: Some(("1.0", &then)), ..around() }), [""; 0]);

    let carried = Around { carried: Some(("March", &then)), ..around() };
    assert_eq!(messages(&then, &carried), ["As it was in “March”: does it still hold?"; 2]);
    now.blocks[1].body = paragraph("The talks go on and on.");
    assert_eq!(messages(&now, &carried), ["As it was in “March”: does it still hold?"]);

    let words = crate::content::ContentHash::of(b"other words");
    let cleared = |words| crate::notes::Clearance {
        by: "Head of Unit".into(),
        at: moment(AT),
        version: "1.0".into(),
        words,
    };
    now.note.clearance = Some(cleared(None));
    assert_eq!(messages(&now, &around()), [""; 0], "which words were cleared is not known");
    now.note.clearance = Some(cleared(Some(words)));
    assert_eq!(
        messages(&now, &around()),
        [
            "The note has changed since Head of Unit cleared version 1.0 on 28 April 2025: its pages say DRAFT."
        ]
    );
    now.note.version = "1.1".into();
    assert_eq!(messages(&now, &around()), [""; 0], "it is a draft again");

    let long = Around { pages: Some((7, 5)), ..around() };
    assert_eq!(messages(&then, &long), ["The note has 7 pages without its annexes; its template allows 5."]);
    assert_eq!(messages(&then, &Around { pages: Some((5, 5)), ..around() }), [""; 0]);
}
