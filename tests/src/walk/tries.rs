//! What each operation is tried on.

use super::actors::actor_facts;
use super::blocks::{self, body};
use super::{Attempt, Walk, actors, lists, reopening, versions};
use standpoint_core::content::ContentHash;
use standpoint_core::excerpts::Verification;
use standpoint_core::excerpts::ops::{ExcerptFacts, NewExcerpt};
use standpoint_core::exports::{CopyKind, Export, ExportFormat};
use standpoint_core::ids::{ActorId, ExcerptId, IssueId, NoteId, PositionId, SourceId};
use standpoint_core::issues::ops::IssueFacts;
use standpoint_core::notes::ops::{NewBlock, NoteFacts};
use standpoint_core::notes::{Note, Paper, Print};
use standpoint_core::positions::ops::{NewActor, NewIssue, NewPosition, PositionFacts};
use standpoint_core::positions::queries::PositionFilter;
use standpoint_core::positions::{Confidence, Evidence, Manner, Relation, Stance};
use standpoint_core::sources::ops::SourceFacts;
use standpoint_core::sources::{NewSource, Reliability, SourceKind, SourceState, Structure};
use standpoint_core::{Changes, Op, Result, Stamp};

/// Tries one thing on whatever of its kind there is.
pub(super) fn attempt(walk: &mut Walk, attempt: &Attempt, stamp: &Stamp) -> Result<Changes> {
    let there = There::of(walk)?;
    let tried = match attempt.op {
        Op::EditDossier => {
            let mut head = walk.dossier().head()?;
            head.title.clone_from(&attempt.words);
            Some(walk.dossier().edit_head(&head, stamp)?.changes)
        }
        Op::ImportSource
        | Op::EditSource
        | Op::ReadSource
        | Op::WithdrawSource
        | Op::ReinstateSource
        | Op::SupersedeSource
        | Op::RecogniseSource
        | Op::DeleteSource
        | Op::CompleteSource => on_sources(walk, attempt, &there, stamp)?,
        Op::KeepExcerpt | Op::EditExcerpt | Op::PlaceExcerpt | Op::DeleteExcerpt => {
            on_excerpts(walk, attempt, &there, stamp)?
        }
        Op::CreateActor
        | Op::EditActor
        | Op::MoveActor
        | Op::MergeActors
        | Op::SplitActor
        | Op::DeleteActor => actors::on_actors(walk, attempt, &there, stamp)?,
        Op::TakeBack => actors::take_back(walk, attempt, stamp)?,
        Op::ImportActors => Some(lists::import_actors(walk, attempt, &there.actors, stamp)?),
        Op::SaveSearch | Op::DropSearch => lists::on_searches(walk, attempt, stamp)?,
        Op::CreateIssue | Op::EditIssue | Op::MoveIssue | Op::DeleteIssue => {
            on_issues(walk, attempt, &there, stamp)?
        }
        Op::RecordPosition
        | Op::EditPosition
        | Op::AddEvidence
        | Op::WithdrawPosition
        | Op::DeletePosition => on_positions(walk, attempt, &there, stamp)?,
        Op::DismissSuggestion | Op::DismissName => lists::dismiss(walk, attempt, &there.sources, stamp)?,
        Op::CreateNote
        | Op::EditNote
        | Op::DeleteNote
        | Op::ExportNote
        | Op::ReopenNote
        | Op::WaiveCheck
        | Op::AddComment
        | Op::EditComment
        | Op::SettleComment
        | Op::DeleteComment
        | Op::RaiseCheck
        | Op::KeepVersion
        | Op::RestoreVersion
        | Op::ClearNote
        | Op::WithdrawClearance
        | Op::SaveTemplate
        | Op::BringInTemplate
        | Op::DeleteTemplate => on_notes(walk, attempt, &there, stamp)?,
        Op::EditBlock
        | Op::InsertBlock
        | Op::MoveBlock
        | Op::MarkBlock
        | Op::DeleteBlock
        | Op::ReviseNote
        | Op::ReplaceWords
        | Op::AcceptChange => blocks::attempt(walk, attempt, &there, stamp)?,
        Op::BeginDossier | Op::BuildSample => None, // Before the walk, never undone.
    };
    Ok(tried.unwrap_or_default())
}

/// What there is to try things on.
pub(super) struct There {
    pub(super) sources: Vec<SourceId>,
    withdrawn: Vec<SourceId>,
    in_passages: Vec<SourceId>,
    pub(super) excerpts: Vec<ExcerptId>,
    pub(super) actors: Vec<ActorId>,
    issues: Vec<IssueId>,
    pub(super) positions: Vec<PositionId>,
    pub(super) notes: Vec<NoteId>,
}

impl There {
    fn of(walk: &mut Walk) -> Result<Self> {
        let dossier = walk.dossier();
        let sources = dossier.sources()?;
        let withdrawn = sources.iter().filter(|row| row.source.state != SourceState::Active);
        let mut in_passages = Vec::new();
        for row in &sources {
            if dossier.source_in_passages(&row.source)? {
                in_passages.push(row.source.id);
            }
        }
        Ok(Self {
            in_passages,
            withdrawn: withdrawn.map(|row| row.source.id).collect(),
            sources: sources.iter().map(|row| row.source.id).collect(),
            excerpts: dossier.excerpts(None)?.into_iter().map(|row| row.excerpt.id).collect(),
            actors: dossier.actors()?.into_iter().map(|row| row.actor.id).collect(),
            issues: dossier.issues()?.into_iter().map(|row| row.issue.id).collect(),
            positions: dossier
                .positions(&PositionFilter::default())?
                .into_iter()
                .map(|position| position.id)
                .collect(),
            notes: dossier.notes()?.into_iter().map(|note| note.id).collect(),
        })
    }
}

/// One of the list, or none if it is empty.
pub(super) fn pick<T: Copy>(list: &[T], at: u32) -> Option<T> {
    list.get(at as usize % list.len().max(1)).copied()
}

/// One of the list as often as none.
pub(super) fn maybe<T: Copy>(list: &[T], at: u32) -> Option<T> {
    if at.is_multiple_of(2) { pick(list, at / 2) } else { None }
}

fn on_sources(walk: &mut Walk, attempt: &Attempt, there: &There, stamp: &Stamp) -> Result<Option<Changes>> {
    let [which, how, ..] = attempt.picks;
    if attempt.op == Op::ImportSource {
        let id = walk.id();
        return Ok(Some(walk.dossier().import_source(id, new_source(attempt), stamp)?.changes));
    }
    let of_interest = match attempt.op {
        Op::ReinstateSource => &there.withdrawn,
        Op::CompleteSource => &there.in_passages,
        _ => &there.sources,
    };
    let Some(id) = pick(of_interest, which) else { return Ok(None) };
    if attempt.op == Op::CompleteSource {
        return reopening::complete(walk, id, stamp).map(Some);
    }
    if attempt.op == Op::RecogniseSource {
        return reopening::recognise(walk, attempt, id, stamp);
    }
    let dossier = walk.dossier();
    Ok(Some(match attempt.op {
        Op::EditSource => {
            let source = dossier.source(id)?;
            let facts = SourceFacts {
                title: attempt.words.clone(),
                publisher: Some(format!("Publisher {how}")),
                authors: vec![attempt.words.clone()],
                published: source.published,
                accessed: Some(stamp.at),
                url: source.url,
                kind: SourceKind::Speech,
                language: None,
                reliability: maybe(Reliability::ALL, how),
                marking: None,
                translation_of: maybe(&there.sources, how),
            };
            dossier.edit_source(id, facts, stamp)?.changes
        }
        Op::ReadSource => dossier.mark_source_read(id, stamp)?.changes,
        Op::SupersedeSource => {
            let newer = there.sources[how as usize % there.sources.len()];
            dossier.supersede_source(id, newer, stamp)?.changes
        }
        Op::WithdrawSource => dossier.withdraw_source(id, attempt.words.clone(), stamp)?.changes,
        Op::ReinstateSource => dossier.reinstate_source(id, stamp)?.changes,
        _ => dossier.delete_source(id, stamp)?.changes,
    }))
}

pub(super) fn new_source(attempt: &Attempt) -> NewSource {
    let text =
        format!("The delegations met. {}\n\nNothing was agreed {}.", attempt.words, attempt.picks[0] % 3);
    NewSource {
        title: format!("Record {}", attempt.words),
        publisher: None,
        authors: vec![],
        published: "2025-04".parse().ok(),
        accessed: None,
        url: None,
        kind: SourceKind::Article,
        language: Some("en".into()),
        reliability: None,
        marking: None,
        file_name: Some("record.txt".into()),
        media_type: "text/plain".into(),
        original: text.clone().into_bytes(),
        text,
        structure: Structure::default(),
        html: None,
        recognised: None,
        guessed: vec!["title".into()],
        warnings: vec![],
    }
}

fn on_excerpts(walk: &mut Walk, attempt: &Attempt, there: &There, stamp: &Stamp) -> Result<Option<Changes>> {
    let [which, how, ..] = attempt.picks;
    if attempt.op == Op::KeepExcerpt {
        let new = new_excerpt(walk, attempt, there);
        return new.map(|new| Ok(walk.dossier().keep_excerpt(&new, stamp)?.changes)).transpose();
    }
    let Some(id) = pick(&there.excerpts, which) else { return Ok(None) };
    if attempt.op == Op::DeleteExcerpt {
        return Ok(Some(walk.dossier().delete_excerpt(id, stamp)?.changes));
    }
    if attempt.op == Op::PlaceExcerpt {
        let Some(new) = new_excerpt(walk, attempt, there) else { return Ok(None) };
        let own = walk.dossier().excerpt(id)?.source;
        let source = walk.dossier().source(own)?.superseded_by.unwrap_or(own);
        return Ok(Some(walk.dossier().place_excerpt(id, source, (new.start, new.end), stamp)?.changes));
    }
    let facts = ExcerptFacts {
        memo: Some(attempt.words.clone()),
        translation: maybe(&[()], how).map(|()| attempt.words.clone()),
        credibility: Some((how % 8) as u8),
        verification: Verification::Disputed,
        marking: None,
    };
    Ok(Some(walk.dossier().edit_excerpt(id, facts, stamp)?.changes))
}

/// A passage of a source, or now and then one that reaches past its end.
fn new_excerpt(walk: &mut Walk, attempt: &Attempt, there: &There) -> Option<NewExcerpt> {
    let [which, start, length, ..] = attempt.picks;
    let source = pick(&there.sources, which)?;
    let start = start % 30;
    Some(NewExcerpt { id: walk.id(), source, start, end: start + length % 30 })
}

fn issue_facts(attempt: &Attempt, parent: Option<IssueId>) -> IssueFacts {
    IssueFacts {
        title: attempt.words.clone(),
        question: format!("{}?", attempt.words),
        parent,
        half_life_days: maybe(&[30, 90], attempt.picks[3]),
    }
}

fn on_issues(walk: &mut Walk, attempt: &Attempt, there: &There, stamp: &Stamp) -> Result<Option<Changes>> {
    let [which, other, ..] = attempt.picks;
    let parent = maybe(&there.issues, other);
    if attempt.op == Op::CreateIssue {
        let id = walk.id();
        return Ok(Some(walk.dossier().create_issue(id, issue_facts(attempt, parent), stamp)?.changes));
    }
    let Some(id) = pick(&there.issues, which) else { return Ok(None) };
    let dossier = walk.dossier();
    Ok(Some(match attempt.op {
        Op::EditIssue => dossier.edit_issue(id, issue_facts(attempt, parent), stamp)?.changes,
        Op::MoveIssue => dossier.move_issue(id, maybe(&there.issues, other), stamp)?.changes,
        _ => dossier.delete_issue(id, stamp)?.changes,
    }))
}

fn on_positions(walk: &mut Walk, attempt: &Attempt, there: &There, stamp: &Stamp) -> Result<Option<Changes>> {
    let [which, other, ..] = attempt.picks;
    if attempt.op == Op::RecordPosition {
        let new = new_position(walk, attempt, there);
        return Ok(Some(walk.dossier().record_position(new, stamp)?.changes));
    }
    let Some(id) = pick(&there.positions, which) else { return Ok(None) };
    Ok(Some(match attempt.op {
        Op::EditPosition => {
            let issue = walk.dossier().position(id)?.issue;
            walk.dossier().edit_position(id, position_facts(attempt, there, issue), stamp)?.changes
        }
        Op::AddEvidence => {
            let fresh = new_excerpt(walk, attempt, there);
            let Some(excerpt) = fresh.as_ref().map(|new| new.id).or_else(|| pick(&there.excerpts, other))
            else {
                return Ok(None);
            };
            let evidence = Evidence { excerpt, relation: Relation::Context };
            walk.dossier().add_evidence(id, evidence, fresh.as_ref(), stamp)?.changes
        }
        Op::WithdrawPosition => walk.dossier().withdraw_position(id, stamp)?.changes,
        _ => walk.dossier().delete_position(id, stamp)?.changes,
    }))
}

/// A position, with whatever it needs made along with it where there is none or the draw says so.
fn new_position(walk: &mut Walk, attempt: &Attempt, there: &There) -> NewPosition {
    let [_, actor, issue, excerpt, _] = attempt.picks;
    let new_issue = maybe(&there.issues, issue)
        .is_none()
        .then(|| NewIssue { id: walk.id(), facts: issue_facts(attempt, None) });
    let new_actor = maybe(&there.actors, actor)
        .is_none()
        .then(|| NewActor { id: walk.id(), facts: actor_facts(attempt, maybe(&there.actors, actor / 2)) });
    let new_excerpt = maybe(&[()], excerpt).and_then(|()| new_excerpt(walk, attempt, there));
    let issue = new_issue.as_ref().map(|new| new.id).or_else(|| maybe(&there.issues, issue));
    let mut facts = position_facts(attempt, there, issue.unwrap_or_else(|| walk.id()));
    facts.actors.extend(new_actor.iter().map(|new| new.id));
    let kept = new_excerpt.iter().map(|new| Evidence { excerpt: new.id, relation: Relation::Supports });
    facts.evidence.extend(kept);
    NewPosition { id: walk.id(), new_actors: new_actor.into_iter().collect(), new_issue, new_excerpt, facts }
}

fn position_facts(attempt: &Attempt, there: &There, issue: IssueId) -> PositionFacts {
    let [_, actor, other, excerpt, how] = attempt.picks;
    let mut actors: Vec<ActorId> =
        [maybe(&there.actors, actor), maybe(&there.actors, other)].into_iter().flatten().collect();
    actors.dedup();
    let mut evidence: Vec<ExcerptId> =
        [maybe(&there.excerpts, excerpt), maybe(&there.excerpts, how)].into_iter().flatten().collect();
    evidence.dedup();
    let relation = pick(Relation::ALL, how).unwrap_or(Relation::Context);
    PositionFacts {
        actors,
        issue,
        stance: pick(Stance::ALL, how).unwrap_or(Stance::Unclear),
        degree: None,
        condition: maybe(&[()], how).map(|()| attempt.words.clone()),
        sequence: None,
        summary: Some(attempt.words.clone()),
        speaker: maybe(&there.actors, excerpt),
        manner: Manner::Reported,
        as_of: standpoint_core::time::PartialDate::day(
            chrono::NaiveDate::from_ymd_opt(2025, 4, 1 + how % 30).unwrap_or_default(),
        ),
        review_by: None,
        confidence: Confidence::Low,
        supersedes: maybe(&there.positions, other),
        marking: None,
        evidence: evidence.into_iter().map(|excerpt| Evidence { excerpt, relation }).collect(),
    }
}

fn on_notes(walk: &mut Walk, attempt: &Attempt, there: &There, stamp: &Stamp) -> Result<Option<Changes>> {
    let [which, ..] = attempt.picks;
    if attempt.op == Op::CreateNote {
        let (id, first, second) = (walk.id(), walk.id(), walk.id());
        let blocks = [first, second].map(|id| NewBlock {
            id,
            prompt: None,
            marking: None,
            body: body(attempt, there),
        });
        return Ok(Some(walk.dossier().create_note(id, note_facts(attempt), blocks.into(), stamp)?.changes));
    }
    let Some(id) = pick(&there.notes, which) else { return Ok(None) };
    if attempt.op == Op::ReopenNote {
        return reopening::reopen(walk, id, attempt.picks[1].is_multiple_of(2), stamp).map(Some);
    }
    Ok(Some(match attempt.op {
        Op::EditNote => walk.dossier().edit_note(id, note_facts(attempt), stamp)?.changes,
        Op::DeleteNote => walk.dossier().delete_note(id, stamp)?.changes,
        Op::ExportNote => {
            let snapshot = walk.dossier().note_snapshot(id)?;
            let export = export(walk, &snapshot.note, stamp);
            walk.dossier().record_export(export, &snapshot, stamp)?.changes
        }
        _ => return versions::attempt(walk, attempt, id, stamp),
    }))
}

fn export(walk: &mut Walk, note: &Note, stamp: &Stamp) -> Export {
    Export {
        id: walk.id(),
        note: note.id,
        at: stamp.at,
        format: ExportFormat::Pdf,
        copy: CopyKind::Distribution,
        version: note.version.clone(),
        marking: None,
        pages: 1,
        sha256: ContentHash::of(b"the file"),
        file_name: "note.pdf".into(),
        snapshot: ContentHash::of(b"set when it is recorded"),
    }
}

fn note_facts(attempt: &Attempt) -> NoteFacts {
    NoteFacts {
        title: attempt.words.clone(),
        reference: Some(format!("REF/{}", attempt.picks[1])),
        version: "1.0".into(),
        template: "position_paper".into(),
        marking: None,
        language: "en-GB".into(),
        paper: Paper::Letter,
        print: attempt.picks[1].is_multiple_of(2).then_some(Print::Large),
        prepared_by: None,
        prepared_for: None,
        meeting: None,
        distribution: vec![],
        cutoff: None,
        issued: None,
        last_brief: None,
        clearance: None,
        controls: None,
    }
}

/// Several things in one step that cannot be undone, as when a whole dossier is built: what walks start from.
pub(super) fn build(walk: &mut Walk, stamp: &Stamp) -> Result<Changes> {
    let (source, actor, issue, excerpt) = (walk.id(), walk.id(), walk.id(), walk.id());
    let first = Attempt { op: Op::BuildSample, picks: [0; 5], words: "Talks".into() };
    let done = walk.dossier().transact(Op::BuildSample, stamp, |tx| {
        tx.import_source(source, new_source(&first))?;
        tx.create_actor(actor, actor_facts(&first, None))?;
        tx.create_issue(issue, issue_facts(&first, None))?;
        tx.keep_excerpt(&NewExcerpt { id: excerpt, source, start: 0, end: 9 })
    })?;
    Ok(done.changes)
}
