//! The command line, read into what it asks for.

mod verb;

pub(crate) use verb::{Form, Known, Verb};

use crate::ending::Ending;
use chrono::{DateTime, FixedOffset};
use lexopt::{Arg, Parser, ValueExt as _};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// What was asked for, and how.
#[derive(Debug, PartialEq)]
pub(crate) struct Arguments {
    pub(crate) edge: EdgeOptions,
    pub(crate) verb: Verb,
}

/// The clock and the ids.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct EdgeOptions {
    pub(crate) at: Option<DateTime<FixedOffset>>,
    pub(crate) ids: Option<String>,
}

/// Options that are followed by a value.
const VALUED: &[&str] = &[
    "as-of",
    "at",
    "ids",
    "title",
    "note",
    "from",
    "to",
    "copy",
    "ceiling",
    "into",
    "known",
    "port",
    "pages",
    "settings",
    "password-file",
];

pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Arguments, Ending> {
    Words::gather(words).map_err(|error| unreadable(&error))?.arguments()
}

/// The words of the command line, sorted but not yet understood.
#[derive(Default)]
struct Words {
    plain: std::collections::VecDeque<OsString>,
    options: BTreeMap<&'static str, OsString>,
    json: bool,
    asks_help: bool,
    asks_version: bool,
}

impl Words {
    fn gather(words: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut gathered = Self::default();
        let mut parser = Parser::from_args(words);
        while let Some(word) = parser.next()? {
            match word {
                Arg::Value(value) => gathered.plain.push_back(value),
                Arg::Short('h') | Arg::Long("help") => gathered.asks_help = true,
                Arg::Short('V') | Arg::Long("version") => gathered.asks_version = true,
                Arg::Long("json") => gathered.json = true,
                Arg::Long(name) => {
                    let Some(known) = VALUED.iter().find(|known| **known == name) else {
                        return Err(word.unexpected());
                    };
                    let value = parser.value()?;
                    gathered.options.insert(known, value);
                }
                Arg::Short(_) => return Err(word.unexpected()),
            }
        }
        Ok(gathered)
    }

    fn arguments(mut self) -> Result<Arguments, Ending> {
        if self.asks_help || self.asks_version {
            let verb = if self.asks_help { Verb::Help } else { Verb::Version };
            return Ok(Arguments { edge: EdgeOptions::default(), verb });
        }
        let at = self.option("at")?.map(|at| moment(&at)).transpose()?;
        let ids = self.option("ids")?;
        let verb = self.verb()?;
        Ok(Arguments { edge: EdgeOptions { at, ids }, verb })
    }

    fn verb(mut self) -> Result<Verb, Ending> {
        let name = self.text("A verb")?;
        let verb = match name.as_str() {
            "new" => Verb::New { dossier: self.path("DOSSIER")?, title: self.required("title")? },
            "sample" => Verb::Sample { dossier: self.path("DOSSIER")? },
            "import" => {
                let dossier = self.path("DOSSIER")?;
                let first = self.path("PATH")?;
                let more = std::mem::take(&mut self.plain).into_iter().map(PathBuf::from);
                Verb::Import {
                    dossier,
                    paths: std::iter::once(first).chain(more).collect(),
                    password_file: self.password_file(),
                    form: self.form(),
                }
            }
            "recognise" => {
                let dossier = self.path("DOSSIER")?;
                let mut sources = vec![self.text("SOURCE")?];
                while !self.plain.is_empty() {
                    sources.push(self.text("SOURCE")?);
                }
                Verb::Recognise { dossier, sources, password_file: self.password_file(), form: self.form() }
            }
            "actors" => Verb::Actors {
                dossier: self.path("DOSSIER")?,
                table: self.path("TABLE")?,
                known: self.known()?,
            },
            "search" => {
                let dossier = self.path("DOSSIER")?;
                let mut query = self.text("QUERY")?;
                while !self.plain.is_empty() {
                    query = format!("{query} {}", self.text("QUERY")?);
                }
                Verb::Search { dossier, query, form: self.form() }
            }
            "notes" => Verb::Notes { dossier: self.path("DOSSIER")?, form: self.form() },
            "export" => Verb::Export {
                dossier: self.path("DOSSIER")?,
                note: self.required("note")?,
                to: self.options.remove("to").map(PathBuf::from).ok_or_else(|| missing("--to"))?,
                copy: self.option("copy")?,
                ceiling: self.option("ceiling")?,
            },
            "matrix" => Verb::Matrix {
                dossier: self.path("DOSSIER")?,
                to: self.options.remove("to").map(PathBuf::from).ok_or_else(|| missing("--to"))?,
                as_of: self.option("as-of")?,
            },
            "checks" => Verb::Checks {
                dossier: self.path("DOSSIER")?,
                note: self.required("note")?,
                form: self.form(),
            },
            "versions" => Verb::Versions {
                dossier: self.path("DOSSIER")?,
                note: self.required("note")?,
                form: self.form(),
            },
            "compare" => Verb::Compare {
                dossier: self.path("DOSSIER")?,
                note: self.required("note")?,
                from: self.required("from")?,
                to: self.option("to")?,
                form: self.form(),
            },
            "templates" => Verb::Templates { dossier: self.path("DOSSIER")?, form: self.form() },
            "template" => self.template()?,
            "reopen" => Verb::Reopen {
                pdf: self.path("PDF")?,
                dossier: self.options.remove("into").map(PathBuf::from).ok_or_else(|| missing("--into"))?,
            },
            "check" => Verb::Check { dossier: self.path("DOSSIER")? },
            "call" => {
                let (dossier, command) = (self.path("DOSSIER")?, self.text("COMMAND")?);
                let args = serde_json::from_str(&self.text("JSON")?)
                    .map_err(|error| Ending::Usage(format!("The arguments are not JSON: {error}.")))?;
                Verb::Call { dossier, command, args }
            }
            "batch" => Verb::Batch { dossier: self.path("DOSSIER")? },
            "commands" => Verb::Commands { form: self.form() },
            #[cfg(all(feature = "dev-http", debug_assertions))]
            "serve" => Verb::Serve(crate::serve::Options {
                dossier: self.plain.pop_front().map(PathBuf::from),
                port: self
                    .option("port")?
                    .map(|port| port.parse().map_err(|_| Ending::Usage(format!("“{port}” is no port."))))
                    .transpose()?,
                pages: self.options.remove("pages").map(PathBuf::from),
                settings: self.options.remove("settings").map(PathBuf::from),
            }),
            _ => return Err(Ending::Usage(format!("There is no verb “{name}”."))),
        };
        self.nothing_left(&name)?;
        Ok(verb)
    }

    /// What is done about actors that are there already.
    fn known(&mut self) -> Result<Known, Ending> {
        match self.option("known")?.as_deref() {
            None | Some("skip") => Ok(Known::Skip),
            Some("merge") => Ok(Known::Merge),
            Some("add") => Ok(Known::Add),
            Some(other) => Err(Ending::Usage(format!("--known is skip, merge or add, not “{other}”."))),
        }
    }

    /// In from a file, or out to one.
    fn template(&mut self) -> Result<Verb, Ending> {
        let dossier = self.path("DOSSIER")?;
        if let Some(from) = self.options.remove("from").map(PathBuf::from) {
            return Ok(Verb::ImportTemplate { dossier, from });
        }
        let id = self.text("ID")?;
        let to = self.options.remove("to").map(PathBuf::from).ok_or_else(|| missing("--to"))?;
        Ok(Verb::ExportTemplate { dossier, id, to })
    }

    fn path(&mut self, what: &str) -> Result<PathBuf, Ending> {
        self.plain.pop_front().map(PathBuf::from).ok_or_else(|| missing(what))
    }

    fn text(&mut self, what: &str) -> Result<String, Ending> {
        text(self.plain.pop_front().ok_or_else(|| missing(what))?)
    }

    fn option(&mut self, name: &str) -> Result<Option<String>, Ending> {
        self.options.remove(name).map(text).transpose()
    }

    fn required(&mut self, name: &str) -> Result<String, Ending> {
        self.option(name)?.ok_or_else(|| missing(&format!("--{name}")))
    }

    fn password_file(&mut self) -> Option<PathBuf> {
        self.options.remove("password-file").map(PathBuf::from)
    }

    fn form(&mut self) -> Form {
        if std::mem::take(&mut self.json) { Form::Json } else { Form::People }
    }

    fn nothing_left(&self, verb: &str) -> Result<(), Ending> {
        let option = self.options.keys().next().copied().or(self.json.then_some("json"));
        match (option, self.plain.front()) {
            (Some(option), _) => Err(Ending::Usage(format!("{verb} does not take --{option}."))),
            (_, Some(word)) => {
                Err(Ending::Usage(format!("{verb} does not take “{}”.", word.to_string_lossy())))
            }
            (None, None) => Ok(()),
        }
    }
}

fn text(word: OsString) -> Result<String, Ending> {
    word.string().map_err(|error| unreadable(&error))
}

/// The reader's own words, as a sentence.
fn unreadable(error: &lexopt::Error) -> Ending {
    let words = error.to_string();
    let mut rest = words.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    Ending::Usage(format!("{first}{}.", rest.as_str()))
}

fn missing(what: &str) -> Ending {
    Ending::Usage(format!("{what} is missing."))
}

fn moment(text: &str) -> Result<DateTime<FixedOffset>, Ending> {
    DateTime::parse_from_rfc3339(text).map_err(|_| {
        Ending::Usage(format!(
            "“{text}” is no moment as RFC 3339 writes it, such as 2025-04-23T09:00:00+01:00."
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments, Ending> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[track_caller]
    fn check(line: &str, expect: Verb) {
        assert_eq!(parsed(line).map(|arguments| arguments.verb), Ok(expect));
    }

    #[track_caller]
    fn wrong(line: &str, expect: &str) {
        assert_eq!(parsed(line).map(|arguments| arguments.verb), Err(Ending::Usage(expect.to_owned())));
    }

    #[test]
    fn verbs() {
        let dossier = PathBuf::from("d");
        let json = Form::Json;
        check("new d --title Talks", Verb::New { dossier: dossier.clone(), title: "Talks".into() });
        check("--help", Verb::Help);
        check("import --help", Verb::Help);
        check("-V", Verb::Version);
        check(
            "import d --json a b",
            Verb::Import {
                dossier: dossier.clone(),
                paths: vec!["a".into(), "b".into()],
                password_file: None,
                form: json,
            },
        );
        check(
            "recognise d one two --password-file -",
            Verb::Recognise {
                dossier: dossier.clone(),
                sources: vec!["one".into(), "two".into()],
                password_file: Some("-".into()),
                form: Form::People,
            },
        );
        check(
            "actors d a.csv --known merge",
            Verb::Actors { dossier: dossier.clone(), table: "a.csv".into(), known: Known::Merge },
        );
        check(
            "search d two words",
            Verb::Search { dossier: dossier.clone(), query: "two words".into(), form: Form::People },
        );
        check(
            "export --to=f d --note n",
            Verb::Export {
                dossier: dossier.clone(),
                note: "n".into(),
                to: "f".into(),
                copy: None,
                ceiling: None,
            },
        );
        check(
            "matrix d --to m.csv --as-of 2025-04",
            Verb::Matrix { dossier: dossier.clone(), to: "m.csv".into(), as_of: Some("2025-04".into()) },
        );
        check(
            "compare d --note n --from v",
            Verb::Compare {
                dossier: dossier.clone(),
                note: "n".into(),
                from: "v".into(),
                to: None,
                form: Form::People,
            },
        );
        check(
            "template d t --to f",
            Verb::ExportTemplate { dossier: dossier.clone(), id: "t".into(), to: "f".into() },
        );
        check("template d --from f", Verb::ImportTemplate { dossier: dossier.clone(), from: "f".into() });
        check("reopen n.pdf --into d", Verb::Reopen { pdf: "n.pdf".into(), dossier: dossier.clone() });
        check(
            "call d undo {}",
            Verb::Call { dossier: dossier.clone(), command: "undo".into(), args: serde_json::json!({}) },
        );
        check("check -- -d", Verb::Check { dossier: "-d".into() });
        check("commands --json", Verb::Commands { form: json });
        check("batch d", Verb::Batch { dossier });
    }

    #[test]
    fn the_clock_and_the_ids_go_with_every_verb() {
        let edge = parsed("sample d --at 2025-04-23T09:00:00+01:00 --ids seed").map(|words| words.edge);
        let at = DateTime::parse_from_rfc3339("2025-04-23T09:00:00+01:00").ok();
        assert_eq!(edge, Ok(EdgeOptions { at, ids: Some("seed".into()) }));
    }

    #[test]
    fn wrong_lines_are_named() {
        wrong("", "A verb is missing.");
        wrong("fly", "There is no verb “fly”.");
        wrong("new d", "--title is missing.");
        wrong("import d", "PATH is missing.");
        wrong("reopen n.pdf", "--into is missing.");
        wrong("actors d a.csv --known drop", "--known is skip, merge or add, not “drop”.");
        wrong("check d --title x", "check does not take --title.");
        wrong("check d --json", "check does not take --json.");
        wrong("check d e", "check does not take “e”.");
        wrong("check d --force", "Invalid option '--force'.");
        wrong(
            "notes d --at yesterday",
            "“yesterday” is no moment as RFC 3339 writes it, such as 2025-04-23T09:00:00+01:00.",
        );
        wrong("call d undo {", "The arguments are not JSON: EOF while parsing an object at line 1 column 1.");
    }
}
