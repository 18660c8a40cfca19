//! Dates and times as a note prints them.

use super::{Phrase, Words};
use chrono::{Datelike, FixedOffset, Timelike, Utc};
use standpoint_core::time::{Moment, PartialDate};

/// The letters of one zone, where the note names them: only its own offset carries them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Zone(Option<(FixedOffset, String)>);

impl Zone {
    /// The zone called `letters` at the offset of `moment`.
    pub(crate) fn named(moment: Moment, letters: &str) -> Self {
        Self(Some((*moment.offset(), letters.to_owned())))
    }

    /// The letters, if the note has any.
    pub(crate) fn letters(&self) -> Option<(&str, FixedOffset)> {
        self.0.as_ref().map(|(offset, letters)| (letters.as_str(), *offset))
    }

    fn of(&self, moment: Moment) -> String {
        match &self.0 {
            Some((offset, letters)) if offset == moment.offset() => letters.clone(),
            _ => match moment.offset().local_minus_utc() {
                0 => "UTC".to_owned(),
                seconds => {
                    let (sign, minutes) = (if seconds < 0 { '−' } else { '+' }, seconds.abs() / 60);
                    match minutes % 60 {
                        0 => format!("UTC{sign}{}", minutes / 60),
                        rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
                    }
                }
            },
        }
    }
}

impl Words {
    /// "23 April 2025".
    pub(crate) fn day(self, moment: Moment) -> String {
        self.long_date(PartialDate::day(moment.date_naive()))
    }

    /// "23 April 2025, 07:00 BST"; "23 April 2025" where only the day is known.
    pub(crate) fn moment(self, moment: Moment, zone: &Zone) -> String {
        if is_day(moment) {
            return self.day(moment);
        }
        let hour = format!("{:02}:{:02} {}", moment.hour(), moment.minute(), zone.of(moment));
        self.with(Phrase::Moment, &[("day", &self.day(moment)), ("hour", &hour)])
    }

    /// "Wednesday 23 April 2025, 10:00 BST".
    pub(crate) fn meeting_start(self, start: Moment, zone: &Zone) -> String {
        let weekday = self.item(Phrase::Weekdays, start.weekday().num_days_from_monday() as usize);
        let moment = self.moment(start, zone);
        self.with(Phrase::WeekdayAndMoment, &[("weekday", &weekday), ("moment", &moment)])
    }

    /// "22 Apr", or "22 Apr 2024" in another year than `year`; "Apr 2025", "2024" where no more is known.
    pub(crate) fn short_date(self, date: PartialDate, year: i32) -> String {
        let short = |month: u32| self.item(Phrase::MonthsShort, month as usize - 1);
        match date.parts() {
            (own, Some(month), Some(day)) if own == year => {
                self.with(Phrase::ShortDay, &[("day", &day), ("month", &short(month))])
            }
            (own, Some(month), Some(day)) => {
                self.with(Phrase::ShortDayOfYear, &[("day", &day), ("month", &short(month)), ("year", &own)])
            }
            (own, Some(month), None) => {
                self.with(Phrase::ShortMonthOfYear, &[("month", &short(month)), ("year", &own)])
            }
            (own, ..) => own.to_string(),
        }
    }

    /// "22 April 2025", "April 2025" or "2025".
    pub(crate) fn long_date(self, date: PartialDate) -> String {
        let named = |months: Phrase, month: u32| self.item(months, month as usize - 1);
        match date.parts() {
            (year, Some(month), Some(day)) => {
                let month = named(Phrase::MonthsInDates, month);
                self.with(Phrase::Day, &[("day", &day), ("month", &month), ("year", &year)])
            }
            (year, Some(month), None) => {
                let month = named(Phrase::Months, month);
                self.with(Phrase::MonthOfYear, &[("month", &month), ("year", &year)])
            }
            (year, ..) => year.to_string(),
        }
    }
}

/// Whether only the day is known: midnight to the second. A midnight that was meant has a second more, which nobody reads.
pub(crate) fn is_day(moment: Moment) -> bool {
    moment.num_seconds_from_midnight() == 0
}

/// Date-time group in Zulu time (ACP 121), which is the same in every language: "230700Z APR 25".
pub(crate) fn date_time_group(at: Moment) -> String {
    let zulu = at.with_timezone(&Utc);
    zulu.format("%d%H%MZ %b %y").to_string().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_as_printed() {
        let at: Moment = "2025-04-23T07:00:00+01:00".parse().unwrap();
        let zone = Zone::named(at, "BST");
        let check = |language: &str, expect: &str| {
            assert_eq!(Words::of(language).meeting_start(at, &zone), expect, "{language}");
        };
        check("en", "Wednesday 23 April 2025, 07:00 BST");
        check("xx", "Wednesday 23 April 2025, 07:00 BST");
        check("en-US", "Wednesday, April 23, 2025, 07:00 BST");
        check("de-AT", "Mittwoch, 23. April 2025, 07:00 BST");
        check("uk", "середа, 23 квітня 2025 р., 07:00 BST");
        assert_eq!(date_time_group(at), "230600Z APR 25");
        let elsewhere: Moment = "2025-01-05T23:30:00-03:30".parse().unwrap();
        assert_eq!(Words::of("en").moment(elsewhere, &zone), "5 January 2025, 23:30 UTC−3:30");
        assert_eq!(date_time_group(elsewhere), "060300Z JAN 25");
        let day: Moment = "2025-04-23T00:00:00+01:00".parse().unwrap();
        assert_eq!(Words::of("en").moment(day, &zone), "23 April 2025");
        assert_eq!(Words::of("en").meeting_start(day, &zone), "Wednesday 23 April 2025");
        let midnight: Moment = "2025-04-23T00:00:01+01:00".parse().unwrap();
        assert_eq!(Words::of("en").moment(midnight, &zone), "23 April 2025, 00:00 BST");
        assert!(is_day("2025-04-23T00:00:00.5+01:00".parse().unwrap()));
    }

    #[test]
    fn short_dates_leave_out_the_year_of_the_cut_off() {
        let check = |date: &str, expect: &str| {
            assert_eq!(Words::of("en").short_date(date.parse().unwrap(), 2025), expect);
        };
        check("2025-04-22", "22 Apr");
        check("2024-04-22", "22 Apr 2024");
        check("2025-04", "Apr 2025");
        check("2014", "2014");
    }

    #[test]
    fn a_month_alone_is_not_in_the_case_that_a_date_has_it_in() {
        let check = |language: &str, date: &str, expect: &str| {
            assert_eq!(Words::of(language).long_date(date.parse().unwrap()), expect);
        };
        check("ru", "2025-04-22", "22 апреля 2025 г.");
        check("ru", "2025-04", "апрель 2025 г.");
        check("zh", "2025-04-22", "2025年4月22日");
    }
}
