//! Recording who stands where.

use super::queries::complete;
use super::{Confidence, Evidence, EvidenceRow, Manner, Position, PositionActor, PositionState, Stance};
use crate::actors::Actor;
use crate::actors::ops::ActorFacts;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::excerpts::Excerpt;
use crate::excerpts::ops::NewExcerpt;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::issues::Issue;
use crate::issues::ops::IssueFacts;
use crate::store::row::Stored;
use crate::time::{Moment, PartialDate};
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

/// What a person says about a position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PositionFacts {
    /// Who takes it; at least one, none twice.
    pub actors: Vec<ActorId>,
    /// On what.
    pub issue: IssueId,
    /// Where on the scale.
    pub stance: Stance,
    /// How far.
    pub degree: Option<String>,
    /// What must hold.
    pub condition: Option<String>,
    /// What must come first.
    pub sequence: Option<String>,
    /// One line.
    pub summary: Option<String>,
    /// Who said it.
    pub speaker: Option<ActorId>,
    /// How it came to be known.
    pub manner: Manner,
    /// The day it was held.
    pub as_of: PartialDate,
    /// The day to look again.
    pub review_by: Option<PartialDate>,
    /// How sure the writer is.
    pub confidence: Confidence,
    /// The earlier position whose place it takes.
    pub supersedes: Option<PositionId>,
    /// Protective marking.
    pub marking: Option<String>,
    /// What shows it, in order of weight.
    pub evidence: Vec<Evidence>,
}

/// An actor made while tagging.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewActor {
    /// Its name in the program.
    pub id: ActorId,
    /// The rest.
    pub facts: ActorFacts,
}

/// An issue made while tagging.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewIssue {
    /// Its name in the program.
    pub id: IssueId,
    /// The rest.
    pub facts: IssueFacts,
}

/// A position with everything that has to be there first, all in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewPosition {
    /// Its name.
    pub id: PositionId,
    /// Actors not in the dossier yet.
    pub new_actors: Vec<NewActor>,
    /// An issue not in the dossier yet.
    pub new_issue: Option<NewIssue>,
    /// A passage not kept yet.
    pub new_excerpt: Option<NewExcerpt>,
    /// The position; it may name the things above.
    pub facts: PositionFacts,
}

impl Dossier {
    /// Records a position, with the actors, issue and passage it names for the first time.
    pub fn record_position(&mut self, new: NewPosition, stamp: &Stamp) -> Result<Done<Position>> {
        self.transact(Op::RecordPosition, stamp, |tx| {
            for actor in new.new_actors {
                tx.create_actor(actor.id, actor.facts)?;
            }
            if let Some(issue) = new.new_issue {
                tx.create_issue(issue.id, issue.facts)?;
            }
            if let Some(excerpt) = &new.new_excerpt {
                tx.keep_excerpt(excerpt)?;
            }
            tx.refuse_foreign_place(&new.facts.actors, new.facts.issue, new.facts.supersedes)?;
            tx.record_position(new.id, new.facts)
        })
    }

    /// Changes a position.
    pub fn edit_position(
        &mut self,
        id: PositionId,
        facts: PositionFacts,
        stamp: &Stamp,
    ) -> Result<Done<Position>> {
        self.transact(Op::EditPosition, stamp, |tx| {
            let before = Position::get(tx.connection, id)?;
            tx.refuse_new_place(&before, &facts)?;
            if before.supersedes != facts.supersedes {
                tx.stand_again(before.supersedes, id)?;
            }
            tx.write_position(id, before.state, before.created_at, facts)
        })
    }

    /// Adds a passage to what shows a position, after what shows it already. One that does so already keeps its place.
    pub fn add_evidence(
        &mut self,
        id: PositionId,
        evidence: Evidence,
        new_excerpt: Option<&NewExcerpt>,
        stamp: &Stamp,
    ) -> Result<Done<Position>> {
        self.transact(Op::AddEvidence, stamp, |tx| {
            if let Some(excerpt) = new_excerpt {
                tx.keep_excerpt(excerpt)?;
            }
            Excerpt::get(tx.connection, evidence.excerpt)?;
            let mut position = Position::get(tx.connection, id)?;
            complete(tx.connection, std::slice::from_mut(&mut position))?;
            if !position.evidence.iter().any(|other| other.excerpt == evidence.excerpt) {
                position.evidence.push(evidence);
                tx.put_position(&position)?;
            }
            let subject = tx.position_subject(id)?;
            tx.about(subject);
            Ok(position)
        })
    }

    /// Says that a position no longer stands, without another in its place.
    pub fn withdraw_position(&mut self, id: PositionId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::WithdrawPosition, stamp, |tx| {
            let subject = tx.position_subject(id)?;
            tx.about(subject);
            tx.set_state(Some(id), PositionState::Withdrawn)
        })
    }

    /// Drops a position; the one it took the place of stands again.
    pub fn delete_position(&mut self, id: PositionId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeletePosition, stamp, |tx| {
            let subject = tx.position_subject(id)?;
            tx.about(subject);
            let position = Position::get(tx.connection, id)?;
            tx.stand_again(position.supersedes, id)?;
            for mut later in Position::select(tx.connection, "WHERE supersedes = ?", [id])? {
                complete(tx.connection, std::slice::from_mut(&mut later))?;
                // What cannot take the place that this one took takes none.
                let may = tx.refuse_foreign_place(&later.actors, later.issue, position.supersedes).is_ok();
                later.supersedes = position.supersedes.filter(|_| may);
                tx.put(&later)?;
                tx.take_place(later.supersedes)?;
            }
            tx.clear_parts(&[], &[], id)?;
            tx.remove::<Position>(&id.to_string())
        })
    }
}

impl Tx<'_> {
    /// Records a position whose actors, issue and excerpts are in the dossier.
    pub fn record_position(&mut self, id: PositionId, facts: PositionFacts) -> Result<Position> {
        match Position::get(self.connection, id) {
            Ok(there) => self.write_position(id, there.state, there.created_at, facts),
            Err(_) => self.write_position(id, PositionState::Current, self.stamp.at, facts),
        }
    }

    fn write_position(
        &mut self,
        id: PositionId,
        state: PositionState,
        created_at: Moment,
        facts: PositionFacts,
    ) -> Result<Position> {
        self.refuse_flaws(id, &facts)?;
        let position = Position {
            id,
            actors: facts.actors,
            issue: facts.issue,
            stance: facts.stance,
            degree: said(facts.degree),
            condition: said(facts.condition),
            sequence: said(facts.sequence),
            summary: said(facts.summary),
            speaker: facts.speaker,
            manner: facts.manner,
            as_of: facts.as_of,
            review_by: facts.review_by,
            confidence: facts.confidence,
            supersedes: facts.supersedes,
            state,
            marking: facts.marking,
            evidence: facts.evidence,
            created_at,
        };
        self.put_position(&position)?;
        self.take_place(position.supersedes)?;
        let subject = self.position_subject(id)?;
        self.about(subject);
        Ok(position)
    }

    /// Writes a position with its actors and evidence.
    pub(crate) fn put_position(&mut self, position: &Position) -> Result<()> {
        let id = position.id;
        self.put(position)?;
        self.clear_parts(&position.actors, &position.evidence, id)?;
        for (ordinal, actor) in (0..).zip(&position.actors) {
            let id_of_part = PositionActor::id_of(id, *actor);
            self.put(&PositionActor { id: id_of_part, position: id, actor: *actor, ordinal })?;
        }
        for (ordinal, evidence) in (0..).zip(&position.evidence) {
            let id_of_part = format!("{id}/{}", evidence.excerpt);
            let Evidence { excerpt, relation } = *evidence;
            self.put(&EvidenceRow { id: id_of_part, position: id, excerpt, relation, ordinal })?;
        }
        Ok(())
    }

    fn refuse_flaws(&self, id: PositionId, facts: &PositionFacts) -> Result<()> {
        let twice = |ids: &[String]| ids.iter().enumerate().any(|(at, id)| ids[..at].contains(id));
        if facts.actors.is_empty() {
            return Err(Error::rule("A position needs at least one actor."));
        }
        if twice(&facts.actors.iter().map(ToString::to_string).collect::<Vec<_>>()) {
            return Err(Error::rule("An actor can be named only once in a position."));
        }
        if twice(&facts.evidence.iter().map(|evidence| evidence.excerpt.to_string()).collect::<Vec<_>>()) {
            return Err(Error::rule("An excerpt can be evidence only once for a position."));
        }
        for actor in facts.actors.iter().chain(&facts.speaker) {
            Actor::get(self.connection, actor)?;
        }
        Issue::get(self.connection, facts.issue)?;
        for evidence in &facts.evidence {
            Excerpt::get(self.connection, evidence.excerpt)?;
        }
        let mut earlier = facts.supersedes;
        while let Some(next) = earlier {
            if next == id {
                return Err(Error::rule("A position cannot take its own place."));
            }
            earlier = Position::get(self.connection, next)?.supersedes;
        }
        Ok(())
    }

    /// Refuses a change by which a position would take a place that is not its own, or leave its own to one that cannot
    /// take it. What an older file brings along stays as it is until somebody touches it.
    fn refuse_new_place(&self, before: &Position, facts: &PositionFacts) -> Result<()> {
        let mut known = [before.clone()];
        complete(self.connection, &mut known)?;
        let [known] = known;
        let is_elsewhere = known.issue != facts.issue || known.actors != facts.actors;
        if is_elsewhere || known.supersedes != facts.supersedes {
            self.refuse_foreign_place(&facts.actors, facts.issue, facts.supersedes)?;
        }
        let mut laters = Position::select(self.connection, "WHERE supersedes = ?", [before.id])?;
        complete(self.connection, &mut laters)?;
        let left = |later: &Position| later.issue != facts.issue || !all_of(&facts.actors, &later.actors);
        if is_elsewhere && before.state != PositionState::Withdrawn && laters.iter().any(left) {
            return Err(Error::rule(
                "A later position takes the place of this one, so this one cannot go to another issue or to actors \
                 that the later one does not name. Empty “Takes the place of” in the later one first.",
            ));
        }
        Ok(())
    }

    /// Refuses to put a position in the place of one on another issue, or of one held by others too: they would be left
    /// without any.
    fn refuse_foreign_place(
        &self,
        actors: &[ActorId],
        issue: IssueId,
        supersedes: Option<PositionId>,
    ) -> Result<()> {
        let Some(earlier) = supersedes else { return Ok(()) };
        let mut earlier = [Position::get(self.connection, earlier)?];
        complete(self.connection, &mut earlier)?;
        let [earlier] = earlier;
        if earlier.issue != issue {
            return Err(Error::rule(
                "A position can only take the place of one on the same issue. Choose another under “Takes the place \
                 of”, or none.",
            ));
        }
        if earlier.state != PositionState::Withdrawn && !all_of(&earlier.actors, actors) {
            return Err(Error::rule(
                "The position whose place it would take is held by others too, and they would be left without one. \
                 Name them here as well, or choose none under “Takes the place of”.",
            ));
        }
        Ok(())
    }

    /// Lets `earlier` give way to a later one. What was withdrawn stays so: it gave way to nothing.
    fn take_place(&mut self, earlier: Option<PositionId>) -> Result<()> {
        self.turn(earlier, PositionState::Current, PositionState::Superseded)
    }

    /// Lets `earlier` stand again once `later` no longer takes its place, unless another one does.
    fn stand_again(&mut self, earlier: Option<PositionId>, later: PositionId) -> Result<()> {
        let others = Position::select(self.connection, "WHERE supersedes = ? AND id <> ?", (earlier, later))?;
        if !others.is_empty() {
            return Ok(());
        }
        self.turn(earlier, PositionState::Superseded, PositionState::Current)
    }

    fn turn(&mut self, id: Option<PositionId>, from: PositionState, to: PositionState) -> Result<()> {
        match id.map(|id| Position::get(self.connection, id)).transpose()? {
            Some(position) if position.state == from => self.set_state(id, to),
            _ => Ok(()),
        }
    }

    pub(crate) fn set_state(&mut self, id: Option<PositionId>, state: PositionState) -> Result<()> {
        if let Some(id) = id {
            let mut position = Position::get(self.connection, id)?;
            position.state = state;
            self.put(&position)?;
        }
        Ok(())
    }

    /// Removes the actors and evidence that the position no longer has. Those it keeps keep their rows.
    fn clear_parts(&mut self, actors: &[ActorId], evidence: &[Evidence], id: PositionId) -> Result<()> {
        for part in PositionActor::select(self.connection, "WHERE position = ?", [id])? {
            if !actors.contains(&part.actor) {
                self.remove::<PositionActor>(&part.id)?;
            }
        }
        for part in EvidenceRow::select(self.connection, "WHERE position = ?", [id])? {
            if !evidence.iter().any(|kept| kept.excerpt == part.excerpt) {
                self.remove::<EvidenceRow>(&part.id)?;
            }
        }
        Ok(())
    }

    /// "Country A, Country B: Ceasefire", for the history.
    fn position_subject(&self, id: PositionId) -> Result<String> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT (SELECT group_concat(coalesce(short_name, name), ', ') FROM position_actor
                     JOIN actor ON actor.id = actor WHERE position = position.id) || ': ' || issue.title
             FROM position JOIN issue ON issue.id = position.issue WHERE position.id = ?",
            )?
            .query_row([id], |row| row.get::<_, Option<String>>(0))?
            .unwrap_or_default())
    }
}

/// Whether every one of them is among the others.
fn all_of(actors: &[ActorId], others: &[ActorId]) -> bool {
    actors.iter().all(|actor| others.contains(actor))
}

/// Nothing rather than blanks.
fn said(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
