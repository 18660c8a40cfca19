//! The parts of the file, how they relate, and what the file says about itself (ECMA-376, part 2).

use super::body::Written;
use super::{numbering, running, styles};
use crate::markup::Markup;
use crate::told::Told;
use chrono::Utc;
use std::io::{Cursor, Write as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file inside the file.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A relationship of a part: its id, its kind, what it leads to, and whether that is outside.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) target: String,
    pub(super) outside: bool,
}

impl Relation {
    fn inside(id: &str, kind: &'static str, target: &str) -> Self {
        Self { id: id.to_owned(), kind, target: target.to_owned(), outside: false }
    }
}

pub(super) fn parts(told: &Told, written: Written) -> Vec<Part> {
    let fixed = [
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("header2", "header"),
        ("footer1", "footer"),
    ];
    let relations = fixed.iter().map(|(name, kind)| Relation::inside(name, kind, &format!("{name}.xml")));
    let relations: Vec<Relation> = relations.chain(written.relations).collect();
    let part = |name: &str, xml: String| Part { name: name.to_owned(), bytes: xml.into_bytes() };
    let mut parts = vec![
        part("[Content_Types].xml", content_types(&fixed.map(|(name, kind)| (name, kind)))),
        part(
            "_rels/.rels",
            relations_xml(&[
                Relation::inside("document", "officeDocument", "word/document.xml"),
                Relation {
                    id: "core".to_owned(),
                    kind: "metadata/core-properties",
                    target: "docProps/core.xml".to_owned(),
                    outside: false,
                },
                Relation::inside("app", "extended-properties", "docProps/app.xml"),
            ]),
        ),
        part("docProps/core.xml", core(told)),
        part("docProps/app.xml", app(told)),
        part("word/document.xml", written.document),
        part("word/_rels/document.xml.rels", relations_xml(&relations)),
        part("word/styles.xml", styles::write(told)),
        part("word/numbering.xml", numbering::write(&written.restarts)),
        part("word/settings.xml", settings(told)),
        part("word/fontTable.xml", styles::fonts()),
        part("word/footnotes.xml", written.footnotes),
        part("word/header1.xml", running::header(&told.document, true)),
        part("word/header2.xml", running::header(&told.document, false)),
        part("word/footer1.xml", running::footer(&told.document)),
    ];
    if !written.footnote_relations.is_empty() {
        parts.push(part("word/_rels/footnotes.xml.rels", relations_xml(&written.footnote_relations)));
    }
    parts.extend(written.media);
    parts
}

/// All in one file, with the one date that ZIP has for "none".
pub(super) fn zipped(parts: &[Part]) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for part in parts {
        zip.start_file(part.name.as_str(), options)?;
        zip.write_all(&part.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types(fixed: &[(&str, &str)]) -> String {
    let mut xml = Markup::xml();
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", types)], |xml| {
        let package = "application/vnd.openxmlformats-package";
        for (extension, kind) in [
            ("rels", format!("{package}.relationships+xml")),
            ("xml", "application/xml".to_owned()),
            ("png", "image/png".to_owned()),
            ("jpeg", "image/jpeg".to_owned()),
        ] {
            xml.empty("Default", &[("Extension", extension), ("ContentType", &kind)]);
        }
        let mut part =
            |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        part("/word/document.xml", &format!("{WORD}.document.main+xml"));
        for (name, kind) in fixed {
            part(&format!("/word/{name}.xml"), &format!("{WORD}.{kind}+xml"));
        }
        part("/docProps/core.xml", &format!("{package}.core-properties+xml"));
        part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    });
    xml.finish()
}

fn relations_xml(relations: &[Relation]) -> String {
    let mut xml = Markup::xml();
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for Relation { id, kind, target, outside } in relations {
            let kind = if kind.contains('/') {
                format!("{RELATIONSHIPS}/{kind}")
            } else {
                format!("{OFFICE}/{kind}")
            };
            let mut attributes = vec![("Id", id.as_str()), ("Type", &kind), ("Target", target)];
            attributes.extend(outside.then_some(("TargetMode", "External")));
            xml.empty("Relationship", &attributes);
        }
    });
    xml.finish()
}

fn core(told: &Told) -> String {
    let head = &told.document.head;
    let at = told.about.created.with_timezone(&Utc).format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let subject = [head.kind.as_str(), head.copy_line.as_str()];
    let subject: Vec<&str> = subject.into_iter().filter(|words| !words.is_empty()).collect();
    let mut xml = Markup::xml();
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.text_element("dc:title", &[], &head.title);
        xml.text_element("dc:subject", &[], &subject.join("; "));
        xml.text_element("dc:creator", &[], head.unit.as_deref().unwrap_or_default());
        if let Some(marking) = &head.marking {
            xml.text_element("cp:keywords", &[], &marking.label);
        }
        xml.text_element("cp:lastModifiedBy", &[], head.unit.as_deref().unwrap_or_default());
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.text_element(name, &[("xsi:type", "dcterms:W3CDTF")], &at);
        }
        xml.text_element("dc:language", &[], &told.document.language);
    });
    xml.finish()
}

fn app(told: &Told) -> String {
    let mut xml = Markup::xml();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", namespace)], |xml| {
        xml.text_element("Application", &[], "Standpoint");
        xml.text_element("Company", &[], told.document.head.unit.as_deref().unwrap_or_default());
    });
    xml.finish()
}

fn settings(told: &Told) -> String {
    let mut xml = Markup::xml();
    xml.element("w:settings", super::NAMESPACES, |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.empty("w:defaultTabStop", &[("w:val", "567")]);
        xml.empty("w:characterSpacingControl", &[("w:val", "doNotCompress")]);
        xml.element("w:footnotePr", &[], |xml| {
            xml.empty("w:footnote", &[("w:id", "-1")]);
            xml.empty("w:footnote", &[("w:id", "0")]);
        });
        xml.element("w:compat", &[], |xml| {
            let word = "http://schemas.microsoft.com/office/word";
            // What Word 2013 and later call their own way of setting a page.
            let mode = [("w:name", "compatibilityMode"), ("w:uri", word), ("w:val", "15")];
            xml.empty("w:compatSetting", &mode);
        });
        xml.empty("w:themeFontLang", &[("w:val", &told.document.language)]);
    });
    xml.finish()
}
