//! Comments: what those who write a note remark on its blocks. They are no part of the note: a snapshot has none of
//! them, so no copy, version or template can carry one out of the building.

use super::block::BlockRow;
use super::{Block, Note};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{BlockId, CommentId, NoteId};
use crate::sources::ops::required;
use crate::store::row::{Stored, stored};
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

/// A remark on a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Comment {
    /// Its name in the program.
    pub id: CommentId,
    /// The note.
    pub note: NoteId,
    /// The block; it may have been taken out since, and comes back with undo.
    pub block: BlockId,
    /// The words it is about, if not the whole block: found again where they stand.
    pub words: Option<String>,
    /// What is remarked.
    pub text: String,
    /// Whether it has been dealt with.
    pub settled: bool,
    /// By whom.
    pub who: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at: Moment,
}

stored!(Comment, "note_comment": plain id, plain note, plain block, plain words, plain text, plain settled, plain who,
    plain at);

/// A remark to make.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// Its name in the program.
    pub id: CommentId,
    /// On which block.
    pub block: BlockId,
    /// The words it is about, if not the whole block.
    pub words: Option<String>,
    /// What is remarked.
    pub text: String,
}

impl Dossier {
    /// A note's comments in the order in which they were made.
    pub fn comments(&self, note: NoteId) -> Result<Vec<Comment>> {
        Comment::select(&self.store.connection, "WHERE note = ? ORDER BY n", [note])
    }

    /// Remarks on a block.
    pub fn add_comment(&mut self, new: NewComment, stamp: &Stamp) -> Result<Done<Comment>> {
        self.transact(Op::AddComment, stamp, |tx| {
            let block = BlockRow::get(tx.connection, new.block)?;
            tx.about(Note::get(tx.connection, block.note)?.title);
            let comment = Comment {
                id: new.id,
                note: block.note,
                block: new.block,
                words: new.words.filter(|words| !words.trim().is_empty()),
                text: required(new.text, "a remark")?,
                settled: false,
                who: stamp.who.clone(),
                at: stamp.at,
            };
            tx.insert(&comment)?;
            Ok(comment)
        })
    }

    /// Says it in other words.
    pub fn edit_comment(&mut self, id: CommentId, text: String, stamp: &Stamp) -> Result<Done<Comment>> {
        self.transact(Op::EditComment, stamp, |tx| {
            let text = required(text, "a remark")?;
            tx.change_comment(id, |comment| comment.text = text)
        })
    }

    /// Says that it has been dealt with, or that it has not.
    pub fn settle_comment(&mut self, id: CommentId, settled: bool, stamp: &Stamp) -> Result<Done<Comment>> {
        self.transact(Op::SettleComment, stamp, |tx| {
            tx.change_comment(id, |comment| comment.settled = settled)
        })
    }

    /// Drops it.
    pub fn delete_comment(&mut self, id: CommentId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteComment, stamp, |tx| {
            let comment = Comment::get(tx.connection, id)?;
            tx.about(Note::get(tx.connection, comment.note)?.title);
            tx.remove::<Comment>(&comment.key())
        })
    }
}

impl Tx<'_> {
    fn change_comment(&mut self, id: CommentId, change: impl FnOnce(&mut Comment)) -> Result<Comment> {
        let mut comment = Comment::get(self.connection, id)?;
        self.about(Note::get(self.connection, comment.note)?.title);
        change(&mut comment);
        self.put(&comment)?;
        Ok(comment)
    }

    /// They go with their note.
    pub(super) fn drop_comments(&mut self, note: NoteId) -> Result<()> {
        for comment in Comment::select(self.connection, "WHERE note = ?", [note])? {
            self.remove::<Comment>(&comment.key())?;
        }
        Ok(())
    }

    /// What was remarked on words of a block goes with them to the one of the others that has them now. Of a block that goes,
    /// with nothing `left` of it, the rest goes to the first of the others.
    pub(super) fn hand_on_comments(
        &mut self,
        block: BlockId,
        left: Option<&Block>,
        others: &[Block],
    ) -> Result<()> {
        if others.is_empty() {
            return Ok(());
        }
        for mut comment in Comment::select(self.connection, "WHERE block = ?", [block])? {
            let has_words = |block: &&Block| {
                comment.words.as_deref().is_some_and(|words| block.body.words().contains(words))
            };
            if left.is_some_and(|left| comment.words.is_none() || has_words(&left)) {
                continue;
            }
            let rest = if left.is_none() { others.first() } else { None };
            if let Some(taker) = others.iter().find(has_words).or(rest) {
                comment.block = taker.id;
                self.put(&comment)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::ops::{BlockEdit, NewBlock};
    use crate::notes::recast::{BlockGone, Recast};
    use crate::notes::{Body, Inline};
    use crate::testing::Desk;

    #[test]
    fn a_comment_is_kept_settled_undone_and_in_no_snapshot() {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        let (note, block, id) = (desk.id(), desk.id(), desk.id());
        let body = Body::Recommendation { text: vec![Inline::words("Agree to the text.")] };
        let new = NewBlock { id: block, prompt: None, marking: None, body };
        desk.dossier.create_note(note, crate::testing::note_facts("Talks"), vec![new], &stamp).unwrap();
        let before = serde_json::to_string(&desk.dossier.note_snapshot(note).unwrap()).unwrap();

        let remark =
            |text: &str| NewComment { id, block, words: Some("the text".to_owned()), text: text.to_owned() };
        desk.dossier.add_comment(remark(" "), &stamp).unwrap_err();
        desk.dossier.add_comment(remark("Which one?"), &stamp).unwrap();
        desk.dossier.settle_comment(id, true, &stamp).unwrap();
        desk.dossier.edit_comment(id, "Which of the two?".to_owned(), &stamp).unwrap();
        let said = |dossier: &Dossier| {
            let comments = dossier.comments(note).unwrap();
            comments.iter().map(|it| format!("{} {}", it.text, it.settled)).collect::<Vec<_>>()
        };
        assert_eq!(said(&desk.dossier), ["Which of the two? true"]);
        let after = serde_json::to_string(&desk.dossier.note_snapshot(note).unwrap()).unwrap();
        assert_eq!(before, after, "no copy can carry a comment");

        desk.dossier.delete_block(block, &stamp).unwrap();
        assert_eq!(said(&desk.dossier).len(), 1, "a comment outlives its block");
        desk.dossier.delete_note(note, &stamp).unwrap();
        assert_eq!(said(&desk.dossier).len(), 0);
        for expect in [
            vec!["Which of the two? true"],
            vec!["Which of the two? true"],
            vec!["Which one? true"],
            vec!["Which one? false"],
            vec![],
        ] {
            desk.dossier.undo().unwrap();
            assert_eq!(said(&desk.dossier), expect);
        }
    }

    /// What blocks say after two were joined, which of them has the comment on the second one then.
    #[track_caller]
    fn check_joined(
        words: Option<&str>,
        recast: impl FnOnce(BlockId, BlockId, BlockId) -> Recast,
        expect: usize,
    ) {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        let (note, one, two, three, id) = (desk.id(), desk.id(), desk.id(), desk.id(), desk.id());
        let new = |id, words| NewBlock { id, prompt: None, marking: None, body: said(words) };
        let blocks = vec![new(one, "One."), new(two, "Two and three.")];
        desk.dossier.create_note(note, crate::testing::note_facts("Talks"), blocks, &stamp).unwrap();
        let remark = NewComment { id, block: two, words: words.map(str::to_owned), text: "Why?".to_owned() };
        desk.dossier.add_comment(remark, &stamp).unwrap();
        desk.dossier.recast_blocks(note, recast(one, two, three), &stamp).unwrap();
        assert_eq!(desk.dossier.comments(note).unwrap()[0].block, [one, two, three][expect]);
        desk.dossier.undo().unwrap();
        assert_eq!(desk.dossier.comments(note).unwrap()[0].block, two);
    }

    fn said(words: &str) -> Body {
        Body::Recommendation { text: vec![Inline::words(words)] }
    }

    #[test]
    fn a_comment_goes_where_its_words_go() {
        let edit = |id, words| BlockEdit { id, body: said(words), was: None };
        let new = |id, words| NewBlock { id, prompt: None, marking: None, body: said(words) };
        let gone = |id| vec![BlockGone { id, was: None }];
        let joined = |one, two, _| Recast {
            edits: vec![edit(one, "One. Two and three.")],
            gone: gone(two),
            ..Recast::default()
        };
        check_joined(Some("three"), joined, 0);
        check_joined(None, joined, 0);
        let moved = |one, two, three| Recast {
            edits: vec![edit(one, "One!")],
            new: vec![new(three, "Two and three.")],
            gone: gone(two),
            ..Recast::default()
        };
        check_joined(Some("three"), moved, 2);
        check_joined(Some("four"), moved, 0);
        let split = |_, two, three| Recast {
            edits: vec![edit(two, "Two")],
            new: vec![new(three, "and three.")],
            ..Recast::default()
        };
        check_joined(Some("three"), split, 2);
        check_joined(Some("Two"), split, 1);
        check_joined(None, split, 1);
        let taken_out = |_, two, _| Recast { gone: gone(two), ..Recast::default() };
        check_joined(Some("three"), taken_out, 1);
    }
}
