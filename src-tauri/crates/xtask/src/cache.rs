//! Where an unattended run keeps what Cargo builds: outside the clone, so that the next fresh clone finds it.
//!
//! The folder's name holds the compiler and the lock file, so what an older tree left behind is never mixed in.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
    sync::OnceLock,
    time::Duration,
};

use crate::{files, process};

const KEPT_FOR: Duration = Duration::from_hours(7 * 24);

/// The folder Cargo builds into: the shared one when `CI` is set and nobody named another.
pub(crate) fn target() -> PathBuf {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    TARGET.get_or_init(find_target).clone()
}

fn find_target() -> PathBuf {
    if let Some(named) = env::var_os("CARGO_TARGET_DIR") {
        return files::root().join(named);
    }
    shared().unwrap_or_else(|| files::root().join("target"))
}

/// Removes the shared folders of other compilers and lock files that nobody has used for a week.
pub(crate) fn tidy_up() {
    let Some(current) = shared() else { return };
    let siblings =
        current.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    for sibling in siblings.filter(|sibling| sibling.path() != current) {
        let unused =
            sibling.metadata().and_then(|it| it.modified()).ok().and_then(|used| used.elapsed().ok());
        if unused.is_some_and(|unused| unused > KEPT_FOR) {
            // What cannot be removed now will be next time.
            drop(fs::remove_dir_all(sibling.path()));
        }
    }
}

fn shared() -> Option<PathBuf> {
    env::var_os("CI").filter(|value| !value.is_empty())?;
    let caches = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))?;
    let compiler = process::output(process::command("rustc").arg("-vV")).ok()?;
    let mut key = DefaultHasher::new();
    (compiler, files::read("Cargo.lock").ok()?).hash(&mut key);
    Some(caches.join("standpoint").join(format!("target-{:016x}", key.finish())))
}
