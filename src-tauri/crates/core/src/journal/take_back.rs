//! One step taken back by itself, when others were done since: a merge is undone, and what was written afterwards stays.

use super::goes_back::Ground;
use super::{Step, StepState, step, touched};
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::store::row;
use crate::transact::{Done, Op, Stamp, Touched};
use rusqlite::{Connection, ErrorCode, OptionalExtension};

impl Dossier {
    /// Takes back the step `seq`, a merge or a split, and no other, as a step of its own. Refuses if anything that it
    /// touched is otherwise than it left it, or if what it brought in is needed by now.
    pub fn take_back(&mut self, seq: i64, stamp: &Stamp) -> Result<Done<Step>> {
        let taken = self
            .store
            .connection
            .prepare_cached("SELECT seq, op, subject, at, who, state FROM step WHERE seq = ?")?
            .query_row([seq], step)
            .optional()?
            .ok_or(Error::NotFound { what: "step" })?;
        if taken.state != StepState::Done {
            return Err(Error::rule("Only a step that holds can be taken back."));
        }
        if !goes_back_by_itself(taken.op) {
            let only =
                "Only a merge or a split of actors is taken back by itself; any other step by undoing to it.";
            return Err(Error::rule(only));
        }
        let done = self.transact(Op::TakeBack, stamp, |tx| {
            tx.about(format!("{}: {}", taken.op.label(), taken.subject));
            let rows = touched(tx.connection, seq)?;
            if is_as_before(tx.connection, &rows)? {
                return Err(Error::rule("This step was taken back already."));
            }
            if !Ground::of(tx.connection)?.takes_back(&rows)? {
                return Err(taken.conflict());
            }
            for Touched { table, id, before, after } in rows.into_iter().rev() {
                row::restore(tx.connection, table, &id, before.as_ref())?;
                tx.touch(Touched { table, id, before: after, after: before });
            }
            Ok(taken.clone())
        });
        done.map_err(|error| match error {
            Error::Sqlite(no) if no.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                taken.conflict()
            }
            other => other,
        })
    }

    /// Of each of these steps, whether [`Self::take_back`] would take it back as things are now. Only merges and splits
    /// cost a look.
    pub fn taking_back(&self, steps: &[Step]) -> Result<Vec<bool>> {
        let connection = &self.store.connection;
        let asked = |step: &Step| step.state == StepState::Done && goes_back_by_itself(step.op);
        if !steps.iter().any(asked) {
            return Ok(vec![false; steps.len()]);
        }
        let ground = Ground::of(connection)?;
        let look = |step: &Step| Ok(asked(step) && ground.takes_back(&touched(connection, step.seq)?)?);
        steps.iter().map(look).collect()
    }
}

fn goes_back_by_itself(op: Op) -> bool {
    matches!(op, Op::MergeActors | Op::SplitActor)
}

/// Whether all is as it was before the step.
fn is_as_before(connection: &Connection, rows: &[Touched]) -> Result<bool> {
    for row in rows {
        if row::image(connection, row.table, &row.id)? != row.before {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Actor;
    use crate::actors::ops::ActorFacts;
    use crate::actors::split::SplitOff;
    use crate::notes::Body;
    use crate::notes::ops::NewBlock;
    use crate::positions::Stance;
    use crate::testing::{Desk, note_facts};

    #[test]
    fn a_merge_is_taken_back_whole_and_what_was_done_elsewhere_stays() {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        let issue = desk.issue("Truce", None);
        let other_issue = desk.issue("Borders", None);
        let (one, other) = (desk.actor("One", None), desk.actor("Other", None));
        let under = desk.actor("Under", Some(other));
        let held = desk.position(&[other], issue, Stance::Supports, "2025-04-01");
        let both = desk.position(&[one, other], issue, Stance::Opposes, "2025-04-02");
        let before = (desk.dossier.actors().unwrap(), desk.dossier.position(held).unwrap());
        desk.dossier.merge_actors(other, one, &stamp).unwrap();
        let merge = desk.dossier.history(None, 1).unwrap()[0].seq;
        let later = desk.position(&[one], other_issue, Stance::Neutral, "2025-04-03");
        desk.dossier.withdraw_position(later, &stamp).unwrap();
        let merged = desk.dossier.actors().unwrap();

        assert!(goes(&desk, merge), "nothing of it was touched since");
        let done = desk.dossier.take_back(merge, &stamp).unwrap();
        assert!(!goes(&desk, merge), "it was");
        assert!(!goes(&desk, merge + 1), "no merge");
        assert_eq!((done.value.seq, done.changes.op), (merge, Some(Op::TakeBack)));
        let names = |desk: &Desk| {
            let rows = desk.dossier.actors().unwrap();
            rows.into_iter().map(|row| (row.actor, row.depth)).collect::<Vec<_>>()
        };
        let as_before: Vec<_> = before.0.iter().map(|row| (row.actor.clone(), row.depth)).collect();
        assert_eq!(names(&desk), as_before);
        assert_eq!(desk.dossier.actor(under).unwrap().parent, Some(other));
        assert_eq!(desk.dossier.position(held).unwrap(), before.1);
        assert_eq!(desk.dossier.position(both).unwrap().actors, [one, other]);
        assert_eq!(desk.dossier.position(later).unwrap().actors, [one], "done since, and kept");

        // Again, there is nothing to take back; as a step, it can be undone like any other.
        let refusal = desk.dossier.take_back(merge, &stamp).unwrap_err();
        assert_eq!(refusal.to_string(), "This step was taken back already.");
        desk.dossier.undo().unwrap();
        assert_eq!(desk.dossier.actors().unwrap(), merged);
        assert!(goes(&desk, merge), "once more");
        desk.dossier.redo().unwrap();
        assert_eq!(names(&desk), as_before);
    }

    #[test]
    fn nothing_is_overwritten_and_nothing_is_left_without_what_it_rests_on() {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        let issue = desk.issue("Truce", None);
        let whole = desk.actor_with("Whole", None, |facts| facts.aliases = vec!["Part".into()]);
        let last = |desk: &Desk| desk.dossier.history(None, 1).unwrap()[0].seq;
        assert!(matches!(desk.dossier.take_back(last(&desk), &stamp), Err(Error::Rule(_))), "no merge");
        assert!(matches!(desk.dossier.take_back(99, &stamp), Err(Error::NotFound { .. })));

        let id = desk.id();
        let facts = ActorFacts { name: "Part".into(), ..facts_of(desk.dossier.actor(whole).unwrap()) };
        let part = SplitOff { id, facts: ActorFacts { aliases: vec![], ..facts }, positions: vec![] };
        desk.dossier.split_actor(whole, part, &stamp).unwrap();
        let split = last(&desk);
        assert!(goes(&desk, split));
        let position = desk.position(&[id], issue, Stance::Supports, "2025-04-01");
        assert!(!goes(&desk, split));
        let refusal = desk.dossier.take_back(split, &stamp).unwrap_err();
        assert!(matches!(refusal, Error::Conflict { .. }), "somebody has a position by now: {refusal}");
        assert_eq!(desk.dossier.position(position).unwrap().actors, [id]);
        desk.dossier.undo().unwrap();
        let (note, block) = (desk.id(), desk.id());
        let profile =
            NewBlock { id: block, prompt: None, marking: None, body: Body::ActorProfile { actor: id } };
        desk.dossier.create_note(note, note_facts("Who is who"), vec![profile], &stamp).unwrap();
        assert!(!goes(&desk, split));
        let refusal = desk.dossier.take_back(split, &stamp).unwrap_err();
        assert!(matches!(refusal, Error::Conflict { .. }), "a note has a profile of it: {refusal}");
        desk.dossier.undo().unwrap();
        desk.dossier.undo().unwrap();
        assert!(!goes(&desk, split));
        assert!(matches!(desk.dossier.take_back(split, &stamp), Err(Error::Rule(_))), "it is undone");
    }

    #[test]
    fn nobody_comes_to_stand_under_itself() {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        let (above, kept) = (desk.actor("Above", None), desk.actor("Kept", None));
        let gone = desk.actor("Gone", Some(above));
        let child = desk.actor("Child", Some(gone));
        desk.dossier.merge_actors(gone, kept, &stamp).unwrap();
        let merge = desk.dossier.history(None, 1).unwrap()[0].seq;
        assert!(goes(&desk, merge));
        desk.dossier.move_actor(above, Some(child), None, &stamp).unwrap();
        assert!(!goes(&desk, merge));
        let refusal = desk.dossier.take_back(merge, &stamp).unwrap_err();
        assert!(matches!(refusal, Error::Conflict { .. }), "{refusal}");
        assert_eq!(desk.dossier.actors().unwrap().len(), 3);
    }

    #[test]
    fn nobody_comes_back_to_what_is_gone() {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        let issue = desk.issue("Truce", None);
        let (above, kept) = (desk.actor("Above", None), desk.actor("Kept", None));
        let gone = desk.actor("Gone", Some(above));
        let both = desk.position(&[gone, kept], issue, Stance::Supports, "2025-04-01");
        desk.dossier.merge_actors(gone, kept, &stamp).unwrap();
        let merge = desk.dossier.history(None, 1).unwrap()[0].seq;
        desk.dossier.delete_actor(above, &stamp).unwrap();
        assert!(!goes(&desk, merge), "the one it stood under is gone");
        assert!(matches!(desk.dossier.take_back(merge, &stamp), Err(Error::Conflict { .. })));
        desk.dossier.undo().unwrap();
        assert!(goes(&desk, merge));
        desk.dossier.delete_position(both, &stamp).unwrap();
        assert!(!goes(&desk, merge), "its position is gone");
        assert!(matches!(desk.dossier.take_back(merge, &stamp), Err(Error::Conflict { .. })));
    }

    /// Whether the history says that the step goes back by itself.
    #[track_caller]
    fn goes(desk: &Desk, seq: i64) -> bool {
        let step = desk.dossier.history(Some(seq + 1), 1).unwrap().remove(0);
        desk.dossier.taking_back(&[step]).unwrap()[0]
    }

    fn facts_of(actor: Actor) -> ActorFacts {
        let Actor {
            name, short_name, kind, parent, aliases, role, role_from, role_to, pronunciation, ..
        } = actor;
        ActorFacts { name, short_name, kind, parent, aliases, role, role_from, role_to, pronunciation }
    }
}
