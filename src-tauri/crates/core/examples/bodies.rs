//! Random bodies of blocks for the editor to take in and give back: `cargo xtask schema`, and one of
//!
//! `bodies make COUNT SEED > made`: so many bodies as the dossier keeps them, one a line, the same for the same seed;
//! `bodies same MADE BACK`: whether each came back equal;
//! `bodies sound FILE`: whether the dossier would keep each of these, as it stands, unchanged.

#![allow(clippy::print_stdout, reason = "a measuring program speaks on the terminal")]

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use standpoint_core::content::ContentHash;
use standpoint_core::notes::block::{
    Analysis, Body, CitationTarget, DefensiveLine, Inline, PolicyOption, Text,
};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;
use uuid::Uuid;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["make", count, seed] => make(count, seed),
        ["same", made, back] => same(Path::new(made), Path::new(back)),
        ["sound", file] => sound(Path::new(file)),
        _ => Err("one of: make COUNT SEED, same MADE BACK, sound FILE".into()),
    };
    done.map_or_else(
        |problem| {
            println!("bodies: {problem}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn make(count: &str, seed: &str) -> Outcome {
    let (count, seed): (usize, u64) = (count.parse()?, seed.parse()?);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let chance = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), chance);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for _ in 0..count {
        let body = body().new_tree(&mut runner).map_err(|reason| reason.to_string())?.current().sound()?;
        writeln!(out, "{}", serde_json::to_string(&body)?)?;
    }
    Ok(out.flush()?)
}

fn same(made: &Path, back: &Path) -> Outcome {
    let (made, back) = (read(made)?, read(back)?);
    if made.len() != back.len() {
        return Err(format!("{} went in and {} came back", made.len(), back.len()).into());
    }
    match made.iter().zip(&back).position(|(made, back)| made != back) {
        None => Ok(()),
        Some(at) => {
            Err(format!("line {} went in as\n{:?}\nand came back as\n{:?}", at + 1, made[at], back[at])
                .into())
        }
    }
}

fn sound(file: &Path) -> Outcome {
    for (at, body) in read(file)?.into_iter().enumerate() {
        let kept = body.clone().sound().map_err(|refusal| format!("line {}: {refusal}\n{body:?}", at + 1))?;
        if kept != body {
            return Err(format!("line {} would be kept otherwise:\n{body:?}\n{kept:?}", at + 1).into());
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Body>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let read = |(at, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", path.display(), at + 1).into())
    };
    text.lines().enumerate().map(read).collect()
}

/// Any body the dossier keeps.
fn body() -> impl Strategy<Value = Body> {
    prop_oneof![3 => paragraph(), 14 => other()]
}

fn paragraph() -> impl Strategy<Value = Body> {
    (0u8..=2, text(), text()).prop_map(|(level, lead, text)| Body::Paragraph { level, lead, text })
}

fn other() -> impl Strategy<Value = Body> {
    prop_oneof![
        (text(), text()).prop_map(|(statement, judgement)| Body::BottomLine { statement, judgement }),
        (1u8..=2, text()).prop_map(|(level, text)| Body::Heading { level, text }),
        items().prop_map(|items| Body::Bullets { items }),
        id().prop_map(|id| Body::Quotation { excerpt: id.into() }),
        id().prop_map(|id| Body::Position { position: id.into() }),
        (vec(id(), 0..4), vec(id(), 0..4), text()).prop_map(|(actors, issues, caption)| {
            let actors = actors.into_iter().map(Into::into).collect();
            Body::PositionsTable { actors, issues: issues.into_iter().map(Into::into).collect(), caption }
        }),
        (analysis(), vec(id(), 0..4), vec(id(), 0..4), text()).prop_map(|(of, actors, issues, caption)| {
            let actors = actors.into_iter().map(Into::into).collect();
            Body::Analysis { of, actors, issues: issues.into_iter().map(Into::into).collect(), caption }
        }),
        id().prop_map(|id| Body::ActorProfile { actor: id.into() }),
        (option::of(id()), option::of(id())).prop_map(|(actor, issue)| Body::Timeline {
            actor: actor.map(Into::into),
            issue: issue.map(Into::into),
        }),
        (id(), id(), text()).prop_map(|(from, to, label)| Body::Change {
            from: from.into(),
            to: to.into(),
            label
        }),
        items().prop_map(|items| Body::LinesToTake { items }),
        items().prop_map(|items| Body::PressLine { items }),
        vec((text(), text()), 0..4).prop_map(|pairs| Body::DefensiveLines {
            pairs: pairs.into_iter().map(|(question, answer)| DefensiveLine { question, answer }).collect(),
        }),
        vec((text(), text(), text()), 0..3).prop_map(|options| Body::OptionsTable {
            options: options
                .into_iter()
                .map(|(title, advantages, drawbacks)| PolicyOption { title, advantages, drawbacks })
                .collect(),
        }),
        text().prop_map(|text| Body::Recommendation { text }),
        (any::<[u8; 8]>(), words(), text()).prop_map(|(bytes, words, caption)| Body::Picture {
            content: ContentHash::of(&bytes),
            alternative: format!("x{words}"),
            caption,
        }),
        Just(Body::PageBreak),
    ]
}

/// Anything that positions can be asked.
fn analysis() -> impl Strategy<Value = Analysis> {
    prop_oneof![
        Just(Analysis::Alignment),
        (0i64..4_000_000_000).prop_map(|seconds| {
            let since = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default().fixed_offset();
            Analysis::Changes { since }
        }),
        Just(Analysis::Contradictions),
        Just(Analysis::Stale),
        Just(Analysis::Gaps),
        id().prop_map(|id| Analysis::Source { source: id.into() }),
    ]
}

fn items() -> impl Strategy<Value = Vec<Text>> {
    vec(text(), 0..5)
}

fn text() -> impl Strategy<Value = Text> {
    vec(
        prop_oneof![
            8 => inline(),
            1 => vec(inline(), 0..5).prop_map(|text| Inline::Footnote { text }),
        ],
        0..8,
    )
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        6 => (words(), any::<bool>(), any::<bool>(), language())
            .prop_map(|(text, bold, italic, language)| Inline::Text { text, bold, italic, language }),
        2 => vec(target(), 0..4).prop_map(|targets| Inline::Citation { targets }),
        1 => id().prop_map(|id| Inline::Reference { block: id.into() }),
        1 => ("(https?://|HTTP:|mailto:)\\PC{0,20}", words()).prop_map(|(url, text)| Inline::Link { url, text }),
    ]
}

fn target() -> impl Strategy<Value = CitationTarget> {
    prop_oneof![
        id().prop_map(|id| CitationTarget::Excerpt(id.into())),
        id().prop_map(|id| CitationTarget::Position(id.into())),
        id().prop_map(|id| CitationTarget::Source(id.into())),
    ]
}

fn language() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        3 => Just(None),
        1 => prop::sample::select(vec!["de", "uk", "ar", "pt-BR", "zh-Hant-TW"]).prop_map(|tag| Some(tag.to_owned())),
        1 => "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8}){0,2}".prop_map(Some),
    ]
}

/// Words as people write them, and what no person writes.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,9}( [a-z]{1,9}){0,9}[.,;]?",
        2 => "\\PC{0,30}",
        1 => any::<String>(),
        1 => prop::sample::select(vec![
            "", " ", "  two  spaces  ", "\n", "one\ntwo\r\nthree\ttabs", "\u{a0}", "\u{0}", "\u{7f}\u{85}\u{2028}",
            "\u{feff}", "\u{fffc}", "e\u{301}", "مرحبا", "שלום", "\u{202e}turned\u{202c}", "👩\u{200d}🚒", "🇺🇦",
            "<b>not bold</b>", "</span>", "&amp;", "**not bold**", "data-pm-slice", "\\\"'", "𝕏", "\u{10ffff}",
        ]).prop_map(str::to_owned),
    ]
}

fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}
