//! The matrix as a workbook: one sheet to look at, one to sort and count.

use super::{HEADINGS, Value, nothing_found, stance, values};
use chrono::{Datelike, Timelike};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use standpoint_core::analysis::{MatrixTable, TableCell};
use standpoint_core::positions::Stance;
use standpoint_core::time::{Moment, PartialDate};

/// The most UTF-16 units that a cell holds (Excel's own limit); the rest of longer words is left out with an ellipsis.
const LONGEST: usize = 32_767;

/// Width of a column of the matrix, in characters.
const WIDE: usize = 28;

/// The most points that a row may be high is 409 (Excel's own limit).
const TALLEST: usize = 405;

/// The file's bytes; `at` is when it was made.
pub(super) fn write(table: &MatrixTable, at: Moment) -> Result<Vec<u8>, String> {
    sheets(table, at).map_err(|error| error.to_string())
}

fn sheets(table: &MatrixTable, at: Moment) -> Result<Vec<u8>, XlsxError> {
    let utc = at.naive_utc();
    let year = u16::try_from(utc.year()).unwrap_or(1900);
    let made = ExcelDateTime::from_ymd(year, utc.month() as u8, utc.day() as u8)?.and_hms(
        utc.hour() as u16,
        utc.minute() as u8,
        f64::from(utc.second()),
    )?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&table.title).set_creation_datetime(&made));
    matrix(workbook.add_worksheet(), table)?;
    positions(workbook.add_worksheet(), table)?;
    workbook.save_to_buffer()
}

/// Actors by issues, a cell in as many lines as it has things to say.
fn matrix(sheet: &mut Worksheet, table: &MatrixTable) -> Result<(), XlsxError> {
    sheet.set_name("Matrix")?;
    heading(sheet, std::iter::once("Actor").chain(table.issues.iter().map(String::as_str)))?;
    sheet.set_column_width(0, WIDE as f64)?;
    sheet.set_freeze_panes(1, 1)?;
    let gap = nothing_found(table);
    let plain = body();
    for (line, row) in (1..).zip(&table.rows) {
        let told = row.cells.iter().flatten().map(|cell| lines(&said(cell), WIDE));
        sheet
            .set_row_height(line, height(told.chain([2, lines(&row.actor, WIDE - 4)]).max().unwrap_or(2)))?;
        let name = body().set_bold().set_indent(row.depth.min(15) as u8);
        sheet.write_string_with_format(line, 0, fit(&row.actor), &name)?;
        for (column, cell) in (1..).zip(&row.cells) {
            match cell {
                Some(cell) => sheet.write_string_with_format(
                    line,
                    column,
                    fit(&said(cell)),
                    &shaded(cell.cell.stance),
                )?,
                None => sheet.write_string_with_format(line, column, &gap, &plain)?,
            };
        }
    }
    for column in 1..=table.issues.len() {
        sheet.set_column_width(u16::try_from(column).unwrap_or(u16::MAX), WIDE as f64)?;
    }
    printed(sheet, table)?;
    sheet.set_repeat_columns(0, 0)?;
    Ok(())
}

/// A line for each position found, with filters.
fn positions(sheet: &mut Worksheet, table: &MatrixTable) -> Result<(), XlsxError> {
    sheet.set_name("Positions")?;
    heading(sheet, HEADINGS)?;
    sheet.set_freeze_panes(1, 0)?;
    let (plain, day) = (body(), body().set_num_format("yyyy-mm-dd"));
    let mut line = 0;
    for row in &table.rows {
        for (issue, cell) in table.issues.iter().zip(&row.cells) {
            let Some(cell) = cell else { continue };
            line += 1;
            let told = [
                cell.position.condition.as_deref().map(|it| lines(it, 32)),
                cell.position.summary.as_deref().map(|it| lines(it, 48)),
            ];
            sheet.set_row_height(line, height(told.into_iter().flatten().max().unwrap_or(1)))?;
            let names = [row.actor.as_str(), row.under.as_deref().unwrap_or_default(), issue.as_str()];
            for (column, name) in (0..).zip(names) {
                sheet.write_string_with_format(line, column, fit(name), &plain)?;
            }
            for (column, value) in (3..).zip(values(cell)) {
                match (value, &day) {
                    (Value::Nothing, _) => sheet.write_blank(line, column, &plain)?,
                    (Value::Number(number), _) => {
                        sheet.write_number_with_format(line, column, number, &plain)?
                    }
                    (Value::Text(text), _) => {
                        sheet.write_string_with_format(line, column, fit(&text), &plain)?
                    }
                    (Value::Date(date), day) => match whole_day(date) {
                        Some(date) => sheet.write_datetime_with_format(line, column, &date, day)?,
                        None => sheet.write_string_with_format(line, column, date.to_string(), &plain)?,
                    },
                };
            }
        }
    }
    sheet.autofilter(0, 0, line, HEADINGS.len() as u16 - 1)?;
    for (column, width) in
        (0..).zip([28, 22, 28, 26, 12, 8, 32, 24, 16, 48, 24, 12, 8, 12, 10, 12, 12, 20, 12])
    {
        sheet.set_column_width(column, width)?;
    }
    if line == 0 {
        sheet.write_string(1, 0, nothing_found(table))?;
    }
    printed(sheet, table)
}

/// The head of a table: repeated on each printed page by [`printed`].
fn heading<'a>(sheet: &mut Worksheet, titles: impl IntoIterator<Item = &'a str>) -> Result<(), XlsxError> {
    let head = body().set_bold().set_background_color(0x00E8_E6E3);
    for (column, title) in titles.into_iter().enumerate() {
        let column = u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.write_string_with_format(0, column, fit(title), &head)?;
    }
    Ok(())
}

/// How it comes on paper: the marking at the top and the bottom of each page.
fn printed(sheet: &mut Worksheet, table: &MatrixTable) -> Result<(), XlsxError> {
    // An ampersand begins a code there.
    let plain = |text: &str| text.replace('&', "&&");
    let marking = table.marking.as_deref().map(plain).unwrap_or_default();
    // The margins' own limit is 255 characters in all.
    let title: String = plain(&table.title).chars().take(80).collect();
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_header(format!("&L{title}&C{marking}&RAs of {}", table.as_of));
    sheet.set_footer(format!("&C{marking}&RPage &P of &N"));
    Ok(())
}

/// "○ Supports with conditions", the day and the quotes, and what qualifies it.
fn said(cell: &TableCell) -> String {
    let TableCell { cell, position, joint, .. } = cell;
    let quotes = if cell.quotes == 1 { "1 quote".to_owned() } else { format!("{} quotes", cell.quotes) };
    let marks = [(cell.stale, "stale"), (cell.contradicted, "contradicted")];
    let marks = marks.into_iter().filter(|(so, _)| *so).map(|(_, word)| word.to_owned());
    let dated = [cell.as_of.to_string(), quotes].into_iter().chain(marks).collect::<Vec<_>>().join(" · ");
    let condition = position.condition.as_ref().map(|it| format!("if {}", it.trim_start_matches("if ")));
    let jointly = (!joint.is_empty()).then(|| format!("jointly with {}", joint.join(", ")));
    let lines = [
        Some(stance(cell.stance)),
        Some(dated),
        condition,
        position.sequence.clone(),
        position.summary.clone(),
        jointly,
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// How many lines words take in a column of so many characters.
fn lines(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum()
}

/// The height in points of so many lines. Said outright: not every program reckons it from wrapped words.
fn height(lines: usize) -> f64 {
    (15 * lines).min(TALLEST) as f64 + 2.0
}

fn body() -> Format {
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(0x00C8_C5BF)
}

/// The tints of the window; the word and the sign say the same.
fn shaded(stance: Stance) -> Format {
    body().set_background_color(match stance {
        Stance::Supports => 0x00DB_E8F8,
        Stance::SupportsWithConditions => 0x00EE_F4FC,
        Stance::Neutral | Stance::Unclear => 0x00F3_F2F0,
        Stance::OpposesWithConditions => 0x00FE_F3EA,
        Stance::Opposes => 0x00FC_E2CF,
    })
}

/// A date that a spreadsheet can reckon with: one known to the day, and not before its time begins.
fn whole_day(date: PartialDate) -> Option<ExcelDateTime> {
    let (year, month, day) = date.parts();
    ExcelDateTime::from_ymd(u16::try_from(year).ok()?, month? as u8, day? as u8).ok()
}

fn fit(text: &str) -> String {
    let mut units = 0;
    let end = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > LONGEST - 1
    });
    match end {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
