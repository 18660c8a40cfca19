//! The language of a text, as BCP 47 writes it.

use std::fmt;
use std::sync::Arc;

/// A BCP 47 language tag such as `en-GB` or `uk`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// The language called `tag`.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        Self(tag.into())
    }

    /// The whole tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language alone, without script or region: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split(['-', '_']).next().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
