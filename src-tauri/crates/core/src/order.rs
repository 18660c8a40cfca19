//! Places in a list that somebody arranges by hand.
//!
//! A key is a text that sorts between its neighbours, so that moving one row rewrites one row and the
//! journal keeps one image instead of a whole list's.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A place in a list; compares bytewise. Never ends in the lowest digit, so that there is always room before it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct OrderKey(String);

impl OrderKey {
    /// A key that sorts after `before` and ahead of `after`; `None` stands for the list's end on that side.
    ///
    /// If the two are not in order, `after` is ignored.
    #[must_use]
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let low = before.map_or(&b""[..], |key| key.0.as_bytes());
        let high = after.map(|key| key.0.as_bytes()).filter(|high| low < *high);
        let mut key = Vec::new();
        let mut high = high;
        for place in 0.. {
            let floor = low.get(place).map_or(0, |digit| value(*digit));
            let ceiling = high.map_or(DIGITS.len(), |high| high.get(place).map_or(0, |digit| value(*digit)));
            if ceiling > floor + 1 {
                // At the list's end step by one, so that appending keeps keys short.
                let digit = if high.is_none() && place < low.len() {
                    floor + 1
                } else {
                    usize::midpoint(floor, ceiling)
                };
                key.push(DIGITS[digit]);
                break;
            }
            key.push(DIGITS[floor]);
            if ceiling > floor {
                high = None;
            }
        }
        Self(String::from_utf8_lossy(&key).into_owned())
    }
}

fn value(digit: u8) -> usize {
    DIGITS.binary_search(&digit).unwrap_or(0)
}

impl ToSql for OrderKey {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.as_str()))
    }
}

impl FromSql for OrderKey {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(|text| Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_arrangement_keeps_its_order(places in proptest::collection::vec(any::<prop::sample::Index>(), 1..300)) {
            let mut keys: Vec<OrderKey> = Vec::new();
            for place in places {
                let at = place.index(keys.len() + 1);
                let key = OrderKey::between(at.checked_sub(1).map(|before| &keys[before]), keys.get(at));
                keys.insert(at, key);
            }
            prop_assert!(keys.is_sorted_by(|one, next| one < next), "{keys:?}");
        }
    }

    #[test]
    fn appending_stays_short() {
        let mut last = None;
        for _ in 0..2000 {
            last = Some(OrderKey::between(last.as_ref(), None));
        }
        assert!(last.unwrap().0.len() < 80);
    }
}
