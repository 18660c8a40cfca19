//! Which layers of a document are shown: words on one that is switched off are not on the page (ISO 32000-1, 8.11).

use std::collections::HashSet;

use hayro_font::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};

/// The layers that are switched off.
#[derive(Default)]
pub(crate) struct Layers(HashSet<ObjectIdentifier>);

impl Layers {
    pub(crate) fn of(catalog: &Dict<'_>) -> Self {
        let mut off = HashSet::new();
        let Some(properties) = catalog.get::<Dict<'_>>(b"OCProperties") else { return Self(off) };
        let Some(config) = properties.get::<Dict<'_>>(b"D") else { return Self(off) };
        if config.get::<Name<'_>>(b"BaseState").is_some_and(|state| state.as_str() == "OFF") {
            off.extend(references(&properties, b"OCGs"));
            for on in references(&config, b"ON") {
                off.remove(&on);
            }
        }
        off.extend(references(&config, b"OFF"));
        Self(off)
    }

    /// Whether what belongs to a layer is shown, or to a set of layers with a policy. `name` is the layer's own.
    pub(crate) fn shows(&self, group: &Dict<'_>, name: Option<ObjectIdentifier>) -> bool {
        if group.get::<Name<'_>>(b"Type").is_none_or(|kind| kind.as_str() != "OCMD") {
            return name.is_none_or(|name| !self.0.contains(&name));
        }
        let mut members = references(group, b"OCGs");
        members.extend(group.get_ref(b"OCGs").map(ObjectIdentifier::from));
        let policy = group.get::<Name<'_>>(b"P");
        let mut off = members.iter().map(|member| self.0.contains(member));
        members.is_empty()
            || match policy.as_ref().map(Name::as_str) {
                Some("AllOn") => !off.any(|off| off),
                Some("AnyOff") => off.any(|off| off),
                Some("AllOff") => off.all(|off| off),
                _ => off.any(|off| !off),
            }
    }
}

fn references(dict: &Dict<'_>, key: &[u8]) -> Vec<ObjectIdentifier> {
    let array = dict.get::<Array<'_>>(key).unwrap_or_default();
    array.raw_iter().filter_map(|item| item.as_obj_ref()).map(ObjectIdentifier::from).collect()
}
