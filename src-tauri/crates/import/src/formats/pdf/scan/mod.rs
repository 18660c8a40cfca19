//! Pages that are pictures: drawn for a recogniser, and the lines that it saw on them.

pub(super) mod drawing;
mod hocr;
pub(super) mod recognised;
mod tables;
