//! The few colours a note is printed in; each is dark enough to survive a photocopy.

/// A colour on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Lightness from 0 (black) to 255 (white).
    Grey(u8),
    /// Red, green and blue in sRGB.
    Rgb(u8, u8, u8),
}

impl Colour {
    /// Body text.
    pub const INK: Self = Self::Grey(0);
    /// The one accent: headings, numbers, links.
    pub const ACCENT: Self = Self::Rgb(0x1B, 0x3D, 0x6D);
    /// Running matter, notes, "none found".
    pub const SOFT: Self = Self::Grey(0x40);
    /// Hairlines; never text.
    pub const HAIR: Self = Self::Grey(0x78);
    /// Outline of the DRAFT watermark.
    pub const WATERMARK: Self = Self::Grey(0xCD);
    /// The paper itself.
    pub const PAPER: Self = Self::Grey(0xFF);
    /// Label text of TLP:AMBER.
    pub const TLP_AMBER: Self = Self::Rgb(0xFF, 0xC0, 0x00);

    /// As `#rrggbb`.
    #[must_use]
    pub fn hex(self) -> String {
        let (red, green, blue) = match self {
            Self::Grey(grey) => (grey, grey, grey),
            Self::Rgb(red, green, blue) => (red, green, blue),
        };
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}
