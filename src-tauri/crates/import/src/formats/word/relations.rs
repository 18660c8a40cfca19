//! What other parts of a Word document say of it: names of styles, and where links lead.

use std::collections::{BTreeMap, HashMap};

use crate::refusal::Reason;
use crate::xml::{Tag, Visit, walk};

/// Names of paragraph styles by their ids.
pub(super) fn names(xml: Option<Vec<u8>>) -> Result<HashMap<String, String>, Reason> {
    #[derive(Default)]
    struct Names {
        names: HashMap<String, String>,
        current: String,
    }
    impl Visit for Names {
        fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
            match tag.name {
                "style" => self.current = tag.attribute("styleId").unwrap_or_default(),
                "name" => {
                    let name = tag.attribute("val").unwrap_or_default();
                    self.names.insert(self.current.clone(), name);
                }
                _ => {}
            }
            Ok(())
        }
        fn text(&mut self, _: &str) {}
        fn close(&mut self, _: &str) -> Result<(), Reason> {
            Ok(())
        }
    }
    let mut names = Names::default();
    if let Some(xml) = xml {
        walk(&xml, &mut names)?;
    }
    Ok(names.names)
}

/// Where relationships lead, by their ids.
pub(super) fn links(xml: Option<Vec<u8>>) -> Result<HashMap<String, String>, Reason> {
    #[derive(Default)]
    struct Links(BTreeMap<String, String>);
    impl Visit for Links {
        fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
            let outside = tag.attribute("TargetMode").as_deref() == Some("External");
            if let (Some(id), Some(target), true) = (tag.attribute("Id"), tag.attribute("Target"), outside) {
                self.0.insert(id, target);
            }
            Ok(())
        }
        fn text(&mut self, _: &str) {}
        fn close(&mut self, _: &str) -> Result<(), Reason> {
            Ok(())
        }
    }
    let mut links = Links::default();
    if let Some(xml) = xml {
        walk(&xml, &mut links)?;
    }
    Ok(links.0.into_iter().collect())
}
