//! What the fields of a form were filled in with, where the document leaves it to the reader to draw it.

use hayro_font::hayro_syntax::object::{Dict, Name, Object, String as PdfString};

use super::super::strings;

/// Parents of parents: a field has a few.
const DEEPEST: usize = 16;

/// Whether what fields look like in the document may be out of date.
pub(crate) fn are_stale(catalog: &Dict<'_>) -> bool {
    catalog
        .get::<Dict<'_>>(b"AcroForm")
        .and_then(|form| form.get::<bool>(b"NeedAppearances"))
        .unwrap_or_default()
}

/// The words of a field for text or a choice; `None` for an annotation that is none.
pub(crate) fn value(annotation: &Dict<'_>) -> Option<String> {
    let kind = inherited(annotation, b"FT")?.into_name()?;
    if !matches!(kind.as_str(), "Tx" | "Ch") {
        return None;
    }
    match inherited(annotation, b"V")? {
        Object::String(text) => Some(strings::text(&text)),
        Object::Name(text) => Some(text.as_str().to_owned()),
        Object::Array(chosen) => {
            let chosen: Vec<String> =
                chosen.iter::<PdfString<'_>>().map(|text| strings::text(&text)).collect();
            Some(chosen.join("\n"))
        }
        _ => None,
    }
}

/// Whether an annotation is a field, or one of the places where a field is shown.
pub(crate) fn is_field(annotation: &Dict<'_>) -> bool {
    annotation.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_str() == "Widget")
}

/// What a field says itself or takes over from those it belongs to.
fn inherited<'a>(field: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(found) = field.get::<Object<'a>>(key) {
            return Some(found);
        }
        field = field.get::<Dict<'a>>(b"Parent")?;
    }
    None
}
