//! The one way to change a dossier: a named operation, one transaction, one step in the journal.

use crate::content::ContentHash;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::journal::{self, Written};
use crate::store::content;
use crate::store::row::{self, Image, Stored, Table};
use crate::time::Moment;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

crate::store::codec::words! {
    /// What the user did. The window has a sentence for each; `label` is the English one.
    Op {
        /// A dossier was begun.
        BeginDossier = "begin_dossier",
        /// The dossier's own facts.
        EditDossier = "edit_dossier",
        /// A document came in.
        ImportSource = "import_source",
        /// A source's facts.
        EditSource = "edit_source",
        /// A source was opened for the first time.
        ReadSource = "read_source",
        /// A source may no longer be relied on.
        WithdrawSource = "withdraw_source",
        /// A source may be relied on again.
        ReinstateSource = "reinstate_source",
        /// A newer version took a source's place.
        SupersedeSource = "supersede_source",
        /// The words in a source's pictures were recognised.
        RecogniseSource = "recognise_source",
        /// A source was taken out.
        DeleteSource = "delete_source",
        /// A passage was kept.
        KeepExcerpt = "keep_excerpt",
        /// An excerpt's memo, grade or translation.
        EditExcerpt = "edit_excerpt",
        /// Words were found for an excerpt by hand.
        PlaceExcerpt = "place_excerpt",
        /// An excerpt was dropped.
        DeleteExcerpt = "delete_excerpt",
        /// A new actor.
        CreateActor = "create_actor",
        /// An actor's facts.
        EditActor = "edit_actor",
        /// An actor's place in the tree.
        MoveActor = "move_actor",
        /// Two actors became one.
        MergeActors = "merge_actors",
        /// Part of an actor became one of its own.
        SplitActor = "split_actor",
        /// An actor was dropped.
        DeleteActor = "delete_actor",
        /// A list of actors came in.
        ImportActors = "import_actors",
        /// A new issue.
        CreateIssue = "create_issue",
        /// An issue's facts.
        EditIssue = "edit_issue",
        /// An issue's place in the list.
        MoveIssue = "move_issue",
        /// An issue was dropped.
        DeleteIssue = "delete_issue",
        /// A position was recorded.
        RecordPosition = "record_position",
        /// A position was changed.
        EditPosition = "edit_position",
        /// A passage was added to what shows a position.
        AddEvidence = "add_evidence",
        /// A position was withdrawn.
        WithdrawPosition = "withdraw_position",
        /// A position was dropped.
        DeletePosition = "delete_position",
        /// A suggested position is not to be offered again.
        DismissSuggestion = "dismiss_suggestion",
        /// A name is not to be offered again.
        DismissName = "dismiss_name",
        /// A query is kept.
        SaveSearch = "save_search",
        /// A query is no longer kept.
        DropSearch = "drop_search",
        /// A new note.
        CreateNote = "create_note",
        /// A note's facts.
        EditNote = "edit_note",
        /// A note was dropped.
        DeleteNote = "delete_note",
        /// Words in a note.
        EditBlock = "edit_block",
        /// A block's own marking.
        MarkBlock = "mark_block",
        /// Blocks changed together, as somebody else edited them.
        ReviseNote = "revise_note",
        /// A block was put in.
        InsertBlock = "insert_block",
        /// A block was moved.
        MoveBlock = "move_block",
        /// A block was taken out.
        DeleteBlock = "delete_block",
        /// Something that the checks point out may stay as it is.
        WaiveCheck = "waive_check",
        /// It is to be pointed out again.
        RaiseCheck = "raise_check",
        /// Words were replaced throughout a note.
        ReplaceWords = "replace_words",
        /// Somebody looked at what changed behind a block.
        AcceptChange = "accept_change",
        /// A note was kept as it stood.
        KeepVersion = "keep_version",
        /// A note was put back as a version has it.
        RestoreVersion = "restore_version",
        /// A note's version was cleared.
        ClearNote = "clear_note",
        /// A clearance was taken back.
        WithdrawClearance = "withdraw_clearance",
        /// A note became a template.
        SaveTemplate = "save_template",
        /// A template came in from elsewhere.
        BringInTemplate = "bring_in_template",
        /// A template was dropped.
        DeleteTemplate = "delete_template",
        /// A note came back from its file copy.
        ReopenNote = "reopen_note",
        /// A source that was known by its quoted passages came in whole.
        CompleteSource = "complete_source",
        /// Somebody remarked on a block.
        AddComment = "add_comment",
        /// A remark was put in other words.
        EditComment = "edit_comment",
        /// A remark was dealt with, or taken up again.
        SettleComment = "settle_comment",
        /// A remark was dropped.
        DeleteComment = "delete_comment",
        /// One step was taken back, and what was done since stayed.
        TakeBack = "take_back",
        /// A note left the building.
        ExportNote = "export_note",
        /// A whole dossier came in at once.
        BuildSample = "build_sample",
    }
    /// A cache that a change makes stale.
    Tag {
        /// The dossier's own facts.
        Dossier = "dossier",
        /// Sources and their lists.
        Sources = "sources",
        /// Excerpts.
        Excerpts = "excerpts",
        /// Actors.
        Actors = "actors",
        /// Issues.
        Issues = "issues",
        /// Positions.
        Positions = "positions",
        /// What is offered for a source, and no longer is.
        Suggestions = "suggestions",
        /// Queries that are kept.
        Searches = "searches",
        /// Notes and their blocks.
        Notes = "notes",
        /// What the checks point out and somebody lets stand.
        Waivers = "waivers",
        /// Versions of notes.
        Versions = "versions",
        /// Templates of the user's own.
        Templates = "templates",
        /// Remarks on blocks.
        Comments = "comments",
        /// Exports.
        Exports = "exports",
        /// Steps, and what undo and redo would do.
        History = "history",
    }
}

impl Op {
    /// What it did, as a phrase for "Undo …".
    #[must_use]
    pub fn label(self) -> String {
        self.word().replace('_', " ")
    }

    /// Facts that are true whatever is undone, and beginnings, without which a dossier is none: kept in the
    /// journal, passed over by undo.
    #[must_use]
    pub fn quiet(self) -> bool {
        matches!(
            self,
            Self::BeginDossier | Self::BuildSample | Self::ReadSource | Self::ExportNote | Self::KeepVersion
        )
    }
}

/// When a change is made and by whom. Both come in from outside.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The moment.
    pub at: Moment,
    /// The user, as the history shows them.
    pub who: String,
}

/// What a change touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Changes {
    /// What was done; `None` if nothing had to be.
    pub op: Option<Op>,
    /// Caches that are now stale.
    pub tags: BTreeSet<Tag>,
    /// Rows written or removed.
    pub ids: BTreeSet<String>,
}

/// A value and what making it touched.
#[derive(Debug, Clone)]
pub struct Done<T> {
    /// The operation's own result.
    pub value: T,
    /// What it touched.
    pub changes: Changes,
}

/// A transaction under way: the only thing that can write.
#[derive(Debug)]
pub struct Tx<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) stamp: &'a Stamp,
    subject: String,
    touched: Vec<Touched>,
    written: Written,
    /// Where a row stands in `touched`.
    places: HashMap<(&'static str, String), usize>,
}

/// One row's images.
#[derive(Debug)]
pub(crate) struct Touched {
    pub(crate) table: Table,
    pub(crate) id: String,
    pub(crate) before: Option<Image>,
    pub(crate) after: Option<Image>,
}

impl Tx<'_> {
    /// What the step is about, for the history: a title or a name.
    pub fn about(&mut self, subject: impl Into<String>) {
        self.subject = subject.into();
    }

    /// Says whether this is a step of its own.
    pub(crate) fn is_written(&mut self, written: Written) {
        self.written = written;
    }

    /// Writes a row, new or over the one of the same id.
    pub(crate) fn put<T: Stored>(&mut self, thing: &T) -> Result<()> {
        let id = thing.key();
        let (before, after) = row::put(self.connection, T::TABLE, &id, &thing.values()?)?;
        self.touch(Touched { table: T::TABLE, id, before, after: Some(after) });
        Ok(())
    }

    /// Writes a row that must not be there yet. The same row again is harmless: a repeated request.
    pub(crate) fn insert<T: Stored>(&mut self, thing: &T) -> Result<()> {
        let id = thing.key();
        let (before, after) = row::put(self.connection, T::TABLE, &id, &thing.values()?)?;
        if before.as_ref().is_some_and(|before| *before != after) {
            return Err(Error::Conflict { what: format!("the {} of that id", T::TABLE.name) });
        }
        self.touch(Touched { table: T::TABLE, id, before, after: Some(after) });
        Ok(())
    }

    /// Removes a row.
    pub(crate) fn remove<T: Stored>(&mut self, id: &str) -> Result<()> {
        let before =
            row::image(self.connection, T::TABLE, id)?.ok_or(Error::NotFound { what: T::TABLE.name })?;
        row::restore(self.connection, T::TABLE, id, None)?;
        self.touch(Touched { table: T::TABLE, id: id.to_owned(), before: Some(before), after: None });
        Ok(())
    }

    /// Keeps bytes for good.
    pub(crate) fn keep(&self, bytes: &[u8]) -> Result<ContentHash> {
        content::keep(self.connection, bytes)
    }

    /// Keeps a text for good, where the search index finds its words.
    pub(crate) fn keep_text(&self, text: &str) -> Result<ContentHash> {
        content::keep_text(self.connection, text)
    }

    /// Notes that a row was written.
    pub(crate) fn touch(&mut self, touched: Touched) {
        if touched.before == touched.after {
            return;
        }
        // A row touched twice in one step is one change: first image before, last image after.
        match self.places.entry((touched.table.name, touched.id.clone())) {
            Entry::Occupied(place) => self.touched[*place.get()].after = touched.after,
            Entry::Vacant(place) => {
                place.insert(self.touched.len());
                self.touched.push(touched);
            }
        }
    }
}

impl Dossier {
    /// Changes the dossier: all that `work` writes, or nothing of it.
    pub fn transact<T>(
        &mut self,
        op: Op,
        stamp: &Stamp,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.store.present()?;
        let transaction = self.store.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut tx = Tx {
            connection: &transaction,
            stamp,
            subject: String::new(),
            touched: Vec::new(),
            written: Written::default(),
            places: HashMap::new(),
        };
        let value = work(&mut tx)?;
        let Tx { subject, mut touched, written, .. } = tx;
        touched.retain(|row| row.before != row.after);
        let changes = changes(op, &touched);
        if !touched.is_empty() {
            journal::record(&transaction, op, &subject, stamp, &touched, written)?;
        }
        transaction.commit()?;
        self.memory.touch(&touched);
        Ok(Done { value, changes })
    }
}

/// Which caches the touched rows make stale.
pub(crate) fn changes(op: Op, touched: &[Touched]) -> Changes {
    let mut tags: BTreeSet<Tag> = touched.iter().map(|row| tag(row.table.name)).collect();
    if tags.is_empty() {
        return Changes::default();
    }
    tags.insert(Tag::History);
    Changes { op: Some(op), tags, ids: touched.iter().map(|row| row.id.clone()).collect() }
}

fn tag(table: &str) -> Tag {
    match table {
        "source" | "reading" => Tag::Sources,
        "excerpt" => Tag::Excerpts,
        "actor" => Tag::Actors,
        "issue" => Tag::Issues,
        "position" | "position_actor" | "evidence" => Tag::Positions,
        "dismissal" => Tag::Suggestions,
        "saved_search" => Tag::Searches,
        "note" | "block" | "seen" => Tag::Notes,
        "waiver" => Tag::Waivers,
        "note_version" => Tag::Versions,
        "template" => Tag::Templates,
        "note_comment" => Tag::Comments,
        "export" => Tag::Exports,
        _ => Tag::Dossier,
    }
}
