//! Who belongs to whom, by the actors' parents.

use super::clause::Sentence;
use crate::actors::ActorKind;
use crate::ids::ActorId;

impl Sentence<'_> {
    /// Whether both stand under the same actor, as a minister and an envoy of one state do.
    pub(super) fn are_kin(&self, one: usize, other: usize) -> bool {
        self.root(one) == self.root(other)
    }

    pub(super) fn root(&self, actor: usize) -> ActorId {
        let mut top = &self.actors[actor];
        // No longer than there are actors, were they ever in a circle.
        for _ in 0..self.actors.len() {
            let Some(parent) = top.parent.and_then(|id| self.actors.iter().find(|actor| actor.id == id))
            else {
                break;
            };
            top = parent;
        }
        top.id
    }

    /// The state that an actor belongs to; the actor itself where none is known.
    pub(super) fn state_of(&self, actor: usize) -> usize {
        let mut at = actor;
        for _ in 0..self.actors.len() {
            if self.kind(at) == ActorKind::State {
                return at;
            }
            let parent = self.actors[at].parent;
            let Some(up) = parent.and_then(|id| self.actors.iter().position(|actor| actor.id == id)) else {
                break;
            };
            at = up;
        }
        actor
    }
}
