//! Documents of every format with a few pages each, for `cargo xtask bench import`: `mixed write FOLDER COUNT` makes
//! them, the same each time, and `mixed read FOLDER` reads them in this process, with nothing around the reader.

#![allow(clippy::print_stdout, reason = "a measuring program speaks on the terminal")]

#[path = "../tests/formats/archives.rs"]
mod archives;
#[path = "../tests/formats/damage.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod damage;
#[path = "../tests/formats/pdf_pages.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod pdf_pages;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use archives::{book, open_document, word};
use damage::Chance;
use pdf_pages::{line, pdf};
use standpoint_import::Input;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["write", folder, count] => write(Path::new(folder), count.parse().unwrap_or(100)),
        ["read", folder] => read(Path::new(folder)),
        _ => Err(io::Error::other("mixed write FOLDER COUNT, or mixed read FOLDER")),
    };
    match done {
        Ok(count) => {
            println!("{count} documents");
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "what is lost in a crash is written again")]
fn write(folder: &Path, count: usize) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    for number in 0..count {
        let (extension, bytes) = document(number);
        fs::write(folder.join(format!("{number:04}.{extension}")), bytes)?;
    }
    Ok(count)
}

fn read(folder: &Path) -> io::Result<usize> {
    let mut count = 0;
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = fs::read(&path)?;
        let input = Input { name: &name, media_hint: None, bytes: &bytes };
        standpoint_import::read(&input).map_err(|refusal| io::Error::other(refusal.to_string()))?;
        count += 1;
    }
    Ok(count)
}

/// The document of that number, and the extension of its name.
fn document(number: usize) -> (&'static str, Vec<u8>) {
    let text = Text::new(number);
    match number % 10 {
        0..=2 => ("pdf", text.pdf()),
        3 | 4 => ("docx", word(&text.tagged("w:p", "<w:r><w:t>", "</w:t></w:r>"), &[])),
        5 => ("odt", open_document("", &text.tagged("text:p", "", ""), &[])),
        6 => ("html", text.page().into_bytes()),
        7 => ("epub", book("<dc:title>Talks</dc:title>", &[text.page().as_str()], &[])),
        8 => ("eml", text.mail().into_bytes()),
        _ => ("txt", text.paragraphs.join("\n\n").into_bytes()),
    }
}

/// Paragraphs as reports have them, made of the same words in ever other orders.
struct Text {
    title: String,
    paragraphs: Vec<String>,
}

const WHO: [&str; 12] = [
    "The delegation",
    "The ministry",
    "The envoy",
    "A spokesman",
    "The committee",
    "The union",
    "Parliament",
    "The working group",
    "The presidency",
    "The council",
    "An adviser",
    "The mission",
];
const DOES: [&str; 12] = [
    "supports",
    "rejects",
    "welcomes",
    "questions",
    "postpones",
    "repeats",
    "considers",
    "accepts",
    "opposes",
    "drafts",
    "explains",
    "withdraws",
];
const WHAT: [&str; 12] = [
    "the ceasefire",
    "the second proposal",
    "an exchange of prisoners",
    "the guarantees",
    "a longer deadline",
    "the monitoring mission",
    "the draft resolution",
    "the lifting of sanctions",
    "an observer force",
    "the new timetable",
    "the financing of the fund",
    "the opening of the border",
];
const HOW: [&str; 10] = [
    "as long as the others do the same",
    "before the summer",
    "without naming a date",
    "in the form that was agreed last year",
    "on the condition that the text stays as it is",
    "against the advice of its own experts",
    "after two days of talks",
    "and asks for more time",
    "as it said in its letter of the week before",
    "which the others had expected",
];

impl Text {
    fn new(number: usize) -> Self {
        let mut chance = Chance((number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut sentence = || {
            let mut one = |words: &[&'static str]| words[chance.next(words.len())];
            format!("{} {} {} {}.", one(&WHO), one(&DOES), one(&WHAT), one(&HOW))
        };
        let title = sentence();
        let paragraphs = 12 + number % 50;
        let paragraph = |_| (0..6).map(|_| sentence()).collect::<Vec<_>>().join(" ");
        let paragraphs = (0..paragraphs).map(paragraph).collect();
        Self { title, paragraphs }
    }

    fn tagged(&self, tag: &str, before: &str, after: &str) -> String {
        let all = std::iter::once(&self.title).chain(&self.paragraphs);
        let all: Vec<_> = all.map(|paragraph| format!("<{tag}>{before}{paragraph}{after}</{tag}>")).collect();
        all.concat()
    }

    fn page(&self) -> String {
        format!(
            "<html><head><title>{}</title></head><body><article>{}</article></body></html>",
            self.title,
            self.tagged("p", "", "")
        )
    }

    fn mail(&self) -> String {
        format!(
            "From: a@example.org\r\nSubject: {}\r\nDate: Wed, 23 Apr 2025 10:00:00 +0000\r\n\r\n{}",
            self.title,
            self.paragraphs.join("\r\n\r\n")
        )
    }

    fn pdf(&self) -> Vec<u8> {
        /// Characters of a line, and lines of a page.
        const WIDE: usize = 80;
        const LONG: usize = 44;
        let mut lines = vec![String::new()];
        for paragraph in &self.paragraphs {
            for word in paragraph.split(' ') {
                let line = lines.last().map(String::len).unwrap_or_default();
                if line > 0 && line + word.len() > WIDE {
                    lines.push(String::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push_str(if line.is_empty() { "" } else { " " });
                    line.push_str(word);
                }
            }
            lines.extend([String::new(), String::new()]);
        }
        let pages: Vec<Vec<_>> = lines
            .chunks(LONG)
            .map(|lines| lines.iter().zip(0..).map(|(text, at)| line(at, text)).collect())
            .collect();
        pdf(&pages.iter().map(Vec::as_slice).collect::<Vec<_>>(), "/Title(Talks)", "")
    }
}
