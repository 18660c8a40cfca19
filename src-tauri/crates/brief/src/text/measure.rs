//! How wide lines may be: the same for all, or different for the first few (beside a box or a label).

/// The widths of a paragraph's lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    first: Vec<f32>,
    rest: f32,
}

impl Measure {
    /// All lines `width` wide.
    #[must_use]
    pub const fn even(width: f32) -> Self {
        Self { first: Vec::new(), rest: width }
    }

    /// The first lines as wide as `first` says, all others `rest` wide.
    #[must_use]
    pub const fn stepped(first: Vec<f32>, rest: f32) -> Self {
        Self { first, rest }
    }

    /// Width of line `index`, from 0.
    #[must_use]
    pub fn width(&self, index: usize) -> f32 {
        self.first.get(index).copied().unwrap_or(self.rest)
    }

    /// Width of the narrowest line.
    pub(super) fn narrowest(&self) -> f32 {
        self.first.iter().copied().fold(self.rest, f32::min)
    }

    /// From this line on all lines are equally wide, so it does not matter which line it is.
    pub(super) fn settled(&self) -> usize {
        self.first.len()
    }
}

impl From<f32> for Measure {
    fn from(width: f32) -> Self {
        Self::even(width)
    }
}
