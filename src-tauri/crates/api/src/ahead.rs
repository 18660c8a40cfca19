//! Reading ahead: what the first question about positions needs is read while nobody asks, from the moment a dossier is
//! open. Opening waits for none of it, and whoever wants the dossier meanwhile waits for one bit at most.

use crate::session::{Desk, held};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Between two bits somebody else has a turn.
const A_TURN: Duration = Duration::from_millis(1);

/// Reads ahead in what lies on the desk until nothing is left to read or nothing lies there.
pub(crate) fn begin(desk: &Desk) {
    let desk = Arc::clone(desk);
    let read = move || {
        while is_left(&desk) {
            thread::sleep(A_TURN);
        }
    };
    // Without a thread, and after a failure, the question itself reads what it needs, and says what is wrong.
    drop(thread::Builder::new().name("read ahead".into()).spawn(read));
}

/// Reads a bit and says whether more is left.
fn is_left(desk: &Desk) -> bool {
    held(desk).as_ref().is_some_and(|dossier| dossier.read_ahead().unwrap_or(false))
}
