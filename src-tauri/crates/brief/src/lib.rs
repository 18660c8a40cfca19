//! From a note to pages to a file. Pure: time and ids come in as arguments, nothing is read or fetched.
//!
//! Lower half: [`fonts`] and [`text`] set lines, [`page`] holds what is drawn, [`pdf`] and [`svg`] write it.

pub mod fonts;
pub mod page;
pub mod pdf;
pub mod svg;
pub mod text;
