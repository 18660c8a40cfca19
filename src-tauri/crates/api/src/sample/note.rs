//! The sample's note, from its markup to blocks.

use super::texts::{SampleBlock, SampleBox, SampleNote};
use super::{Keys, named, unknown};
use crate::edge::Edge;
use crate::markup;
use standpoint_core::notes::block::{CitationTarget, DefensiveLine, Text};
use standpoint_core::notes::ops::{NewBlock, NoteFacts};
use standpoint_core::notes::{Body, Paper};
use standpoint_core::{Error, Tx};

pub(super) fn write(
    tx: &mut Tx<'_>,
    edge: &Edge,
    keys: &Keys,
    note: SampleNote,
    language: &str,
) -> Result<(), Error> {
    let blocks = note
        .blocks
        .into_iter()
        .map(|block| Ok(NewBlock { id: edge.id(), prompt: None, marking: None, body: body(keys, block)? }))
        .collect::<Result<_, Error>>()?;
    let facts = NoteFacts {
        title: note.title,
        reference: note.reference,
        version: note.version,
        template: note.template,
        marking: note.marking,
        language: language.to_owned(),
        paper: Paper::A4,
        print: None,
        prepared_by: note.prepared_by,
        prepared_for: note.prepared_for,
        meeting: note.meeting,
        distribution: note.distribution,
        cutoff: note.information_cutoff,
        issued: note.issued,
        last_brief: note.last_brief,
        clearance: note.clearance,
        controls: None,
    };
    tx.create_note(edge.id(), facts, blocks)?;
    Ok(())
}

fn body(keys: &Keys, block: SampleBlock) -> Result<Body, Error> {
    let text = |markup: &str| -> Result<Text, Error> {
        let cite = |key: &str| keys.excerpts.get(key).map(|id| CitationTarget::Excerpt(*id));
        markup::parse(markup, &cite).map_err(|key| unknown(&key))
    };
    let texts = |items: &[String]| items.iter().map(|item| text(item)).collect::<Result<Vec<_>, _>>();
    Ok(match block {
        SampleBlock::BottomLine { statement, judgement } => {
            Body::BottomLine { statement: text(&statement)?, judgement: text(&judgement)? }
        }
        SampleBlock::Heading { level, text: words } => Body::Heading { level, text: text(&words)? },
        SampleBlock::Paragraph { level, lead, text: words } => {
            Body::Paragraph { level, lead: text(&lead.unwrap_or_default())?, text: text(&words)? }
        }
        SampleBlock::Bullets { items } => Body::Bullets { items: texts(&items)? },
        SampleBlock::Quotation { excerpt } => Body::Quotation { excerpt: named(&keys.excerpts, &excerpt)? },
        SampleBlock::Position { position } => Body::Position { position: named(&keys.positions, &position)? },
        SampleBlock::PositionsTable { issues, actors, caption } => Body::PositionsTable {
            actors: actors.iter().map(|key| named(&keys.actors, key)).collect::<Result<_, _>>()?,
            issues: issues.iter().map(|key| named(&keys.issues, key)).collect::<Result<_, _>>()?,
            caption: text(&caption)?,
        },
        SampleBlock::Box { r#box: SampleBox::LinesToTake, items } => {
            Body::LinesToTake { items: texts(&items)? }
        }
        SampleBlock::Box { r#box: SampleBox::PressLine, items } => Body::PressLine { items: texts(&items)? },
        SampleBlock::DefensiveLines { pairs } => Body::DefensiveLines {
            pairs: pairs
                .iter()
                .map(|pair| {
                    Ok(DefensiveLine { question: text(&pair.question)?, answer: text(&pair.answer)? })
                })
                .collect::<Result<_, Error>>()?,
        },
        SampleBlock::Change { from, to, label } => Body::Change {
            from: named(&keys.positions, &from)?,
            to: named(&keys.positions, &to)?,
            label: text(&label)?,
        },
        SampleBlock::Timeline { actor, issue } => Body::Timeline {
            actor: actor.map(|key| named(&keys.actors, &key)).transpose()?,
            issue: issue.map(|key| named(&keys.issues, &key)).transpose()?,
        },
    })
}
