//! What the kinds of blocks are called.

use super::block::Body;

impl Body {
    /// Whether it shows something of the dossier, or a picture, that its own words only go with.
    #[must_use]
    pub fn draws(&self) -> bool {
        matches!(
            self,
            Self::PositionsTable { .. }
                | Self::Picture { .. }
                | Self::Change { .. }
                | Self::Quotation { .. }
                | Self::Position { .. }
                | Self::ActorProfile { .. }
                | Self::Timeline { .. }
                | Self::Analysis { .. }
        )
    }

    /// The word for its kind, as it is stored.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::BottomLine { .. } => "bottom_line",
            Self::Heading { .. } => "heading",
            Self::Paragraph { .. } => "paragraph",
            Self::Bullets { .. } => "bullets",
            Self::Quotation { .. } => "quotation",
            Self::Position { .. } => "position",
            Self::PositionsTable { .. } => "positions_table",
            Self::Analysis { .. } => "analysis",
            Self::ActorProfile { .. } => "actor_profile",
            Self::Timeline { .. } => "timeline",
            Self::Change { .. } => "change",
            Self::LinesToTake { .. } => "lines_to_take",
            Self::DefensiveLines { .. } => "defensive_lines",
            Self::PressLine { .. } => "press_line",
            Self::OptionsTable { .. } => "options_table",
            Self::Recommendation { .. } => "recommendation",
            Self::Picture { .. } => "picture",
            Self::PageBreak => "page_break",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::block::{Analysis, Text};
    use super::*;
    use crate::ids::{ActorId, PositionId};
    use uuid::Uuid;

    #[test]
    fn a_kind_is_called_what_it_is_stored_as() {
        let text = Text::new;
        let (actor, excerpt, position) = (ActorId(Uuid::nil()), Uuid::nil().into(), PositionId(Uuid::nil()));
        let (actors, issues) = (Vec::new, Vec::new);
        for body in [
            Body::BottomLine { statement: text(), judgement: text() },
            Body::Heading { level: 1, text: text() },
            Body::Paragraph { level: 1, lead: text(), text: text() },
            Body::Bullets { items: Vec::new() },
            Body::Quotation { excerpt },
            Body::Position { position },
            Body::PositionsTable { actors: actors(), issues: issues(), caption: text() },
            Body::Analysis { of: Analysis::Gaps, actors: actors(), issues: issues(), caption: text() },
            Body::ActorProfile { actor },
            Body::Timeline { actor: None, issue: None },
            Body::Change { from: position, to: position, label: text() },
            Body::LinesToTake { items: Vec::new() },
            Body::DefensiveLines { pairs: Vec::new() },
            Body::PressLine { items: Vec::new() },
            Body::OptionsTable { options: Vec::new() },
            Body::Recommendation { text: text() },
            Body::PageBreak,
        ] {
            assert_eq!(serde_json::to_value(&body).unwrap()["kind"], body.kind());
        }
    }
}
