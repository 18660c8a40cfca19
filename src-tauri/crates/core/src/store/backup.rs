//! Copies of the file: made by SQLite's own backup, opened and checked before they count.

use crate::error::{Error, Result};
use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Copies the dossier to `to`, which must not be there, and checks the copy.
pub(crate) fn copy(connection: &Connection, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Error::InTheWay { path: to.to_owned() });
    }
    // Named after the whole name: a stranger's `.part` file may lie beside it.
    let mut part = to.as_os_str().to_owned();
    part.push("-part");
    let part = PathBuf::from(part);
    let _ = std::fs::remove_file(&part);
    let copied = write(connection, &part);
    if copied.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    copied?;
    std::fs::rename(&part, to).map_err(|error| Error::Io { path: to.to_owned(), error })
}

fn write(connection: &Connection, to: &Path) -> Result<()> {
    let mut target = Connection::open(to)?;
    Backup::new(connection, &mut target)?.run_to_completion(512, Duration::ZERO, None)?;
    // The copy travels alone: without a WAL beside it there is nothing to forget.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    let verdict: String = target.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(Error::Damaged { path: to.to_owned(), what: verdict }) }
}

/// Copies the file beside itself before its format changes. A copy from an interrupted attempt is kept as it is.
pub(super) fn before_migration(connection: &Connection, path: &Path, found: u32) -> Result<()> {
    let to = path.with_extension(format!("before-format-{}.standpoint", found + 1));
    if to.exists() { Ok(()) } else { copy(connection, &to) }
}

/// Of backups sorted newest first by their moment (seconds since 1970), those to let go: all of the last two
/// days stay, then one a day for 12 days, one a week for 10 weeks, one a month for 9 months.
#[must_use]
pub fn superfluous(backups: &[(i64, PathBuf)], now: i64) -> Vec<PathBuf> {
    const DAY: i64 = 86_400;
    let mut kept = Vec::new();
    let mut gone = Vec::new();
    for (at, path) in backups {
        let age = (now - at).max(0) / DAY;
        let slot = match age {
            0..2 => (0, *at),
            2..14 => (1, at.div_euclid(DAY)),
            14..84 => (2, at.div_euclid(7 * DAY)),
            84..360 => (3, at.div_euclid(30 * DAY)),
            _ => (4, 0),
        };
        if slot.0 == 4 || kept.contains(&slot) {
            gone.push(path.clone());
        } else {
            kept.push(slot);
        }
    }
    gone
}
