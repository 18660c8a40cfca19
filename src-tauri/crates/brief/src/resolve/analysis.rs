//! What the positions add up to, read together as of the cut-off.

use super::Resolver;
use crate::document::{Content, Finding, Findings, Found, Inline, Square, SquareActor, Text};
use crate::words::Phrase;
use chrono::Datelike;
use standpoint_core::analysis::{Change, Contradiction, Gap, PositionImpact, ReadTogether, Stale};
use standpoint_core::ids::{ActorId, ExcerptId, IssueId, PositionId, SourceId};
use standpoint_core::notes::Analysis;
use standpoint_core::positions::Position;
use standpoint_core::time::{Moment, PartialDate};

/// A table but for its label, its caption and its notes: heads with widths, and rows.
type Rows = (Vec<(Phrase, u32)>, Vec<Finding>);

impl<'a> Resolver<'a> {
    pub(super) fn analysis(
        &mut self,
        of: Analysis,
        asked: (&'a [ActorId], &'a [IssueId]),
        caption: Text,
        place: &str,
    ) -> Content {
        let label = self.next_table(place);
        let title = self.asked(of);
        let left_out = self.uncounted();
        let none = self.words.with(Phrase::NothingFound, &[("title", &plain(&title))]);
        // A table with nothing in it has no notes; what is withheld may be why.
        let none = left_out.iter().fold(none, |none, sentence| format!("{none} {}", plain(sentence)));
        let caption = if caption.is_empty() { title } else { caption };
        let read = ReadTogether::of(self.snapshot, asked, &self.withheld.positions, self.today());
        let (head, rows) = match of {
            Analysis::Alignment => {
                return Content::Square(self.square(&read, label, caption, left_out, none));
            }
            Analysis::Changes { since } => self.changed(&read.changes(since)),
            Analysis::Contradictions => self.contradicting(&read.contradictions()),
            Analysis::Stale => self.grown_old(&read.stale()),
            Analysis::Gaps => {
                let (gaps, behind) = read.gaps();
                self.shown.behind.extend(behind);
                self.missing(&gaps)
            }
            // What rests on a source that is withheld is withheld with it.
            Analysis::Source { source } if self.withheld.sources.contains(&source) => self.resting(&[]),
            Analysis::Source { source } => self.resting(&read.resting_on(source)),
        };
        let head = head.into_iter().map(|(head, width)| (self.words.get(head).to_owned(), width)).collect();
        Content::Findings(Findings { label, caption, head, rows, note: left_out, none })
    }

    /// What is asked, as a caption.
    fn asked(&mut self, of: Analysis) -> Text {
        let phrase = match of {
            Analysis::Changes { since } => return vec![Inline::words(self.since(since))],
            Analysis::Source { source } => return self.rests_on(source),
            Analysis::Alignment => Phrase::AlignmentAsOf,
            Analysis::Contradictions => Phrase::ContradictionsAsOf,
            Analysis::Stale => Phrase::StaleAsOf,
            Analysis::Gaps => Phrase::GapsAsOf,
        };
        let as_of = self.words.moment(self.cutoff, &self.zone);
        vec![Inline::words(self.words.with(phrase, &[("moment", &as_of)]))]
    }

    fn since(&self, since: Moment) -> String {
        self.words.with(Phrase::ChangesSince, &[("moment", &self.words.moment(since, &self.zone))])
    }

    fn rests_on(&mut self, id: SourceId) -> Text {
        let Some(source) = self.index.sources.get(&id).copied() else { return vec![Inline::words("?")] };
        let title = if self.withheld.sources.contains(&id) {
            source.title.clone()
        } else {
            self.words.quoted(&source.title)
        };
        let cited = self.citations.source(id);
        let words = self.words.with(Phrase::RestsOn, &[("title", &title)]);
        vec![Inline::words(words), Inline::Citation(vec![cited])]
    }

    /// Where something is withheld, that it was left out.
    fn uncounted(&self) -> Vec<Text> {
        let left_out = !self.withheld.positions.is_empty();
        left_out.then(|| self.words.text(Phrase::WithheldNotCounted, &[])).into_iter().collect()
    }

    fn changed(&mut self, changes: &[Change]) -> Rows {
        // Where nothing stood before, no column says so line after line.
        let all_new = changes.iter().all(|change| change.then.is_none());
        let new = all_new.then(|| self.words.get(Phrase::NewlyRecorded).to_owned());
        let mut rows = Vec::new();
        for change in changes {
            let Some(about) = change.now.or(change.then).and_then(|id| self.position(id)) else { continue };
            let then = (!all_new).then(|| self.stood(change.then, false, Phrase::NewlyRecorded));
            let now = self.stood(change.now, false, Phrase::GradeWithdrawn);
            let cells = then.into_iter().chain([now]).collect();
            rows.push(Finding { name: self.title(about), note: new.clone(), cells });
        }
        let head = if all_new {
            vec![(Phrase::WhoOnWhat, 32), (Phrase::Position, 68)]
        } else {
            vec![(Phrase::WhoOnWhat, 24), (Phrase::Earlier, 38), (Phrase::Later, 38)]
        };
        (head, rows)
    }

    fn contradicting(&mut self, contradictions: &[Contradiction]) -> Rows {
        let head = vec![(Phrase::Issue, 24), (Phrase::Earlier, 38), (Phrase::Later, 38)];
        let mut rows = Vec::new();
        for one in contradictions {
            let (issue, why, cells) = match *one {
                Contradiction::Positions { issue, earlier, later, discord } => {
                    let cells = [earlier, later].map(|id| self.stood(Some(id), true, Phrase::NoneFound));
                    (issue, self.words.discord(discord), cells)
                }
                Contradiction::Evidence { issue, position, excerpt } => {
                    let against = self.stood(Some(position), true, Phrase::NoneFound);
                    let attribution = self.said_in(excerpt);
                    let quote = self.quote(excerpt).unwrap_or_default();
                    (
                        issue,
                        self.words.get(Phrase::EvidenceAgainst),
                        [against, Found::Quote { quote, attribution }],
                    )
                }
            };
            let name = self.issue(issue);
            rows.push(Finding { name, note: Some(why.to_owned()), cells: cells.into() });
        }
        (head, rows)
    }

    /// The source of a passage: who is quoted in it is not told by the position that it speaks against.
    fn said_in(&self, id: ExcerptId) -> String {
        let source = self.index.excerpts.get(&id).and_then(|excerpt| self.index.sources.get(&excerpt.source));
        let open = source
            .filter(|it| !self.withheld.excerpts.contains(&id) && !self.withheld.sources.contains(&it.id));
        let Some(source) = open else { return String::new() };
        let parts = [
            Some(self.words.quoted(&source.title)),
            source.publisher.clone(),
            source.published.map(|day| self.words.long_date(day)),
        ];
        self.words.list(&parts.into_iter().flatten().collect::<Vec<_>>())
    }

    fn grown_old(&mut self, stale: &[Stale]) -> Rows {
        let head = vec![(Phrase::WhoOnWhat, 36), (Phrase::Position, 38), (Phrase::StaleSince, 26)];
        let mut rows = Vec::new();
        for one in stale {
            let Some(position) = self.position(one.position) else { continue };
            let mut standing = self.standing(position, None);
            // The column beside it says so.
            standing.stale = false;
            let since = self.words.short_date(PartialDate::day(one.since), self.cutoff.year());
            let why = self.words.stale_reason(one.reason).to_owned();
            let stands = Found::Position { who: None, standing, quote: None };
            let cells = vec![stands, Found::Words(self.words.list(&[since, why]))];
            rows.push(Finding { name: self.title(position), note: position.summary.clone(), cells });
        }
        (head, rows)
    }

    /// A row for each actor, as long as that is; of whom nothing was found, it says so.
    fn missing(&mut self, gaps: &[Gap]) -> Rows {
        let head = vec![(Phrase::Actor, 30), (Phrase::NoPositionOn, 70)];
        let mut rows = Vec::new();
        for of_one in gaps.chunk_by(|one, other| one.actor == other.actor) {
            let Some(actor) = of_one.first().map(|gap| gap.actor) else { continue };
            self.shown.actors.insert(actor);
            let issues: Vec<String> =
                of_one.iter().filter_map(|gap| gap.issue).map(|issue| self.issue(issue)).collect();
            let missing = if issues.is_empty() {
                let as_of = self.words.moment(self.cutoff, &self.zone);
                self.words.with(Phrase::NoneFoundOnAny, &[("moment", &as_of)])
            } else {
                self.words.set_apart(&issues)
            };
            let cells = vec![Found::Words(missing)];
            rows.push(Finding { name: self.index.name(actor), note: None, cells });
        }
        (head, rows)
    }

    fn resting(&mut self, positions: &[PositionImpact]) -> Rows {
        let head = vec![(Phrase::WhoOnWhat, 36), (Phrase::Position, 38), (Phrase::WithoutIt, 26)];
        let mut rows = Vec::new();
        for impact in positions {
            let Some(position) = self.position(impact.position) else { continue };
            let standing = self.standing(position, None);
            let stands = Found::Position { who: None, standing, quote: None };
            let effect = self.words.effect(impact.effect, impact.before, impact.after);
            let cells = vec![stands, Found::Words(effect)];
            rows.push(Finding { name: self.title(position), note: position.summary.clone(), cells });
        }
        (head, rows)
    }

    fn square(
        &mut self,
        read: &ReadTogether<'_>,
        label: String,
        caption: Text,
        left_out: Vec<Text>,
        none: String,
    ) -> Square {
        let (alignment, rests_on) = read.alignment();
        self.shown.positions.extend(rests_on);
        self.shown.actors.extend(&alignment.by_likeness);
        let all = &alignment.by_likeness;
        let row = |&actor: &ActorId| SquareActor {
            name: self.index.name(actor),
            short: self.index.label(actor),
            with: all.iter().map(|&other| alignment.between(actor, other)).collect(),
        };
        let mut sentences = vec![self.words.text(Phrase::AlignmentNote, &[])];
        sentences.extend(left_out);
        Square { label, caption, actors: all.iter().map(row).collect(), note: sentences, none }
    }

    /// A position with the words that show it, or that there is none.
    fn stood(&mut self, id: Option<PositionId>, named: bool, none: Phrase) -> Found {
        let Some(position) = id.and_then(|id| self.position(id)) else {
            return Found::Words(self.words.get(none).to_owned());
        };
        let mut standing = self.standing(position, None);
        // What came later stands beside it; striking the word out would say it twice.
        standing.superseded = false;
        let quote = self.opening_quote(position).map(|mut quote| {
            // The numbers stand with the date.
            quote.retain(|inline| !matches!(inline, Inline::Citation(_)));
            quote
        });
        Found::Position { who: named.then(|| self.whose(position)), standing, quote }
    }

    fn whose(&self, position: &Position) -> String {
        let names: Vec<String> = position.actors.iter().map(|&actor| self.index.name(actor)).collect();
        self.words.and(&names)
    }

    fn issue(&self, id: IssueId) -> String {
        self.index.issues.get(&id).map_or_else(|| "?".to_owned(), |issue| issue.title.clone())
    }
}

/// The words alone.
fn plain(text: &Text) -> String {
    let words = text.iter().filter_map(|inline| match inline {
        Inline::Words { text, .. } => Some(text.as_str()),
        _ => None,
    });
    words.collect()
}
