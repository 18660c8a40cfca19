//! Points, sizes and rectangles of the page, so that no function takes four bare numbers in a row.

/// A point; y runs down from the top edge.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Rightwards from the left edge.
    pub x: f32,
    /// Downwards from the top edge.
    pub y: f32,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// Width and height of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
}

impl Size {
    /// ISO A4, upright.
    pub const A4: Self = Self { width: 595.28, height: 841.89 };
    /// US Letter, upright.
    pub const LETTER: Self = Self { width: 612.0, height: 792.0 };

    /// The same sheet on its side.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// A rectangle by its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Extent rightwards.
    pub width: f32,
    /// Extent downwards.
    pub height: f32,
}

impl Rect {
    /// The rectangle with this top left corner and extent.
    #[must_use]
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }
}
