//! Notes for others to judge: what poppler gives back of them is checked here; where `STANDPOINT_JUDGED` names a
//! folder, their files are left in it for the validators that `cargo xtask test` and `cargo xtask judge` call.

use super::Written;
use super::laws::{Part, part, written};
use super::told::ask;
use crate::fonts::Fonts;
use crate::{Edition, compose};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use standpoint_core::actors::ActorKind;
use standpoint_core::exports::CopyKind;
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::block::{Body, DefensiveLine, Inline, PolicyOption};
use standpoint_core::notes::{Paper, Pictures, Print};
use standpoint_core::positions::Stance;
use std::io::Write;
use std::path::PathBuf;

use super::written::{analyses, text};

/// How many notes are made up, unless `STANDPOINT_JUDGED_NOTES` says it.
const NOTES: usize = 30;

pub(super) fn leave(name: &str, file: &[u8]) {
    if let Some(folder) = std::env::var_os("STANDPOINT_JUDGED") {
        let path = PathBuf::from(folder).join(name).with_extension("pdf");
        std::fs::File::create(path)
            .and_then(|mut left| left.write_all(file))
            .expect("to leave a file for the judges");
    }
}

fn schemes() -> Vec<(&'static str, MarkingScheme)> {
    let own = vec!["For the river only".to_owned(), "Für die Flußkommission – VERTRAULICH".to_owned()];
    vec![
        ("uk", MarkingScheme::Uk),
        ("eu", MarkingScheme::Eu),
        ("nato", MarkingScheme::Nato),
        ("canada", MarkingScheme::Canada),
        ("tlp", MarkingScheme::Tlp),
        ("us", MarkingScheme::Us),
        ("own", MarkingScheme::Own { labels: own }),
    ]
}

/// A note with a block of every kind but pictures.
pub(crate) fn varied() -> Written {
    let mut note = Written::new();
    let source = note.source("River talks open: what was said");
    let quotes = ["we shall never build a dam", "never at all", "unless they pay"];
    let quotes = quotes.map(|quote| note.excerpt(source, quote));
    let state = note.actor("Velmaros", ActorKind::State, None);
    let envoy = note.actor("Tal Sorlin", ActorKind::Person, Some(state));
    let issue = note.issue("A dam on the river");
    let then = note.position(&[state], issue, Stance::Opposes, "2025-04-20", &quotes[..1]);
    let now = note.position(&[state, envoy], issue, Stance::OpposesWithConditions, "2025-04-22", &quotes);
    note.last_position().condition = Some("unless they pay".into());
    note.last_position().supersedes = Some(then);
    note.block(Body::BottomLine {
        statement: text("They oppose it."),
        judgement: text("It is likely to last."),
    });
    note.heading(1, "What is so");
    let first = note.citing("They said so again and again, in 2025 and before.", &quotes);
    let link = Inline::Link {
        url: "https://river.example/записка?a=1&b=2".into(),
        text: "the record".into(),
    };
    let mut words = text("See paragraph ");
    words.extend([
        Inline::Reference { block: first },
        Inline::words(" and "),
        link,
        Inline::words(": Ελλάδα, Київ."),
    ]);
    note.block(Body::Paragraph { level: 1, lead: text("Look up."), text: words });
    note.paragraph(2, "A part of it.");
    note.paragraph(2, "Another part.");
    note.heading(2, "And what they want");
    let foreign = Inline::Text {
        text: "Die Verhandlungsbereitschaft der Flußkommission".into(),
        bold: true,
        italic: false,
        language: Some("de".into()),
    };
    note.block(Body::Bullets { items: vec![text("Money"), vec![foreign]] });
    note.block(Body::Quotation { excerpt: quotes[0] });
    note.block(Body::Position { position: now });
    note.block(Body::PositionsTable {
        actors: vec![state, envoy],
        issues: vec![issue],
        caption: text("Who stands where"),
    });
    note.block(Body::ActorProfile { actor: state });
    note.block(Body::Timeline { actor: Some(state), issue: None });
    note.block(Body::Change { from: then, to: now, label: text("Velmaros on the dam") });
    for of in analyses(source) {
        note.block(Body::Analysis { of, actors: Vec::new(), issues: Vec::new(), caption: Vec::new() });
    }
    note.block(Body::PageBreak);
    note.block(Body::LinesToTake { items: vec![text("We want a river."), text("We pay for it.")] });
    note.block(Body::DefensiveLines {
        pairs: vec![DefensiveLine { question: text("Why pay?"), answer: text("Because it is ours too.") }],
    });
    note.block(Body::PressLine { items: vec![text("There is a river.")] });
    let option =
        |title| PolicyOption { title: text(title), advantages: text("Cheap"), drawbacks: text("Slow") };
    note.block(Body::OptionsTable { options: vec![option("Wait"), option("Ask again")] });
    note.block(Body::Recommendation { text: text("Ask again.") });
    note
}

#[test]
fn every_scheme_paper_and_state_is_a_sound_file() {
    for (name, scheme) in schemes() {
        for (paper, size) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
            for state in ["cleared", "draft"] {
                let mut note = varied();
                let labels: Vec<String> = scheme.labels().into_iter().map(str::to_owned).collect();
                note.snapshot.note.marking =
                    if state == "draft" { labels.first() } else { labels.last() }.cloned();
                note.snapshot.dossier.marking_scheme = scheme.clone();
                note.snapshot.note.paper = paper;
                if state == "draft" {
                    note.snapshot.note.clearance = None;
                }
                let file = note.composed().pdf().expect("a file");
                if let Some(said) = ask("qpdf", &["--check", "FILE"], &file) {
                    assert!(
                        said.contains("No syntax or stream encoding errors"),
                        "{name} {size} {state}: {said}"
                    );
                }
                leave(&format!("{name}-{size}-{state}"), &file);
            }
        }
    }
}

#[test]
fn every_language_is_a_sound_file() {
    let languages = [
        "en-GB", "en-US", "uk", "de", "el", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "ar", "fa", "he",
    ];
    for language in languages {
        let mut note = varied();
        note.snapshot.note.language = language.into();
        leave(&format!("language-{language}"), &note.composed().pdf().expect("a file"));
    }
}

#[test]
fn large_print_and_tables_on_their_side_are_sound_files() {
    for language in ["en-GB", "ar"] {
        for (name, print) in [("usual", None), ("large", Some(Print::Large))] {
            let mut note = varied();
            note.snapshot.note.language = language.into();
            note.snapshot.note.print = print;
            let issues = (1..=8).map(|number| note.issue(&format!("Dam {number}"))).collect();
            let actors = note.snapshot.actors.iter().map(|actor| actor.id).collect();
            note.block(Body::PositionsTable { actors, issues, caption: Vec::new() });
            note.paragraph(1, "And that was all.");
            leave(&format!("print-{name}-{language}"), &note.composed().pdf().expect("a file"));
        }
    }
}

#[test]
fn every_copy_is_a_sound_file() {
    let mut note = varied();
    note.snapshot.dossier.marking_scheme = MarkingScheme::Us;
    note.snapshot.dossier.marking = Some("UNCLASSIFIED".into());
    note.snapshot.note.marking = Some("UNCLASSIFIED".into());
    note.snapshot.positions.iter_mut().for_each(|position| position.marking = Some("CUI".into()));
    for (name, copy, ceiling) in [
        ("file", CopyKind::File, None),
        ("distribution", CopyKind::Distribution, None),
        ("release", CopyKind::Release, Some("UNCLASSIFIED")),
    ] {
        let edition = Edition { copy, ceiling: ceiling.map(str::to_owned), ..note.edition() };
        let composed = compose(&note.snapshot, &Pictures::new(), &edition, &Fonts::bundled());
        leave(&format!("copy-{name}"), &composed.and_then(|composed| composed.pdf()).expect("a file"));
    }
}

#[test]
fn what_nobody_should_write_is_a_sound_file() {
    let odd = "a\u{0}b\u{7}c\u{7f}d\u{feff}e\u{fffe}f\u{fffc}g\u{2029}h\u{2028}i\u{202e}j\u{fdd0}";
    let mut note = Written::new();
    note.snapshot.note.title = format!("Title {odd} & <x>");
    note.heading(1, odd);
    note.paragraph(1, odd);
    note.paragraph(1, &format!("{} and {}", "ж".repeat(5000), "\u{301}".repeat(500)));
    note.block(Body::Bullets { items: vec![Vec::new(), text(odd)] });
    let file = note.composed().pdf().expect("a file");
    if let Some(said) = ask("pdftotext", &["FILE", "-"], &file) {
        assert_eq!(said.matches('ж').count(), 5000);
        assert!(said.replace('\u{200b}', "").contains("abcdefg"), "{said}");
    }
    leave("odd", &file);
    leave("empty", &Written::new().composed().pdf().expect("a file"));
}

#[test]
fn made_up_notes_are_read_in_order_and_give_back_every_word() {
    let count = std::env::var("STANDPOINT_JUDGED_NOTES").ok().and_then(|count| count.parse().ok());
    let mut runner = TestRunner::deterministic();
    let notes = (prop::collection::vec(part(), 1..28), any::<bool>(), any::<bool>());
    for number in 0..count.unwrap_or(NOTES) {
        let (parts, letter, draft) = notes.new_tree(&mut runner).expect("a note").current();
        check(number, &parts, if letter { Paper::Letter } else { Paper::A4 }, draft);
    }
}

fn check(number: usize, parts: &[Part], paper: Paper, draft: bool) {
    let (mut note, words) = written(parts, paper);
    if draft {
        note.snapshot.note.clearance = None;
    }
    let file = note.composed().pdf().expect("a file");
    leave(&format!("note-{number:03}"), &file);
    if let Some(said) = ask("pdfinfo", &["-struct-text", "FILE"], &file) {
        let said = structured(&said);
        compare(&made_up(&said), &words, &format!("note {number} as a screen reader reads it: {parts:?}"));
    }
    if let Some(said) = ask("pdftotext", &["FILE", "-"], &file) {
        let (mut found, mut words) = (made_up(&said), words);
        found.sort_unstable();
        words.sort_unstable();
        // A list of contents says headings again.
        found.dedup();
        compare(&found, &words, &format!("note {number} as it is copied: {parts:?}"));
    }
}

#[track_caller]
fn compare(found: &[&str], words: &[String], what: &str) {
    let at = found.iter().zip(words).take_while(|(found, word)| found == word).count();
    let (found, word) = (found.get(at), words.get(at));
    assert!(found.is_none() && word.is_none(), "{found:?} in place of {word:?}, {what}");
}

/// The words of the structure tree: each stretch stands in quotation marks on a line of its own, below its element.
/// A list of contents is left out: it says headings again.
fn structured(said: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut contents: Option<usize> = None;
    let mut words = Vec::new();
    for line in said.lines() {
        if contents.is_some_and(|above| depth(line) > above) {
            continue;
        }
        contents = line.trim_start().starts_with("TOC").then(|| depth(line));
        words.extend(line.trim_start().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')));
    }
    words.join(" ")
}

/// The words that stand nowhere but in the body.
pub(crate) fn made_up(text: &str) -> Vec<&str> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split(|character: char| !character.is_ascii_alphanumeric());
    parts
        .filter(|word| word.strip_prefix('w').and_then(|rest| rest.strip_suffix('x')).is_some_and(is_number))
        .collect()
}
