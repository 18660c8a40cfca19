//! Where time and chance come in: the clock and the ids.

use chrono::{DateTime, FixedOffset, Local, TimeDelta};
use sha2::{Digest, Sha256};
use standpoint_core::time::Moment;
use std::sync::Mutex;
use uuid::{Builder, Uuid};

/// The clock and the source of ids.
#[derive(Debug)]
pub struct Edge {
    fixed: Option<Moment>,
    seeded: Option<Mutex<Seeded>>,
}

#[derive(Debug)]
struct Seeded {
    seed: String,
    given: u64,
}

impl Edge {
    /// The real clock, and ids that never come again.
    #[must_use]
    pub fn real() -> Self {
        Self { fixed: None, seeded: None }
    }

    /// The same edge with the clock standing at `at`.
    #[must_use]
    pub fn at(self, at: DateTime<FixedOffset>) -> Self {
        Self { fixed: Some(at), ..self }
    }

    /// The same edge with ids that follow from `seed`, for runs that can be repeated.
    #[must_use]
    pub fn seeded(self, seed: &str) -> Self {
        Self { seeded: Some(Mutex::new(Seeded { seed: seed.to_owned(), given: 0 })), ..self }
    }

    pub(crate) fn now(&self) -> Moment {
        #[expect(clippy::disallowed_methods, reason = "this is the edge where time comes in")]
        self.fixed.unwrap_or_else(|| Local::now().fixed_offset())
    }

    /// A new id: UUID version 7 (RFC 9562), so that ids sort by when they were made.
    pub(crate) fn id<T: From<Uuid>>(&self) -> T {
        let Some(seeded) = &self.seeded else { return Uuid::now_v7().into() };
        let mut seeded = seeded.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        seeded.given += 1;
        let digest = Sha256::digest(format!("{}/{}", seeded.seed, seeded.given));
        let mut random = [0; 10];
        random.copy_from_slice(&digest[..10]);
        // A millisecond apart each, so that seeded ids sort in the order they were given too.
        let at = self.now() + TimeDelta::milliseconds(seeded.given.cast_signed());
        Builder::from_unix_timestamp_millis(at.timestamp_millis().max(0) as u64, &random).into_uuid().into()
    }
}
