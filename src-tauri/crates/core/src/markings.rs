//! Protective markings: labels with a rank. The highest item in a note marks the note.
//!
//! A marking is a label on paper, not protection; the ranks decide only which label wins.

use serde::{Deserialize, Serialize};

/// The set of labels a dossier uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "scheme", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum MarkingScheme {
    /// United Kingdom, Government Security Classifications.
    Uk,
    /// European Union classified information.
    Eu,
    /// North Atlantic Treaty Organization.
    Nato,
    /// Canada, protected and classified information.
    Canada,
    /// Traffic Light Protocol 2.0 (FIRST).
    Tlp,
    /// United States, with portion marks.
    Us,
    /// A list of the user's own, lowest first.
    Own {
        /// Labels, lowest rank first.
        labels: Vec<String>,
    },
}

impl MarkingScheme {
    /// The labels, lowest rank first.
    #[must_use]
    pub fn labels(&self) -> Vec<&str> {
        match self {
            Self::Uk => vec!["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"],
            Self::Eu => vec![
                "LIMITE",
                "RESTREINT UE/EU RESTRICTED",
                "CONFIDENTIEL UE/EU CONFIDENTIAL",
                "SECRET UE/EU SECRET",
                "TRÈS SECRET UE/EU TOP SECRET",
            ],
            Self::Nato => {
                vec![
                    "NATO UNCLASSIFIED",
                    "NATO RESTRICTED",
                    "NATO CONFIDENTIAL",
                    "NATO SECRET",
                    "COSMIC TOP SECRET",
                ]
            }
            Self::Canada => vec![
                "UNCLASSIFIED",
                "PROTECTED A",
                "PROTECTED B",
                "PROTECTED C",
                "CONFIDENTIAL",
                "SECRET",
                "TOP SECRET",
            ],
            Self::Tlp => vec!["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"],
            Self::Us => vec!["UNCLASSIFIED", "CUI", "CONFIDENTIAL", "SECRET", "TOP SECRET"],
            Self::Own { labels } => labels.iter().map(String::as_str).collect(),
        }
    }

    /// The label as portion marks have it: "OS" for OFFICIAL-SENSITIVE. The user's own labels are their own.
    #[must_use]
    pub fn abbreviation(&self, label: &str) -> String {
        let known = match (self, label) {
            (Self::Uk, "OFFICIAL") => "O",
            (Self::Uk, "OFFICIAL-SENSITIVE") => "OS",
            (Self::Us | Self::Canada, "UNCLASSIFIED") => "U",
            (Self::Us | Self::Canada, "CONFIDENTIAL") => "C",
            (Self::Uk | Self::Us | Self::Canada, "SECRET") => "S",
            (Self::Uk | Self::Us | Self::Canada, "TOP SECRET") => "TS",
            (Self::Canada, "PROTECTED A") => "PA",
            (Self::Canada, "PROTECTED B") => "PB",
            (Self::Canada, "PROTECTED C") => "PC",
            (Self::Eu, "RESTREINT UE/EU RESTRICTED") => "R-UE/EU-R",
            (Self::Eu, "CONFIDENTIEL UE/EU CONFIDENTIAL") => "C-UE/EU-C",
            (Self::Eu, "SECRET UE/EU SECRET") => "S-UE/EU-S",
            (Self::Eu, "TRÈS SECRET UE/EU TOP SECRET") => "TS-UE/EU-TS",
            (Self::Nato, "NATO UNCLASSIFIED") => "NU",
            (Self::Nato, "NATO RESTRICTED") => "NR",
            (Self::Nato, "NATO CONFIDENTIAL") => "NC",
            (Self::Nato, "NATO SECRET") => "NS",
            (Self::Nato, "COSMIC TOP SECRET") => "CTS",
            (_, label) => label,
        };
        known.to_owned()
    }

    /// The label's rank, 0 the lowest; `None` if the scheme does not know it.
    #[must_use]
    pub fn rank(&self, label: &str) -> Option<usize> {
        self.labels().iter().position(|known| *known == label)
    }

    /// The highest of the labels. One that the scheme does not know wins over all: it cannot be shown to be lower.
    #[must_use]
    pub fn highest<'a>(&self, labels: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        labels.into_iter().max_by_key(|label| self.rank(label).unwrap_or(usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scheme: &MarkingScheme, labels: &[&str], expect: Option<&str>) {
        assert_eq!(scheme.highest(labels.iter().copied()), expect);
    }

    #[test]
    fn the_highest_wins() {
        check(&MarkingScheme::Uk, &[], None);
        check(&MarkingScheme::Uk, &["OFFICIAL", "SECRET", "OFFICIAL-SENSITIVE"], Some("SECRET"));
        check(&MarkingScheme::Tlp, &["TLP:AMBER+STRICT", "TLP:AMBER"], Some("TLP:AMBER+STRICT"));
        check(&MarkingScheme::Uk, &["SECRET", "TLP:RED"], Some("TLP:RED"));
        let own = MarkingScheme::Own { labels: vec!["Open".into(), "Closed".into()] };
        check(&own, &["Closed", "Open"], Some("Closed"));
    }
}
