//! What the domain takes by itself, without a window or a pipe: who is named in a long document, the matrix, search.
//!
//! The measuring is done by core's example `figures`, which has SQLite at hand for the comparison.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use super::batch::Batch;
use super::{Amount, Figure, Measured, build_cli, built, median};
use crate::{cache, process};

/// The longest that seems at once, for what answers a click.
const AT_ONCE: Measured =
    Measured { what: "the longest that seems at once", amount: Amount::Time(Duration::from_millis(50)) };

/// The longest that the first picture of a screen may wait.
const A_FRAME: Measured =
    Measured { what: "the longest for a first frame", amount: Amount::Time(Duration::from_millis(100)) };

/// The longest that a letter typed into the search box may wait.
const A_LETTER: Measured =
    Measured { what: "the longest a letter may wait", amount: Amount::Time(Duration::from_millis(10)) };

/// Who is named in 300 pages, of 2,000 actors with 6,000 other names.
pub(super) fn mentions() -> Result<Vec<Figure>, String> {
    let figures = Domain::begin("mentions")?.ask("mentions", None)?;
    println!("{} mentions found", figures["mentions"]);
    Ok(vec![
        limit("mentions in 300 pages", "of 2,000 actors by 8,000 names", time(&figures, "again"), AT_ONCE),
        limit("… after an actor has changed", "the names read anew", time(&figures, "anew"), AT_ONCE),
    ])
}

/// 200 actors by 60 issues, from 100,000 positions.
pub(super) fn matrix() -> Result<Vec<Figure>, String> {
    let domain = Domain::begin("matrix")?;
    let figures = domain.ask("matrix", None)?;
    println!(
        "{} cells filled; {} from opening the file to the matrix; read ahead in {}, {} at a time at most; \
         what is counted beside the matrix {}",
        figures["cells"],
        time(&figures, "opened"),
        time(&figures, "bits"),
        time(&figures, "longest_bit"),
        time(&figures, "counts"),
    );
    let (at_once, later) = waited(&domain.folder.join("bench.standpoint"))?;
    let of = "200 actors by 60 issues from 100,000 positions";
    Ok(vec![
        limit("the matrix", of, time(&figures, "same"), AT_ONCE),
        limit("… on another day", of, time(&figures, "other_day"), AT_ONCE),
        limit("… after a position was recorded", of, time(&figures, "after_change"), AT_ONCE),
        limit("… asked at once after opening", "nothing read ahead", time(&figures, "first"), AT_ONCE),
        limit("… once all is read ahead", "for the first time", time(&figures, "ahead"), AT_ONCE),
        limit("waiting for it, at once", "asked at once after opening", at_once, A_FRAME),
        limit("waiting for it, later", "asked half a second after opening", later, A_FRAME),
    ])
}

/// How long the first matrix of a dossier is waited for, by the road that a window's question takes: asked at once after
/// opening, and half a second later.
fn waited(dossier: &Path) -> Result<(Amount, Amount), String> {
    let cli = build_cli()?;
    let ask = |pause: Duration| {
        let mut runs = Vec::new();
        for _ in 0..5 {
            let mut batch = Batch::open(&cli, dossier)?;
            // Answered as soon as the dossier is open.
            batch.call("app_state", &json!({}))?;
            thread::sleep(pause);
            runs.push(batch.waited("matrix_get", &json!({ "as_of": "2025-04-23" }))?);
        }
        Ok::<_, String>(Amount::Time(median(runs)))
    };
    Ok((ask(Duration::ZERO)?, ask(Duration::from_millis(500))?))
}

/// Up to 100,000 excerpts.
pub(super) fn search() -> Result<Vec<Figure>, String> {
    measure_search(&[1_000, 10_000, 100_000])
}

/// A million excerpts of 20,000 sources; takes some minutes.
pub(super) fn search_million() -> Result<Vec<Figure>, String> {
    measure_search(&[1_000, 1_000_000])
}

fn measure_search(sizes: &[u64]) -> Result<Vec<Figure>, String> {
    let domain = Domain::begin("search")?;
    let mut measured = Vec::new();
    for size in sizes {
        println!("Searching {size} excerpts");
        measured.push(domain.ask("search", Some(*size))?);
    }
    println!(
        "\n{:>10} {:>12} {:>12} {:>12} {:>12} {:>12}",
        "excerpts", "text", "index", "index/text", "built in", "one more"
    );
    for figures in &measured {
        let (text, index) = (bytes(figures, "text_bytes"), bytes(figures, "index_bytes"));
        println!(
            "{:>10} {:>12} {:>12} {:>12.2} {:>12} {:>12}",
            figures["excerpts"],
            text.to_string(),
            index.to_string(),
            index.number() / text.number(),
            time(figures, "filled").to_string(),
            time(figures, "kept").to_string(),
        );
    }
    let Some((least, most)) = measured.first().zip(measured.last()) else { return Ok(Vec::new()) };
    let alone = "the same query through SQLite alone";
    let mut found = Vec::new();
    for figures in &measured {
        for (name, own, against) in [
            ("the middle first page", "p50", "alone_p50"),
            ("the slowest first page but 1 in 100", "p99", "alone_p99"),
        ] {
            found.push(Figure {
                name,
                ours: Measured { what: of_excerpts(figures), amount: time(figures, own) },
                against: Measured { what: alone, amount: time(figures, against) },
                target: 1.2,
            });
        }
    }
    found.push(limit("the slowest first page but 1 in 100", of_excerpts(most), time(most, "p99"), A_LETTER));
    found.push(Figure {
        name: "keeping one more excerpt",
        ours: Measured { what: of_excerpts(most), amount: time(most, "kept") },
        against: Measured { what: of_excerpts(least), amount: time(least, "kept") },
        target: 1.5,
    });
    Ok(found)
}

fn of_excerpts(figures: &Value) -> &'static str {
    match figures["excerpts"].as_u64() {
        Some(1_000) => "of 1,000 excerpts",
        Some(10_000) => "of 10,000 excerpts",
        Some(100_000) => "of 100,000 excerpts",
        _ => "of 1,000,000 excerpts of 20,000 sources",
    }
}

fn limit(name: &'static str, what: &'static str, amount: Amount, against: Measured) -> Figure {
    Figure { name, ours: Measured { what, amount }, against, target: 1.0 }
}

fn time(figures: &Value, name: &str) -> Amount {
    Amount::Time(Duration::from_nanos(figures[name].as_u64().unwrap_or(u64::MAX)))
}

fn bytes(figures: &Value, name: &str) -> Amount {
    Amount::Bytes(figures[name].as_u64().unwrap_or_default())
}

/// The built example and a folder for it to work in.
struct Domain {
    program: PathBuf,
    folder: PathBuf,
}

impl Domain {
    fn begin(bench: &str) -> Result<Self, String> {
        let program = built()?.join("examples").join(format!("figures{}", std::env::consts::EXE_SUFFIX));
        let folder = cache::target().join("bench").join(bench);
        fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        Ok(Self { program, folder })
    }

    /// What it finds out.
    fn ask(&self, what: &str, size: Option<u64>) -> Result<Value, String> {
        let mut command = process::program(&self.program);
        command.arg(what).arg(&self.folder).args(size.map(|size| size.to_string()));
        let printed = process::output(&mut command)?;
        serde_json::from_str(&printed).map_err(|_| format!("figures printed “{printed}”"))
    }
}
