//! Documents of each format, sound and hostile, read through the crate's front door.

mod archives;
mod book;
mod containers;
mod damage;
mod dots;
mod hostile;
mod html;
mod laws;
mod mail;
mod markdown;
mod mutations;
mod open_document;
mod outline;
mod pdf;
mod pdf_content;
mod pdf_layout;
mod pdf_pages;
mod pictures;
mod recognised;
mod rich_text;
mod seeds;
mod separated;
mod text;
mod word;
