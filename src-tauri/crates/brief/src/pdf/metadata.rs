//! What the file says about itself: title, unit, language, dates, identity, and that it is accessible
//! (PDF/UA-1) and fit for an archive (PDF/A-3a). No person, no path.

use std::fmt::Write;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use lopdf::{Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::Properties;
use super::assembly::{Assembly, name, text};
use crate::page::Pages;

const PROGRAM: &str = "Standpoint";

pub(super) fn add(assembly: &mut Assembly, pages: &Pages, properties: &Properties) {
    let date = Object::string_literal(pdf_date(&properties.created));
    let mut info = dictionary! {
        "Title" => text(&pages.title),
        "Creator" => text(PROGRAM),
        "Producer" => text(PROGRAM),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    };
    for (key, value) in [("Author", &properties.unit), ("Subject", &properties.subject)] {
        if !value.is_empty() {
            info.set(key, text(value));
        }
    }
    let info = assembly.add(info);
    let identity = Object::Array(vec![
        digest(&[&properties.identity]),
        digest(&[&properties.identity, &properties.created.to_rfc3339(), &pages.title]),
    ]);
    assembly.set_in_trailer("Info", info);
    assembly.set_in_trailer("ID", identity);

    let packet = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Left uncompressed, so that tools which know nothing of PDF can find it.
    let packet = Stream::new(packet, xmp(pages, properties).into_bytes()).with_compression(false);
    let packet = assembly.add(packet);
    assembly.set("Metadata", packet);
    add_output_intent(assembly);
    assembly.set("Lang", Object::string_literal(pages.language.tag()));
    assembly.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    assembly.set("PageLayout", name("OneColumn"));
}

fn add_output_intent(assembly: &mut Assembly) {
    let profile = Stream::new(dictionary! { "N" => 3 }, super::colour_profile::srgb());
    let profile = assembly.add(profile);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    assembly.set("OutputIntents", vec![Object::Dictionary(intent)]);
}

/// Half a SHA-256, as the file identifiers of PDF have 16 bytes.
fn digest(parts: &[&str]) -> Object {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal)
}

/// `D:20250423080000+01'00'` (ISO 32000-1, 7.9.4).
pub(super) fn pdf_date(date: &DateTime<FixedOffset>) -> String {
    let offset = date.offset().local_minus_utc();
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.abs() / 60;
    format!("D:{}{sign}{:02}'{:02}'", date.format("%Y%m%d%H%M%S"), minutes / 60, minutes % 60)
}

/// PDF/A wants every property that it does not know explained in the packet itself (ISO 19005-3, 6.6.2.3).
const EXTENSION: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";

fn xmp(pages: &Pages, properties: &Properties) -> String {
    // To the second, as in the information dictionary: an archive compares the two.
    let date = properties.created.to_rfc3339_opts(SecondsFormat::Secs, false);
    let mut entries = format!(
        "<dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\
         <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>",
        escaped(&pages.title),
        escaped(pages.language.tag()),
    );
    if !properties.unit.is_empty() {
        let unit = escaped(&properties.unit);
        let _ = write!(entries, "<dc:creator><rdf:Seq><rdf:li>{unit}</rdf:li></rdf:Seq></dc:creator>");
    }
    if !properties.subject.is_empty() {
        let subject = escaped(&properties.subject);
        let open = "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">";
        let _ = write!(entries, "{open}{subject}</rdf:li></rdf:Alt></dc:description>");
    }
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         {entries}<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>\
         <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
         <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
         <pdfuaid:part>1</pdfuaid:part></rdf:Description>{EXTENSION}</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

/// Text for XML, which has no place for control characters.
fn escaped(text: &str) -> String {
    let text: String =
        text.chars().filter(|&c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
