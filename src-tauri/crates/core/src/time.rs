//! Moments and dates. The domain reads no clock: a moment is always handed in.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU8;
use std::str::FromStr;

/// A moment with the offset it was said in (RFC 3339), so that a meeting keeps its own zone.
pub type Moment = DateTime<FixedOffset>;

/// A date as far as it is known: `2025`, `2025-04` or `2025-04-23` (ISO 8601 reduced precision).
///
/// Sorts by the earliest day it can mean, a less precise date before a more precise one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct PartialDate {
    year: i32,
    month: Option<NonZeroU8>,
    day: Option<NonZeroU8>,
}

/// A text that is no date.
#[derive(Debug, Clone, thiserror::Error)]
#[error("“{0}” is not a date; write 2025, 2025-04 or 2025-04-23")]
pub struct NotADate(String);

impl PartialDate {
    /// The day itself.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self { year: date.year(), month: small(date.month()), day: small(date.day()) }
    }

    /// A year, with its month and the day if they are known; nothing where there is no such day.
    pub(crate) fn of(year: i32, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        let is_day = (0..=9999).contains(&year)
            && (day.is_none() || month.is_some())
            && NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)).is_some();
        is_day.then(|| Self { year, month: month.and_then(small), day: day.and_then(small) })
    }

    /// The first day this date can mean.
    #[must_use]
    pub fn earliest(self) -> NaiveDate {
        let (year, month, day) = self.parts();
        NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)).unwrap_or_default()
    }

    /// The last day this date can mean.
    #[must_use]
    pub fn latest(self) -> NaiveDate {
        let next = match self.parts() {
            (_, Some(_), Some(_)) => return self.earliest(),
            (year, Some(12), None) | (year, None, _) => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            (year, Some(month), None) => NaiveDate::from_ymd_opt(year, month + 1, 1),
        };
        next.and_then(|date| date.pred_opt()).unwrap_or_default()
    }

    /// A number by which dates sort as they do themselves, where there are many to be sorted.
    pub(crate) fn sorted_as(self) -> i32 {
        let (year, month, day) = self.parts();
        year << 9 | (month.unwrap_or(0) << 5 | day.unwrap_or(0)).cast_signed()
    }

    /// Year, and month and day as far as they are known.
    #[must_use]
    pub fn parts(self) -> (i32, Option<u32>, Option<u32>) {
        (self.year, self.month.map(|month| month.get().into()), self.day.map(|day| day.get().into()))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let (year, rest) = digits(text.as_bytes(), 4).ok_or_else(|| NotADate(text.to_owned()))?;
        let (month, rest) = after_dash(rest).ok_or_else(|| NotADate(text.to_owned()))?;
        let (day, rest) = after_dash(rest).ok_or_else(|| NotADate(text.to_owned()))?;
        let date = Self::of(year.cast_signed(), month, day).filter(|_| rest.is_empty());
        date.ok_or_else(|| NotADate(text.to_owned()))
    }
}

/// The number of so many digits with which the text begins, and the rest of it.
fn digits(text: &[u8], many: usize) -> Option<(u32, &[u8])> {
    let (digits, rest) = text.split_at_checked(many)?;
    let number = digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))?;
    Some((number, rest))
}

/// A month or a day, if one follows.
fn after_dash(text: &[u8]) -> Option<(Option<u32>, &[u8])> {
    match text {
        [] => Some((None, text)),
        [b'-', rest @ ..] => digits(rest, 2).map(|(number, rest)| (Some(number), rest)),
        _ => None,
    }
}

/// A month or a day as it is kept: dates by the hundred thousand are compared and held in memory.
fn small(number: u32) -> Option<NonZeroU8> {
    u8::try_from(number).ok().and_then(NonZeroU8::new)
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl ToSql for PartialDate {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
}

impl FromSql for PartialDate {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|error: NotADate| FromSqlError::Other(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(&str, &str)>) {
        let days = text.parse::<PartialDate>().ok().map(|date| {
            assert_eq!(date.to_string(), text);
            (date.earliest().to_string(), date.latest().to_string())
        });
        assert_eq!(days, expect.map(|(first, last)| (first.to_owned(), last.to_owned())));
    }

    #[test]
    fn dates() {
        check("2025", Some(("2025-01-01", "2025-12-31")));
        check("2025-04", Some(("2025-04-01", "2025-04-30")));
        check("2024-02", Some(("2024-02-01", "2024-02-29")));
        check("2025-12", Some(("2025-12-01", "2025-12-31")));
        check("2025-04-23", Some(("2025-04-23", "2025-04-23")));
        for wrong in ["", "25", "2025-13", "2025-02-30", "2025-4-3", "2025-04-23-01", "yesterday", "+025"] {
            check(wrong, None);
        }
    }

    #[test]
    fn less_precise_sorts_first() {
        let mut dates: Vec<PartialDate> =
            ["2025-04-23", "2025-04", "2026", "2025"].map(|text| text.parse().unwrap()).into();
        let mut numbers = dates.clone();
        numbers.sort_by_key(|date| date.sorted_as());
        dates.sort();
        assert_eq!(numbers, dates);
        assert_eq!(
            dates.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2025", "2025-04", "2025-04-23", "2026"]
        );
    }
}
