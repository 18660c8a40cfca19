//! The sample dossier, built from bundled texts as a user would have built it: sources, passages, positions, a note.

mod note;
mod texts;

use crate::edge::Edge;
use crate::error::{Code, WireError};
use crate::import;
use crate::session::Session;
use standpoint_core::actors::ops::ActorFacts;
use standpoint_core::dossier::DossierHead;
use standpoint_core::excerpts::Excerpt;
use standpoint_core::excerpts::ops::{ExcerptFacts, NewExcerpt};
use standpoint_core::ids::{ActorId, DossierId, ExcerptId, IssueId, PositionId, SourceId};
use standpoint_core::issues::ops::IssueFacts;
use standpoint_core::notes::Paper;
use standpoint_core::positions::Evidence;
use standpoint_core::positions::ops::PositionFacts;
use standpoint_core::sources::NewSource;
use standpoint_core::{Dossier, Error, Op, Tx};
use std::collections::BTreeMap;
use std::path::Path;
use texts::{Sample, SamplePosition};

/// Builds the sample in a new file at `path`. A failure leaves no file.
pub(crate) fn build(session: &Session, path: &Path) -> Result<Dossier, WireError> {
    let sample: Sample = serde_json::from_str(texts::DOSSIER).map_err(flawed)?;
    let mut stamp = session.stamp();
    // All of it was known to the note that is in it: recorded later, all of it would be new since that brief.
    stamp.at = sample.note.information_cutoff.unwrap_or(stamp.at);
    let head = DossierHead {
        id: session.edge().id::<DossierId>(),
        title: sample.title.clone(),
        language: sample.language.clone(),
        marking_scheme: sample.scheme().map_err(flawed)?,
        marking: Some(sample.marking.clone()),
        unit: sample.note.prepared_by.clone(),
        paper: Paper::A4,
        created_at: stamp.at,
    };
    let mut dossier = Dossier::create(path, &head, &stamp)?;
    let filled = dossier.transact(Op::BuildSample, &stamp, |tx| {
        let mut building = Building { edge: session.edge(), texts: BTreeMap::new(), keys: Keys::default() };
        building.sources(tx, &sample)?;
        building.index(tx, &sample)?;
        building.excerpts(tx, &sample)?;
        for position in &sample.positions {
            building.position(tx, position)?;
        }
        note::write(tx, session.edge(), &building.keys, sample.note, &head.language)?;
        tx.about(head.title.clone());
        Ok(())
    });
    if let Err(error) = filled {
        drop(dossier);
        // The file is ours, made a moment ago: a half-built sample helps nobody.
        let _ = std::fs::remove_file(path);
        return Err(error.into());
    }
    Ok(dossier)
}

/// The ids given to the texts' keys.
#[derive(Default)]
struct Keys {
    sources: BTreeMap<String, SourceId>,
    actors: BTreeMap<String, ActorId>,
    issues: BTreeMap<String, IssueId>,
    excerpts: BTreeMap<String, ExcerptId>,
    positions: BTreeMap<String, PositionId>,
}

struct Building<'a> {
    edge: &'a Edge,
    texts: BTreeMap<SourceId, String>,
    keys: Keys,
}

impl Building<'_> {
    fn sources(&mut self, tx: &mut Tx<'_>, sample: &Sample) -> Result<(), Error> {
        for source in &sample.sources {
            let text = texts::SOURCES.iter().find(|(file, _)| *file == source.file).map(|(_, text)| *text);
            let text = text.ok_or_else(|| unknown(&source.file))?;
            let read = import::plain_text(&source.file, text.as_bytes())
                .map_err(|refusal| Error::rule(refusal.message()))?;
            let id = self.edge.id();
            self.texts.insert(id, read.text.clone());
            self.keys.sources.insert(source.key.clone(), id);
            let new = NewSource {
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                authors: source.authors.clone(),
                published: source.published,
                accessed: source.accessed,
                url: source.url.clone(),
                kind: source.kind,
                language: source.language.clone(),
                reliability: source.reliability,
                marking: source.marking.clone(),
                file_name: source.file.rsplit('/').next().map(ToOwned::to_owned),
                guessed: Vec::new(),
                ..read
            };
            tx.import_source(id, new)?;
        }
        Ok(())
    }

    fn index(&mut self, tx: &mut Tx<'_>, sample: &Sample) -> Result<(), Error> {
        for actor in &sample.actors {
            let id = self.edge.id();
            self.keys.actors.insert(actor.key.clone(), id);
            let role = actor.role.as_ref();
            let facts = ActorFacts {
                name: actor.name.clone(),
                short_name: actor.short_name.clone(),
                kind: actor.kind,
                parent: actor.parent.as_deref().map(|key| named(&self.keys.actors, key)).transpose()?,
                aliases: actor.aliases.clone(),
                role: role.map(|role| role.title.clone()),
                role_from: role.and_then(|role| role.from),
                role_to: role.and_then(|role| role.to),
                pronunciation: actor.pronunciation.clone(),
            };
            tx.create_actor(id, facts)?;
        }
        for issue in &sample.issues {
            let id = self.edge.id();
            self.keys.issues.insert(issue.key.clone(), id);
            let facts = IssueFacts {
                title: issue.title.clone(),
                question: issue.question.clone(),
                parent: None,
                half_life_days: issue.half_life_days,
            };
            tx.create_issue(id, facts)?;
        }
        Ok(())
    }

    fn excerpts(&mut self, tx: &mut Tx<'_>, sample: &Sample) -> Result<(), Error> {
        for excerpt in &sample.excerpts {
            let source = named(&self.keys.sources, &excerpt.source)?;
            let text = self.texts.get(&source).ok_or_else(|| unknown(&excerpt.source))?;
            let at = text.find(&excerpt.quote).ok_or_else(|| unknown(&excerpt.key))?;
            let start = text[..at].chars().count() as u32;
            let end = start + excerpt.quote.chars().count() as u32;
            let id = self.edge.id();
            self.keys.excerpts.insert(excerpt.key.clone(), id);
            let kept: Excerpt = tx.keep_excerpt(&NewExcerpt { id, source, start, end })?;
            let facts = ExcerptFacts {
                memo: excerpt.memo.clone(),
                translation: None,
                credibility: excerpt.credibility,
                verification: excerpt.verification,
                marking: kept.marking,
            };
            tx.edit_excerpt(id, facts)?;
        }
        Ok(())
    }

    fn position(&mut self, tx: &mut Tx<'_>, position: &SamplePosition) -> Result<(), Error> {
        let keys = &self.keys;
        let actor = |key: &String| named(&keys.actors, key);
        let facts = PositionFacts {
            actors: position.actors.iter().map(actor).collect::<Result<_, _>>()?,
            issue: named(&keys.issues, &position.issue)?,
            stance: position.stance,
            degree: position.degree.clone(),
            condition: position.condition.clone(),
            sequence: position.sequence.clone(),
            summary: position.summary.clone(),
            speaker: position.speaker.as_ref().map(actor).transpose()?,
            manner: position.manner,
            as_of: position.as_of,
            review_by: position.review_by,
            confidence: position.confidence,
            supersedes: position.supersedes.as_deref().map(|key| named(&keys.positions, key)).transpose()?,
            marking: None,
            evidence: position
                .evidence
                .iter()
                .map(|evidence| {
                    let excerpt = named(&keys.excerpts, &evidence.excerpt)?;
                    Ok(Evidence { excerpt, relation: evidence.relation })
                })
                .collect::<Result<_, Error>>()?,
        };
        let id = self.edge.id();
        tx.record_position(id, facts)?;
        self.keys.positions.insert(position.key.clone(), id);
        Ok(())
    }
}

fn named<T: Copy>(keys: &BTreeMap<String, T>, key: &str) -> Result<T, Error> {
    keys.get(key).copied().ok_or_else(|| unknown(key))
}

fn unknown(key: &str) -> Error {
    Error::rule(format!("The sample’s texts name “{key}”, which is not among them."))
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
fn flawed(error: serde_json::Error) -> WireError {
    WireError::new(
        Code::Unexpected,
        format!("The sample’s texts cannot be read: {error}. No file was made."),
        "",
    )
}
