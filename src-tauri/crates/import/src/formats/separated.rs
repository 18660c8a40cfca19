//! Tables as text: values between commas, semicolons, tabs or bars (RFC 4180, and what programs make of it).

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::encoding::{self, Decoded};
use crate::extracted::{Extracted, Kind};
use crate::flow::Flow;
use crate::refusal::Reason;
use crate::{Confidence, Format, Input, Metadata, guess, signature};

/// A table as text.
pub(crate) struct Separated;

/// How many lines the guess at what stands between the values reads.
const SAMPLE: usize = 30;

impl Format for Separated {
    fn name(&self) -> &'static str {
        "a table (CSV)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv", "tsv"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        let named = matches!(input.media_type().as_str(), "text/csv" | "text/tab-separated-values")
            || (input.media_hint.is_none() && self.extensions().contains(&input.extension().as_str()));
        if named && signature::of_bytes(input.bytes).is_none() && !encoding::is_binary(input.bytes) {
            Confidence::Likely
        } else {
            Confidence::No
        }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let Decoded { text: source, warnings } = encoding::decode(input.bytes, input.charset())?;
        let mut flow = Flow::default();
        let mut header = true;
        for record in records(&source) {
            let record = record?;
            for (place, value) in record.iter().enumerate() {
                if place > 0 {
                    flow.cell_break();
                }
                flow.words(value);
            }
            flow.end(Kind::TableRow { header });
            header = false;
        }
        let (text, blocks) = flow.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        let meta = Metadata { title: guess::file_title(input), ..Metadata::default() };
        let media_type = "text/csv".to_owned();
        Ok(Extracted { warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}

/// The lines of a table that hold anything.
pub(crate) fn records(source: &str) -> impl Iterator<Item = Result<StringRecord, Reason>> + '_ {
    // A line that only names the separator is written by and for one program.
    let (told, body) = match source.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((separator, rest)) => (separator.bytes().next(), rest),
        None => (None, source),
    };
    let reader = ReaderBuilder::new()
        .delimiter(told.unwrap_or_else(|| separator(body)))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(body.as_bytes());
    let filled = |record: &Result<StringRecord, Reason>| {
        record.as_ref().map_or(true, |record| !record.iter().all(str::is_empty))
    };
    reader.into_records().map(|record| record.map_err(|_| Reason::Damaged)).filter(filled)
}

/// What stands between the values: what the first lines all have, and have in the same number; else the comma.
fn separator(text: &str) -> u8 {
    let steadiness = |separator: &u8| {
        let counts: Vec<usize> = lines(text).map(|line| outside_quotes(line, *separator)).collect();
        let most = counts.first().copied().unwrap_or_default();
        let steady = counts.iter().filter(|count| **count == most).count();
        if most == 0 { (0, 0) } else { (steady, most) }
    };
    // In a tie the first wins, so the commonest comes last.
    *[b'|', b'\t', b';', b','].iter().max_by_key(|separator| steadiness(separator)).unwrap_or(&b',')
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE)
}

fn outside_quotes(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted && *byte == separator
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: u8) {
        assert_eq!(char::from(separator(text)), char::from(expect));
    }

    #[test]
    fn separators() {
        check("a,b\n1,2", b',');
        check("a;b\n1,5;2,5\n1,7;3,1", b';');
        check("a\tb, c\n1\t2", b'\t');
        check("a|b\n1|2", b'|');
        check("\"a;b\",c\n\"1;2\",3", b',');
        check("words", b',');
    }
}
