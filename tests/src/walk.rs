//! Any sequence of operations: what to try is drawn at random, on what is decided when it is tried.
//!
//! An attempt may be refused, as a person's would be. What it may not do is fail in any other way, or
//! leave anything half done.

mod actors;
mod blocks;
mod lists;
mod reopening;
mod tries;
mod versions;

use proptest::prelude::*;
use standpoint_core::dossier::DossierHead;
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::Paper;
use standpoint_core::time::Moment;
use standpoint_core::{Changes, Dossier, Op, Result, Stamp};
use std::fmt;
use std::path::PathBuf;
use tempfile::TempDir;
use uuid::Uuid;

/// One thing to try.
#[derive(Clone)]
pub struct Attempt {
    /// What.
    pub op: Op,
    /// On which of the things there are, and how.
    pub picks: [u32; 5],
    /// Words to put in.
    pub words: String,
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One line each: a walk that breaks the law is read by a person.
        write!(f, "{} {:?} {:?}", self.op, self.picks, self.words)
    }
}

/// Sequences of about `length` attempts. Beginnings are drawn more often than ends, so that there is something to end, and
/// some ends right after what they end.
pub fn attempts(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Attempt>> {
    let any = prop::sample::select(Op::ALL.to_vec()).prop_map(|op| vec![op]);
    let beginning = prop::sample::select(BEGINNINGS.to_vec()).prop_map(|op| vec![op]);
    let chain = prop::sample::select(CHAINS.to_vec()).prop_map(<[Op]>::to_vec);
    let ops = prop_oneof![9 => any, 6 => beginning, 3 => chain];
    let words = prop::sample::select(vec![
        "Truce",
        "",
        "a  b",
        "Ünïcode 👩‍👩‍👧",
        "وقف إطلاق النار",
        "line\nline",
        "\"quoted\" \\",
    ]);
    let together = (ops, prop::array::uniform5(0..1000u32), words.prop_map(str::to_owned)).prop_map(
        |(ops, mut picks, words)| -> Vec<Attempt> {
            if ops.ends_with(&[Op::EditPosition, Op::AcceptChange]) {
                // What is put in shows the position that is then edited.
                (picks[3], picks[4]) = (picks[0], 1);
            }
            ops.into_iter().map(|op| Attempt { op, picks, words: words.clone() }).collect()
        },
    );
    prop::collection::vec(together, length).prop_map(|all| all.into_iter().flatten().collect())
}

/// What ends, or changes, only what has just begun.
const CHAINS: &[&[Op]] = &[
    &[Op::WithdrawSource, Op::ReinstateSource],
    &[Op::ReopenNote, Op::CompleteSource],
    &[Op::InsertBlock, Op::MarkBlock],
    &[Op::WaiveCheck, Op::RaiseCheck],
    &[Op::InsertBlock, Op::AddComment, Op::EditComment, Op::SettleComment, Op::DeleteComment],
    &[Op::KeepVersion, Op::InsertBlock, Op::RestoreVersion],
    &[Op::ClearNote, Op::WithdrawClearance],
    &[Op::SaveTemplate, Op::BringInTemplate, Op::DeleteTemplate],
    &[Op::SaveSearch, Op::DropSearch],
    &[Op::MergeActors, Op::CreateIssue, Op::TakeBack],
    &[Op::InsertBlock, Op::EditPosition, Op::AcceptChange],
    &[Op::InsertBlock, Op::InsertBlock, Op::MoveBlock],
];

const BEGINNINGS: &[Op] = &[
    Op::ImportSource,
    Op::KeepExcerpt,
    Op::CreateActor,
    Op::CreateActor,
    Op::CreateIssue,
    Op::CreateIssue,
    Op::ReopenNote,
    Op::CompleteSource,
    Op::RecordPosition,
    Op::RecordPosition,
    Op::CreateNote,
    Op::InsertBlock,
];

/// A dossier that operations are tried on.
#[derive(Debug)]
pub struct Walk {
    /// `None` only while it is opened again.
    dossier: Option<Dossier>,
    folder: TempDir,
    last_id: u128,
    minute: i64,
}

impl Default for Walk {
    fn default() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut walk = Self { dossier: None, folder, last_id: 0, minute: 0 };
        let stamp = walk.stamp();
        let head = DossierHead {
            id: Uuid::nil().into(),
            title: "Talks".into(),
            language: "en-GB".into(),
            marking_scheme: MarkingScheme::Tlp,
            marking: None,
            unit: None,
            paper: Paper::A4,
            created_at: stamp.at,
        };
        walk.dossier = Some(Dossier::create(&walk.path(), &head, &stamp).expect("a new dossier"));
        walk
    }
}

impl Walk {
    /// The dossier.
    pub fn dossier(&mut self) -> &mut Dossier {
        self.dossier.as_mut().expect("it is open between steps")
    }

    /// Closes the file and opens it again, as a restart would.
    pub fn reopen(&mut self) {
        self.dossier = None;
        self.dossier = Some(Dossier::open(&self.path(), "Desk").expect("it opens again"));
    }

    /// Closes the file and hands over the folder it lies in.
    #[must_use]
    pub fn close(self) -> TempDir {
        self.folder
    }

    /// Puts the first few things in, in one step that cannot be undone.
    pub fn build(&mut self) -> Result<Changes> {
        let stamp = self.stamp();
        tries::build(self, &stamp)
    }

    /// Tries one thing. `Changes` without an operation mean that nothing was there to try it on.
    pub fn attempt(&mut self, attempt: &Attempt) -> Result<Changes> {
        let stamp = self.stamp();
        tries::attempt(self, attempt, &stamp)
    }

    /// An id nobody has had.
    pub(crate) fn id<T: From<Uuid>>(&mut self) -> T {
        self.last_id += 1;
        Uuid::from_u128(self.last_id).into()
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("walk.standpoint")
    }

    /// A minute later each time.
    fn stamp(&mut self) -> Stamp {
        self.minute += 1;
        let at: Moment = Moment::parse_from_rfc3339("2025-04-01T09:00:00+02:00").expect("a moment");
        Stamp { at: at + chrono::Duration::minutes(self.minute), who: "Desk".into() }
    }
}
