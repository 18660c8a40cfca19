//! Footnotes and endnotes: where the text refers to them, and the marks they bear (ECMA-376, 17.11).

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    Foot,
    End,
}

/// A reference to a note.
pub(super) struct Reference {
    pub(super) kind: Note,
    pub(super) id: String,
    /// What stands at its place in the text.
    pub(super) mark: String,
}

impl Reference {
    /// The reference to that note, the one of that number among its kind.
    pub(super) fn new(kind: Note, id: String, number: usize) -> Self {
        let mark = if kind == Note::Foot { number.to_string() } else { roman(number) };
        Self { kind, id, mark }
    }
}

/// Whether an element is a note.
pub(super) fn is_note(name: &str) -> bool {
    matches!(name, "footnote" | "endnote")
}

/// A number in small Roman figures, as notes at the end bear it.
fn roman(mut number: usize) -> String {
    const FIGURES: &[(usize, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut figures = String::new();
    for (value, figure) in FIGURES {
        while number >= *value {
            figures.push_str(figure);
            number -= value;
        }
    }
    figures
}
