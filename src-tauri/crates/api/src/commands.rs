//! Every command, once: its name, what it takes and gives, which caches its answer depends on, and its handler.
//! The router, the TypeScript types and the command line are made from this list.

use crate::error::WireError;
use crate::session::Session;
use crate::typescript::Shape;
use crate::{
    analysis, app, blocks, checks, comments, dossiers, exports, history, import, index, notes, pages,
    positions, revisions, roll, searches, settings, sources, suggestions, tables, templates, versions,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use standpoint_core::ids::{
    ActorId, BlockId, CommentId, ExcerptId, IssueId, NoteId, PositionId, SavedSearchId, SourceId, TemplateId,
    VersionId,
};

/// One command.
#[derive(Debug)]
pub struct Command {
    /// Its name on the wire.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub purpose: &'static str,
    /// The caches its answer depends on; empty for a command that changes something.
    pub provides: &'static [&'static str],
    /// The shape of its arguments.
    pub takes: fn() -> Shape,
    /// The shape of its answer.
    pub gives: fn() -> Shape,
    pub(crate) run: fn(&Session, Value) -> Result<Answer, WireError>,
}

/// What a command answers.
#[derive(Debug)]
pub enum Answer {
    /// JSON, written out: nobody on the way to the window looks into it.
    Json(String),
    /// Bytes as they are: a document is not worth writing out as JSON.
    Bytes(Vec<u8>),
}

/// An answer that is bytes.
#[derive(Debug, ts_rs::TS)]
#[ts(type = "ArrayBuffer")]
pub struct Bytes(#[ts(skip)] pub(crate) Vec<u8>);

trait IntoAnswer {
    fn into_answer(self) -> Result<Answer, WireError>;
}

impl IntoAnswer for Bytes {
    fn into_answer(self) -> Result<Answer, WireError> {
        Ok(Answer::Bytes(self.0))
    }
}

impl<T: serde::Serialize> IntoAnswer for T {
    fn into_answer(self) -> Result<Answer, WireError> {
        serde_json::to_string(&self)
            .map(Answer::Json)
            .map_err(|error| WireError::bad_request(format!("The answer cannot be written: {error}.")))
    }
}

/// The command of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

fn parse<T: DeserializeOwned>(args: Value) -> Result<T, WireError> {
    serde_json::from_value(args)
        .map_err(|error| WireError::bad_request(format!("The request cannot be read: {error}.")))
}

macro_rules! commands {
    ($($(#[doc = $purpose:literal])+ $name:ident($takes:ty) -> $gives:ty $([$($tag:literal),+])? = $handler:path;)+) => {
        /// Every command there is.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            purpose: concat!($($purpose),+).trim_ascii(),
            provides: &[$($($tag),+)?],
            takes: Shape::of::<$takes>,
            gives: Shape::of::<$gives>,
            run: |session, args| {
                let args: $takes = parse(args)?;
                let value: $gives = $handler(session, args)?;
                value.into_answer()
            },
        }),+];
    };
}

/// A command that takes nothing is sent `{}`.
#[derive(Debug, serde::Deserialize, ts_rs::TS)]
pub struct Nothing {}

/// The thing a command is about.
#[derive(Debug, serde::Deserialize, ts_rs::TS)]
pub struct Of<T> {
    /// Its id.
    pub id: T,
}

commands! {
    /// The program's version, the open dossier, and what undo and redo would do.
    app_state(Nothing) -> app::AppState ["dossier", "history", "settings"] = app::state;
    /// The user's settings.
    settings_get(Nothing) -> settings::Settings ["settings"] = app::settings;
    /// Keeps the user's settings.
    settings_put(settings::Settings) -> settings::Settings = app::put_settings;

    /// Begins a dossier in a new file and opens it.
    dossier_new(dossiers::NewDossier) -> standpoint_core::dossier::DossierHead = dossiers::new;
    /// Opens a dossier.
    dossier_open(dossiers::At) -> standpoint_core::dossier::DossierHead = dossiers::open;
    /// Builds the sample dossier in a new file and opens it.
    dossier_sample(dossiers::At) -> standpoint_core::dossier::DossierHead = dossiers::sample;
    /// Opens the sample dossier in the user's own folder, building it the first time.
    dossier_sample_open(Nothing) -> standpoint_core::dossier::DossierHead = dossiers::open_sample;
    /// Closes the open dossier.
    dossier_close(Nothing) -> () = dossiers::close;
    /// Changes what the open dossier says of itself.
    dossier_edit(dossiers::DossierFacts) -> () = dossiers::edit;
    /// Copies the open dossier to a new file and checks the copy.
    dossier_copy(dossiers::At) -> () = dossiers::copy;
    /// Reads every byte of the open dossier and says what is wrong with it.
    dossier_check(Nothing) -> Vec<standpoint_core::dossier::Finding> = dossiers::check;
    /// The labels of the dossier's marking scheme, lowest first.
    dossier_markings(Nothing) -> Vec<String> ["dossier"] = dossiers::markings;

    /// All sources, the latest published first.
    source_list(Nothing) -> Vec<standpoint_core::sources::queries::SourceRow> ["sources", "excerpts", "positions"] = sources::list;
    /// A source with its text and how the text is built.
    source_get(Of<SourceId>) -> sources::SourceText ["sources"] = sources::get;
    /// Corrects what is known about a source.
    source_edit(sources::EditSource) -> standpoint_core::sources::Source = sources::edit;
    /// Remembers that a source was opened.
    source_mark_read(Of<SourceId>) -> () = sources::mark_read;
    /// What rests on a source: positions, notes and exports, and how they would stand without it.
    source_impact(Of<SourceId>) -> standpoint_core::analysis::SourceImpact ["sources", "excerpts", "positions", "notes", "exports"] = sources::impact;
    /// Says that a source may no longer be relied on.
    source_withdraw(sources::WithdrawSource) -> standpoint_core::sources::Source = sources::withdraw;
    /// Says that a newer version takes a source's place, and carries its excerpts over.
    source_supersede(sources::SupersedeSource) -> standpoint_core::sources::versions::Superseded = sources::supersede;
    /// Says that a withdrawn or superseded source may be relied on again.
    source_reinstate(Of<SourceId>) -> standpoint_core::sources::Source = sources::reinstate;
    /// Begins to recognise the words on a source's pages that are pictures; the job tells how far it is.
    source_recognise(import::Recognise) -> import::Job = import::recognise;
    /// Takes a source out that nothing rests on.
    source_delete(Of<SourceId>) -> () = sources::delete;
    /// The document that a source's pages are drawn from: its original, or its picture bound as one.
    source_pages(Of<SourceId>) -> Bytes ["originals"] = pages::document;
    /// Writes a source's original bytes to a file.
    source_save_original(sources::SaveOriginal) -> () = sources::save_original;

    /// Who is named in a source's text, and names in it that are no actors yet.
    source_mentions(Of<SourceId>) -> standpoint_core::analysis::suggestions::queries::SourceMentions ["sources", "actors", "suggestions"] = suggestions::mentions;
    /// Sources that say nearly the same as one, the likest first.
    source_alike(Of<SourceId>) -> Vec<standpoint_core::sources::likeness::Alike> ["sources"] = import::likeness::alike;
    /// The positions that a source's sentences seem to give.
    source_suggestions(Of<SourceId>) -> Vec<standpoint_core::analysis::suggestions::Suggestion> ["sources", "actors", "positions", "suggestions"] = suggestions::suggestions;
    /// Does not offer a suggested position, or a name, again.
    suggestion_dismiss(standpoint_core::analysis::suggestions::ops::Dismissed) -> () = suggestions::dismiss;

    /// Begins to bring files in, and what folders and archives hold, one after the other; the job tells how far it is.
    import_files(import::ImportFiles) -> import::Job = import::start;
    /// Brings pasted text in.
    import_paste(import::Paste) -> import::Imported = import::paste;
    /// Begins to bring in what is attached to an e-mail.
    import_attachments(Of<SourceId>) -> import::Job = import::attachments;
    /// Reads a file as plain text that an import refused.
    import_as_text(import::AsText) -> import::Imported = import::as_text;
    /// Opens a file with its password that an import refused for want of it.
    import_unlock(import::Unlock) -> import::Unlocked = import::unlock;
    /// Imports under way or just ended, the latest first.
    job_list(Nothing) -> Vec<import::Job> ["jobs"] = import::list;
    /// Everything that came in with one import, in its order.
    job_imported(import::JobId) -> Vec<import::Imported> ["jobs"] = import::imported;
    /// Stops an import after the file it is at; what came in stays.
    job_cancel(import::JobId) -> () = import::cancel;
    /// Takes an ended import off the list.
    job_dismiss(import::JobId) -> () = import::dismiss;

    /// The excerpts of a source in the order of its text, after orphans of its earlier versions; of all sources, the latest kept first.
    excerpt_list(sources::InSource) -> Vec<standpoint_core::excerpts::queries::ExcerptRow> ["excerpts", "positions"] = sources::excerpts;
    /// The excerpts that what is typed finds, the latest kept first, a stretch at a time.
    excerpt_find(sources::FindExcerpts) -> Vec<standpoint_core::excerpts::queries::ExcerptRow> ["excerpts", "positions", "sources", "actors"] = sources::find_excerpts;
    /// Keeps a passage.
    excerpt_keep(sources::KeepExcerpt) -> standpoint_core::excerpts::Excerpt = sources::keep_excerpt;
    /// Where in a source's text stands what is selected on a page, or on one and the next; null when that is not certain.
    page_passage(pages::OnPages) -> Option<standpoint_core::excerpts::pages::Stretch> ["sources"] = pages::passage;
    /// Where passages of a source's text stand on one of its pages; null for each that is not there for certain.
    page_places(pages::PassagesOnPage) -> Vec<Option<standpoint_core::excerpts::pages::Stretch>> ["sources"] = pages::places;
    /// Keeps words of a page that have no place in the source's text, as an orphan.
    page_quote_keep(standpoint_core::excerpts::pages::NewPageQuote) -> standpoint_core::excerpts::Excerpt = pages::keep_quote;
    /// Says something about an excerpt.
    excerpt_edit(sources::EditExcerpt) -> standpoint_core::excerpts::Excerpt = sources::edit_excerpt;
    /// Says which words stand for an excerpt whose own are not found.
    excerpt_place(sources::PlaceExcerpt) -> standpoint_core::excerpts::Excerpt = sources::place_excerpt;
    /// Drops an excerpt; positions lose it as evidence.
    excerpt_delete(Of<ExcerptId>) -> () = sources::delete_excerpt;

    /// All actors, each before those under it.
    actor_list(Nothing) -> Vec<standpoint_core::actors::queries::ActorRow> ["actors", "positions"] = index::actors;
    /// The likely kind of an actor by the form of its name.
    actor_likely_kind(suggestions::Name) -> standpoint_core::actors::ActorKind = suggestions::likely_kind;
    /// Adds an actor.
    actor_create(index::NewActor) -> standpoint_core::actors::Actor = index::create_actor;
    /// Changes what is said about an actor.
    actor_edit(index::EditActor) -> standpoint_core::actors::Actor = index::edit_actor;
    /// Moves an actor in the tree.
    actor_move(index::MoveActor) -> standpoint_core::actors::Actor = index::move_actor;
    /// Makes one actor part of another.
    actor_merge(index::MergeActors) -> standpoint_core::actors::Actor = index::merge_actors;
    /// Makes part of an actor one of its own, with the names and positions that are its own.
    actor_split(index::SplitActor) -> standpoint_core::actors::Actor = index::split_actor;
    /// Drops an actor that nothing rests on.
    actor_delete(Of<ActorId>) -> () = index::delete_actor;
    /// Reads a table, a file or pasted text, as actors that might be added; adds none.
    actor_read_roll(roll::ReadRoll) -> standpoint_core::actors::roll::Roll ["actors"] = roll::read;
    /// Adds a list of actors, or what it says to actors that are there, all in one step.
    actor_import(roll::ImportActors) -> standpoint_core::actors::roll::ops::Enrolled = roll::import;
    /// All issues in their order.
    issue_list(Nothing) -> Vec<standpoint_core::issues::queries::IssueRow> ["issues", "positions"] = index::issues;
    /// The issues that each of some passages is likely to be on, by its words.
    issue_guess(analysis::Passages) -> Vec<standpoint_core::analysis::LikelyIssues> ["issues", "positions", "excerpts", "actors"] = analysis::likely_issues;
    /// Adds an issue.
    issue_create(index::NewIssue) -> standpoint_core::issues::Issue = index::create_issue;
    /// Changes what is said about an issue.
    issue_edit(index::EditIssue) -> standpoint_core::issues::Issue = index::edit_issue;
    /// Moves an issue in the list.
    issue_move(index::MoveIssue) -> standpoint_core::issues::Issue = index::move_issue;
    /// Drops an issue that no position is on.
    issue_delete(Of<IssueId>) -> () = index::delete_issue;

    /// Positions, by issue, the latest first.
    position_list(standpoint_core::positions::queries::PositionFilter) -> Vec<standpoint_core::positions::Position> ["positions"] = positions::list;
    /// The positions that what is typed finds, the latest held first, a stretch at a time.
    position_find(positions::FindPositions) -> Vec<standpoint_core::positions::Position> ["positions", "actors", "issues"] = positions::find;
    /// A position with its evidence and what surrounds it.
    position_get(Of<PositionId>) -> positions::PositionInFull ["positions", "excerpts", "sources", "actors", "issues"] = positions::get;
    /// How what a passage says is likely to have come to be known.
    position_likely_manner(suggestions::Passage) -> standpoint_core::positions::Manner = suggestions::likely_manner;
    /// Records a position, with the actors, issue and passage it names for the first time.
    position_record(positions::RecordPosition) -> standpoint_core::positions::Position = positions::record;
    /// Changes a position.
    position_edit(positions::EditPosition) -> standpoint_core::positions::Position = positions::edit;
    /// Adds a passage to what shows a position.
    position_add_evidence(positions::AddEvidence) -> standpoint_core::positions::Position = positions::add_evidence;
    /// Says that a position no longer stands.
    position_withdraw(Of<PositionId>) -> () = positions::withdraw;
    /// Drops a position.
    position_delete(Of<PositionId>) -> () = positions::delete;

    /// Who stands where, on a day.
    matrix_get(analysis::AskMatrix) -> standpoint_core::analysis::Matrix ["actors", "issues", "positions"] = analysis::matrix;
    /// Writes the matrix to a file, as comma-separated values or as a workbook.
    matrix_export(tables::ExportMatrix) -> tables::ExportedMatrix = tables::export;
    /// Who stands with whom, over the issues on which both hold a stance.
    alignment_get(analysis::AskMatrix) -> standpoint_core::analysis::Alignment ["actors", "issues", "positions"] = analysis::alignment;
    /// How much has changed since a moment, does not agree, is missing or has grown old.
    analysis_counts(analysis::Since) -> standpoint_core::analysis::AnalysisCounts ["actors", "issues", "positions"] = analysis::counts;
    /// Positions recorded since a moment, with those they took the place of.
    change_list(analysis::AskChanges) -> Vec<standpoint_core::analysis::Change> ["issues", "positions"] = analysis::changes;
    /// Positions, and evidence, that do not go together.
    contradiction_list(analysis::AskContradictions) -> Vec<standpoint_core::analysis::Contradiction> ["actors", "issues", "positions"] = analysis::contradictions;
    /// Of whom nothing was found, and on which issues of those of whom something was.
    gap_list(Nothing) -> Vec<standpoint_core::analysis::Gap> ["actors", "issues", "positions"] = analysis::gaps;
    /// Positions past their review or their issue's half-life.
    stale_list(analysis::Part) -> Vec<standpoint_core::analysis::Stale> ["issues", "positions"] = analysis::stale;
    /// An actor's or an issue's positions in time.
    timeline_get(standpoint_core::positions::queries::PositionFilter) -> Vec<standpoint_core::analysis::TimelineEntry> ["positions"] = analysis::timeline;

    /// The note templates, the user's own last, and those that every dossier offers.
    template_list(Nothing) -> Vec<templates::Template> ["templates", "actors", "issues"] = templates::list;
    /// Makes a template from a note.
    template_save(templates::SaveTemplate) -> () = templates::save;
    /// Drops a template of the user's own.
    template_delete(Of<TemplateId>) -> () = templates::delete;
    /// Writes a template of the user's own to a file.
    template_export(templates::shelf::ExportTemplate) -> templates::shelf::ExportedTemplate = templates::shelf::export;
    /// Takes the template of a file into the open dossier.
    template_import(dossiers::At) -> templates::shelf::BroughtTemplate = templates::shelf::import;
    /// Offers a template of the user's own in every dossier.
    template_offer(Of<TemplateId>) -> templates::shelf::ExportedTemplate = templates::shelf::offer;
    /// Offers it no longer in other dossiers; it stays in the open one.
    template_withdraw(Of<TemplateId>) -> () = templates::shelf::withdraw;
    /// All notes, the latest begun first.
    note_list(Nothing) -> Vec<standpoint_core::notes::queries::ListedNote> ["notes"] = notes::list;
    /// A note with its blocks.
    note_get(Of<NoteId>) -> standpoint_core::notes::queries::NoteWithBlocks ["notes"] = notes::get;
    /// Begins a note from a template, filled from the dossier, or from another note.
    note_create(notes::NewNote) -> standpoint_core::notes::Note = notes::create;
    /// Changes what stands around a note's body.
    note_edit(notes::EditNote) -> standpoint_core::notes::Note = notes::edit;
    /// Opens the note that a file copy carries, with what it draws on that is not here.
    note_reopen(dossiers::At) -> standpoint_core::notes::reopen::Reopened = notes::reopen;
    /// Drops a note.
    note_delete(Of<NoteId>) -> () = notes::delete;
    /// Puts a block in.
    block_insert(blocks::InsertBlock) -> standpoint_core::notes::Block = blocks::insert_block;
    /// Does to several blocks what one act of a writer does: some say something else, some come, some go.
    blocks_recast(blocks::RecastBlocks) -> Vec<standpoint_core::notes::Block> = blocks::recast_blocks;
    /// Changes what a block says.
    block_edit(blocks::EditBlock) -> standpoint_core::notes::Block = blocks::edit_block;
    /// Gives a block a marking of its own, or takes it away.
    block_mark(blocks::MarkBlock) -> standpoint_core::notes::Block = blocks::mark_block;
    /// Changes what several blocks say in one step: words replaced throughout.
    words_replace(blocks::ReplaceWords) -> () = blocks::replace_words;
    /// What has changed behind a note's blocks since the writer looked.
    link_changes(Of<NoteId>) -> Vec<standpoint_core::notes::linked::LinkChange> ["notes", "positions", "excerpts", "sources", "actors", "issues"] = versions::link_changes;
    /// Takes what is now behind a block as seen.
    link_accept(Of<BlockId>) -> () = versions::accept_change;
    /// What to look at before a note leaves.
    note_checks(checks::AskChecks) -> Vec<standpoint_core::analysis::checks::Check> ["dossier", "notes", "positions", "excerpts", "sources", "actors", "issues", "waivers", "versions", "templates"] = checks::list;
    /// Lets something that the checks point out stand, for a reason that is kept.
    check_waive(checks::WaiveCheck) -> standpoint_core::analysis::checks::Waiver = checks::waive;
    /// Points it out again.
    check_raise(checks::RaiseCheck) -> () = checks::raise;
    /// Remarks on a note's blocks, which no copy of it carries.
    comment_list(Of<NoteId>) -> Vec<standpoint_core::notes::comments::Comment> ["comments"] = comments::list;
    /// Remarks on a block, or on words of it.
    comment_add(comments::AddComment) -> standpoint_core::notes::comments::Comment = comments::add;
    /// Says a remark in other words.
    comment_edit(comments::EditComment) -> standpoint_core::notes::comments::Comment = comments::edit;
    /// Says that a remark has been dealt with, or that it has not.
    comment_settle(comments::SettleComment) -> standpoint_core::notes::comments::Comment = comments::settle;
    /// Drops a remark.
    comment_delete(Of<CommentId>) -> () = comments::delete;
    /// A note's versions, the latest first.
    version_list(Of<NoteId>) -> Vec<standpoint_core::notes::versions::NoteVersion> ["versions"] = versions::list;
    /// Keeps a note as it stands, under a name.
    version_keep(versions::KeepVersion) -> standpoint_core::notes::versions::NoteVersion = versions::keep;
    /// Puts a note's body back as a version has it.
    version_restore(Of<VersionId>) -> standpoint_core::notes::versions::NoteVersion = versions::restore;
    /// What is otherwise between two states of a note: words, positions, evidence.
    version_compare(versions::AskComparison) -> standpoint_core::analysis::compare::NoteComparison ["notes", "positions", "excerpts", "sources", "actors", "issues", "versions", "exports"] = versions::compare;
    /// Clears a note's present version and keeps it as it was cleared.
    note_clear(versions::ClearNote) -> standpoint_core::notes::Note = versions::clear;
    /// Takes a note's clearance back.
    note_withdraw_clearance(Of<NoteId>) -> standpoint_core::notes::Note = versions::withdraw_clearance;
    /// Puts a picture in.
    block_insert_picture(blocks::InsertPicture) -> standpoint_core::notes::Block = blocks::insert_picture;
    /// Moves a block.
    block_move(blocks::MoveBlock) -> standpoint_core::notes::Block = blocks::move_block;
    /// Takes a block out.
    block_delete(Of<BlockId>) -> () = blocks::delete_block;
    /// The note's pages as they would be printed; pages the caller knows by hash come without their drawing.
    note_pages(exports::AskPages) -> exports::NotePages ["dossier", "notes", "positions", "excerpts", "sources", "actors", "issues", "waivers"] = exports::pages;
    /// Writes the note as PDF, Word, HTML or Markdown and records that it left.
    note_export(exports::ExportNote) -> exports::Exported = exports::export;
    /// What somebody made of a note in the Word document that was exported from it, block by block.
    note_compare(revisions::CompareNote) -> revisions::Comparison ["notes", "exports"] = revisions::compare;
    /// Takes over changes to a note's blocks, all in one step.
    note_revise(revisions::ReviseNote) -> standpoint_core::notes::queries::NoteWithBlocks = revisions::revise;
    /// What left the building, the latest first.
    export_list(exports::OfNote) -> Vec<standpoint_core::exports::Export> ["exports"] = exports::list;

    /// Finds sources, excerpts, positions, notes, actors and issues.
    search(searches::Search) -> Vec<standpoint_core::search::Hit> ["sources", "excerpts", "positions", "notes", "actors", "issues"] = searches::search;
    /// Queries that are kept, the latest first.
    search_list(Nothing) -> Vec<standpoint_core::search::saved::SavedSearch> ["searches"] = searches::saved;
    /// Keeps a query.
    search_save(searches::SaveSearch) -> standpoint_core::search::saved::SavedSearch = searches::save;
    /// No longer keeps a query.
    search_drop(Of<SavedSearchId>) -> () = searches::drop;

    /// Steps, the latest first.
    history_list(history::Page) -> Vec<history::StepRow> ["history"] = history::list;
    /// Takes back the last step.
    undo(Nothing) -> standpoint_core::journal::Step = history::undo;
    /// Does the step again that was undone last.
    redo(Nothing) -> standpoint_core::journal::Step = history::redo;
    /// Takes back one step and no other, as a step of its own.
    step_take_back(history::OneStep) -> standpoint_core::journal::Step = history::take_back;
    /// Undoes or redoes until the given step is the last that holds.
    history_go_to(history::GoTo) -> () = history::go_to;
}
