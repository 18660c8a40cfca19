//! The journal: every step with the image of each row before and after, which undo and redo replay.
//!
//! A step that was undone can be redone until something else is done. A row that no longer looks as the
//! step left it is never overwritten: the whole undo is refused as a conflict.

mod goes_back;
mod take_back;

use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::store::row::{self, Image, Table};
use crate::time::Moment;
use crate::transact::{Changes, Op, Stamp, Touched, changes};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

crate::store::codec::words! {
    /// Whether a step holds.
    StepState {
        /// It holds.
        Done = "done",
        /// It was undone and can be redone.
        Undone = "undone",
        /// It was undone, and something else was done since.
        Dropped = "dropped",
        /// It holds whatever is undone.
        Quiet = "quiet",
    }
}

/// Whether a change stands for itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Written {
    /// It is a step of its own.
    #[default]
    Apart,
    /// It is more of the typing before it, if nothing was done in between: one step to undo.
    On,
}

/// One thing the user did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Step {
    /// Its number, in order of doing.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seq: i64,
    /// What was done.
    pub op: Op,
    /// To what: a title or a name; may be empty.
    pub subject: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at: Moment,
    /// By whom.
    pub who: String,
    /// Whether it holds.
    pub state: StepState,
}

/// Writes a step down; called inside the transaction that made the changes.
pub(crate) fn record(
    connection: &Connection,
    op: Op,
    subject: &str,
    stamp: &Stamp,
    touched: &[Touched],
    written: Written,
) -> Result<()> {
    let state = if op.quiet() { StepState::Quiet } else { StepState::Done };
    if state == StepState::Done {
        connection.prepare_cached("UPDATE step SET state = 'dropped' WHERE state = 'undone'")?.execute([])?;
    }
    if written == Written::On && continued(connection, op, &stamp.who, touched)? {
        return Ok(());
    }
    let seq = connection
        .prepare_cached("INSERT INTO step (op, subject, at, who, state) VALUES (?, ?, ?, ?, ?)")?
        .insert(params![op, subject, stamp.at, stamp.who, state])?;
    let mut insert = connection
        .prepare_cached("INSERT INTO step_row (step, \"table\", id, before, after) VALUES (?, ?, ?, ?, ?)")?;
    for row in touched {
        let (before, after) = (text(row.before.as_ref())?, text(row.after.as_ref())?);
        insert.execute(params![seq, row.table.name, row.id, before, after])?;
    }
    Ok(())
}

/// Adds the change to the last step, if that wrote the same. Whatever is done in between ends it.
fn continued(connection: &Connection, op: Op, who: &str, touched: &[Touched]) -> Result<bool> {
    let last = connection
        .prepare_cached("SELECT seq, op, subject, at, who, state FROM step ORDER BY seq DESC LIMIT 1")?
        .query_row([], step)
        .optional()?;
    let Some(last) = last.filter(|last| (last.op, last.state) == (op, StepState::Done) && last.who == who)
    else {
        return Ok(false);
    };
    let mut known: Vec<(String, String)> = connection
        .prepare_cached("SELECT \"table\", id FROM step_row WHERE step = ?")?
        .query_map([last.seq], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut now: Vec<(String, String)> =
        touched.iter().map(|row| (row.table.name.to_owned(), row.id.clone())).collect();
    known.sort_unstable();
    now.sort_unstable();
    if known != now {
        return Ok(false);
    }
    let mut update = connection
        .prepare_cached("UPDATE step_row SET after = ? WHERE step = ? AND \"table\" = ? AND id = ?")?;
    for row in touched {
        update.execute(params![text(row.after.as_ref())?, last.seq, row.table.name, row.id])?;
    }
    Ok(true)
}

impl Dossier {
    /// Takes back the last step that holds.
    pub fn undo(&mut self) -> Result<(Step, Changes)> {
        self.replay(Direction::Back)
    }

    /// Does the step again that was undone last.
    pub fn redo(&mut self) -> Result<(Step, Changes)> {
        self.replay(Direction::Forth)
    }

    /// Undoes, or redoes, one by one, until the step `seq` is the last that holds; 0 undoes all.
    pub fn go_to(&mut self, seq: i64) -> Result<Changes> {
        let mut total = Changes::default();
        loop {
            let (back, forth) = self.next_steps()?;
            let (_, changes) = match (back, forth) {
                (Some(step), _) if step.seq > seq => self.undo()?,
                (_, Some(step)) if step.seq <= seq => self.redo()?,
                _ => return Ok(total),
            };
            total.op = changes.op;
            total.tags.extend(changes.tags);
            total.ids.extend(changes.ids);
        }
    }

    /// What undo and redo would do.
    pub fn next_steps(&self) -> Result<(Option<Step>, Option<Step>)> {
        let connection = &self.store.connection;
        Ok((Direction::Back.next(connection)?, Direction::Forth.next(connection)?))
    }

    /// The latest steps first, from `before` (not included) backwards.
    pub fn history(&self, before: Option<i64>, limit: u32) -> Result<Vec<Step>> {
        let mut statement = self.store.connection.prepare_cached(
            "SELECT seq, op, subject, at, who, state FROM step WHERE seq < ? ORDER BY seq DESC LIMIT ?",
        )?;
        let steps = statement.query_map(params![before.unwrap_or(i64::MAX), limit], step)?;
        Ok(steps.collect::<rusqlite::Result<_>>()?)
    }

    fn replay(&mut self, direction: Direction) -> Result<(Step, Changes)> {
        self.store.present()?;
        let transaction = self.store.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut step = direction.next(&transaction)?.ok_or(Error::Nothing(direction.word()))?;
        let mut rows = touched(&transaction, step.seq)?;
        if direction == Direction::Back {
            rows.reverse();
            for row in &mut rows {
                std::mem::swap(&mut row.before, &mut row.after);
            }
        }
        for row in &rows {
            if row::image(&transaction, row.table, &row.id)? != row.before {
                return Err(step.conflict());
            }
            row::restore(&transaction, row.table, &row.id, row.after.as_ref())?;
        }
        step.state = direction.leaves();
        transaction
            .prepare_cached("UPDATE step SET state = ? WHERE seq = ?")?
            .execute(params![step.state, step.seq])?;
        transaction.commit().map_err(|error| match error.sqlite_error_code() {
            // Something outside the replayed steps still refers to a row that would go.
            Some(rusqlite::ErrorCode::ConstraintViolation) => step.conflict(),
            _ => error.into(),
        })?;
        self.memory.touch(&rows);
        let changes = changes(step.op, &rows);
        Ok((step, changes))
    }
}

impl Step {
    /// The refusal to overwrite what has come since.
    fn conflict(&self) -> Error {
        Error::Conflict { what: format!("what “{} {}” touched", self.op.label(), self.subject) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Back,
    Forth,
}

impl Direction {
    fn word(self) -> &'static str {
        match self {
            Self::Back => "undo",
            Self::Forth => "redo",
        }
    }

    fn leaves(self) -> StepState {
        match self {
            Self::Back => StepState::Undone,
            Self::Forth => StepState::Done,
        }
    }

    /// The step it would replay next.
    fn next(self, connection: &Connection) -> Result<Option<Step>> {
        let sql = match self {
            Self::Back => {
                "SELECT seq, op, subject, at, who, state FROM step WHERE state = 'done' ORDER BY seq DESC LIMIT 1"
            }
            Self::Forth => {
                "SELECT seq, op, subject, at, who, state FROM step WHERE state = 'undone' ORDER BY seq LIMIT 1"
            }
        };
        Ok(connection.prepare_cached(sql)?.query_row([], step).optional()?)
    }
}

fn step(row: &Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        seq: row.get(0)?,
        op: row.get(1)?,
        subject: row.get(2)?,
        at: row.get(3)?,
        who: row.get(4)?,
        state: row.get(5)?,
    })
}

fn touched(connection: &Connection, seq: i64) -> Result<Vec<Touched>> {
    let mut statement = connection
        .prepare_cached("SELECT \"table\", id, before, after FROM step_row WHERE step = ? ORDER BY n")?;
    let mut rows = statement.query([seq])?;
    let mut touched = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let table = table(&name)?;
        let (before, after) = (image(table, row.get(2)?)?, image(table, row.get(3)?)?);
        touched.push(Touched { table, id: row.get(1)?, before, after });
    }
    Ok(touched)
}

/// The journaled table of that name.
fn table(name: &str) -> Result<Table> {
    crate::store::tables().into_iter().find(|table| table.name == name).ok_or_else(|| {
        Error::rule(format!("The history speaks of a table “{name}” that this version does not know."))
    })
}

fn text(image: Option<&Image>) -> Result<Option<String>> {
    Ok(image.map(serde_json::to_string).transpose()?)
}

/// An image as it was kept. Columns that have come since hold nothing in it, as they do in rows as old.
fn image(table: Table, text: Option<String>) -> Result<Option<Image>> {
    let mut image: Option<Image> = text.map(|text| serde_json::from_str(&text)).transpose()?;
    if let Some(image) = &mut image {
        for column in table.columns {
            image.entry(*column).or_insert(serde_json::Value::Null);
        }
    }
    Ok(image)
}
