//! A dossier in a folder, and a second way into its file: rows by the hundred thousand in one transaction, under the
//! same schema and the same triggers, where one step each would take hours.

use rusqlite::{Connection, params};
use standpoint_core::content::ContentHash;
use standpoint_core::dossier::{Dossier, DossierHead};
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::Paper;
use standpoint_core::sources::{NewSource, SourceKind, Structure};
use standpoint_core::time::Moment;
use standpoint_core::transact::Stamp;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The day of everything.
pub(crate) const DAY: &str = "2025-04-23T09:00:00+00:00";

pub(crate) fn stamp() -> Stamp {
    Stamp { at: moment(), who: "Bench".into() }
}

fn moment() -> Moment {
    Moment::parse_from_rfc3339(DAY).unwrap()
}

/// The id of the thing of that kind and number.
pub(crate) fn id(kind: u64, number: u64) -> Uuid {
    Uuid::from_u64_pair(kind << 16 | 0x7000, 1 << 63 | number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 2)
}

/// An empty dossier in an empty folder.
pub(crate) fn begin(folder: &Path) -> (PathBuf, Dossier) {
    drop(std::fs::remove_dir_all(folder));
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join("bench.standpoint");
    let head = DossierHead {
        id: id(0, 0).into(),
        title: "Bench".into(),
        language: "en".into(),
        marking_scheme: MarkingScheme::Uk,
        marking: None,
        unit: None,
        paper: Paper::A4,
        created_at: moment(),
    };
    let dossier = Dossier::create(&path, &head, &stamp()).unwrap();
    (path, dossier)
}

/// The dossier as a user opens it.
pub(crate) fn open(path: &Path) -> Dossier {
    Dossier::open(path, "Bench").unwrap()
}

/// Its file, for rows by the thousand; nobody else may have it open.
pub(crate) fn rows(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA cache_size = -200000; BEGIN IMMEDIATE").unwrap();
    connection
}

/// A plain text that came in as a document.
pub(crate) fn document(text: String) -> NewSource {
    NewSource {
        title: "A document".into(),
        publisher: None,
        authors: Vec::new(),
        published: None,
        accessed: None,
        url: None,
        kind: SourceKind::Report,
        language: Some("en".into()),
        reliability: None,
        marking: None,
        file_name: None,
        media_type: "text/plain".into(),
        original: text.clone().into_bytes(),
        text,
        structure: Structure::default(),
        html: None,
        recognised: None,
        guessed: Vec::new(),
        warnings: Vec::new(),
    }
}

/// Writes a source with that text as a row.
pub(crate) fn put_source(connection: &Connection, number: u64, text: &str) {
    let mut keep = connection
        .prepare_cached(
            "INSERT OR IGNORE INTO content (hash, encoding, length, bytes) VALUES (?, 'identity', ?, ?)",
        )
        .unwrap();
    let structure = serde_json::to_vec(&Structure::default()).unwrap();
    let mut kept = |bytes: &[u8]| {
        let hash = ContentHash::of(bytes);
        keep.execute(params![hash, bytes.len() as i64, bytes]).unwrap();
        hash
    };
    let (text_hash, structure) = (kept(text.as_bytes()), kept(&structure));
    connection
        .prepare_cached(
            "INSERT INTO source (id, title, authors, published, kind, state, media_type, original, text, structure,
                characters, guessed, warnings, added_at)
             VALUES (?1, ?2, '[]', '2025-04-20', 'report', 'active', 'text/plain', ?3, ?3, ?4, ?5, '[]', '[]', ?6)",
        )
        .unwrap()
        .execute(params![
            id(1, number).to_string(),
            format!("Record {number}"),
            text_hash,
            structure,
            text.chars().count() as i64,
            DAY
        ])
        .unwrap();
}

/// Writes an excerpt as a row.
pub(crate) fn put_excerpt(connection: &Connection, number: u64, source: u64, start: u64, quote: &str) {
    connection
        .prepare_cached(
            "INSERT INTO excerpt (id, source, start, \"end\", quote, prefix, suffix, quote_hash, orphan, verification,
                created_at) VALUES (?, ?, ?, ?, ?, '', '', '', 0, 'unverified', ?)",
        )
        .unwrap()
        .execute(params![
            id(2, number).to_string(),
            id(1, source).to_string(),
            start as i64,
            (start + quote.chars().count() as u64) as i64,
            quote,
            DAY
        ])
        .unwrap();
}
