//! The faces of the page design and the files behind them.

/// A face of the page design. What a character is really drawn from can be a substitute:
/// see [`super::Fonts::drawing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Source Serif 4 Regular: body text.
    Serif,
    /// Source Serif 4 Italic: emphasis, translations.
    SerifItalic,
    /// Source Serif 4 Semibold: lead-ins.
    SerifSemibold,
    /// Source Serif 4 Display Semibold: the title.
    Display,
    /// Source Sans 3 Regular: everything one looks up.
    Sans,
    /// Source Sans 3 Italic.
    SansItalic,
    /// Source Sans 3 Semibold: headings, labels, citations.
    SansSemibold,
    /// Source Sans 3 Bold: markings.
    SansBold,
}

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../../../assets/fonts/", $name, ".ttf")))),*]
    };
}

/// PostScript name and file of each font that comes with the program; faces name them by index.
pub(super) const BUNDLED: &[(&str, &[u8])] = bundled![
    "SourceSerif4-Regular",
    "SourceSerif4-It",
    "SourceSerif4-Semibold",
    "SourceSerif4Display-Semibold",
    "SourceSans3-Regular",
    "SourceSans3-It",
    "SourceSans3-Semibold",
    "SourceSans3-Bold",
    "NotoNaskhArabic-Regular",
    "NotoNaskhArabic-Bold",
    "NotoSerifHebrew-Regular",
    "NotoSerifHebrew-Bold",
];

impl Face {
    /// Whether it is one of the serif faces.
    #[must_use]
    pub fn is_serif(self) -> bool {
        matches!(self, Self::Serif | Self::SerifItalic | Self::SerifSemibold | Self::Display)
    }

    /// Indices in [`BUNDLED`] of the fonts that may draw it, best first. The other family of the same weight
    /// comes second: a foreign letter in the wrong family is better than none. Arabic and Hebrew have one family each.
    pub(super) fn chain(self) -> &'static [u16] {
        match self {
            Self::Serif => &[0, 4, 8, 10],
            Self::SerifItalic => &[1, 5, 4, 8, 10],
            Self::SerifSemibold => &[2, 6, 9, 11],
            Self::Display => &[3, 2, 6, 9, 11],
            Self::Sans => &[4, 0, 8, 10],
            Self::SansItalic => &[5, 1, 4, 8, 10],
            Self::SansSemibold => &[6, 2, 9, 11],
            Self::SansBold => &[7, 2, 9, 11],
        }
    }
}
