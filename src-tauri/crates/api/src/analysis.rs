//! What the positions add up to, on a day: today unless another is asked for.

use crate::commands::Nothing;
use crate::error::WireError;
use crate::session::Session;
use chrono::NaiveDate;
use serde::Deserialize;
use standpoint_core::analysis::{
    Alignment, AnalysisCounts, Change, Contradiction, Gap, LikelyIssues, Matrix, MatrixFilter, Stale,
    TimelineEntry,
};
use standpoint_core::ids::{ActorId, IssueId, PositionId};
use standpoint_core::positions::queries::PositionFilter;
use standpoint_core::time::{Moment, PartialDate};

/// Which matrix.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AskMatrix {
    /// The day; today if not given.
    #[ts(optional)]
    pub as_of: Option<PartialDate>,
    /// Columns; every issue if not given.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<IssueId>>")]
    pub issues: Vec<IssueId>,
    /// Rows; every actor if not given.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ActorId>>")]
    pub actors: Vec<ActorId>,
}

/// A stretch of a long list; all of it if nothing is said.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub(crate) struct Part {
    /// How many to pass over.
    #[serde(default)]
    #[ts(optional, as = "Option<usize>")]
    pub from: usize,
    /// At most so many after them.
    pub limit: Option<usize>,
}

impl Part {
    fn of<T>(self, list: Vec<T>) -> Vec<T> {
        list.into_iter().skip(self.from).take(self.limit.unwrap_or(usize::MAX)).collect()
    }
}

/// Which contradictions.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AskContradictions {
    /// Those that this position has a part in; all if not given.
    #[ts(optional)]
    pub position: Option<PositionId>,
    /// Which of them.
    #[serde(flatten)]
    pub part: Part,
}

/// A moment to compare with.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Since {
    /// What was recorded after it counts as changed.
    #[ts(type = "string")]
    pub since: Moment,
}

/// Which changes.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AskChanges {
    /// Since when.
    #[ts(type = "string")]
    pub since: Moment,
    /// Which of them.
    #[serde(flatten)]
    pub part: Part,
}

impl AskMatrix {
    /// As the dossier is asked.
    pub(crate) fn filter(self, session: &Session) -> MatrixFilter {
        let as_of = self.as_of.unwrap_or_else(|| PartialDate::day(today(session)));
        MatrixFilter { as_of, issues: self.issues, actors: self.actors }
    }
}

fn today(session: &Session) -> NaiveDate {
    session.edge().now().date_naive()
}

pub(crate) fn matrix(session: &Session, args: AskMatrix) -> Result<Matrix, WireError> {
    let filter = args.filter(session);
    session.read(|dossier| dossier.matrix(&filter))
}

pub(crate) fn alignment(session: &Session, args: AskMatrix) -> Result<Alignment, WireError> {
    let filter = args.filter(session);
    session.read(|dossier| dossier.alignment(&filter))
}

pub(crate) fn counts(session: &Session, args: Since) -> Result<AnalysisCounts, WireError> {
    session.read(|dossier| dossier.analysis_counts(today(session), args.since))
}

pub(crate) fn changes(session: &Session, args: AskChanges) -> Result<Vec<Change>, WireError> {
    let Part { from, limit } = args.part;
    session.read(|dossier| dossier.changes_part(args.since, from, limit.unwrap_or(usize::MAX)))
}

pub(crate) fn contradictions(
    session: &Session,
    args: AskContradictions,
) -> Result<Vec<Contradiction>, WireError> {
    let found = session.read(|dossier| match args.position {
        Some(position) => dossier.contradictions_of(position, today(session)),
        None => dossier.contradictions_by_kind(today(session)),
    });
    Ok(args.part.of(found?))
}

pub(crate) fn gaps(session: &Session, _: Nothing) -> Result<Vec<Gap>, WireError> {
    session.read(|dossier| dossier.gaps(today(session)))
}

pub(crate) fn stale(session: &Session, part: Part) -> Result<Vec<Stale>, WireError> {
    Ok(part.of(session.read(|dossier| dossier.stale_positions(today(session)))?))
}

pub(crate) fn timeline(session: &Session, filter: PositionFilter) -> Result<Vec<TimelineEntry>, WireError> {
    session.read(|dossier| dossier.timeline(&filter))
}

/// Passages of one source to guess at.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Passages {
    /// The words of each.
    pub texts: Vec<String>,
    /// BCP 47 tag of their language.
    #[ts(optional)]
    pub language: Option<String>,
}

pub(crate) fn likely_issues(session: &Session, args: Passages) -> Result<Vec<LikelyIssues>, WireError> {
    let texts: Vec<&str> = args.texts.iter().map(String::as_str).collect();
    session.read(|dossier| dossier.likely_issues(&texts, args.language.as_deref()))
}
