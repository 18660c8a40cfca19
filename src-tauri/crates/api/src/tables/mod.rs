//! The matrix as a file for other programs: comma-separated values, or a workbook.

mod separated;
mod workbook;

use crate::analysis::AskMatrix;
use crate::error::{Code, WireError};
use crate::files;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::analysis::{MatrixTable, TableCell};
use standpoint_core::positions::Stance;
use std::path::{Path, PathBuf};

/// A matrix to write to a file.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ExportMatrix {
    /// Which matrix.
    #[serde(flatten)]
    #[ts(flatten)]
    pub ask: AskMatrix,
    /// The file; one that is there is replaced.
    pub path: PathBuf,
    /// What sort of file; by the file's extension if not given.
    #[ts(optional)]
    pub format: Option<TableFormat>,
}

/// A sort of file that holds a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TableFormat {
    /// Comma-separated values (RFC 4180), a line for each actor on each issue.
    Csv,
    /// A workbook (Office Open XML): the matrix, and a line for each position found.
    Xlsx,
}

/// What was written.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct ExportedMatrix {
    /// Where it is.
    pub path: PathBuf,
    /// What sort of file.
    pub format: TableFormat,
    /// How many actors are in it.
    pub actors: u32,
    /// How many issues.
    pub issues: u32,
    /// How many cells hold a position.
    pub positions: u32,
    /// The highest marking of what is in it.
    pub marking: Option<String>,
}

pub(crate) fn export(session: &Session, args: ExportMatrix) -> Result<ExportedMatrix, WireError> {
    let format = args.format.map_or_else(|| TableFormat::of(&args.path), Ok)?;
    let filter = args.ask.filter(session);
    let table = session.read(|dossier| dossier.matrix_table(&filter))?;
    let bytes = match format {
        TableFormat::Csv => separated::write(&table),
        TableFormat::Xlsx => workbook::write(&table, session.edge().now()),
    };
    files::replace(&args.path, &bytes.map_err(|error| too_large(&args.path, &error))?)?;
    Ok(ExportedMatrix {
        path: args.path,
        format,
        actors: table.rows.len() as u32,
        issues: table.issues.len() as u32,
        positions: found(&table).count() as u32,
        marking: table.marking,
    })
}

impl TableFormat {
    fn of(path: &Path) -> Result<Self, WireError> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match extension.as_str() {
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            _ => Err(WireError::new(
                Code::Refused,
                format!(
                    "{} does not say what sort of table it is to be. Nothing was written.",
                    crate::error::name(path)
                ),
                "Give it a name that ends in .csv or .xlsx.",
            )),
        }
    }
}

/// The columns of a list of positions.
const HEADINGS: [&str; 19] = [
    "Actor",
    "Under",
    "Issue",
    "Stance",
    "As of",
    "Quotes",
    "Condition",
    "Sequence",
    "Degree",
    "Summary",
    "Jointly with",
    "Conditional",
    "Stale",
    "Contradicted",
    "More positions",
    "Manner",
    "Confidence",
    "Marking",
    "Review by",
];

/// One value of a line.
enum Value {
    Text(String),
    Date(standpoint_core::time::PartialDate),
    Number(u32),
    Nothing,
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }
}

/// A cell's line: one value for each of the [`HEADINGS`] after the first three.
fn values(cell: &TableCell) -> [Value; 16] {
    let TableCell { cell, position, joint, marking } = cell;
    let yes = |so: bool| if so { Value::Text("yes".into()) } else { Value::Nothing };
    let spoken = |word: &str| Value::Text(word.replace('_', " "));
    [
        Value::Text(stance(cell.stance)),
        Value::Date(cell.as_of),
        Value::Number(cell.quotes),
        position.condition.clone().into(),
        position.sequence.clone().into(),
        position.degree.clone().into(),
        position.summary.clone().into(),
        (!joint.is_empty()).then(|| joint.join("; ")).into(),
        yes(cell.conditional),
        yes(cell.stale),
        yes(cell.contradicted),
        if cell.more > 0 { Value::Number(cell.more) } else { Value::Nothing },
        spoken(position.manner.word()),
        spoken(position.confidence.word()),
        marking.clone().into(),
        position.review_by.map_or(Value::Nothing, Value::Date),
    ]
}

/// Symbol and word.
fn stance(stance: Stance) -> String {
    let word = match stance {
        Stance::Supports => "Supports",
        Stance::SupportsWithConditions => "Supports with conditions",
        Stance::Neutral => "Neutral or undecided",
        Stance::OpposesWithConditions => "Opposes with conditions",
        Stance::Opposes => "Opposes",
        Stance::Unclear => "Unclear",
    };
    format!("{} {word}", stance.symbol())
}

/// What an empty cell says.
fn nothing_found(table: &MatrixTable) -> String {
    format!("No position found as of {}", table.as_of)
}

/// The cells that hold a position.
fn found(table: &MatrixTable) -> impl Iterator<Item = &TableCell> {
    table.rows.iter().flat_map(|row| row.cells.iter().flatten())
}

fn too_large(path: &Path, error: &dyn std::fmt::Display) -> WireError {
    WireError::new(
        Code::Refused,
        format!("{} cannot hold a table of this size. Nothing was written.", crate::error::name(path)),
        format!("Show fewer actors or issues, or write a .csv file. The reason given was: {error}."),
    )
}
