//! The first page of results beside the plainest query that SQLite's own full-text search answers, on the same index
//! in the same run; how large the index is, and what one more excerpt costs.

use crate::desk::{begin, id, open, put_excerpt, put_source, rows, stamp};
use crate::words::{Chain, word};
use crate::{percentile, times};
use rusqlite::Connection;
use serde_json::{Value, json};
use standpoint_core::Dossier;
use standpoint_core::excerpts::ops::NewExcerpt;
use std::path::Path;
use std::time::{Duration, Instant};

/// Hits of a first page.
const PAGE: u32 = 20;
const QUERIES: u64 = 400;
/// As many sources as there are for a million excerpts of 50 to a source.
const PER_SOURCE: u64 = 50;
const KEPT: u32 = 100;

/// What one would write who has SQLite and nothing else: ranked by the built-in measure within the index, which reads
/// the words around a match for the page's hits only.
const ALONE: &str = "SELECT rowid, snippet(search, -1, '[', ']', '…', 24) FROM search
    WHERE search MATCH ? AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT ?";

pub(crate) fn measure(folder: &Path, excerpts: u64) -> Value {
    let (path, dossier) = begin(folder);
    drop(dossier);
    let connection = rows(&path);
    let started = Instant::now();
    let text_bytes = fill(&connection, excerpts);
    connection.execute_batch("COMMIT").unwrap();
    let filled = started.elapsed();
    let index_bytes: i64 = connection
        .query_row("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%'", [], |row| row.get(0))
        .unwrap();
    drop(connection);

    let queries = queries();
    let dossier = open(&path);
    let ours = asked(&queries, |query| dossier.search(query, PAGE).unwrap().len());
    drop(dossier);
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch("PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY").unwrap();
    let alone = asked(&queries, |query| alone(&connection, &plain(query)));
    drop(connection);

    let mut dossier = open(&path);
    let kept = times(KEPT, |run| keep(&mut dossier, run));
    json!({
        "excerpts": excerpts,
        "p50": percentile(&ours, 50),
        "p99": percentile(&ours, 99),
        "alone_p50": percentile(&alone, 50),
        "alone_p99": percentile(&alone, 99),
        "index_bytes": index_bytes,
        "text_bytes": text_bytes,
        "filled": filled.as_nanos() as u64,
        "kept": percentile(&kept, 50),
    })
}

/// Sources and excerpts as rows; how many bytes of text.
fn fill(connection: &Connection, excerpts: u64) -> u64 {
    let mut chain = Chain::new(3);
    let mut bytes = 0;
    for number in 0..excerpts {
        if number.is_multiple_of(PER_SOURCE) {
            let text = (0..12).map(|_| chain.sentence()).collect::<Vec<_>>().join(" ");
            bytes += text.len() as u64;
            put_source(connection, number / PER_SOURCE, &text);
        }
        let quote = chain.sentence();
        bytes += quote.len() as u64;
        put_excerpt(connection, number, number / PER_SOURCE, 0, &quote);
    }
    bytes
}

/// What people look for: a word, two, a phrase, the first letters of one.
fn queries() -> Vec<String> {
    let mut chain = Chain::new(4);
    let mut rank = || 1 + chain.below(3_000);
    (0..QUERIES)
        .map(|number| match number % 4 {
            0 => word(rank()),
            1 => format!("{} {}", word(rank()), word(rank())),
            2 => format!("\"{} {}\"", word(rank()), word(rank())),
            _ => word(rank())[..3].to_owned(),
        })
        .collect()
}

/// The same in the language of the index: each word may go on, a phrase may not.
fn plain(query: &str) -> String {
    if query.starts_with('"') {
        return query.to_owned();
    }
    query.split(' ').map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
}

/// Each query once to get warm, once for the clock.
fn asked(queries: &[String], mut ask: impl FnMut(&str) -> usize) -> Vec<Duration> {
    for query in queries {
        ask(query);
    }
    times(queries.len() as u32, |run| {
        std::hint::black_box(ask(&queries[run as usize]));
    })
}

fn alone(connection: &Connection, query: &str) -> usize {
    let mut statement = connection.prepare_cached(ALONE).unwrap();
    let rows = statement
        .query_map((query, PAGE), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .unwrap();
    rows.map(Result::unwrap).count()
}

fn keep(dossier: &mut Dossier, run: u32) {
    let start = run % 40;
    let new =
        NewExcerpt { id: id(10, u64::from(run)).into(), source: id(1, 0).into(), start, end: start + 150 };
    dossier.keep_excerpt(&new, &stamp()).unwrap();
}
