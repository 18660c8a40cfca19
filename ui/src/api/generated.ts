// Made from the command list by `cargo xtask codegen`. Do not edit.

/** Somebody who can take a position. */
export type Actor = { 
/** Its name in the program. */
id: ActorId, 
/** Full name. */
name: string, 
/** Name for tables and margins. */
short_name: string | null, 
/** What sort of actor. */
kind: ActorKind, 
/** Whom it belongs to. */
parent: ActorId | null, 
/** Its place among those with the same parent. */
place: OrderKey, 
/** Other names it goes by. */
aliases: Array<string>, 
/** Office held. */
role: string | null, 
/** Since when. */
role_from: PartialDate | null, 
/** Until when. */
role_to: PartialDate | null, 
/** How to say the name, the stressed syllable in capitals. */
pronunciation: string | null, };

/** What a person says about an actor. */
export type ActorFacts = { 
/** Full name. */
name: string, 
/** Name for tables and margins. */
short_name: string | null, 
/** What sort of actor. */
kind: ActorKind, 
/** Whom it belongs to. */
parent: ActorId | null, 
/** Other names it goes by. */
aliases: Array<string>, 
/** Office held. */
role: string | null, 
/** Since when. */
role_from: PartialDate | null, 
/** Until when. */
role_to: PartialDate | null, 
/** How to say the name. */
pronunciation: string | null, };

/** Somebody who can take a position. */
export type ActorId = string;

/** What sort of actor it is. */
export type ActorKind = "state" | "international_organisation" | "government_body" | "party" | "company" | "group" | "person";

/** An actor at its place in the tree. */
export type ActorRow = { 
/** The actor. */
actor: Actor, 
/** How many stand above it. */
depth: number, 
/** How many positions it takes. */
positions: number, };

/** A remark to make. */
export type AddComment = { 
/** On which block. */
block: BlockId, 
/** The words it is about, if not the whole block. */
words?: string | null, 
/** What is remarked. */
text: string, };

/** One more passage that shows a position. */
export type AddEvidence = { 
/** Which. */
id: PositionId, 
/** The passage, if it is not kept yet. */
new_excerpt?: NewExcerpt, 
/** The passage and what it does. */
evidence: Evidence, };

/** How two actors agree. */
export type Agreement = { 
/** From 0, at opposite ends on every issue, to 100, the same stance on every issue. */
percent: number, 
/** On how many issues they were compared. */
issues: number, 
/** On how many of these they stand on different sides. */
opposed: number, 
/** The figure in a word. */
band: Band, };

/** Who stands with whom. */
export type Alignment = { 
/** The actors of whom a stance is known that can be read, in the order of the matrix. */
rows: Array<AlignmentRow>, 
/** The same actors with those most alike side by side. */
by_likeness: Array<ActorId>, };

/** One actor beside those above it. */
export type AlignmentRow = { 
/** The actor. */
actor: ActorId, 
/** One for each of the rows before this one; `None` where there is no issue to compare them on. */
with: Array<Agreement | null>, };

/** A source that says nearly the same as another. */
export type Alike = { 
/** The source. */
source: SourceId, 
/** Its title. */
title: string, 
/** How alike, in hundredths. */
likeness: number, };

/** A question that the positions answer when they are read together. */
export type Analysis = { "asks": "alignment" } | { "asks": "changes", 
/** The moment, such as that of the last brief. */
since: string, } | { "asks": "contradictions" } | { "asks": "stale" } | { "asks": "gaps" } | { "asks": "source", 
/** The source. */
source: SourceId, };

/** How many of each there are. */
export type AnalysisCounts = { 
/** Positions that have moved. */
changes: number, 
/** Things that do not agree, by kind, the gravest first; only the kinds that there are. */
contradictions: Array<KindCount>, 
/** Actors without a position on an issue, one for each issue; who has none on any counts once. */
gaps: number, 
/** Positions that have grown old. */
stale: number, };

/** Where the program stands. */
export type AppState = { 
/** Its version. */
version: string, 
/** The open dossier. */
dossier: OpenDossier | null, 
/** Dossiers opened lately. */
recent: Array<Recent>, 
/** What undo would take back. */
undo: Step | null, 
/** What redo would do again. */
redo: Step | null, };

/** A refused file to be read as plain text. */
export type AsText = { 
/** The import that refused it. */
job: string, 
/** The file's number in it. */
number: number, };

/** Which changes. */
export type AskChanges = { 
/** Since when. */
since: string, 
/** How many to pass over. */
from?: number, 
/** At most so many after them. */
limit?: number, };

/** A note to look through. */
export type AskChecks = { 
/** The note. */
note: NoteId, 
/** How many pages its body has, if the caller knows. */
pages?: number | null, };

/** Two states of a note. */
export type AskComparison = { 
/** The note. */
note: NoteId, 
/** The earlier. */
from: NoteState, 
/** The later. */
to: NoteState, };

/** Which contradictions. */
export type AskContradictions = { 
/** Those that this position has a part in; all if not given. */
position?: PositionId, 
/** How many to pass over. */
from?: number, 
/** At most so many after them. */
limit?: number, };

/** Which matrix. */
export type AskMatrix = { 
/** The day; today if not given. */
as_of?: PartialDate, 
/** Columns; every issue if not given. */
issues?: Array<IssueId>, 
/** Rows; every actor if not given. */
actors?: Array<ActorId>, };

/** A note whose pages are wanted. */
export type AskPages = { 
/** The note. */
note: NoteId, 
/** Hashes of drawings the caller has. */
known?: Array<string>, };

/** A file. */
export type At = { 
/** Where it is. */
path: string, };

/** How close two actors stand: the figure in five steps of twenty. */
export type Band = "together" | "near" | "between" | "away" | "apart";

/** What became of something. */
export type Became = "added" | "removed" | "changed" | "moved" | "recast";

/** One piece of a note's body. */
export type Block = { 
/** Its name in the program; stays when the block moves. */
id: BlockId, 
/** The note it belongs to. */
note: NoteId, 
/** Its place in the note. */
place: OrderKey, 
/** What belongs here, from the template: shown while the block is empty, never printed. */
prompt: string | null, 
/** Its own marking, where the writer gave it one (the portion mark); without one it is as marked as the note and
 * as what it cites. */
marking: string | null, 
/** What it says. */
body: Body, };

/** What became of a block. */
export type BlockChange = { 
/** Which. */
block: BlockId, 
/** Its kind. */
kind: Body["kind"], 
/** What became of it. */
became: Became, 
/** Its paragraph number then. */
then: string | null, 
/** Its paragraph number now. */
now: string | null, 
/** Its texts, word by word. */
texts: Array<Array<WordRun>>, };

/** What became of a block. */
export type BlockFate = "edited" | "removed" | "added" | "moved" | "drawn";

/** A piece of a note's body. */
export type BlockId = string;

/** Where a block, or a part of it, stands. */
export type BlockPlace = { 
/** The block. */
block: BlockId, 
/** Index of the page, from 0. */
page: number, 
/** Top edge in points from the top of the sheet. */
top: number, 
/** Bottom edge. */
bottom: number, };

/** What a block says. */
export type Body = { "kind": "bottom_line", 
/** What is so. */
statement: Array<Inline>, 
/** What that means, with its likelihood. */
judgement: Array<Inline>, } | { "kind": "heading", 
/** 1 or 2. */
level: number, 
/** Its words. */
text: Array<Inline>, } | { "kind": "paragraph", 
/** 0, 1 or 2. */
level: number, 
/** A bold opening, or nothing. */
lead: Array<Inline>, 
/** The rest. */
text: Array<Inline>, } | { "kind": "bullets", 
/** The points. */
items: Array<Array<Inline>>, } | { "kind": "quotation", 
/** The passage. */
excerpt: ExcerptId, } | { "kind": "position", 
/** The position. */
position: PositionId, } | { "kind": "positions_table", 
/** Rows; empty means every actor with a position on one of the issues. */
actors: Array<ActorId>, 
/** Columns; empty means every issue. */
issues: Array<IssueId>, 
/** What the table shows. */
caption: Array<Inline>, } | { "kind": "actor_profile", 
/** The actor. */
actor: ActorId, } | { "kind": "timeline", 
/** Whose. */
actor: ActorId | null, 
/** On what. */
issue: IssueId | null, } | { "kind": "change", 
/** Then. */
from: PositionId, 
/** Now. */
to: PositionId, 
/** What changed, as "United States on staying in the talks". */
label: Array<Inline>, } | { "kind": "analysis", 
/** What is asked of them. */
of: Analysis, 
/** Whom it is about; empty means everybody. */
actors: Array<ActorId>, 
/** On what; empty means every issue. */
issues: Array<IssueId>, 
/** What is printed above it; says itself what it shows if empty. */
caption: Array<Inline>, } | { "kind": "lines_to_take", 
/** The lines. */
items: Array<Array<Inline>>, } | { "kind": "press_line", 
/** The lines. */
items: Array<Array<Inline>>, } | { "kind": "defensive_lines", 
/** Question and answer. */
pairs: Array<DefensiveLine>, } | { "kind": "options_table", 
/** The ways. */
options: Array<PolicyOption>, } | { "kind": "recommendation", 
/** The words. */
text: Array<Inline>, } | { "kind": "picture", 
/** The picture's bytes. */
content: ContentHash, 
/** What it shows, for those who cannot see it. */
alternative: string, 
/** What is printed under it. */
caption: Array<Inline>, } | { "kind": "page_break" };

/** A template that came into a dossier. */
export type BroughtTemplate = { 
/** Its id. */
id: TemplateId, 
/** What it is called. */
name: string, 
/** Actors and issues that it names and that are not in the dossier. */
missing: Array<string>, };

/** An answer that is bytes. */
export type Bytes = ArrayBuffer;

/** Where an actor stands on an issue: its latest position. */
export type Cell = { 
/** The position. */
position: PositionId, 
/** Where on the scale. */
stance: Stance, 
/** The day it was held. */
as_of: PartialDate, 
/** How many excerpts show it. */
quotes: number, 
/** With whom it is taken jointly, in the order they are named. */
joint: Array<ActorId>, 
/** Whether something has to hold or to come first. */
conditional: boolean, 
/** Whether it has outlived the issue's half-life or the day of its review. */
stale: boolean, 
/** Whether the actor, one above it or one under it also stands on the other side, or an excerpt speaks
 * against the position. */
contradicted: boolean, 
/** How many more of the actor's positions stand on this issue. */
more: number, 
/** Whether those under the actor stand where it does. */
people: People, };

/** One thing that has moved. At least one of `then` and `now` is there. */
export type Change = { 
/** On what. */
issue: IssueId, 
/** Who takes the position now, or took it last. */
actors: Array<ActorId>, 
/** What stood before; `None` if nothing did. */
then: PositionId | null, 
/** What stands now; `None` if it was withdrawn. */
now: PositionId | null, };

/** Something changed, and which caches that makes stale. Sent after commit. */
export type Changed = { 
/** What was done, as the journal names it; `None` for things outside the dossier. */
op: string | null, 
/** Caches that are now stale. */
tags: Array<string>, 
/** Rows written or removed. */
ids: Array<string>, };

/** A block that says something else. */
export type ChangedBlock = { 
/** Which. */
id: BlockId, 
/** What it says now. */
body: Body, 
/** What it said to the writer, if it is to be left alone where it says something else by now. */
was?: Body | null, };

/** One thing to look at before the note leaves. */
export type Check = { 
/** Its name as long as just this stands there: what a waiver holds on to. */
key: string, 
/** What sort of thing it is. */
kind: CheckKind, 
/** Where it is; `None` if it is about the whole note. */
block: BlockId | null, 
/** The words it is about, as they stand in the block. */
words: string | null, 
/** The sentence they stand in. */
sentence: string | null, 
/** What of the dossier it is about. */
about: CitationTarget | null, 
/** One sentence. */
message: string, 
/** Why it may stay as it is, if somebody has said so. */
waived: Waiver | null, };

/** What sort of thing is to be looked at. */
export type CheckKind = "claim" | "unevidenced" | "stale" | "superseded" | "withdrawn_position" | "contradicted" | "withdrawn_source" | "disputed" | "orphan" | "gap" | "after_cutoff" | "loose" | "mixed" | "abbreviation" | "marking_missing" | "marking_low" | "marking_unknown" | "alternative" | "length" | "empty_section" | "renumbered" | "changed_since_clearance" | "carried_over" | "printing";

/** What a citation points to. */
export type CitationTarget = { "to": "excerpt", "id": ExcerptId } | { "to": "position", "id": PositionId } | { "to": "source", "id": SourceId };

/** A clearance to give. */
export type ClearNote = { 
/** The note, as it stands and in its present version. */
id: NoteId, 
/** Who clears it, by office. */
by: string, };

/** That a version was cleared. */
export type Clearance = { 
/** By whom, by office. */
by: string, 
/** When. */
at: string, 
/** Which version. */
version: string, 
/** The hash of the words that were cleared, where that is known: other words are a draft again. */
words?: ContentHash, };

/** A reason that somebody acts on: the window, a script, a test. */
export type Code = "bad_request" | "no_dossier" | "not_found" | "missing_file" | "in_the_way" | "not_a_dossier" | "newer" | "in_use" | "read_only" | "damaged" | "disk_full" | "refused" | "conflict" | "unreadable" | "locked" | "not_composed" | "unexpected";

/** A block that comes with others. */
export type ComingBlock = { 
/** Its id. */
id: BlockId, 
/** What it says. */
body: Body, 
/** Its own marking. */
marking?: string | null, };

/** A remark on a block. */
export type Comment = { 
/** Its name in the program. */
id: CommentId, 
/** The note. */
note: NoteId, 
/** The block; it may have been taken out since, and comes back with undo. */
block: BlockId, 
/** The words it is about, if not the whole block: found again where they stand. */
words: string | null, 
/** What is remarked. */
text: string, 
/** Whether it has been dealt with. */
settled: boolean, 
/** By whom. */
who: string, 
/** When. */
at: string, };

/** A remark on a block. */
export type CommentId = string;

/** A Word document to compare a note with. */
export type CompareNote = { 
/** The note. */
note: NoteId, 
/** The file. */
path: string, };

/** What was made of a note. */
export type Comparison = { 
/** The export that the file was made from. */
export: Export, 
/** What changed, in the order in which it stands now. */
changes: Array<NoteChange>, 
/** What to know besides, a sentence each. */
notices: Array<string>, };

/** How sure the writer is. */
export type Confidence = "high" | "moderate" | "low";

/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits. */
export type ContentHash = string;

/** Two things that do not agree. */
export type Contradiction = { "between": "positions", 
/** On what. */
issue: IssueId, 
/** The older one. */
earlier: PositionId, 
/** The newer one. */
later: PositionId, 
/** What explains it. */
discord: Discord, } | { "between": "evidence", 
/** On what. */
issue: IssueId, 
/** The position. */
position: PositionId, 
/** The excerpt. */
excerpt: ExcerptId, };

/** What a contradiction is put down to, the gravest first. */
export type ContradictionKind = "conflict" | "evidence" | "audiences" | "speakers" | "over_time";

/** The designation that controlled unclassified information carries on its first page (32 CFR 2002.20); who controls it
 * is the unit that prepared the note. */
export type Controls = { 
/** Category of the CUI Registry: "International agreements". */
category: string | null, 
/** Who may have it; the distribution list if not said. */
dissemination: string | null, 
/** Whom to ask. */
contact: string | null, };

/** For whom the file is. */
export type CopyKind = "file" | "distribution" | "release";

/** An actor to add. */
export type CreateActor = { 
/** Its id, if the caller made one. */
id?: ActorId, 
/** What is so. */
facts: ActorFacts, };

/** An issue to add. */
export type CreateIssue = { 
/** Its id, if the caller made one. */
id?: IssueId, 
/** What is so. */
facts: IssueFacts, };

/** A question that may come, and what to say. */
export type DefensiveLine = { 
/** What they may ask. */
question: Array<Inline>, 
/** What to say. */
answer: Array<Inline>, };

/** Why two positions stand on different sides: the first of these that is so. */
export type Discord = "speakers" | "audiences" | "over_time" | "conflict";

/** What is not to be offered again. */
export type Dismissed = { "what": "suggestion", 
/** The source. */
source: SourceId, 
/** Where the word stands, in Unicode scalar values. */
cue: number, } | { "what": "name", 
/** As it stands in texts. */
name: string, };

/** What a person says about a dossier. */
export type DossierFacts = { 
/** Its title. */
title: string, 
/** BCP 47 tag. */
language: string, 
/** The labels it uses. */
marking_scheme: MarkingScheme, 
/** The marking of what has none of its own. */
marking: string | null, 
/** The unit that writes here. */
unit: string | null, 
/** The paper notes start with. */
paper: Paper, };

/** What a dossier says of itself. */
export type DossierHead = { 
/** Its name in the program. */
id: DossierId, 
/** Its title. */
title: string, 
/** BCP 47 tag; notes start with it. */
language: string, 
/** The labels it uses. */
marking_scheme: MarkingScheme, 
/** The marking of what has none of its own. */
marking: string | null, 
/** The unit that writes here; notes start with it. */
unit: string | null, 
/** The paper notes start with. */
paper: Paper, 
/** When it was begun. */
created_at: string, };

/** A dossier: one file, one subject. */
export type DossierId = string;

/** What is said about an actor. */
export type EditActor = { 
/** Which. */
id: ActorId, 
/** What is so. */
facts: ActorFacts, };

/** A change to a block. */
export type EditBlock = { 
/** Whether it is more of the typing just before it: one step to undo, if nothing was done in between. */
goes_on?: boolean, 
/** Which. */
id: BlockId, 
/** What it says now. */
body: Body, 
/** What it said to the writer, if it is to be left alone where it says something else by now. */
was?: Body | null, };

/** A remark in other words. */
export type EditComment = { 
/** Which. */
id: CommentId, 
/** What is remarked. */
text: string, };

/** A remark on an excerpt. */
export type EditExcerpt = { 
/** Which. */
id: ExcerptId, 
/** What is so. */
facts: ExcerptFacts, };

/** What is said about an issue. */
export type EditIssue = { 
/** Which. */
id: IssueId, 
/** What is so. */
facts: IssueFacts, };

/** What stands around a note's body. */
export type EditNote = { 
/** Which. */
id: NoteId, 
/** What is so. */
facts: NoteFacts, };

/** A change to a position. */
export type EditPosition = { 
/** Which. */
id: PositionId, 
/** What is so. */
facts: PositionFacts, };

/** A correction of what is known about a source. */
export type EditSource = { 
/** Which. */
id: SourceId, 
/** What is so. */
facts: SourceFacts, };

/** What a position would lose with a source. */
export type Effect = "loses_all" | "loses_some" | "loses_objection" | "loses_context";

/** What came of it. */
export type Enrolled = { 
/** New actors. */
added: Array<ActorId>, 
/** Actors that were there and had something added. */
merged: Array<ActorId>, 
/** Names of those whose parent nobody goes by, or several do; they stand at the top. */
unplaced: Array<string>, };

/** One excerpt's part in a position. */
export type Evidence = { 
/** The passage. */
excerpt: ExcerptId, 
/** What it does. */
relation: Relation, };

/** What became of a passage that the note draws on. */
export type EvidenceChange = { 
/** Which. */
excerpt: ExcerptId, 
/** Its words. */
quote: string, 
/** What became of it. */
became: Became, 
/** What is otherwise about it. */
facts: Array<FactChange>, };

/** A passage of a source. Positions count Unicode scalar values of the extracted text. */
export type Excerpt = { 
/** Its name. */
id: ExcerptId, 
/** The source it stands in. */
source: SourceId, 
/** First character. */
start: number, 
/** One past the last character. */
end: number, 
/** The words themselves. */
quote: string, 
/** The words before, up to 32 characters. */
prefix: string, 
/** The words after, up to 32 characters. */
suffix: string, 
/** The hash of `quote`, so that a flipped bit is noticed. */
quote_hash: ContentHash, 
/** Whether the words can no longer be found in the source. */
orphan: boolean, 
/** Page it stands on, from 1, where the source has pages. */
page: number | null, 
/** A remark of the reader's. */
memo: string | null, 
/** The quote in the dossier's language. */
translation: string | null, 
/** How credible the information is, 1 (confirmed) to 6 (cannot be judged): Admiralty code, second character. */
credibility: number | null, 
/** Whether somebody has checked it. */
verification: Verification, 
/** Protective marking, if other than the source's. */
marking: string | null, 
/** When it was kept. */
created_at: string, };

/** What a person may say about an excerpt. */
export type ExcerptFacts = { 
/** A remark. */
memo: string | null, 
/** The quote in the dossier's language. */
translation: string | null, 
/** 1 (confirmed) to 6 (cannot be judged). */
credibility: number | null, 
/** Whether somebody has checked it. */
verification: Verification, 
/** Protective marking. */
marking: string | null, };

/** A passage of a source. */
export type ExcerptId = string;

/** An excerpt with the positions that rest on it. */
export type ExcerptRow = { 
/** The excerpt. */
excerpt: Excerpt, 
/** The positions, those that it supports first. */
positions: Array<PositionId>, 
/** Who says it, by the first that it supports: what speaks against a position is said by somebody else. */
said: Said | null, };

/** One file that left the building. */
export type Export = { 
/** Its name in the program. */
id: ExportId, 
/** The note it froze. */
note: NoteId, 
/** When. */
at: string, 
/** What sort of file. */
format: ExportFormat, 
/** For whom. */
copy: CopyKind, 
/** The note's version as printed. */
version: string, 
/** The marking as printed. */
marking: string | null, 
/** How many pages; 0 for a format without pages. */
pages: number, 
/** The file's hash. */
sha256: ContentHash, 
/** The file's own name, without a path. */
file_name: string, 
/** The note as it stood, with all it drew on, as JSON. */
snapshot: ContentHash, };

/** What sort of file left. */
export type ExportFormat = "pdf" | "docx" | "html" | "md";

/** What left the building. */
export type ExportId = string;

/** An export that drew on the source. */
export type ExportImpact = { 
/** The export. */
export: ExportId, 
/** The note it froze. */
note: NoteId, 
/** The file's own name. */
file_name: string, 
/** The note's version as printed. */
version: string, 
/** For whom. */
copy: CopyKind, 
/** When it left. */
at: string, 
/** How many of its blocks drew on the source. */
blocks: number, };

/** A matrix to write to a file. */
export type ExportMatrix = { 
/** The file; one that is there is replaced. */
path: string, 
/** What sort of file; by the file's extension if not given. */
format?: TableFormat, 
/** The day; today if not given. */
as_of?: PartialDate, 
/** Columns; every issue if not given. */
issues?: Array<IssueId>, 
/** Rows; every actor if not given. */
actors?: Array<ActorId>, };

/** A note to write to a file. */
export type ExportNote = { 
/** The export's id, if the caller made one. */
id?: ExportId, 
/** The note. */
note: NoteId, 
/** The file; one that is there is replaced. */
path: string, 
/** For whom. */
copy?: CopyKind, 
/** As what; PDF if not said. */
format?: ExportFormat, 
/** The highest marking that a release copy may show. */
ceiling?: string | null, };

/** A template to write to a file. */
export type ExportTemplate = { 
/** Which. */
id: TemplateId, 
/** Where to. */
path: string, };

/** What was written. */
export type Exported = { 
/** The record of it. */
export: Export, 
/** Where it is. */
path: string, 
/** What to look at, and is not waived. */
checks: Array<Check>, };

/** What was written. */
export type ExportedMatrix = { 
/** Where it is. */
path: string, 
/** What sort of file. */
format: TableFormat, 
/** How many actors are in it. */
actors: number, 
/** How many issues. */
issues: number, 
/** How many cells hold a position. */
positions: number, 
/** The highest marking of what is in it. */
marking: string | null, };

/** A template that left its dossier. */
export type ExportedTemplate = { 
/** What it is called. */
name: string, 
/** How many of its blocks stay behind: they show passages, positions or pictures of the dossier. */
left_behind: number, };

/** One thing that can be so about a position, a passage, an actor or a note. */
export type Fact = "actors" | "issue" | "stance" | "degree" | "condition" | "sequence" | "summary" | "speaker" | "manner" | "as_of" | "confidence" | "state" | "evidence" | "against" | "quote" | "translation" | "credibility" | "verification" | "found" | "source" | "source_state" | "name" | "short_name" | "role" | "marking" | "title" | "reference" | "version" | "prepared_for" | "prepared_by" | "meeting" | "distribution" | "cutoff" | "clearance";

/** Something that was otherwise. At least one of the two is there. */
export type FactChange = { 
/** What it is about. */
fact: Fact, 
/** What was so. */
then: string | null, 
/** What is so. */
now: string | null, };

/** Excerpts to choose from. */
export type FindExcerpts = { 
/** What is typed: beginnings of words of the excerpt, its source's title, and who says it. */
sought: string, 
/** Whom those come first that are of: nobody if not given. */
about?: Array<ActorId>, 
/** How many to pass over. */
from: number, 
/** At most so many after them. */
limit: number, };

/** Positions to choose from. */
export type FindPositions = { 
/** What is typed: beginnings of words of the position, its issue's title, and who takes it. */
sought: string, 
/** Which of them. */
which: Which, 
/** Whom those come first that are of: nobody if not given. */
about?: Array<ActorId>, 
/** How many to pass over. */
from: number, 
/** At most so many after them. */
limit: number, };

/** Something wrong in a dossier, as a sentence. */
export type Finding = { 
/** What is wrong and where. */
sentence: string, };

/** An actor without a position on an issue, or on any. */
export type Gap = { 
/** The actor. */
actor: ActorId, 
/** The issue; `None` if nothing was found of the actor on any. */
issue: IssueId | null, };

/** A step to go to. */
export type GoTo = { 
/** The last step that shall hold; 0 for none. */
seq: number, };

/** A block that goes with what else is done. */
export type GoneBlock = { 
/** Which. */
id: BlockId, 
/** What it said to the writer, if it is to stay where it says something else by now. */
was?: Body | null, };

/** One thing that was found. */
export type Hit = { 
/** What sort of thing. */
kind: HitKind, 
/** Its id, of the type that `kind` says. */
id: string, 
/** What it is called; for what has no name of its own, where it belongs: an excerpt's source, a block's
 * note, a position's actors and issue. */
title: string, 
/** Its words around the match, the matched ones marked. May be empty. */
context: Array<Piece>, 
/** The source to open, for sources and excerpts. */
source: SourceId | null, 
/** The note to open, for notes and blocks. */
note: NoteId | null, };

/** What sort of thing was found. */
export type HitKind = "source" | "excerpt" | "position" | "block" | "note" | "actor" | "issue";

/** Lines to take in. */
export type ImportActors = { 
/** What becomes of each; lines left out are skipped. */
lines: Array<ImportLine>, };

/** Files to bring in. */
export type ImportFiles = { 
/** Where they are, in the order to take them. */
paths: Array<string>, };

/** What becomes of a line. */
export type ImportLine = { "as": "new", 
/** Its id, if the caller made one. */
id?: ActorId, 
/** What the line says. */
actor: RollActor, } | { "as": "known", 
/** Which. */
id: ActorId, 
/** What the line says. */
actor: RollActor, };

/** What became of one document. */
export type Imported = { 
/** The source it became, or already was. */
source: Source, 
/** Whether the very same bytes were in the dossier before. */
known: boolean, 
/** How many documents are attached to it, which can be imported by themselves. */
attachments: number, 
/** A source that was there before and says nearly the same. */
alike: Alike | null, 
/** How many of its pages are pictures, whose words are missing. */
pictured: number, };

/** Where to look for excerpts. */
export type InSource = { 
/** The source; all if not given. */
source?: SourceId, 
/** These and no others, whichever their source. */
among?: Array<ExcerptId>, };

/** A piece of running text. */
export type Inline = { "type": "text", 
/** The words. */
text: string, 
/** Strong. */
bold?: boolean, 
/** Emphasised. */
italic?: boolean, 
/** BCP 47 tag, if other than the note's. */
language?: string, } | { "type": "citation", 
/** What shows it, in order. */
targets: Array<CitationTarget>, } | { "type": "reference", 
/** The paragraph. */
block: BlockId, } | { "type": "link", 
/** `http`, `https` or `mailto`. */
url: string, 
/** What is printed. */
text: string, } | { "type": "footnote", 
/** The remark. */
text: Array<Inline>, };

/** A block to put in. */
export type InsertBlock = { 
/** Its id, if the caller made one. */
id?: BlockId, 
/** The note. */
note: NoteId, 
/** What it says. */
body: Body, 
/** After which block; first if null. */
after: BlockId | null, };

/** A picture to put in. */
export type InsertPicture = { 
/** Its block's id, if the caller made one. */
id?: BlockId, 
/** The note. */
note: NoteId, 
/** The file. */
path: string, 
/** What it shows, for those who cannot see it. */
alternative: string, 
/** After which block; first if null. */
after: BlockId | null, 
/** A block that makes way for it, where it is there and still says nothing. */
replacing?: BlockId | null, };

/** A question that actors differ on. */
export type Issue = { 
/** Its name in the program. */
id: IssueId, 
/** A few words, for a column's head. */
title: string, 
/** The question that a stance answers. */
question: string, 
/** The wider issue it belongs to. */
parent: IssueId | null, 
/** Its place among those with the same parent. */
place: OrderKey, 
/** How many days a position on it stays fresh; `None` for ever. */
half_life_days: number | null, };

/** What a person says about an issue. */
export type IssueFacts = { 
/** A few words. */
title: string, 
/** The question that a stance answers; may be empty. */
question: string, 
/** The wider issue. */
parent: IssueId | null, 
/** How many days a position stays fresh. */
half_life_days: number | null, };

/** A question that actors differ on. */
export type IssueId = string;

/** An issue with what stands on it. */
export type IssueRow = { 
/** The issue. */
issue: Issue, 
/** How many positions are on it. */
positions: number, 
/** When the latest of them was recorded. */
last_used: string | null, };

/** An import of several files. */
export type Job = { 
/** Its id. */
id: string, 
/** How many files there are, as far as folders and archives have been opened, and scans to recognise. */
total: number, 
/** How many of these are scans to recognise, which are in already. */
scans: number, 
/** How many are done, one way or the other. */
done: number, 
/** The file it is at. */
current: string | null, 
/** How many came in, or were in already. */
imported: number, 
/** How many of these were in already. */
known: number, 
/** Of these the last few, and those of which there is more to say than that: while it runs the last of them. */
told: Array<Imported>, 
/** While the words of its pages are recognised: how far that is. */
pages: PagesDone | null, 
/** Sources whose words were recognised: while it runs the last few, then all. */
recognised: Array<Source>, 
/** How many files did not come in. */
missed: number, 
/** Which, and why: while it runs the last of them, then all. */
refused: Array<RefusedFile>, 
/** Whether it is over. */
ended: boolean, 
/** Whether it was called off. */
cancelled: boolean, };

/** Which import. */
export type JobId = { 
/** Its id. */
id: string, };

/** A passage to keep. */
export type KeepExcerpt = { 
/** Its id, if the caller made one. */
id?: ExcerptId, 
/** The source. */
source: SourceId, 
/** First character. */
start: number, 
/** One past the last character. */
end: number, };

/** A version to keep. */
export type KeepVersion = { 
/** Its id, if the caller made one. */
id?: VersionId, 
/** The note. */
note: NoteId, 
/** What it is to be called. */
name: string, };

/** How many contradictions there are of one kind. */
export type KindCount = { 
/** The kind. */
kind: ContradictionKind, 
/** How many, one at least. */
count: number, };

/** A part of what is on a page. */
export type LayerDrawing = { 
/** Names this drawing: equal hashes are equal drawings. */
hash: string, 
/** The drawing as SVG; null if the caller has it. */
svg: string | null, };

/** What a passage is likely to be on. */
export type LikelyIssues = { 
/** The likeliest first; none if nothing tells. */
ranked: Array<IssueId>, 
/** The first of them where the passage names its matter: all words of its title that tell, or one of them and
 * another word of it or of what was recorded on it; and no other issue comes close. */
told: IssueId | null, };

/** Something behind a block that is not as the writer saw it. */
export type LinkChange = { 
/** The block. */
block: BlockId, 
/** What is behind it. */
link: Linked, 
/** What is otherwise; all of it, where the thing has gone. */
facts: Array<FactChange>, 
/** The position that has taken this one's place. */
later: PositionId | null, 
/** Whether it is no longer in the dossier. */
gone: boolean, };

/** What a block can be linked to. */
export type Linked = { "to": "excerpt", "id": ExcerptId } | { "to": "position", "id": PositionId } | { "to": "actor", "id": ActorId };

/** A note as it is listed. */
export type ListedNote = { 
/** Whether somebody cleared this version in the words that it has; otherwise it is a draft. */
is_cleared: boolean, 
/** Its name in the program. */
id: NoteId, 
/** Title as printed. */
title: string, 
/** The registry's reference. */
reference: string | null, 
/** Version as printed, "1.0". */
version: string, 
/** The template it was made from: its id, such as `position_paper`. */
template: string, 
/** Marking set by the writer; the printed one is the highest of this and of everything in it. */
marking: string | null, 
/** BCP 47 tag. */
language: string, 
/** Paper to print on. */
paper: Paper, 
/** How its pages are printed where not as usual. */
print: Print | null, 
/** The unit that wrote it. */
prepared_by: string | null, 
/** The reader, by office. */
prepared_for: string | null, 
/** The meeting it is for. */
meeting: Meeting | null, 
/** Who gets it. */
distribution: Array<Recipient>, 
/** "Information as of". */
cutoff: string | null, 
/** Date of issue as printed. */
issued: string | null, 
/** The brief before this one, as printed. */
last_brief: string | null, 
/** Who cleared it; DRAFT until then. */
clearance: Clearance | null, 
/** How controlled information is to be handled (United States, CUI). */
controls: Controls | null, 
/** When it was begun. */
created_at: string, };

/** How the position came to be known. */
export type Manner = "on_record" | "reported" | "leaked" | "background" | "inferred";

/** A block's own marking. */
export type MarkBlock = { 
/** Which. */
id: BlockId, 
/** The label; none if null. */
marking: string | null, };

/** The set of labels a dossier uses. */
export type MarkingScheme = { "scheme": "uk" } | { "scheme": "eu" } | { "scheme": "nato" } | { "scheme": "canada" } | { "scheme": "tlp" } | { "scheme": "us" } | { "scheme": "own", 
/** Labels, lowest rank first. */
labels: Array<string>, };

/** Actors by issues. */
export type Matrix = { 
/** Columns, in the issues' order. */
issues: Array<IssueId>, 
/** Rows, each actor before those under it. */
rows: Array<Row>, };

/** The meeting a note is for. */
export type Meeting = { 
/** What it is about. */
title: string, 
/** Where it is. */
place: string | null, 
/** When it starts, in its own zone. */
start: string | null, 
/** The zone's usual letters, "BST". */
zone: string | null, 
/** Who will be there. */
who: string | null, };

/** An actor named in a text. Positions count Unicode scalar values. */
export type Mention = { 
/** First character of the name. */
start: number, 
/** One past its last. */
end: number, 
/** Who it is; several where they share the name. */
actors: Array<ActorId>, };

/** Two actors that are one. */
export type MergeActors = { 
/** The one that goes. */
gone: ActorId, 
/** The one that stays. */
kept: ActorId, };

/** An actor's new place. */
export type MoveActor = { 
/** Which. */
id: ActorId, 
/** Under whom. */
parent: ActorId | null, 
/** After whom there; first if null. */
after: ActorId | null, };

/** A block's new place. */
export type MoveBlock = { 
/** Which. */
id: BlockId, 
/** After which block; first if null. */
after: BlockId | null, };

/** An issue's new place. */
export type MoveIssue = { 
/** Which. */
id: IssueId, 
/** After which; first if null. */
after: IssueId | null, };

/** Where something was moved from and to. */
export type MovedPlaces = { 
/** The first words of what was printed before it; null if it stood first. */
then: string | null, 
/** The first words of what stands before it; null if it stands first. */
now: string | null, };

/** A name that somebody gives an actor. */
export type Name = { 
/** The name. */
name: string, };

/** An actor made while tagging. */
export type NewActor = { 
/** Its name in the program. */
id: ActorId, 
/** The rest. */
facts: ActorFacts, };

/** A dossier to begin. */
export type NewDossier = { 
/** The file to make. */
path: string, 
/** Its title. */
title: string, };

/** A passage to keep. Positions count Unicode scalar values of the source's text. */
export type NewExcerpt = { 
/** Its name. */
id: ExcerptId, 
/** The source. */
source: SourceId, 
/** First character. */
start: number, 
/** One past the last character. */
end: number, };

/** An issue made while tagging. */
export type NewIssue = { 
/** Its name in the program. */
id: IssueId, 
/** The rest. */
facts: IssueFacts, };

/** A name that might be an actor's. Positions count Unicode scalar values. */
export type NewName = { 
/** The name as it stands in the text. */
name: string, 
/** Initials that stand for it there: "U.S.", "US". */
also: Array<string>, 
/** The actor whose initials it is, and who is not yet known to go by them. */
of: ActorId | null, 
/** What sort of actor it is likely to be. */
kind: ActorKind, 
/** The office that the text says its bearer holds: "Secretary of State". */
role: string | null, 
/** The name of whom they hold it for, as the text says: "United States". */
belongs_to: string | null, 
/** The actor who goes by that name. */
parent: ActorId | null, 
/** How often it stands in the text. */
count: number, 
/** Where it stands first. */
start: number, 
/** One past its last character there. */
end: number, };

/** A note to begin. */
export type NewNote = { 
/** Its id, if the caller made one. */
id?: NoteId, 
/** Its title. */
title: string, 
/** The template's id. */
template: string, 
/** The note that it is to be made from; its template counts then, and what has changed since is shown. */
from?: NoteId | null, 
/** Whom it is about; everybody with a position if empty. */
actors?: Array<ActorId>, 
/** On what; every issue if empty. */
issues?: Array<IssueId>, 
/** The meeting it is for. */
meeting?: Meeting | null, };

/** Words on a page that have no place in the source's text, to be kept all the same. */
export type NewPageQuote = { 
/** The excerpt's name. */
id: ExcerptId, 
/** The source. */
source: SourceId, 
/** The page's number, from 1. */
page: number, 
/** The words as they stand on the page. */
quote: string, };

/** A briefing note, without its body: the [`Block`]s stand in rows of their own. */
export type Note = { 
/** Its name in the program. */
id: NoteId, 
/** Title as printed. */
title: string, 
/** The registry's reference. */
reference: string | null, 
/** Version as printed, "1.0". */
version: string, 
/** The template it was made from: its id, such as `position_paper`. */
template: string, 
/** Marking set by the writer; the printed one is the highest of this and of everything in it. */
marking: string | null, 
/** BCP 47 tag. */
language: string, 
/** Paper to print on. */
paper: Paper, 
/** How its pages are printed where not as usual. */
print: Print | null, 
/** The unit that wrote it. */
prepared_by: string | null, 
/** The reader, by office. */
prepared_for: string | null, 
/** The meeting it is for. */
meeting: Meeting | null, 
/** Who gets it. */
distribution: Array<Recipient>, 
/** "Information as of". */
cutoff: string | null, 
/** Date of issue as printed. */
issued: string | null, 
/** The brief before this one, as printed. */
last_brief: string | null, 
/** Who cleared it; DRAFT until then. */
clearance: Clearance | null, 
/** How controlled information is to be handled (United States, CUI). */
controls: Controls | null, 
/** When it was begun. */
created_at: string, };

/** What is no longer as it was exported: a block, or several that were moved together. */
export type NoteChange = { 
/** What became of it. */
fate: BlockFate, 
/** What it said and what it says, as one text. */
words: Array<WordRun>, 
/** Of what was moved, what stood before it and what stands before it now. */
places: MovedPlaces | null, 
/** Whether it was changed here as well since the export: taking it over would undo that. */
changed_here: boolean, 
/** What taking it over does; null where it cannot be. */
revision: Revision | null, };

/** All that differs between two states of a note; where all is empty, nothing does. */
export type NoteComparison = { 
/** Title, marking, meeting and what else stands around the body. */
facts: Array<FactChange>, 
/** Blocks, in the order in which they are read. */
blocks: Array<BlockChange>, 
/** Positions that the note draws on. */
positions: Array<PositionChange>, 
/** Passages that it draws on. */
evidence: Array<EvidenceChange>, };

/** What a person says about a note, outside its body. */
export type NoteFacts = { 
/** Title. */
title: string, 
/** The registry's reference. */
reference: string | null, 
/** Version as printed. */
version: string, 
/** Template id. */
template: string, 
/** Marking set by the writer. */
marking: string | null, 
/** BCP 47 tag. */
language: string, 
/** Paper. */
paper: Paper, 
/** How its pages are printed where not as usual. */
print?: Print | null, 
/** The unit that wrote it. */
prepared_by: string | null, 
/** The reader, by office. */
prepared_for: string | null, 
/** The meeting it is for. */
meeting: Meeting | null, 
/** Who gets it. */
distribution: Array<Recipient>, 
/** "Information as of". */
cutoff: string | null, 
/** Date of issue. */
issued: string | null, 
/** The brief before this one. */
last_brief: string | null, 
/** Who cleared it. */
clearance: Clearance | null, 
/** How controlled information is to be handled. */
controls?: Controls | null, };

/** A briefing note. */
export type NoteId = string;

/** Where a note draws on the source. */
export type NoteImpact = { 
/** The note. */
note: NoteId, 
/** Its title. */
title: string, 
/** The blocks, in their order. */
blocks: Array<BlockId>, };

/** A note's pages. */
export type NotePages = { 
/** The pages, in order. */
pages: Array<PageDrawing>, 
/** The marking as printed. */
marking: string | null, 
/** What cannot be printed as it is meant. */
printing: Array<Check>, 
/** Where each block stands, page by page from the top. */
places: Array<BlockPlace>, 
/** Passages cited: the first is printed as 1. */
evidence: Array<ExcerptId>, 
/** Sources cited or quoted from: the first is printed as S1. */
sources: Array<SourceId>, };

/** A note at some time. */
export type NoteState = { "of": "now" } | { "of": "version", "id": VersionId } | { "of": "export", "id": ExportId };

/** A note as it stood. */
export type NoteVersion = { 
/** Its name in the program. */
id: VersionId, 
/** Of which note. */
note: NoteId, 
/** What somebody called it. */
name: string, 
/** The note's version then, as printed. */
version: string, 
/** Why it was kept. */
kind: VersionKind, 
/** When. */
at: string, 
/** By whom. */
who: string, 
/** The note with all it drew on, as JSON. */
snapshot: ContentHash, };

/** A note with its body. */
export type NoteWithBlocks = { 
/** The note. */
note: Note, 
/** Its blocks, in order. */
blocks: Array<Block>, };

/** A command that takes nothing is sent `{}`. */
export type Nothing = Record<symbol, never>;

/** The thing a command is about. */
export type Of<T> = { 
/** Its id. */
id: T, };

/** Whose exports; all if null. */
export type OfNote = { 
/** The note. */
note?: NoteId, };

/** What is selected on a source's pages. */
export type OnPages = { 
/** The source. */
source: SourceId, 
/** The page, or the page and the next. */
selected: Array<SelectedOnPage>, };

/** One step. */
export type OneStep = { 
/** Its number. */
seq: number, };

/** What the user did. The window has a sentence for each; `label` is the English one. */
export type Op = "begin_dossier" | "edit_dossier" | "import_source" | "edit_source" | "read_source" | "withdraw_source" | "reinstate_source" | "supersede_source" | "recognise_source" | "delete_source" | "keep_excerpt" | "edit_excerpt" | "place_excerpt" | "delete_excerpt" | "create_actor" | "edit_actor" | "move_actor" | "merge_actors" | "split_actor" | "delete_actor" | "import_actors" | "create_issue" | "edit_issue" | "move_issue" | "delete_issue" | "record_position" | "edit_position" | "add_evidence" | "withdraw_position" | "delete_position" | "dismiss_suggestion" | "dismiss_name" | "save_search" | "drop_search" | "create_note" | "edit_note" | "delete_note" | "edit_block" | "mark_block" | "revise_note" | "insert_block" | "move_block" | "delete_block" | "waive_check" | "raise_check" | "replace_words" | "accept_change" | "keep_version" | "restore_version" | "clear_note" | "withdraw_clearance" | "save_template" | "bring_in_template" | "delete_template" | "reopen_note" | "complete_source" | "add_comment" | "edit_comment" | "settle_comment" | "delete_comment" | "take_back" | "export_note" | "build_sample";

/** The open dossier. */
export type OpenDossier = { 
/** What it says of itself. */
head: DossierHead, 
/** Where it is. */
path: string, };

/** A place in a list; compares bytewise. Never ends in the lowest digit, so that there is always room before it. */
export type OrderKey = string;

/** A stretch of the history. */
export type Page = { 
/** Steps before this one; the latest if not given. */
before?: number, 
/** At most so many. */
limit: number, };

/** One page. */
export type PageDrawing = { 
/** Width in points. */
width: number, 
/** Height in points. */
height: number, 
/** Drawings as large as the page that lie on one another, from the lowest. */
layers: Array<LayerDrawing>, };

/** Numbers of pages, from 1; never empty. */
export type PageNumbers = Array<number>;

/** Where a page starts. */
export type PageStart = { 
/** First character on the page. */
start: number, 
/** The page's own label, often its number. */
label: string, };

/** How far the recognition of a source's pages is. */
export type PagesDone = { 
/** How many are done. */
done: number, 
/** How many there are to do; none while that is found out. */
total: number, };

/** The paper a note is printed on. */
export type Paper = "a4" | "letter";

/** A stretch of a long list; all of it if nothing is said. */
export type Part = { 
/** How many to pass over. */
from?: number, 
/** At most so many after them. */
limit?: number, };

/** A date as far as it is known: `2025`, `2025-04` or `2025-04-23` (ISO 8601 reduced precision).
 *
 * Sorts by the earliest day it can mean, a less precise date before a more precise one. */
export type PartialDate = string;

/** A passage of a source. */
export type Passage = { 
/** Its words. */
text: string, 
/** BCP 47 tag of their language. */
language?: string, 
/** What sort of document it stands in. */
kind: SourceKind, };

/** Passages of one source to guess at. */
export type Passages = { 
/** The words of each. */
texts: Array<string>, 
/** BCP 47 tag of their language. */
language?: string, };

/** Passages to be shown on a page. */
export type PassagesOnPage = { 
/** The source. */
source: SourceId, 
/** The page's number, from 1. */
page: number, 
/** The words of the whole page as it is drawn, with its line ends. */
text: string, 
/** The passages of the source's text. */
passages: Array<Stretch>, };

/** Text from the clipboard. */
export type Paste = { 
/** The source's id, if the caller made one. */
id?: SourceId, 
/** The text. */
text: string, 
/** The same as HTML, where the clipboard had it. */
html?: string, 
/** A title, if the user gave one. */
title?: string, };

/** Those under an actor, at whatever depth, who hold a position on the issue: by their latest. */
export type People = { 
/** On the actor's side, or on neither as it is. */
agree: number, 
/** Elsewhere. */
differ: number, };

/** A run of words. */
export type Piece = { 
/** The words. */
text: string, 
/** Whether they are what was looked for. */
matched: boolean, };

/** Words that stand for an excerpt from now on. */
export type PlaceExcerpt = { 
/** Which. */
id: ExcerptId, 
/** The source they stand in: the excerpt's own, or a newer version of it. */
source: SourceId, 
/** First character. */
start: number, 
/** One past the last character. */
end: number, };

/** One way to go. */
export type PolicyOption = { 
/** What it is called. */
title: Array<Inline>, 
/** What speaks for it. */
advantages: Array<Inline>, 
/** What speaks against it. */
drawbacks: Array<Inline>, };

/** One actor, or several jointly, on one issue. */
export type Position = { 
/** Its name in the program. */
id: PositionId, 
/** Who takes it, in the order they are named; at least one. */
actors: Array<ActorId>, 
/** On what. */
issue: IssueId, 
/** Where on the scale. */
stance: Stance, 
/** How far, as in "de facto". */
degree: string | null, 
/** What must hold, as in "if there is progress within days", without the "if". */
condition: string | null, 
/** What must come first, as in "only after a ceasefire". */
sequence: string | null, 
/** One line. */
summary: string | null, 
/** Who said it, if not the actor itself. */
speaker: ActorId | null, 
/** How it came to be known. */
manner: Manner, 
/** The day it was held. */
as_of: PartialDate, 
/** The day to look again. */
review_by: PartialDate | null, 
/** How sure the writer is. */
confidence: Confidence, 
/** The earlier position whose place it takes. */
supersedes: PositionId | null, 
/** Whether it still stands. */
state: PositionState, 
/** Protective marking, if other than its evidence's. */
marking: string | null, 
/** What shows it, in order of weight. */
evidence: Array<Evidence>, 
/** When it was recorded. */
created_at: string, };

/** What became of a position that the note draws on. */
export type PositionChange = { 
/** Which. */
position: PositionId, 
/** Who, on what. */
title: string, 
/** What became of it. */
became: Became, 
/** What it says otherwise; for one that came or went, what it says. */
facts: Array<FactChange>, };

/** What a person says about a position. */
export type PositionFacts = { 
/** Who takes it; at least one, none twice. */
actors: Array<ActorId>, 
/** On what. */
issue: IssueId, 
/** Where on the scale. */
stance: Stance, 
/** How far. */
degree: string | null, 
/** What must hold. */
condition: string | null, 
/** What must come first. */
sequence: string | null, 
/** One line. */
summary: string | null, 
/** Who said it. */
speaker: ActorId | null, 
/** How it came to be known. */
manner: Manner, 
/** The day it was held. */
as_of: PartialDate, 
/** The day to look again. */
review_by: PartialDate | null, 
/** How sure the writer is. */
confidence: Confidence, 
/** The earlier position whose place it takes. */
supersedes: PositionId | null, 
/** Protective marking. */
marking: string | null, 
/** What shows it, in order of weight. */
evidence: Array<Evidence>, };

/** Which positions to read; nothing set means all. */
export type PositionFilter = { 
/** Taken by this actor, alone or jointly. */
actor?: ActorId, 
/** On this issue. */
issue?: IssueId, 
/** Resting on a passage of this source, or on one of an earlier version that has no place in this one. */
source?: SourceId, 
/** One of these; empty means whichever. */
among?: Array<PositionId>, 
/** One of these, or one that has come in its place since, however many came between; empty means whichever. */
line?: Array<PositionId>, };

/** One actor, or several jointly, on one issue. */
export type PositionId = string;

/** How a position would stand without the source. */
export type PositionImpact = { 
/** The position. */
position: PositionId, 
/** Who takes it. */
actors: Array<ActorId>, 
/** On what. */
issue: IssueId, 
/** Where on the scale. */
stance: Stance, 
/** The day it was held. */
as_of: PartialDate, 
/** Whether it stands. */
state: PositionState, 
/** How many passages show it now, those of withdrawn sources left out. */
before: number, 
/** How many would show it still. */
after: number, 
/** What it would lose. */
effect: Effect, };

/** A position with its evidence spelt out. */
export type PositionInFull = { 
/** The position. */
position: Position, 
/** Its excerpts, in the order of its evidence. */
excerpts: Array<Excerpt>, 
/** Their sources, in the same order. */
sources: Array<Source>, 
/** The position whose place it took. */
before: Position | null, };

/** Whether a position still stands. */
export type PositionState = "current" | "superseded" | "withdrawn";

/** How a note's pages are printed where not as usual. */
export type Print = "large";

/** Something that is to be pointed out again. */
export type RaiseCheck = { 
/** The note. */
note: NoteId, 
/** The finding's key. */
key: string, };

/** A table to read as actors: a file, or pasted text. */
export type ReadRoll = { 
/** The file. */
path?: string, 
/** The text, if there is no file. */
text?: string, 
/** What each column says; guessed if not given. */
columns?: Array<RollColumn>, 
/** Whether the first line names the columns; guessed if not given. */
has_heads?: boolean, };

/** What one act of a writer does to several blocks. */
export type RecastBlocks = { 
/** The note. */
note: NoteId, 
/** Blocks that say something else. */
edits?: Array<ChangedBlock>, 
/** Blocks that come, one after the other. */
blocks?: Array<ComingBlock>, 
/** After which block; first if null. */
after?: BlockId | null, 
/** Blocks that go. */
gone?: Array<GoneBlock>, };

/** A dossier opened lately. */
export type Recent = { 
/** Where it is. */
path: string, 
/** Its title then. */
title: string, 
/** When it was opened last. */
opened_at: string, };

/** Somebody on the distribution list. */
export type Recipient = { 
/** Office or unit. */
who: string, 
/** How many paper copies, if counted. */
copies: number | null, };

/** A source whose words are to be recognised. */
export type Recognise = { 
/** Which. */
id: SourceId, 
/** What it opens with, if it opens with a password. It is used for this and kept nowhere. */
password?: string, };

/** A position to record; it may name things made with it. */
export type RecordPosition = { 
/** Its id, if the caller made one. */
id?: PositionId, 
/** Actors not in the dossier yet. */
new_actors?: Array<NewActor>, 
/** An issue not in the dossier yet. */
new_issue?: NewIssue, 
/** A passage not kept yet. */
new_excerpt?: NewExcerpt, 
/** The position. */
facts: PositionFacts, };

/** A file that did not come in. */
export type RefusedFile = { 
/** Its number in the job. */
number: number, 
/** The file's own name, after the folders and archives it lies in. */
file: string, 
/** Why not. */
error: WireError, 
/** Whether it may be worth reading it as plain text. */
as_text: boolean, 
/** Whether a password would open it, whatever stood in the way when one was tried. */
locked: boolean, 
/** The source it is, if it is in and only its words were to be recognised. */
scan: SourceId | null, };

/** What an excerpt does for a position. */
export type Relation = "supports" | "contradicts" | "context";

/** How reliable the source is (Admiralty code, first character). */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/** What came of reopening a note. */
export type Reopened = { 
/** The note, as it is here. */
note: Note, 
/** It was here already, so this is a second one beside it. */
beside: boolean, 
/** Things it draws on that were here already and have changed since: they are as they were here. */
differing: number, 
/** Sources that are here by their quoted passages only. */
in_passages: number, };

/** Words replaced throughout a note. */
export type ReplaceWords = { 
/** The note. */
note: NoteId, 
/** What its blocks say now, those that change. */
blocks: Array<ChangedBlock>, };

/** Changes to take over. */
export type ReviseNote = { 
/** The note. */
note: NoteId, 
/** Those chosen, in their order. */
revisions: Array<Revision>, };

/** A change to one block. */
export type Revision = { "change": "edit", 
/** Which. */
block: BlockId, 
/** What it says. */
body: Body, } | { "change": "remove", 
/** Which. */
block: BlockId, } | { "change": "add", 
/** Its name. */
id: BlockId, 
/** Behind which block, and behind what was put there before it; first if null. */
after: BlockId | null, 
/** What it says. */
body: Body, } | { "change": "move", 
/** Which, one behind the other. */
blocks: Array<BlockId>, 
/** Behind which block, and behind what was put there before them; first if null. */
after: BlockId | null, };

/** A table read as actors. */
export type Roll = { 
/** Whether the first line names the columns. */
has_heads: boolean, 
/** The first line, or numbers where it names nothing. */
heads: Array<string>, 
/** What each column says. */
columns: Array<RollColumn>, 
/** The lines with a name, in their order. */
lines: Array<RollLine>, 
/** Numbers of lines without a name, which are left out. */
nameless: Array<number>, };

/** What a line says of an actor. */
export type RollActor = { 
/** Full name. */
name: string, 
/** Name for tables and margins. */
short_name: string | null, 
/** What sort of actor; guessed from the name where no column says. */
kind: ActorKind, 
/** The name of whom it belongs to. */
parent: string | null, 
/** Other names it goes by. */
aliases: Array<string>, 
/** Office held. */
role: string | null, };

/** What a column says of an actor. */
export type RollColumn = "name" | "short_name" | "kind" | "parent" | "aliases" | "role" | "ignored";

/** One line. */
export type RollLine = { 
/** Its number in the table, the first being 1. */
number: number, 
/** The actor it tells of. */
actor: RollActor, 
/** Actors of the dossier that go by one of its names. */
known: Array<ActorId>, 
/** An earlier line that goes by one of its names. */
repeats: number | null, 
/** Whether nobody goes by the name of whom it belongs to, here or in the table. */
is_parent_unknown: boolean, };

/** One actor's stands. */
export type Row = { 
/** The actor. */
actor: ActorId, 
/** How many stand above it in the tree. */
depth: number, 
/** One for each column; `None` where no position was found. */
cells: Array<Cell | null>, };

/** Who says something, and when. */
export type Said = { 
/** Who takes the position. */
actors: Array<ActorId>, 
/** Who speaks for them, if somebody does. */
speaker: ActorId | null, 
/** The day it was held. */
as_of: PartialDate, };

/** A source's bytes to write to a file. */
export type SaveOriginal = { 
/** Which. */
id: SourceId, 
/** Where to. */
path: string, };

/** A query to keep. */
export type SaveSearch = { 
/** Its id, if the caller made one. */
id?: SavedSearchId, 
/** As typed. */
query: string, };

/** A template to make from a note. */
export type SaveTemplate = { 
/** Its id, if the caller made one. */
id?: TemplateId, 
/** The note. */
note: NoteId, 
/** What it is to be called. */
name: string, 
/** What it is for. */
purpose: string, 
/** How long a note should get. */
max_pages?: number | null, 
/** What becomes of the note's words. */
words: TemplateWords, };

/** A query that is kept. */
export type SavedSearch = { 
/** Its name in the program. */
id: SavedSearchId, 
/** As it was typed. */
query: string, 
/** When it was kept. */
saved_at: string, };

/** A query that is kept. */
export type SavedSearchId = string;

/** What to look for. */
export type Search = { 
/** As typed. */
text: string, 
/** At most so many. */
limit: number, };

/** What is selected on one page. */
export type SelectedOnPage = { 
/** The page's number, from 1. */
page: number, 
/** The words of the whole page as it is drawn, with its line ends. */
text: string, 
/** The selection's first character in them. */
start: number, 
/** One past its last character. */
end: number, };

/** The user's settings. */
export type Settings = { 
/** The user, as the history shows them. */
who: string, 
/** The unit that new notes are prepared by. */
unit: string | null, 
/** Light, dark, or as the system is. */
theme: Theme, 
/** The paper of new dossiers. */
paper: Paper, 
/** Language of new dossiers, BCP 47. */
language: string, 
/** Whether single letters act as keys while no field has focus (WCAG 2.1.4). */
single_letter_keys: boolean, };

/** Whether a remark has been dealt with. */
export type SettleComment = { 
/** Which. */
id: CommentId, 
/** Whether it has. */
settled: boolean, };

/** A moment to compare with. */
export type Since = { 
/** What was recorded after it counts as changed. */
since: string, };

/** A document somebody else wrote. Its texts and bytes are kept apart, by hash. */
export type Source = { 
/** Its name. */
id: SourceId, 
/** Title as published, or as guessed. */
title: string, 
/** Who published it. */
publisher: string | null, 
/** Who wrote it. */
authors: Array<string>, 
/** When it was published, as far as known. */
published: PartialDate | null, 
/** When it was fetched. */
accessed: string | null, 
/** Where it was fetched. */
url: string | null, 
/** What sort of document it is. */
kind: SourceKind, 
/** BCP 47 tag. */
language: string | null, 
/** Grade of the source. */
reliability: Reliability | null, 
/** Protective marking. */
marking: string | null, 
/** Whether it may be relied on. */
state: SourceState, 
/** Why it was withdrawn. */
state_reason: string | null, 
/** The newer version. */
superseded_by: SourceId | null, 
/** The source this one translates. */
translation_of: SourceId | null, 
/** The file's own name, without a path. */
file_name: string | null, 
/** Media type of the original bytes. */
media_type: string, 
/** The original bytes. */
original: ContentHash, 
/** The extracted text, UTF-8, newlines `\n`. */
text: ContentHash, 
/** [`Structure`] as JSON. */
structure: ContentHash, 
/** Sanitised HTML, if the document had any. */
html: ContentHash | null, 
/** Length of the text in Unicode scalar values. */
characters: number, 
/** The pages whose words were recognised in pictures, if there are any: they may be wrong. */
recognised?: PageNumbers, 
/** Names of the fields above that were guessed on import and not yet looked at. */
guessed: Array<string>, 
/** Sentences about what the import could not keep. */
warnings: Array<string>, 
/** When it came into the dossier. */
added_at: string, };

/** What a person may correct about a source. */
export type SourceFacts = { 
/** Title. */
title: string, 
/** Who published it. */
publisher: string | null, 
/** Who wrote it. */
authors: Array<string>, 
/** When it was published. */
published: PartialDate | null, 
/** When it was fetched. */
accessed: string | null, 
/** Where it was fetched. */
url: string | null, 
/** What sort of document it is. */
kind: SourceKind, 
/** BCP 47 tag. */
language: string | null, 
/** Grade. */
reliability: Reliability | null, 
/** Protective marking. */
marking: string | null, 
/** The source this one translates. */
translation_of: SourceId | null, };

/** A document somebody else wrote. */
export type SourceId = string;

/** What rests on a source. */
export type SourceImpact = { 
/** How many passages of it are kept. */
excerpts: number, 
/** Positions with evidence from it: those that would lose most first, otherwise by issue. */
positions: Array<PositionImpact>, 
/** Notes as they are now that cite it, quote it or show such a position, in the order they were begun. */
notes: Array<NoteImpact>, 
/** What left the building with it inside, the latest first. */
exports: Array<ExportImpact>, };

/** What sort of document a source is. */
export type SourceKind = "article" | "statement" | "speech" | "treaty_text" | "leaked_draft" | "record_of_meeting" | "report" | "email" | "other";

/** Who is named in a source. */
export type SourceMentions = { 
/** Actors, in the order of the text. */
mentions: Array<Mention>, 
/** Names that might be added as actors, the most frequent first, without those dismissed. */
new_names: Array<NewName>, };

/** A source as a list shows it. */
export type SourceRow = { 
/** The source. */
source: Source, 
/** How many excerpts were kept from it. */
excerpts: number, 
/** How many positions rest on it. */
positions: number, 
/** Whether it was opened here. */
read: boolean, };

/** Whether a source may still be relied on. */
export type SourceState = "active" | "withdrawn" | "superseded";

/** A source with its text. */
export type SourceText = { 
/** The source. */
source: Source, 
/** Its extracted text. */
text: string, 
/** How the text is built; positions count Unicode scalar values. */
structure: Structure, };

/** One stretch of a text. */
export type Span = { 
/** First character. */
start: number, 
/** One past the last character. */
end: number, 
/** What it is. */
kind: SpanKind, 
/** Heading or list level from 1; 0 where there is none. */
level: number, 
/** The number of a list's item, where the document numbers them; not part of the text. */
number?: number, };

/** What a stretch of a source's text is. */
export type SpanKind = "paragraph" | "heading" | "list_item" | "quote" | "table_row" | "code";

/** An actor that is two. */
export type SplitActor = { 
/** The one that stays. */
of: ActorId, 
/** What becomes one of its own. */
part: SplitOff, };

/** What is to be split off an actor. */
export type SplitOff = { 
/** The id of the one that it becomes. */
id: ActorId, 
/** What is so of that one. The names it goes by are no longer other names of the one it was part of. */
facts: ActorFacts, 
/** The positions that are its own. */
positions: Array<PositionId>, };

/** A position that has grown old. */
export type Stale = { 
/** The position. */
position: PositionId, 
/** Who takes it. */
actors: Array<ActorId>, 
/** On what. */
issue: IssueId, 
/** Where on the scale. */
stance: Stance, 
/** The day it was held. */
as_of: PartialDate, 
/** The first day on which it was stale. */
since: string, 
/** Why. */
reason: StaleReason, };

/** Why a position counts as old. */
export type StaleReason = "half_life" | "review";

/** Where on the scale. *Unclear* is a finding, not a gap. */
export type Stance = "supports" | "supports_with_conditions" | "neutral" | "opposes_with_conditions" | "opposes" | "unclear";

/** Whether words stand in both states. */
export type Stands = "both" | "now" | "then";

/** One thing the user did. */
export type Step = { 
/** Its number, in order of doing. */
seq: number, 
/** What was done. */
op: Op, 
/** To what: a title or a name; may be empty. */
subject: string, 
/** When. */
at: string, 
/** By whom. */
who: string, 
/** Whether it holds. */
state: StepState, };

/** A step as the history shows it. */
export type StepRow = { 
/** Whether it can be taken back by itself as things are now, when others were done since. */
by_itself: boolean, 
/** Its number, in order of doing. */
seq: number, 
/** What was done. */
op: Op, 
/** To what: a title or a name; may be empty. */
subject: string, 
/** When. */
at: string, 
/** By whom. */
who: string, 
/** Whether it holds. */
state: StepState, };

/** Whether a step holds. */
export type StepState = "done" | "undone" | "dropped" | "quiet";

/** Characters `start..end` of a text, counted in Unicode scalar values. */
export type Stretch = { 
/** First character. */
start: number, 
/** One past the last character. */
end: number, };

/** How a source's text is built: stretches in order, and where pages start. Positions count Unicode scalar values. */
export type Structure = { 
/** Stretches in order, not overlapping. */
spans: Array<Span>, 
/** Where each page starts; empty for documents without pages. */
pages: Array<PageStart>, 
/** For a source that is here by its passages only: the number that each paragraph of this text has in the whole
 * document. Empty for whole documents. */
numbers?: Array<number>, 
/** The pages, from 1, whose words are missing because they are pictures. */
pictured?: Array<number>, };

/** A sentence that seems to give somebody a position. Positions count Unicode scalar values. */
export type Suggestion = { 
/** First character of the sentence. */
start: number, 
/** One past its last. */
end: number, 
/** Where in it the word stands that gives the position away; with the source it names the suggestion. */
cue: number, 
/** Who takes it; several take it jointly, unless `either`. */
actors: Array<ActorId>, 
/** Whether it is one of them, who share the name that stands there, rather than all. */
either: boolean, 
/** Who says so, if not the actor. */
speaker: ActorId | null, 
/** The likely stance. */
stance: Stance, 
/** What must hold, without the "if". */
condition: string | null, 
/** What must come first. */
sequence: string | null, 
/** How it came to be known, by the words and the kind of the source. */
manner: Manner, 
/** When it was taken, where the sentence dates it before its source. */
as_of: PartialDate | null, };

/** A source that a newer version takes the place of. */
export type SupersedeSource = { 
/** Which. */
id: SourceId, 
/** The newer version, which is in the dossier too. */
by: SourceId, };

/** What came of putting a newer version in an older one's place. */
export type Superseded = { 
/** The older version. */
source: Source, 
/** How many excerpts are now the newer version's. */
carried: number, 
/** How many were not found in it and wait to be placed by hand. */
orphans: number, };

/** A sort of file that holds a table. */
export type TableFormat = "csv" | "xlsx";

/** A template as a person chooses it. */
export type Template = { 
/** Its id. */
id: string, 
/** Its name. */
name: string, 
/** What it is for. */
purpose: string, 
/** How long it should get. */
max_pages: number | null, 
/** Whether it is the user's own. */
own: boolean, 
/** Whether the open dossier has it. */
here: boolean, 
/** Whether every dossier offers it. */
everywhere: boolean, 
/** Actors and issues that it names and that are not in the open dossier. */
missing: Array<string>, 
/** Why it cannot be used, if it cannot. */
problem: string | null, };

/** A template of the user's own. */
export type TemplateId = string;

/** What becomes of a note's words in the template made from it. */
export type TemplateWords = "emptied" | "kept";

/** Light or dark. */
export type Theme = "system" | "light" | "dark";

/** One stage of a timeline. */
export type TimelineEntry = { 
/** The position. */
position: PositionId, 
/** Who took it. */
actors: Array<ActorId>, 
/** On what. */
issue: IssueId, 
/** Where on the scale. */
stance: Stance, 
/** The day it was held. */
as_of: PartialDate, 
/** The day of the one that took its place. */
until: PartialDate | null, 
/** Whether it still stands. */
state: PositionState, };

/** A refused file to be opened with its password. */
export type Unlock = { 
/** The import that refused it. */
job: string, 
/** The file's number in it. */
number: number, 
/** The password. It is used for this reading and kept nowhere. */
password: string, };

/** What a password opened. */
export type Unlocked = { 
/** The job that recognises its words, if it is a scan. */
recognising: string | null, 
/** The source it became, or already was. */
source: Source, 
/** Whether the very same bytes were in the dossier before. */
known: boolean, 
/** How many documents are attached to it, which can be imported by themselves. */
attachments: number, 
/** A source that was there before and says nearly the same. */
alike: Alike | null, 
/** How many of its pages are pictures, whose words are missing. */
pictured: number, };

/** Whether somebody has checked what a passage says. */
export type Verification = "unverified" | "verified" | "disputed";

/** A note as it stood. */
export type VersionId = string;

/** Why a version was kept. */
export type VersionKind = "kept" | "cleared" | "carried_over";

/** Something that may stay as it is. */
export type WaiveCheck = { 
/** The note. */
note: NoteId, 
/** The finding's key. */
key: string, 
/** Why. */
reason: string, };

/** Why something that the checks point out may stay as it is. */
export type Waiver = { 
/** Note and finding. */
id: string, 
/** The note. */
note: NoteId, 
/** The finding's name. */
key: string, 
/** Why. */
reason: string, 
/** Who says so. */
who: string, 
/** When. */
at: string, };

/** Which positions a list is of. */
export type Which = "all" | "standing" | "changed";

/** An error on the wire. */
export type WireError = { 
/** For programs. */
code: Code, 
/** What happened, to what, and what was kept: whole sentences. */
message: string, 
/** What to do next; may be empty. */
hint: string, };

/** A source that may no longer be relied on. */
export type WithdrawSource = { 
/** Which. */
id: SourceId, 
/** Why. */
reason: string, };

/** Some words that stand in both states or in one. */
export type WordRun = { 
/** In which. */
stands: Stands, 
/** The words. */
text: string, };

/** Every command: what it takes and what it gives. */
export interface Commands {
  /** The program's version, the open dossier, and what undo and redo would do. */
  app_state: { args: Nothing; result: AppState };
  /** The user's settings. */
  settings_get: { args: Nothing; result: Settings };
  /** Keeps the user's settings. */
  settings_put: { args: Settings; result: Settings };
  /** Begins a dossier in a new file and opens it. */
  dossier_new: { args: NewDossier; result: DossierHead };
  /** Opens a dossier. */
  dossier_open: { args: At; result: DossierHead };
  /** Builds the sample dossier in a new file and opens it. */
  dossier_sample: { args: At; result: DossierHead };
  /** Opens the sample dossier in the user's own folder, building it the first time. */
  dossier_sample_open: { args: Nothing; result: DossierHead };
  /** Closes the open dossier. */
  dossier_close: { args: Nothing; result: null };
  /** Changes what the open dossier says of itself. */
  dossier_edit: { args: DossierFacts; result: null };
  /** Copies the open dossier to a new file and checks the copy. */
  dossier_copy: { args: At; result: null };
  /** Reads every byte of the open dossier and says what is wrong with it. */
  dossier_check: { args: Nothing; result: Array<Finding> };
  /** The labels of the dossier's marking scheme, lowest first. */
  dossier_markings: { args: Nothing; result: Array<string> };
  /** All sources, the latest published first. */
  source_list: { args: Nothing; result: Array<SourceRow> };
  /** A source with its text and how the text is built. */
  source_get: { args: Of<SourceId>; result: SourceText };
  /** Corrects what is known about a source. */
  source_edit: { args: EditSource; result: Source };
  /** Remembers that a source was opened. */
  source_mark_read: { args: Of<SourceId>; result: null };
  /** What rests on a source: positions, notes and exports, and how they would stand without it. */
  source_impact: { args: Of<SourceId>; result: SourceImpact };
  /** Says that a source may no longer be relied on. */
  source_withdraw: { args: WithdrawSource; result: Source };
  /** Says that a newer version takes a source's place, and carries its excerpts over. */
  source_supersede: { args: SupersedeSource; result: Superseded };
  /** Says that a withdrawn or superseded source may be relied on again. */
  source_reinstate: { args: Of<SourceId>; result: Source };
  /** Begins to recognise the words on a source's pages that are pictures; the job tells how far it is. */
  source_recognise: { args: Recognise; result: Job };
  /** Takes a source out that nothing rests on. */
  source_delete: { args: Of<SourceId>; result: null };
  /** The document that a source's pages are drawn from: its original, or its picture bound as one. */
  source_pages: { args: Of<SourceId>; result: Bytes };
  /** Writes a source's original bytes to a file. */
  source_save_original: { args: SaveOriginal; result: null };
  /** Who is named in a source's text, and names in it that are no actors yet. */
  source_mentions: { args: Of<SourceId>; result: SourceMentions };
  /** Sources that say nearly the same as one, the likest first. */
  source_alike: { args: Of<SourceId>; result: Array<Alike> };
  /** The positions that a source's sentences seem to give. */
  source_suggestions: { args: Of<SourceId>; result: Array<Suggestion> };
  /** Does not offer a suggested position, or a name, again. */
  suggestion_dismiss: { args: Dismissed; result: null };
  /** Begins to bring files in, and what folders and archives hold, one after the other; the job tells how far it is. */
  import_files: { args: ImportFiles; result: Job };
  /** Brings pasted text in. */
  import_paste: { args: Paste; result: Imported };
  /** Begins to bring in what is attached to an e-mail. */
  import_attachments: { args: Of<SourceId>; result: Job };
  /** Reads a file as plain text that an import refused. */
  import_as_text: { args: AsText; result: Imported };
  /** Opens a file with its password that an import refused for want of it. */
  import_unlock: { args: Unlock; result: Unlocked };
  /** Imports under way or just ended, the latest first. */
  job_list: { args: Nothing; result: Array<Job> };
  /** Everything that came in with one import, in its order. */
  job_imported: { args: JobId; result: Array<Imported> };
  /** Stops an import after the file it is at; what came in stays. */
  job_cancel: { args: JobId; result: null };
  /** Takes an ended import off the list. */
  job_dismiss: { args: JobId; result: null };
  /** The excerpts of a source in the order of its text, after orphans of its earlier versions; of all sources, the latest kept first. */
  excerpt_list: { args: InSource; result: Array<ExcerptRow> };
  /** The excerpts that what is typed finds, the latest kept first, a stretch at a time. */
  excerpt_find: { args: FindExcerpts; result: Array<ExcerptRow> };
  /** Keeps a passage. */
  excerpt_keep: { args: KeepExcerpt; result: Excerpt };
  /** Where in a source's text stands what is selected on a page, or on one and the next; null when that is not certain. */
  page_passage: { args: OnPages; result: Stretch | null };
  /** Where passages of a source's text stand on one of its pages; null for each that is not there for certain. */
  page_places: { args: PassagesOnPage; result: Array<Stretch | null> };
  /** Keeps words of a page that have no place in the source's text, as an orphan. */
  page_quote_keep: { args: NewPageQuote; result: Excerpt };
  /** Says something about an excerpt. */
  excerpt_edit: { args: EditExcerpt; result: Excerpt };
  /** Says which words stand for an excerpt whose own are not found. */
  excerpt_place: { args: PlaceExcerpt; result: Excerpt };
  /** Drops an excerpt; positions lose it as evidence. */
  excerpt_delete: { args: Of<ExcerptId>; result: null };
  /** All actors, each before those under it. */
  actor_list: { args: Nothing; result: Array<ActorRow> };
  /** The likely kind of an actor by the form of its name. */
  actor_likely_kind: { args: Name; result: ActorKind };
  /** Adds an actor. */
  actor_create: { args: CreateActor; result: Actor };
  /** Changes what is said about an actor. */
  actor_edit: { args: EditActor; result: Actor };
  /** Moves an actor in the tree. */
  actor_move: { args: MoveActor; result: Actor };
  /** Makes one actor part of another. */
  actor_merge: { args: MergeActors; result: Actor };
  /** Makes part of an actor one of its own, with the names and positions that are its own. */
  actor_split: { args: SplitActor; result: Actor };
  /** Drops an actor that nothing rests on. */
  actor_delete: { args: Of<ActorId>; result: null };
  /** Reads a table, a file or pasted text, as actors that might be added; adds none. */
  actor_read_roll: { args: ReadRoll; result: Roll };
  /** Adds a list of actors, or what it says to actors that are there, all in one step. */
  actor_import: { args: ImportActors; result: Enrolled };
  /** All issues in their order. */
  issue_list: { args: Nothing; result: Array<IssueRow> };
  /** The issues that each of some passages is likely to be on, by its words. */
  issue_guess: { args: Passages; result: Array<LikelyIssues> };
  /** Adds an issue. */
  issue_create: { args: CreateIssue; result: Issue };
  /** Changes what is said about an issue. */
  issue_edit: { args: EditIssue; result: Issue };
  /** Moves an issue in the list. */
  issue_move: { args: MoveIssue; result: Issue };
  /** Drops an issue that no position is on. */
  issue_delete: { args: Of<IssueId>; result: null };
  /** Positions, by issue, the latest first. */
  position_list: { args: PositionFilter; result: Array<Position> };
  /** The positions that what is typed finds, the latest held first, a stretch at a time. */
  position_find: { args: FindPositions; result: Array<Position> };
  /** A position with its evidence and what surrounds it. */
  position_get: { args: Of<PositionId>; result: PositionInFull };
  /** How what a passage says is likely to have come to be known. */
  position_likely_manner: { args: Passage; result: Manner };
  /** Records a position, with the actors, issue and passage it names for the first time. */
  position_record: { args: RecordPosition; result: Position };
  /** Changes a position. */
  position_edit: { args: EditPosition; result: Position };
  /** Adds a passage to what shows a position. */
  position_add_evidence: { args: AddEvidence; result: Position };
  /** Says that a position no longer stands. */
  position_withdraw: { args: Of<PositionId>; result: null };
  /** Drops a position. */
  position_delete: { args: Of<PositionId>; result: null };
  /** Who stands where, on a day. */
  matrix_get: { args: AskMatrix; result: Matrix };
  /** Writes the matrix to a file, as comma-separated values or as a workbook. */
  matrix_export: { args: ExportMatrix; result: ExportedMatrix };
  /** Who stands with whom, over the issues on which both hold a stance. */
  alignment_get: { args: AskMatrix; result: Alignment };
  /** How much has changed since a moment, does not agree, is missing or has grown old. */
  analysis_counts: { args: Since; result: AnalysisCounts };
  /** Positions recorded since a moment, with those they took the place of. */
  change_list: { args: AskChanges; result: Array<Change> };
  /** Positions, and evidence, that do not go together. */
  contradiction_list: { args: AskContradictions; result: Array<Contradiction> };
  /** Of whom nothing was found, and on which issues of those of whom something was. */
  gap_list: { args: Nothing; result: Array<Gap> };
  /** Positions past their review or their issue's half-life. */
  stale_list: { args: Part; result: Array<Stale> };
  /** An actor's or an issue's positions in time. */
  timeline_get: { args: PositionFilter; result: Array<TimelineEntry> };
  /** The note templates, the user's own last, and those that every dossier offers. */
  template_list: { args: Nothing; result: Array<Template> };
  /** Makes a template from a note. */
  template_save: { args: SaveTemplate; result: null };
  /** Drops a template of the user's own. */
  template_delete: { args: Of<TemplateId>; result: null };
  /** Writes a template of the user's own to a file. */
  template_export: { args: ExportTemplate; result: ExportedTemplate };
  /** Takes the template of a file into the open dossier. */
  template_import: { args: At; result: BroughtTemplate };
  /** Offers a template of the user's own in every dossier. */
  template_offer: { args: Of<TemplateId>; result: ExportedTemplate };
  /** Offers it no longer in other dossiers; it stays in the open one. */
  template_withdraw: { args: Of<TemplateId>; result: null };
  /** All notes, the latest begun first. */
  note_list: { args: Nothing; result: Array<ListedNote> };
  /** A note with its blocks. */
  note_get: { args: Of<NoteId>; result: NoteWithBlocks };
  /** Begins a note from a template, filled from the dossier, or from another note. */
  note_create: { args: NewNote; result: Note };
  /** Changes what stands around a note's body. */
  note_edit: { args: EditNote; result: Note };
  /** Opens the note that a file copy carries, with what it draws on that is not here. */
  note_reopen: { args: At; result: Reopened };
  /** Drops a note. */
  note_delete: { args: Of<NoteId>; result: null };
  /** Puts a block in. */
  block_insert: { args: InsertBlock; result: Block };
  /** Does to several blocks what one act of a writer does: some say something else, some come, some go. */
  blocks_recast: { args: RecastBlocks; result: Array<Block> };
  /** Changes what a block says. */
  block_edit: { args: EditBlock; result: Block };
  /** Gives a block a marking of its own, or takes it away. */
  block_mark: { args: MarkBlock; result: Block };
  /** Changes what several blocks say in one step: words replaced throughout. */
  words_replace: { args: ReplaceWords; result: null };
  /** What has changed behind a note's blocks since the writer looked. */
  link_changes: { args: Of<NoteId>; result: Array<LinkChange> };
  /** Takes what is now behind a block as seen. */
  link_accept: { args: Of<BlockId>; result: null };
  /** What to look at before a note leaves. */
  note_checks: { args: AskChecks; result: Array<Check> };
  /** Lets something that the checks point out stand, for a reason that is kept. */
  check_waive: { args: WaiveCheck; result: Waiver };
  /** Points it out again. */
  check_raise: { args: RaiseCheck; result: null };
  /** Remarks on a note's blocks, which no copy of it carries. */
  comment_list: { args: Of<NoteId>; result: Array<Comment> };
  /** Remarks on a block, or on words of it. */
  comment_add: { args: AddComment; result: Comment };
  /** Says a remark in other words. */
  comment_edit: { args: EditComment; result: Comment };
  /** Says that a remark has been dealt with, or that it has not. */
  comment_settle: { args: SettleComment; result: Comment };
  /** Drops a remark. */
  comment_delete: { args: Of<CommentId>; result: null };
  /** A note's versions, the latest first. */
  version_list: { args: Of<NoteId>; result: Array<NoteVersion> };
  /** Keeps a note as it stands, under a name. */
  version_keep: { args: KeepVersion; result: NoteVersion };
  /** Puts a note's body back as a version has it. */
  version_restore: { args: Of<VersionId>; result: NoteVersion };
  /** What is otherwise between two states of a note: words, positions, evidence. */
  version_compare: { args: AskComparison; result: NoteComparison };
  /** Clears a note's present version and keeps it as it was cleared. */
  note_clear: { args: ClearNote; result: Note };
  /** Takes a note's clearance back. */
  note_withdraw_clearance: { args: Of<NoteId>; result: Note };
  /** Puts a picture in. */
  block_insert_picture: { args: InsertPicture; result: Block };
  /** Moves a block. */
  block_move: { args: MoveBlock; result: Block };
  /** Takes a block out. */
  block_delete: { args: Of<BlockId>; result: null };
  /** The note's pages as they would be printed; pages the caller knows by hash come without their drawing. */
  note_pages: { args: AskPages; result: NotePages };
  /** Writes the note as PDF, Word, HTML or Markdown and records that it left. */
  note_export: { args: ExportNote; result: Exported };
  /** What somebody made of a note in the Word document that was exported from it, block by block. */
  note_compare: { args: CompareNote; result: Comparison };
  /** Takes over changes to a note's blocks, all in one step. */
  note_revise: { args: ReviseNote; result: NoteWithBlocks };
  /** What left the building, the latest first. */
  export_list: { args: OfNote; result: Array<Export> };
  /** Finds sources, excerpts, positions, notes, actors and issues. */
  search: { args: Search; result: Array<Hit> };
  /** Queries that are kept, the latest first. */
  search_list: { args: Nothing; result: Array<SavedSearch> };
  /** Keeps a query. */
  search_save: { args: SaveSearch; result: SavedSearch };
  /** No longer keeps a query. */
  search_drop: { args: Of<SavedSearchId>; result: null };
  /** Steps, the latest first. */
  history_list: { args: Page; result: Array<StepRow> };
  /** Takes back the last step. */
  undo: { args: Nothing; result: Step };
  /** Does the step again that was undone last. */
  redo: { args: Nothing; result: Step };
  /** Takes back one step and no other, as a step of its own. */
  step_take_back: { args: OneStep; result: Step };
  /** Undoes or redoes until the given step is the last that holds. */
  history_go_to: { args: GoTo; result: null };
}

/** The caches each command's answer depends on. */
export const provides: { readonly [C in keyof Commands]: readonly string[] } = {
  app_state: ["dossier", "history", "settings"],
  settings_get: ["settings"],
  settings_put: [],
  dossier_new: [],
  dossier_open: [],
  dossier_sample: [],
  dossier_sample_open: [],
  dossier_close: [],
  dossier_edit: [],
  dossier_copy: [],
  dossier_check: [],
  dossier_markings: ["dossier"],
  source_list: ["sources", "excerpts", "positions"],
  source_get: ["sources"],
  source_edit: [],
  source_mark_read: [],
  source_impact: ["sources", "excerpts", "positions", "notes", "exports"],
  source_withdraw: [],
  source_supersede: [],
  source_reinstate: [],
  source_recognise: [],
  source_delete: [],
  source_pages: ["originals"],
  source_save_original: [],
  source_mentions: ["sources", "actors", "suggestions"],
  source_alike: ["sources"],
  source_suggestions: ["sources", "actors", "positions", "suggestions"],
  suggestion_dismiss: [],
  import_files: [],
  import_paste: [],
  import_attachments: [],
  import_as_text: [],
  import_unlock: [],
  job_list: ["jobs"],
  job_imported: ["jobs"],
  job_cancel: [],
  job_dismiss: [],
  excerpt_list: ["excerpts", "positions"],
  excerpt_find: ["excerpts", "positions", "sources", "actors"],
  excerpt_keep: [],
  page_passage: ["sources"],
  page_places: ["sources"],
  page_quote_keep: [],
  excerpt_edit: [],
  excerpt_place: [],
  excerpt_delete: [],
  actor_list: ["actors", "positions"],
  actor_likely_kind: [],
  actor_create: [],
  actor_edit: [],
  actor_move: [],
  actor_merge: [],
  actor_split: [],
  actor_delete: [],
  actor_read_roll: ["actors"],
  actor_import: [],
  issue_list: ["issues", "positions"],
  issue_guess: ["issues", "positions", "excerpts", "actors"],
  issue_create: [],
  issue_edit: [],
  issue_move: [],
  issue_delete: [],
  position_list: ["positions"],
  position_find: ["positions", "actors", "issues"],
  position_get: ["positions", "excerpts", "sources", "actors", "issues"],
  position_likely_manner: [],
  position_record: [],
  position_edit: [],
  position_add_evidence: [],
  position_withdraw: [],
  position_delete: [],
  matrix_get: ["actors", "issues", "positions"],
  matrix_export: [],
  alignment_get: ["actors", "issues", "positions"],
  analysis_counts: ["actors", "issues", "positions"],
  change_list: ["issues", "positions"],
  contradiction_list: ["actors", "issues", "positions"],
  gap_list: ["actors", "issues", "positions"],
  stale_list: ["issues", "positions"],
  timeline_get: ["positions"],
  template_list: ["templates", "actors", "issues"],
  template_save: [],
  template_delete: [],
  template_export: [],
  template_import: [],
  template_offer: [],
  template_withdraw: [],
  note_list: ["notes"],
  note_get: ["notes"],
  note_create: [],
  note_edit: [],
  note_reopen: [],
  note_delete: [],
  block_insert: [],
  blocks_recast: [],
  block_edit: [],
  block_mark: [],
  words_replace: [],
  link_changes: ["notes", "positions", "excerpts", "sources", "actors", "issues"],
  link_accept: [],
  note_checks: ["dossier", "notes", "positions", "excerpts", "sources", "actors", "issues", "waivers", "versions", "templates"],
  check_waive: [],
  check_raise: [],
  comment_list: ["comments"],
  comment_add: [],
  comment_edit: [],
  comment_settle: [],
  comment_delete: [],
  version_list: ["versions"],
  version_keep: [],
  version_restore: [],
  version_compare: ["notes", "positions", "excerpts", "sources", "actors", "issues", "versions", "exports"],
  note_clear: [],
  note_withdraw_clearance: [],
  block_insert_picture: [],
  block_move: [],
  block_delete: [],
  note_pages: ["dossier", "notes", "positions", "excerpts", "sources", "actors", "issues", "waivers"],
  note_export: [],
  note_compare: ["notes", "exports"],
  note_revise: [],
  export_list: ["exports"],
  search: ["sources", "excerpts", "positions", "notes", "actors", "issues"],
  search_list: ["searches"],
  search_save: [],
  search_drop: [],
  history_list: ["history"],
  undo: [],
  redo: [],
  step_take_back: [],
  history_go_to: [],
};
