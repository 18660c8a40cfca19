//! Rows: how a thing of the domain stands in its table, and the plain image of a row that the journal keeps.

use super::codec::Json;
use crate::error::{Error, Result};
use rusqlite::types::{FromSql, ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::de::DeserializeOwned;
use serde_json::Map;

/// A journaled table: its name and its columns in order, the first of them `id`, without `n`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [&'static str],
}

/// A thing that stands in one row of a journaled table.
pub(crate) trait Stored: Sized {
    const TABLE: Table;
    /// The columns for a `SELECT`, under the table's own name: `"note"."id", "note"."title"`.
    const LIST: &'static str;
    fn key(&self) -> String;
    /// Its values, in the order of the columns.
    fn values(&self) -> rusqlite::Result<Vec<Value>>;
    /// From columns in the order of `LIST`.
    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Self>;

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Self::read(&mut Columns { row, next: 0 })
    }

    /// All rows that `rest` (everything after `FROM table`) selects.
    fn select(connection: &Connection, rest: &str, params: impl rusqlite::Params) -> Result<Vec<Self>> {
        let sql = format!("SELECT {} FROM \"{}\" {rest}", Self::LIST, Self::TABLE.name);
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params, |row| Self::from_row(row))?;
        rows.collect::<rusqlite::Result<_>>().map_err(Error::from)
    }

    /// The row of that name.
    fn get(connection: &Connection, id: impl ToSql) -> Result<Self> {
        Self::select(connection, "WHERE id = ?", [id])?
            .pop()
            .ok_or(Error::NotFound { what: Self::TABLE.name })
    }
}

/// Reads a row's columns one after the other.
#[derive(Debug)]
pub(crate) struct Columns<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl Columns<'_> {
    pub(crate) fn plain<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    pub(crate) fn json<T: DeserializeOwned>(&mut self) -> rusqlite::Result<T> {
        self.plain::<Json<T>>().map(|json| json.0)
    }
}

/// Declares how a struct's fields stand in columns of the same names: `plain` as they are, `json` as JSON text;
/// fields after `apart` live in tables of their own and are read as empty.
macro_rules! stored {
    ($type:ty, $table:literal: $($how:ident $field:ident),+ $(; apart $($apart:ident),+)?) => {
        impl crate::store::row::Stored for $type {
            const TABLE: crate::store::row::Table =
                crate::store::row::Table { name: $table, columns: &[$(stringify!($field)),+] };
            const LIST: &'static str = crate::store::row::stored!(@list $table, $($field),+);

            fn key(&self) -> String {
                self.id.to_string()
            }

            fn values(&self) -> rusqlite::Result<Vec<rusqlite::types::Value>> {
                Ok(vec![$(crate::store::row::stored!(@value $how self.$field)),+])
            }

            fn read(columns: &mut crate::store::row::Columns<'_>) -> rusqlite::Result<Self> {
                Ok(Self {
                    $($field: columns.$how()?,)+
                    $($($apart: Vec::new(),)+)?
                })
            }
        }
    };
    (@list $table:literal, $first:ident $(, $rest:ident)*) => {
        concat!('"', $table, "\".\"", stringify!($first), '"' $(, ", \"", $table, "\".\"", stringify!($rest), '"')*)
    };
    (@value plain $value:expr) => { crate::store::row::owned(&$value)? };
    (@value json $value:expr) => { crate::store::row::owned(&crate::store::codec::Json(&$value))? };
}
pub(crate) use stored;

/// A value as it will stand in its column.
pub(crate) fn owned(value: &dyn ToSql) -> rusqlite::Result<Value> {
    Ok(match value.to_sql()? {
        ToSqlOutput::Owned(value) => value,
        ToSqlOutput::Borrowed(value) => {
            value.try_into().map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?
        }
        _ => Value::Null,
    })
}

/// A row as the journal keeps it: every column by name, `n` included.
pub(crate) type Image = Map<String, serde_json::Value>;

/// The row as it stands now.
pub(crate) fn image(connection: &Connection, table: Table, id: &str) -> Result<Option<Image>> {
    let sql = format!("SELECT n, {} FROM \"{}\" WHERE id = ?", quoted(table.columns), table.name);
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_row([id], |row| {
        let mut image = Image::new();
        image.insert("n".into(), json(row.get_ref(0)?));
        for (at, column) in (1..).zip(table.columns) {
            image.insert((*column).into(), json(row.get_ref(at)?));
        }
        Ok(image)
    });
    Ok(found.optional()?)
}

/// Writes `values` under `id`, as a new row or over the one there, and returns the images before and after.
/// Images that are equal mean that nothing was written.
pub(crate) fn put(
    connection: &Connection,
    table: Table,
    id: &str,
    values: &[Value],
) -> Result<(Option<Image>, Image)> {
    let before = image(connection, table, id)?;
    let mut after = Image::new();
    for (column, value) in table.columns.iter().zip(values) {
        after.insert((*column).into(), json(value.into()));
    }
    if let Some(before) = &before {
        after.insert("n".into(), before["n"].clone());
        if *before != after {
            let assignments =
                table.columns.iter().map(|column| format!("\"{column}\" = ?")).collect::<Vec<_>>().join(", ");
            let sql = format!("UPDATE \"{}\" SET {assignments} WHERE id = ?", table.name);
            let id = Value::Text(id.to_owned());
            connection.prepare_cached(&sql)?.execute(params_from_iter(values.iter().chain([&id])))?;
        }
    } else {
        let marks = vec!["?"; values.len()].join(", ");
        let sql = format!("INSERT INTO \"{}\" ({}) VALUES ({marks})", table.name, quoted(table.columns));
        let n = connection.prepare_cached(&sql)?.insert(params_from_iter(values))?;
        after.insert("n".into(), n.into());
    }
    Ok((before, after))
}

/// Makes the row what `image` says: there as it was, or not there.
pub(crate) fn restore(connection: &Connection, table: Table, id: &str, to: Option<&Image>) -> Result<()> {
    let Some(to) = to else {
        let sql = format!("DELETE FROM \"{}\" WHERE id = ?", table.name);
        connection.prepare_cached(&sql)?.execute([id])?;
        return Ok(());
    };
    let values: Vec<Value> = table.columns.iter().map(|column| sql_value(&to[*column])).collect();
    if image(connection, table, id)?.is_some() {
        put(connection, table, id, &values)?;
    } else {
        let marks = vec!["?"; values.len() + 1].join(", ");
        let sql = format!("INSERT INTO \"{}\" (n, {}) VALUES ({marks})", table.name, quoted(table.columns));
        let n = sql_value(&to["n"]);
        connection.prepare_cached(&sql)?.execute(params_from_iter([&n].into_iter().chain(&values)))?;
    }
    Ok(())
}

fn quoted(columns: &[&str]) -> String {
    format!("\"{}\"", columns.join("\", \""))
}

fn json(value: ValueRef<'_>) -> serde_json::Value {
    match value {
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        // Journaled tables hold no blobs: bytes live in `content`.
        ValueRef::Null | ValueRef::Blob(_) => serde_json::Value::Null,
    }
}

fn sql_value(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Number(number) => {
            number.as_i64().map_or_else(|| Value::Real(number.as_f64().unwrap_or(0.0)), Value::Integer)
        }
        _ => Value::Null,
    }
}
