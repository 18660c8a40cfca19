//! The three copies: what the file copy carries opens again as the same note; nothing withheld is anywhere in a
//! release copy; a distribution copy carries nothing.

use super::Written;
use super::written::{analyses, text};
use crate::fonts::Fonts;
use crate::record::{self, NotReopened};
use crate::resolve::resolve;
use crate::{BriefError, Edition, compose};
use proptest::prelude::*;
use standpoint_core::actors::ActorKind;
use standpoint_core::exports::CopyKind;
use standpoint_core::ids::{ActorId, ExcerptId, IssueId, PositionId, SourceId};
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::Pictures;
use standpoint_core::notes::block::{Body, CitationTarget, Inline};
use standpoint_core::positions::{Evidence, Relation, Stance};

/// A label of the British scheme by its rank, or none.
type Label = Option<usize>;

fn label(rank: Label) -> Option<String> {
    rank.map(|rank| MarkingScheme::Uk.labels()[rank].to_owned())
}

fn ranks() -> impl Strategy<Value = Label> {
    prop::option::weighted(0.7, 0usize..4)
}

/// How the things of a note are marked: note, and by threes source, excerpt and position, and the blocks.
#[derive(Debug, Clone)]
struct Marked {
    note: usize,
    dossier: Label,
    drawn: Vec<(Label, Label, Label)>,
    blocks: Vec<(u8, Label)>,
}

fn marked() -> impl Strategy<Value = Marked> {
    let drawn = prop::collection::vec((ranks(), ranks(), ranks()), 1..5);
    let blocks = prop::collection::vec((0u8..18, ranks()), 1..9);
    (0usize..4, ranks(), drawn, blocks).prop_map(|(note, dossier, drawn, blocks)| Marked {
        note,
        dossier,
        drawn,
        blocks,
    })
}

/// The note; every word of its own that must not be seen is one token, listed with the thing it belongs to.
struct Tokens {
    note: Written,
    sources: Vec<String>,
    excerpts: Vec<String>,
    positions: Vec<String>,
    blocks: Vec<String>,
}

fn written(marked: &Marked) -> Tokens {
    let mut note = Written::new();
    note.snapshot.note.marking = label(Some(marked.note));
    note.snapshot.dossier.marking = label(marked.dossier);
    let mut tokens = Tokens {
        note: Written::new(),
        sources: Vec::new(),
        excerpts: Vec::new(),
        positions: Vec::new(),
        blocks: Vec::new(),
    };
    let mut drawn = Vec::new();
    let issue = note.issue("The river");
    let state = note.actor("Country", ActorKind::State, None);
    for (at, (source_rank, excerpt_rank, position_rank)) in marked.drawn.iter().enumerate() {
        let token = |kind: &str| format!("{kind}{at}zq");
        let source = note.source(&token("source"));
        let of_source = note.snapshot.sources.last_mut().unwrap();
        of_source.marking = label(*source_rank);
        of_source.url = Some(format!("https://example.org/{}", token("source")));
        of_source.publisher = Some(token("source"));
        let excerpt = note.excerpt(source, &token("excerpt"));
        let of_excerpt = note.snapshot.excerpts.last_mut().unwrap();
        of_excerpt.marking = label(*excerpt_rank);
        of_excerpt.translation = Some(token("excerpt"));
        let actor = note.actor(&format!("Ministry {at}"), ActorKind::GovernmentBody, Some(state));
        let stance = if at % 2 == 0 { Stance::Opposes } else { Stance::Supports };
        let position = note.position(&[actor], issue, stance, "2025-04-21", &[excerpt]);
        note.last_position().review_by = (at % 3 == 0).then(|| "2025-04".parse().unwrap());
        let also = Evidence { excerpt, relation: Relation::Contradicts };
        note.last_position().evidence.extend((at % 3 == 1).then_some(also));
        note.last_position().marking = label(*position_rank);
        note.last_position().summary = Some(token("position"));
        note.last_position().condition = Some(token("position"));
        drawn.push(Drawn { source, excerpt, position, actor, issue });
        tokens.sources.push(token("source"));
        tokens.excerpts.push(token("excerpt"));
        tokens.positions.push(token("position"));
    }
    for (at, (kind, rank)) in marked.blocks.iter().enumerate() {
        let token = format!("block{at}zq");
        let body = body(*kind, &token, drawn[at % drawn.len()]);
        note.block(body);
        note.snapshot.blocks.last_mut().unwrap().marking = label(*rank);
        tokens.blocks.push(token);
    }
    Tokens { note, ..tokens }
}

/// What a block can draw on.
#[derive(Clone, Copy)]
struct Drawn {
    source: SourceId,
    excerpt: ExcerptId,
    position: PositionId,
    actor: ActorId,
    issue: IssueId,
}

fn body(kind: u8, token: &str, drawn: Drawn) -> Body {
    let Drawn { source, excerpt, position, actor, issue } = drawn;
    let one_only = token.contains('2');
    let mut words = text(token);
    words.push(Inline::Citation { targets: vec![CitationTarget::Excerpt(excerpt)] });
    let noted = vec![
        Inline::words("Said."),
        Inline::Footnote { text: text(token) },
        Inline::Citation { targets: vec![CitationTarget::Position(position)] },
    ];
    match kind {
        0 => Body::Heading { level: 1, text: text(token) },
        1 => Body::Bullets { items: vec![words.clone(), words] },
        2 => Body::Quotation { excerpt },
        3 => Body::Position { position },
        4 => Body::PositionsTable { actors: Vec::new(), issues: Vec::new(), caption: text(token) },
        5 => Body::ActorProfile { actor },
        6 => Body::Timeline { actor: Some(actor), issue: Some(issue) },
        7 => Body::LinesToTake { items: vec![words] },
        8 => Body::BottomLine { statement: words, judgement: text(token) },
        9 => Body::Recommendation { text: words },
        10 => Body::Paragraph { level: 1, lead: text(token), text: noted },
        11..17 => Body::Analysis {
            of: analyses(source)[usize::from(kind) - 11],
            actors: if one_only { vec![actor] } else { Vec::new() },
            issues: if one_only { vec![issue] } else { Vec::new() },
            caption: text(token),
        },
        _ => Body::Paragraph { level: 1, lead: Vec::new(), text: words },
    }
}

/// Everything in a file that a reader, a search or a tool could find: the words on its pages and all its streams.
fn everything(pdf: &[u8], pages: &crate::page::Pages) -> Vec<u8> {
    let mut found = pages.dump().into_bytes();
    let mut document = lopdf::Document::load_mem(pdf).unwrap();
    document.decompress();
    let mut plain = Vec::new();
    document.save_to(&mut plain).unwrap();
    found.extend(plain);
    found
}

fn holds(file: &[u8], token: &str) -> bool {
    let utf16: Vec<u8> = token.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let hex = utf16.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02X}"));
    let within = |part: &[u8]| file.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part));
    within(token.as_bytes()) || within(&utf16) || within(hex.as_bytes())
}

fn release(note: &Written, ceiling: &str) -> Result<crate::Composed, BriefError> {
    let edition = Edition { copy: CopyKind::Release, ceiling: Some(ceiling.to_owned()), ..note.edition() };
    compose(&note.snapshot, &Pictures::new(), &edition, &Fonts::bundled())
}

/// Whether a thing is above the ceiling, told as plainly as can be, apart from the way it is taken out.
fn above(ceiling: usize, own: Label, fallback: Label) -> bool {
    own.or(fallback).is_none_or(|rank| rank > ceiling)
}

fn cases(usual: u32) -> ProptestConfig {
    let cases = std::env::var("COPIES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn nothing_withheld_is_in_a_release_copy(marked in marked(), ceiling in 0usize..3) {
        let Tokens { note, sources, excerpts, positions, blocks } = written(&marked);
        let composed = match release(&note, MarkingScheme::Uk.labels()[ceiling]) {
            Ok(composed) => composed,
            // Something has no label and nothing to fall back on.
            Err(BriefError::Undecided(_)) => {
                prop_assert!(marked.dossier.is_none());
                return Ok(());
            }
            Err(error) => panic!("{error}"),
        };
        let file = everything(&composed.pdf().unwrap(), &composed.pages);
        for (at, (source, excerpt, position)) in marked.drawn.iter().enumerate() {
            let source = source.or(marked.dossier);
            prop_assert!(!above(ceiling, source, None) || !holds(&file, &sources[at]), "{}", sources[at]);
            let hidden = above(ceiling, *excerpt, source);
            prop_assert!(!hidden || !holds(&file, &excerpts[at]), "{}", excerpts[at]);
            let hidden = above(ceiling, *position, excerpt.or(source).max(marked.dossier));
            prop_assert!(!hidden || !holds(&file, &positions[at]), "{}", positions[at]);
        }
        for ((_, own), token) in marked.blocks.iter().zip(&blocks) {
            prop_assert!(!above(ceiling, *own, Some(marked.note)) || !holds(&file, token), "{token}");
        }
    }

    #[test]
    fn a_file_copy_opens_as_the_same_note(marked in marked()) {
        let note = written(&marked).note;
        let edition = Edition { copy: CopyKind::File, ..note.edition() };
        let composed = compose(&note.snapshot, &Pictures::new(), &edition, &Fonts::bundled()).unwrap();
        let record = record::open(&composed.pdf().unwrap()).unwrap();
        prop_assert_eq!(&record.snapshot.blocks, &note.snapshot.blocks);
        prop_assert_eq!(&record.snapshot.note, &note.snapshot.note);
        // What was left out is nothing that the note says.
        let mut again = resolve(&record.snapshot, &Pictures::new(), &edition);
        again.warnings.clear();
        let mut first = composed.document.clone();
        first.warnings.clear();
        // Only the file says what it carries.
        prop_assert!(first.colophon.take().is_some());
        prop_assert_eq!(again, first);
    }
}

#[test]
fn what_is_no_longer_what_was_written_is_not_opened() {
    let mut note = Written::new();
    note.paragraph(1, "A word.");
    let pdf = |copy| {
        let edition = Edition { copy, ..note.edition() };
        compose(&note.snapshot, &Pictures::new(), &edition, &Fonts::bundled()).unwrap().pdf().unwrap()
    };
    let file = pdf(CopyKind::File);
    let mut changed = file.clone();
    changed[file.len() / 2] ^= 1;
    let again = {
        let mut document = lopdf::Document::load_mem(&file).unwrap();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    };
    let check = |file: &[u8], expect: Option<NotReopened>| assert_eq!(record::open(file).err(), expect);
    check(&file, None);
    check(&changed, Some(NotReopened::Changed));
    check(&again, Some(NotReopened::Changed));
    check(&file[..file.len() / 2], Some(NotReopened::Changed));
    check(&pdf(CopyKind::Distribution), Some(NotReopened::NoRecord));
    check(b"", Some(NotReopened::NoRecord));
    check(b"PK\x03\x04", Some(NotReopened::NoRecord));
}

#[test]
fn a_note_without_a_label_to_fall_back_on_is_not_released() {
    let mut note = Written::new();
    note.snapshot.note.marking = None;
    note.paragraph(1, "A word.");
    let refused = release(&note, "OFFICIAL").unwrap_err().to_string();
    assert_eq!(
        refused,
        "No release copy can be made: the marking of the block “A word.” cannot be decided, because it has no \
         marking, and the note has none to fall back on."
    );
    note.snapshot.note.marking = Some("OFFICIAL".into());
    assert_eq!(release(&note, "OFFICIAL").unwrap().marking(), Some("OFFICIAL"));
    assert!(release(&note, "COSMIC").unwrap_err().to_string().contains("“COSMIC” is not a label"));
}

#[test]
fn what_nobody_has_written_leaves_no_gap_in_a_release_copy() {
    let mut note = Written::new();
    let mut add = |body, marking: Option<&str>, prompt: Option<&str>| {
        note.block(body);
        let block = note.snapshot.blocks.last_mut().unwrap();
        (block.marking, block.prompt) = (marking.map(Into::into), prompt.map(Into::into));
    };
    let heading = |words| Body::Heading { level: 1, text: text(words) };
    let paragraph = |words| Body::Paragraph { level: 1, lead: Vec::new(), text: text(words) };
    let (open, secret) = (Some("OFFICIAL"), Some("SECRET"));
    add(heading("One"), open, None);
    add(paragraph("The first."), open, None);
    // Nobody knows how high it is marked, and nothing of it is printed.
    add(paragraph(" "), Some("COSMIC"), None);
    add(heading("hiddenzq"), None, None);
    add(paragraph(""), secret, Some("askedzq"));
    add(heading("Three"), open, None);
    add(paragraph("secretzq"), secret, Some("askedzq"));
    add(paragraph(""), secret, Some("askedzq"));
    let composed = release(&note, "OFFICIAL").unwrap();
    let file = everything(&composed.pdf().unwrap(), &composed.pages);
    for token in ["hiddenzq", "askedzq", "secretzq"] {
        assert!(!holds(&file, token), "{token}");
    }
    let contents: Vec<String> =
        composed.document.blocks.iter().map(|block| format!("{:?}", block.content)).collect();
    assert_eq!(contents.len(), 4, "{contents:#?}");
    assert!(contents[2].contains("Three"), "what is withheld stands under it");
    assert!(contents[3].contains("[withheld]"));
    assert_eq!(composed.marking(), Some("OFFICIAL"));
}
