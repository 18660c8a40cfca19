//! The bundled texts of the sample dossier, and the shape they are written in.

use serde::Deserialize;
use standpoint_core::actors::ActorKind;
use standpoint_core::excerpts::Verification;
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::{Clearance, Meeting, Recipient};
use standpoint_core::positions::{Confidence, Manner, Relation, Stance};
use standpoint_core::sources::{Reliability, SourceKind};
use standpoint_core::time::{Moment, PartialDate};

/// Everything but the sources' texts.
pub(super) const DOSSIER: &str = include_str!("../../../../../assets/sample/dossier.json");

macro_rules! source_texts {
    ($($file:literal),+ $(,)?) => {
        /// The sources' texts, by file.
        pub(super) const SOURCES: &[(&str, &str)] =
            &[$((concat!("sources/", $file), include_str!(concat!("../../../../../assets/sample/sources/", $file)))),+];
    };
}

source_texts!(
    "jeddah-joint-statement.txt",
    "last-days-of-april.txt",
    "lavrov-interviews.txt",
    "paris-summit-27-march.txt",
    "putin-press-conference.txt",
    "reports-and-denials.txt",
    "rubio-and-trump-18-april.txt",
    "statements-after-london.txt",
    "statements-before-london.txt",
    "trump-putin-call.txt",
    "ukrainian-and-european-text.txt",
    "united-states-text.txt",
);

#[derive(Deserialize)]
pub(super) struct Sample {
    pub(super) title: String,
    pub(super) language: String,
    pub(super) marking_scheme: String,
    pub(super) marking: String,
    pub(super) sources: Vec<SampleSource>,
    pub(super) actors: Vec<SampleActor>,
    pub(super) issues: Vec<SampleIssue>,
    pub(super) excerpts: Vec<SampleExcerpt>,
    pub(super) positions: Vec<SamplePosition>,
    pub(super) note: SampleNote,
}

impl Sample {
    pub(super) fn scheme(&self) -> serde_json::Result<MarkingScheme> {
        serde_json::from_value(serde_json::json!({ "scheme": self.marking_scheme }))
    }
}

#[derive(Deserialize)]
pub(super) struct SampleSource {
    pub(super) key: String,
    pub(super) file: String,
    pub(super) title: String,
    pub(super) publisher: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) accessed: Option<Moment>,
    pub(super) url: Option<String>,
    pub(super) kind: SourceKind,
    pub(super) language: Option<String>,
    pub(super) reliability: Option<Reliability>,
    pub(super) marking: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct SampleActor {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) short_name: Option<String>,
    pub(super) kind: ActorKind,
    pub(super) parent: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) role: Option<SampleRole>,
    pub(super) pronunciation: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct SampleRole {
    pub(super) title: String,
    pub(super) from: Option<PartialDate>,
    pub(super) to: Option<PartialDate>,
}

#[derive(Deserialize)]
pub(super) struct SampleIssue {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) question: String,
    pub(super) half_life_days: Option<u32>,
}

#[derive(Deserialize)]
pub(super) struct SampleExcerpt {
    pub(super) key: String,
    pub(super) source: String,
    pub(super) quote: String,
    pub(super) memo: Option<String>,
    pub(super) credibility: Option<u8>,
    pub(super) verification: Verification,
}

#[derive(Deserialize)]
pub(super) struct SamplePosition {
    pub(super) key: String,
    pub(super) actors: Vec<String>,
    pub(super) issue: String,
    pub(super) stance: Stance,
    pub(super) degree: Option<String>,
    pub(super) condition: Option<String>,
    pub(super) sequence: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) speaker: Option<String>,
    pub(super) manner: Manner,
    pub(super) as_of: PartialDate,
    pub(super) review_by: Option<PartialDate>,
    pub(super) confidence: Confidence,
    pub(super) supersedes: Option<String>,
    pub(super) evidence: Vec<SampleEvidence>,
}

#[derive(Deserialize)]
pub(super) struct SampleEvidence {
    pub(super) excerpt: String,
    pub(super) relation: Relation,
}

#[derive(Deserialize)]
pub(super) struct SampleNote {
    pub(super) title: String,
    pub(super) reference: Option<String>,
    pub(super) version: String,
    pub(super) template: String,
    pub(super) marking: Option<String>,
    pub(super) prepared_by: Option<String>,
    pub(super) prepared_for: Option<String>,
    pub(super) meeting: Option<Meeting>,
    pub(super) information_cutoff: Option<Moment>,
    pub(super) issued: Option<Moment>,
    pub(super) clearance: Option<Clearance>,
    pub(super) distribution: Vec<Recipient>,
    pub(super) last_brief: Option<String>,
    pub(super) blocks: Vec<SampleBlock>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum SampleBlock {
    BottomLine { statement: String, judgement: String },
    Heading { level: u8, text: String },
    Paragraph { level: u8, lead: Option<String>, text: String },
    Bullets { items: Vec<String> },
    Quotation { excerpt: String },
    Position { position: String },
    PositionsTable { issues: Vec<String>, actors: Vec<String>, caption: String },
    Box { r#box: SampleBox, items: Vec<String> },
    DefensiveLines { pairs: Vec<SamplePair> },
    Change { from: String, to: String, label: String },
    Timeline { actor: Option<String>, issue: Option<String> },
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SampleBox {
    LinesToTake,
    PressLine,
}

#[derive(Deserialize)]
pub(super) struct SamplePair {
    pub(super) question: String,
    pub(super) answer: String,
}
