//! The fixed words and the dates of a printed note, in British English.
//!
//! In one place so that a note's language can become a choice without hunting through the layout.

use chrono::{Datelike, FixedOffset, Timelike, Utc};
use standpoint_core::actors::ActorKind;
use standpoint_core::positions::{Confidence, Manner, Stance};
use standpoint_core::sources::SourceKind;
use standpoint_core::time::{Moment, PartialDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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

fn month(number: u32) -> &'static str {
    MONTHS[(number.clamp(1, 12) - 1) as usize]
}

/// "23 April 2025".
pub(crate) fn day(moment: Moment) -> String {
    format!("{} {} {}", moment.day(), month(moment.month()), moment.year())
}

/// "07:00 BST".
pub(crate) fn hour(moment: Moment, zone: &Zone) -> String {
    format!("{:02}:{:02} {}", moment.hour(), moment.minute(), zone.of(moment))
}

/// "23 April 2025, 07:00 BST".
pub(crate) fn moment(moment: Moment, zone: &Zone) -> String {
    format!("{}, {}", day(moment), hour(moment, zone))
}

/// "Wednesday 23 April 2025, 10:00 BST".
pub(crate) fn meeting_start(start: Moment, zone: &Zone) -> String {
    format!("{} {}", start.format("%A"), moment(start, zone))
}

/// Date-time group in Zulu time (ACP 121): "230700Z APR 25".
pub(crate) fn date_time_group(at: Moment) -> String {
    let zulu = at.with_timezone(&Utc);
    let month = month(zulu.month())[..3].to_uppercase();
    format!(
        "{:02}{:02}{:02}Z {month} {:02}",
        zulu.day(),
        zulu.hour(),
        zulu.minute(),
        zulu.year().rem_euclid(100)
    )
}

/// "22 Apr", or "22 Apr 2024" in another year than `year`; "Apr", "2024" where no more is known.
pub(crate) fn short_date(date: PartialDate, year: i32) -> String {
    let (own, month_number, day) = date.parts();
    let short = month_number.map(|number| &month(number)[..3]);
    match (day, short) {
        (Some(day), Some(month)) if own == year => format!("{day} {month}"),
        (Some(day), Some(month)) => format!("{day} {month} {own}"),
        (None, Some(month)) => format!("{month} {own}"),
        _ => own.to_string(),
    }
}

/// "22 April 2025", "April 2025" or "2025".
pub(crate) fn long_date(date: PartialDate) -> String {
    match date.parts() {
        (year, Some(number), Some(day)) => format!("{day} {} {year}", month(number)),
        (year, Some(number), None) => format!("{} {year}", month(number)),
        (year, ..) => year.to_string(),
    }
}

/// The stance in words; a known condition says "with conditions" better.
pub(crate) fn stance(stance: Stance, condition_known: bool) -> &'static str {
    match (stance, condition_known) {
        (Stance::Supports, _) | (Stance::SupportsWithConditions, true) => "supports",
        (Stance::SupportsWithConditions, false) => "supports with conditions",
        (Stance::Neutral, _) => "neutral or undecided",
        (Stance::Opposes, _) | (Stance::OpposesWithConditions, true) => "opposes",
        (Stance::OpposesWithConditions, false) => "opposes with conditions",
        (Stance::Unclear, _) => "unclear",
    }
}

/// How a position came to be known.
pub(crate) fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::OnRecord => "on record",
        Manner::Reported => "reported",
        Manner::Leaked => "leaked",
        Manner::Background => "background",
        Manner::Inferred => "inferred",
    }
}

/// How sure the writer is.
pub(crate) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "Confidence: high.",
        Confidence::Moderate => "Confidence: moderate.",
        Confidence::Low => "Confidence: low.",
    }
}

/// What sort of document a source is.
pub(crate) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Article => "Article",
        SourceKind::Statement => "Statement",
        SourceKind::Speech => "Speech",
        SourceKind::TreatyText => "Treaty text",
        SourceKind::LeakedDraft => "Leaked draft",
        SourceKind::RecordOfMeeting => "Record of meeting",
        SourceKind::Report => "Report",
        SourceKind::Email => "E-mail",
        SourceKind::Other => "Document",
    }
}

/// The same, for the margin.
pub(crate) fn source_kind_short(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::TreatyText => "Treaty",
        SourceKind::LeakedDraft => "Leak",
        SourceKind::RecordOfMeeting => "Record",
        kind => source_kind(kind),
    }
}

/// What sort of actor it is.
pub(crate) fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::State => "State",
        ActorKind::InternationalOrganisation => "International organisation",
        ActorKind::GovernmentBody => "Government body",
        ActorKind::Party => "Party",
        ActorKind::Company => "Company",
        ActorKind::Group => "Group",
        ActorKind::Person => "Person",
    }
}

/// A language by name, where it is one that notes often meet; otherwise its tag.
pub(crate) fn language(tag: &str) -> String {
    let name = match tag.split('-').next().unwrap_or_default() {
        "ar" => "Arabic",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fa" => "Persian",
        "fr" => "French",
        "he" => "Hebrew",
        "it" => "Italian",
        "ja" => "Japanese",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        _ => return format!("language {tag}"),
    };
    name.to_owned()
}

/// A template's id as the kind of note: `position_paper` is "Position paper".
pub(crate) fn kind_of_note(template: &str) -> String {
    let words = template.replace(['_', '-'], " ");
    let mut characters = words.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// "France", "France and Germany", "France, Germany and the others".
pub(crate) fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The words in outer quotation marks; not one character of them is touched.
pub(crate) fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// What a zone's letters stand for, where they are well known.
pub(crate) fn zone_name(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "BST" => "British Summer Time",
        "GMT" => "Greenwich Mean Time",
        "CET" => "Central European Time",
        "CEST" => "Central European Summer Time",
        "EET" => "Eastern European Time",
        "EEST" => "Eastern European Summer Time",
        "EST" => "Eastern Standard Time",
        "EDT" => "Eastern Daylight Time",
        "MSK" => "Moscow Time",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_printed() {
        let at: Moment = "2025-04-23T07:00:00+01:00".parse().unwrap();
        let zone = Zone::named(at, "BST");
        assert_eq!(moment(at, &zone), "23 April 2025, 07:00 BST");
        assert_eq!(meeting_start(at, &zone), "Wednesday 23 April 2025, 07:00 BST");
        assert_eq!(date_time_group(at), "230600Z APR 25");
        let elsewhere: Moment = "2025-01-05T23:30:00-03:30".parse().unwrap();
        assert_eq!(moment(elsewhere, &zone), "5 January 2025, 23:30 UTC−3:30");
        assert_eq!(date_time_group(elsewhere), "060300Z JAN 25");
    }

    #[test]
    fn short_dates_leave_out_the_year_of_the_cut_off() {
        let check = |date: &str, expect: &str| assert_eq!(short_date(date.parse().unwrap(), 2025), expect);
        check("2025-04-22", "22 Apr");
        check("2024-04-22", "22 Apr 2024");
        check("2025-04", "Apr 2025");
        check("2014", "2014");
    }
}
