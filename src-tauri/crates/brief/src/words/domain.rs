//! The domain's own words, by the value they stand for.

use super::{Phrase, Words};
use standpoint_core::actors::ActorKind;
use standpoint_core::analysis::{Band, Discord, Effect, StaleReason};
use standpoint_core::excerpts::Verification;
use standpoint_core::positions::{Confidence, Manner, Stance};
use standpoint_core::sources::SourceKind;

impl Words {
    /// The stance in words; a known condition says "with conditions" better.
    pub(crate) fn stance(self, stance: Stance, condition_known: bool) -> &'static str {
        self.get(match (stance, condition_known) {
            (Stance::Supports, _) | (Stance::SupportsWithConditions, true) => Phrase::Supports,
            (Stance::SupportsWithConditions, false) => Phrase::SupportsWithConditions,
            (Stance::Neutral, _) => Phrase::Neutral,
            (Stance::Opposes, _) | (Stance::OpposesWithConditions, true) => Phrase::Opposes,
            (Stance::OpposesWithConditions, false) => Phrase::OpposesWithConditions,
            (Stance::Unclear, _) => Phrase::Unclear,
        })
    }

    /// How a position came to be known.
    pub(crate) fn manner(self, manner: Manner) -> &'static str {
        self.get(match manner {
            Manner::OnRecord => Phrase::OnRecord,
            Manner::Reported => Phrase::Reported,
            Manner::Leaked => Phrase::Leaked,
            Manner::Background => Phrase::Background,
            Manner::Inferred => Phrase::Inferred,
        })
    }

    /// How sure the writer is.
    pub(crate) fn confidence(self, confidence: Confidence) -> &'static str {
        self.get(match confidence {
            Confidence::High => Phrase::ConfidenceHigh,
            Confidence::Moderate => Phrase::ConfidenceModerate,
            Confidence::Low => Phrase::ConfidenceLow,
        })
    }

    /// Why two positions stand on different sides.
    pub(crate) fn discord(self, discord: Discord) -> &'static str {
        self.get(match discord {
            Discord::Speakers => Phrase::DifferentSpeakers,
            Discord::Audiences => Phrase::DifferentAudiences,
            Discord::OverTime => Phrase::ChangeOverTime,
            Discord::Conflict => Phrase::RealConflict,
        })
    }

    /// Why a position counts as old.
    pub(crate) fn stale_reason(self, reason: StaleReason) -> &'static str {
        self.get(match reason {
            StaleReason::HalfLife => Phrase::PastIssueReview,
            StaleReason::Review => Phrase::PastOwnReview,
        })
    }

    /// What a position would lose with a source.
    pub(crate) fn effect(self, effect: Effect, before: u32, after: u32) -> String {
        match effect {
            Effect::LosesAll => self.get(Phrase::LosesAll).to_owned(),
            Effect::LosesSome => self.with(Phrase::LosesSome, &[("before", &before), ("after", &after)]),
            Effect::LosesObjection => self.get(Phrase::LosesObjection).to_owned(),
            Effect::LosesContext => self.get(Phrase::LosesContext).to_owned(),
        }
    }

    /// How close two actors stand.
    pub(crate) fn band(self, band: Band) -> &'static str {
        self.get(match band {
            Band::Together => Phrase::Together,
            Band::Near => Phrase::Near,
            Band::Between => Phrase::Between,
            Band::Away => Phrase::Away,
            Band::Apart => Phrase::Apart,
        })
    }

    /// Whether the words were checked.
    pub(crate) fn verification(self, verification: Verification) -> &'static str {
        self.get(match verification {
            Verification::Verified => Phrase::Verified,
            Verification::Unverified => Phrase::Unverified,
            Verification::Disputed => Phrase::Disputed,
        })
    }

    /// What sort of document a source is.
    pub(crate) fn source_kind(self, kind: SourceKind) -> &'static str {
        self.get(match kind {
            SourceKind::Article => Phrase::Article,
            SourceKind::Statement => Phrase::Statement,
            SourceKind::Speech => Phrase::Speech,
            SourceKind::TreatyText => Phrase::TreatyText,
            SourceKind::LeakedDraft => Phrase::LeakedDraft,
            SourceKind::RecordOfMeeting => Phrase::RecordOfMeeting,
            SourceKind::Report => Phrase::Report,
            SourceKind::Email => Phrase::Email,
            SourceKind::Other => Phrase::Document,
        })
    }

    /// The same, for the margin.
    pub(crate) fn source_kind_short(self, kind: SourceKind) -> &'static str {
        match kind {
            SourceKind::TreatyText => self.get(Phrase::TreatyShort),
            SourceKind::LeakedDraft => self.get(Phrase::LeakShort),
            SourceKind::RecordOfMeeting => self.get(Phrase::RecordShort),
            kind => self.source_kind(kind),
        }
    }

    /// What sort of actor it is.
    pub(crate) fn actor_kind(self, kind: ActorKind) -> &'static str {
        self.get(match kind {
            ActorKind::State => Phrase::State,
            ActorKind::InternationalOrganisation => Phrase::InternationalOrganisation,
            ActorKind::GovernmentBody => Phrase::GovernmentBody,
            ActorKind::Party => Phrase::Party,
            ActorKind::Company => Phrase::Company,
            ActorKind::Group => Phrase::Group,
            ActorKind::Person => Phrase::Person,
        })
    }

    /// A language by name, where it is one that notes often meet; otherwise its tag.
    pub(crate) fn language(self, tag: &str) -> String {
        let name = match tag.split('-').next().unwrap_or_default() {
            "ar" => Phrase::Arabic,
            "de" => Phrase::German,
            "el" => Phrase::Greek,
            "en" => Phrase::English,
            "es" => Phrase::Spanish,
            "fa" => Phrase::Persian,
            "fr" => Phrase::French,
            "he" => Phrase::Hebrew,
            "hi" => Phrase::Hindi,
            "it" => Phrase::Italian,
            "ja" => Phrase::Japanese,
            "ko" => Phrase::Korean,
            "nl" => Phrase::Dutch,
            "pl" => Phrase::Polish,
            "pt" => Phrase::Portuguese,
            "ru" => Phrase::Russian,
            "th" => Phrase::Thai,
            "tr" => Phrase::Turkish,
            "uk" => Phrase::Ukrainian,
            "zh" => Phrase::Chinese,
            _ => return self.with(Phrase::OtherLanguage, &[("tag", &tag)]),
        };
        self.get(name).to_owned()
    }

    /// A template's id as the kind of note; one of the user's own by its own words: `my_paper` is "My paper".
    pub(crate) fn kind_of_note(self, template: &str) -> String {
        self.get(match template {
            "position_paper" => Phrase::PositionPaper,
            "meeting_brief" => Phrase::MeetingBrief,
            "bilateral_brief" => Phrase::BilateralBrief,
            "submission" => Phrase::Submission,
            "briefing_note" => Phrase::BriefingNote,
            "read_ahead" => Phrase::ReadAhead,
            own => {
                let words = own.replace(['_', '-'], " ");
                let mut characters = words.chars();
                let first = characters.next().map(char::to_uppercase);
                return first.map(|first| first.chain(characters).collect()).unwrap_or_default();
            }
        })
        .to_owned()
    }

    /// What a zone's letters stand for, where they are well known.
    pub(crate) fn zone_name(self, letters: &str) -> &'static str {
        self.get(match letters {
            "BST" => Phrase::ZoneBst,
            "GMT" => Phrase::ZoneGmt,
            "CET" => Phrase::ZoneCet,
            "CEST" => Phrase::ZoneCest,
            "EET" => Phrase::ZoneEet,
            "EEST" => Phrase::ZoneEest,
            "EST" => Phrase::ZoneEst,
            "EDT" => Phrase::ZoneEdt,
            "MSK" => Phrase::ZoneMsk,
            _ => Phrase::OwnTime,
        })
    }
}
