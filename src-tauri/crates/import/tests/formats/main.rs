//! Documents of each format, sound and hostile, read through the crate's front door.

mod hostile;
mod html;
mod laws;
mod markdown;
mod outline;
mod text;
