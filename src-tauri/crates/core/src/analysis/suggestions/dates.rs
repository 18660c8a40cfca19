//! When a position was taken, where its sentence plainly says so: "In 2014 Kessia opposed". Every date is reckoned from
//! the day of the source; what is said to be yet to come dates nothing.

use super::clause::Sentence;
use super::stands::Stand;
use crate::analysis::language::Frame;
use crate::time::PartialDate;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::ops::Range;

/// A date in a sentence.
struct Dated {
    /// Its words, with those that lead to it.
    words: Range<usize>,
    date: PartialDate,
}

/// So many words at most stand between a verb and the date that ends its clause.
const REACH: usize = 8;

/// When the stand was taken, if the sentence dates it otherwise than its source is dated.
pub(super) fn of(
    sentence: &Sentence<'_>,
    stand: &Stand,
    published: Option<PartialDate>,
) -> Option<PartialDate> {
    let mut dates =
        dates(sentence, published).into_iter().filter(|dated| dates_stand(sentence, stand, &dated.words));
    let first = dates.next()?.date;
    if dates.any(|other| other.date != first) {
        return None;
    }
    // A source of that month or year knows the day.
    let tells_more = published.is_none_or(|published| first.latest() < published.earliest());
    tells_more.then_some(first)
}

/// Whether a date says when the stand was taken, and not when something in it was.
fn dates_stand(sentence: &Sentence<'_>, stand: &Stand, date: &Range<usize>) -> bool {
    // "Kessia to sign" has yet to sign.
    let is_to_come = stand.cue.start > 0 && sentence.word(stand.cue.start - 1) == "to";
    let is_past = |words: Range<usize>| {
        let words = sentence.words.get(words);
        !is_to_come && words.is_some_and(|words| sentence.lexicon.not_dating.find(words).is_none())
    };
    let is_quoted = sentence.quotes.hold(stand.cue.start);
    let is_one_half = |from: usize, to: usize| sentence.half_end(from) >= to;
    // "In 2014, Kessia opposed it".
    let opens = date.start <= 1
        && date.end <= stand.from
        && is_one_half(date.end, stand.cue.start)
        && sentence.places.first().is_none_or(|place| place.words.start + 3 >= stand.from)
        && is_past(date.end..stand.cue.end);
    // "Kessia in 2014 opposed it".
    let between = date.start >= stand.from
        && date.end <= stand.cue.start
        && !is_in_aside(sentence, stand.from, date)
        && is_past(stand.from..date.start)
        && is_past(date.end..stand.cue.end);
    // "Kessia said on Monday", "Kessia said on Monday that it would not sign".
    let said = spoken_before(sentence, date.start).is_some_and(|say| {
        say == stand.cue.start
            || say < stand.from
                && sentence
                    .places
                    .iter()
                    .all(|place| !(date.end..=stand.cue.start).contains(&place.words.start))
    });
    !is_quoted
        && (opens || between || said || ends(sentence, stand, date) && is_past(stand.from..stand.cue.end))
}

/// "Norrand, who took office in 2019, rejected it": a date of something told aside; not "Kessia, in 2014, rejected it".
fn is_in_aside(sentence: &Sentence<'_>, from: usize, date: &Range<usize>) -> bool {
    let opens = |at: usize| sentence.word(at) == "," || sentence.lexicon.who.contains(sentence.word(at));
    let is_alone = sentence.word(date.end) == ","
        && date.start > from
        && sentence.word(date.start - 1) == ","
        && !(from..date.start - 1).any(opens);
    !is_alone && (from..date.start).any(opens)
}

/// The verb of saying right before a date: "said on Monday", "told reporters on Monday".
fn spoken_before(sentence: &Sentence<'_>, date: usize) -> Option<usize> {
    (date.saturating_sub(3)..date).rev().find(|at| {
        let is_plain =
            (at + 1..date).all(|at| sentence.tokens[at].is_word() && sentence.place_at(at).is_none());
        let cue = sentence.lexicon.cues.at(&sentence.words[*at..]);
        is_plain && cue.is_some_and(|(_, cue)| cue.frame == Frame::Say)
    })
}

/// "Kessia vetoed the draft in March.": a date that ends the clause of the verb, with nothing else done between.
fn ends(sentence: &Sentence<'_>, stand: &Stand, date: &Range<usize>) -> bool {
    let frame = sentence.lexicon.cues.at(&sentence.words[stand.cue.start..]).map(|(_, cue)| cue.frame);
    let between = stand.cue.end.min(date.start)..date.start;
    let is_plain = |at: usize| {
        let word = sentence.word(at);
        sentence.tokens[at].is_word()
            && !["ed", "ing"].iter().any(|ending| word.ends_with(ending))
            && !sentence.lexicon.be.contains(word)
            && !sentence.lexicon.not_between.contains(word)
    };
    frame == Some(Frame::Verb)
        && !stand.is_noun
        && is_past_form(sentence, stand)
        && date.start >= stand.cue.end
        && between.len() <= REACH
        && between.into_iter().all(is_plain)
        && sentence.tokens.get(date.end).is_none_or(|next| !next.is_word())
}

/// "Vetoed", "withdrew", "did not support"; not "denounces".
fn is_past_form(sentence: &Sentence<'_>, stand: &Stand) -> bool {
    let form = sentence.word(stand.cue.start);
    let before = stand.from.min(stand.cue.start)..stand.cue.start;
    let mut words = sentence.words[stand.cue.clone()].to_vec();
    // "Oppose" has an "opposes" beside it, "withdrew" has none.
    let mut is_plain = |ending: &str| {
        words[0] = format!("{form}{ending}");
        sentence.lexicon.cues.at(&words).is_some()
    };
    let is_present = form.ends_with('s') || form.ends_with("ing") || is_plain("s") || is_plain("es");
    form.ends_with("ed")
        || !is_present
        || before.into_iter().any(|at| matches!(sentence.word(at), "did" | "didn"))
}

/// The dates that a sentence names, outside of quotations.
fn dates(sentence: &Sentence<'_>, published: Option<PartialDate>) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let dated = dated_at(sentence, at, published).filter(|_| !sentence.quotes.hold(at));
        at = dated.as_ref().map_or(at + 1, |dated| dated.words.end);
        found.extend(dated);
    }
    found
}

fn dated_at(sentence: &Sentence<'_>, at: usize, published: Option<PartialDate>) -> Option<Dated> {
    let lexicon = sentence.lexicon;
    let words = &sentence.words[at..];
    let (last, is_last) = lexicon.dating_last.at(words).map_or((0, false), |(length, ())| (length, true));
    let lead = lexicon.dating.at(words).map_or(0, |(length, ())| length).max(last);
    let reader = Reader { sentence, published };
    // "In May 25 countries signed": after "in" stands no day.
    let leads_month = lead > 0 && sentence.word(at + lead - 1) == "in" && reader.month(at + lead).is_some();
    let day = reader.day(at + lead, is_last).filter(|(length, _)| !leads_month || *length > 2);
    let (length, date) = day.or_else(|| reader.month_or_year(at + lead, lead > 0, is_last))?;
    Some(Dated { words: at..at + lead + length, date })
}

struct Reader<'s, 'a> {
    sentence: &'s Sentence<'a>,
    published: Option<PartialDate>,
}

impl Reader<'_, '_> {
    /// "Monday", "12 May", "May 12, 2014": how many words, and the day.
    fn day(&self, at: usize, is_last: bool) -> Option<(usize, PartialDate)> {
        if let Some(weekday) = self.position(&self.sentence.lexicon.weekdays, at) {
            let day = weekday_before(self.published_day()?, weekday, is_last)?;
            return Some((1, PartialDate::day(day)));
        }
        let (month, number) = match (self.month(at), self.month(at + 1)) {
            (Some(month), _) => (month, self.number(at + 1).filter(|_| !self.counts(at + 1))?),
            // "12 may oppose it" is no day.
            (None, Some(month)) if self.sentence.tokens[at + 1].is_capitalised() => (month, self.number(at)?),
            _ => return None,
        };
        let comma = usize::from(self.sentence.word(at + 2) == ",");
        if let Some(year) = self.year(at + 2 + comma) {
            return Some((3 + comma, PartialDate::of(year, Some(month), Some(number))?));
        }
        let published = self.published_day()?;
        let this = NaiveDate::from_ymd_opt(published.year(), month, number)?;
        let year = if this > published { published.year() - 1 } else { published.year() };
        Some((2, PartialDate::of(year, Some(month), Some(number))?))
    }

    /// "May 2014", "last May", "2014", "last year"; a month or a year alone needs a word that leads to it.
    fn month_or_year(&self, at: usize, is_led: bool, is_last: bool) -> Option<(usize, PartialDate)> {
        if let Some(month) = self.month(at).filter(|_| is_led) {
            if let Some(year) = self.year(at + 1) {
                return Some((2, PartialDate::of(year, Some(month), None)?));
            }
            let (year, now, _) = self.published?.parts();
            let year = if month > now? || is_last && Some(month) == now { year - 1 } else { year };
            // "May" is a verb, and "march" a noun, but for their capitals.
            let is_name = self.sentence.tokens[at].is_capitalised();
            return is_name.then_some((1, PartialDate::of(year, Some(month), None)?));
        }
        match self.sentence.word(at) {
            "year" if is_last => Some((1, PartialDate::of(self.published?.parts().0 - 1, None, None)?)),
            "month" if is_last => {
                let (year, now, _) = self.published?.parts();
                let (year, month) = if now? == 1 { (year - 1, 12) } else { (year, now? - 1) };
                Some((1, PartialDate::of(year, Some(month), None)?))
            }
            _ if is_led && !is_last => Some((1, PartialDate::of(self.year(at)?, None, None)?)),
            _ => None,
        }
    }

    fn published_day(&self) -> Option<NaiveDate> {
        self.published.filter(|date| date.earliest() == date.latest()).map(PartialDate::earliest)
    }

    fn position(&self, names: &[Vec<String>], at: usize) -> Option<u32> {
        let word = self.sentence.word(at);
        let place = names.iter().position(|forms| forms.iter().any(|form| form == word))?;
        u32::try_from(place).ok()
    }

    fn month(&self, at: usize) -> Option<u32> {
        self.position(&self.sentence.lexicon.months, at).map(|month| month + 1)
    }

    /// A day’s number: "12", "12th".
    fn number(&self, at: usize) -> Option<u32> {
        let word = self.sentence.word(at).trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        word.parse().ok().filter(|day| (1..=31).contains(day))
    }

    /// Whether the number at `at` counts what follows it: "25 countries".
    fn counts(&self, at: usize) -> bool {
        let next = self.sentence.word(at + 1);
        self.sentence.word(at).chars().all(|digit| digit.is_ascii_digit())
            && next.ends_with('s')
            && !self.sentence.tokens[at + 1].is_capitalised()
            && !self.sentence.lexicon.links.contains(next)
            && self.sentence.lexicon.cues.at(&self.sentence.words[at + 1..]).is_none()
    }

    fn year(&self, at: usize) -> Option<i32> {
        let word = self.sentence.word(at);
        (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (1900..=2100).contains(year))
    }
}

/// The last such day of the week up to a day; with "last", before it.
fn weekday_before(day: NaiveDate, weekday: u32, is_last: bool) -> Option<NaiveDate> {
    let weekday = Weekday::try_from(u8::try_from(weekday).ok()?).ok()?;
    let since = day.weekday().days_since(weekday);
    let since = if since == 0 && is_last { 7 } else { since };
    day.checked_sub_days(Days::new(since.into()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::language::labelled;
    use crate::analysis::suggestions::{Text, suggested_in};
    use crate::sources::{SourceKind, Structure};

    #[track_caller]
    fn check_in(published: Option<&str>, text: &str, expect: &[&str]) {
        let (actors, _) = labelled::cast();
        let text = Text {
            text,
            structure: &Structure::default(),
            language: Some("en"),
            kind: SourceKind::Article,
            published: published.map(|date| date.parse().unwrap()),
        };
        let seen: Vec<String> = suggested_in(text, &actors)
            .iter()
            .map(|each| each.as_of.map_or_else(String::new, |date| date.to_string()))
            .collect();
        assert_eq!(seen, expect, "{}", text.text);
    }

    /// In a source of Friday, 25 April 2025.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        check_in(Some("2025-04-25"), text, expect);
    }

    #[test]
    fn what_is_dated_plainly() {
        check("In 2014 Kessia opposed the plan.", &["2014"]);
        check("In May 2014, the Kessian government opposed the plan.", &["2014-05"]);
        check("On 12 May 2014 Kessia opposed the plan.", &["2014-05-12"]);
        check("Kessia in 2014 opposed the plan.", &["2014"]);
        check("As of 2022, Kessia opposed the plan.", &["2022"]);
        check("Kessia vetoed the draft in March 2014.", &["2014-03"]);
        check("Kessia withdrew from the treaty in 2019.", &["2019"]);
        check("Kessia opposes the plan.", &[""]);
    }

    #[test]
    fn what_is_reckoned_from_the_day_of_the_source() {
        check("Kessia on Monday rejected the plan.", &["2025-04-21"]);
        check("Kessia said on Monday that it would not sign.", &["2025-04-21"]);
        check("Norrand told reporters on Wednesday that the plan was unfair.", &["2025-04-23"]);
        check("Last March Kessia opposed the plan.", &["2025-03"]);
        check("In December Kessia opposed the plan.", &["2024-12"]);
        check("Last year Kessia opposed the plan.", &["2024"]);
        check("On 30 April Kessia opposed the plan.", &["2024-04-30"]);
        check("Kessia on Friday rejected the plan.", &[""]);
        check("In April Kessia opposed the plan.", &[""]);
        check("In 2025 Kessia opposed the plan.", &[""]);
        check_in(None, "On Monday Kessia opposed the plan.", &[""]);
        check_in(None, "In 2014 Kessia opposed the plan.", &["2014"]);
        check_in(Some("2025"), "Last May Kessia opposed the plan.", &[""]);
    }

    #[test]
    fn what_dates_something_else() {
        check("Kessia opposes the plan of 2014.", &[""]);
        check("Kessia opposes the plan adopted in 2014.", &[""]);
        check("Kessia rejects what Velland did in 2014.", &[""]);
        check("In 2030 Kessia will oppose the plan.", &[""]);
        check("In March Kessia will sign.", &[""]);
        check("Kessia has opposed the plan since 2014.", &[""]);
        check("“In 2014 we opposed it,” Norrand said.", &[""]);
        check("Kessia may oppose it.", &[""]);
        check("In 2014 Velland fell, and in 2019 Kessia opposed the plan.", &[""]);
        check("Norrand, who took office in 2019, rejected the plan.", &[""]);
        check("Norrand, in office since 2019, rejected the plan.", &[""]);
        check("Kessia, in 2014, rejected the plan.", &["2014"]);
        check("Kessia denounces Velland’s annexation in 2014.", &[""]);
        check("Kessia and Tolmark oppose the annexation in 2014.", &[""]);
        check("Kessia did not support the draft in March 2014.", &["2014-03"]);
    }

    #[test]
    fn what_is_yet_to_come_has_no_date() {
        check("Kessia is expected to reject the treaty on Monday.", &[""]);
        check("Kessia is set to vote against it on Monday.", &[""]);
        check("On Monday Kessia is expected to vote against it.", &[""]);
        check("Kessia is likely to oppose it on Monday.", &[""]);
        check("Kessia agreed to the plan in 2019.", &["2019"]);
    }

    #[test]
    fn a_number_by_a_month_is_not_always_a_day() {
        check("Among the 12 may oppose it Kessia, which rejected it.", &[""]);
        check("In May 25 countries left, and Kessia opposed the plan.", &[""]);
        check("On May 12 Kessia opposed the plan.", &["2024-05-12"]);
        check("Kessia on May 12 rejected the plan.", &["2024-05-12"]);
        check("Last May 25 countries and Kessia opposed the plan.", &["2024-05"]);
    }
}
