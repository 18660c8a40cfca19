//! Pictures as resources of the file, each once however often it is drawn.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};
use sha2::{Digest, Sha256};

use crate::page::{Mark, Pages};
use crate::picture::{Picture, Pixels};

/// Every picture on the pages.
pub(super) fn resources(pages: &Pages) -> BTreeMap<XObjectId, XObject> {
    let marks = pages.pages.iter().flat_map(|page| &page.items).map(|item| &item.mark);
    let pictures = marks.filter_map(|mark| match mark {
        Mark::Image(image) => Some(&image.picture),
        Mark::Glyphs(_) | Mark::Rule(_) | Mark::Path(_) => None,
    });
    pictures.map(|picture| (resource(picture), XObject::External(object(picture)))).collect()
}

/// Named by its bytes, so that the same note gives the same file.
pub(super) fn resource(picture: &Arc<Picture>) -> XObjectId {
    let digest = Sha256::digest(&picture.original);
    let name = digest[..8].iter().fold("I".to_owned(), |name, byte| format!("{name}{byte:02X}"));
    XObjectId(name)
}

fn object(picture: &Picture) -> ExternalXObject {
    let stream = match &picture.pixels {
        Pixels::Jpeg { channels } => {
            let mut dict = dictionary(picture.width, picture.height, *channels);
            dict.insert("Filter".into(), DictItem::Name("DCTDecode".into()));
            ExternalStream { dict, content: picture.original.clone(), compress: false }
        }
        Pixels::Plain { width, height, channels, data, opacity } => {
            let mut dict = dictionary(*width, *height, *channels);
            if let Some(opacity) = opacity {
                let mask = dictionary(*width, *height, 1);
                let mask = ExternalStream { dict: mask, content: opacity.clone(), compress: true };
                dict.insert("SMask".into(), DictItem::Stream { stream: mask });
            }
            ExternalStream { dict, content: data.clone(), compress: true }
        }
    };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

fn dictionary(width: u32, height: u32, channels: u8) -> BTreeMap<String, DictItem> {
    let name = |name: &str| DictItem::Name(name.into());
    let space = if channels == 1 { "DeviceGray" } else { "DeviceRGB" };
    [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(width.into())),
        ("Height", DictItem::Int(height.into())),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into()
}
