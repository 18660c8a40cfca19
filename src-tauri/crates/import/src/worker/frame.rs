//! What passes between the program and its worker: a mark, a length and JSON, and for a request the bytes after it.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::container::{Entry, Told};
use crate::refusal::Reason;
use crate::{Extracted, Input, MAX_BYTES, Marked, Picture, Recognised};

/// Begins each message, so that anything else on the pipe is known for what it is.
const MARK: [u8; 8] = *b"stpoint1";

/// The most bytes the head of a request may have: what was recognised on a full page has some hundred thousand, and a
/// book has two thousand such pages.
const HEAD: u64 = 256 * 1024 * 1024;

/// What a worker is to do with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Wish {
    /// Read it as what it is.
    Read,
    /// Read it as plain text, whatever it is.
    ReadAsText,
    /// Take out the documents that it holds.
    Empty,
    /// Read it as a Word document whose marks matter.
    ReadMarked,
    /// Open it with this password, and read it.
    ReadUnlocked(String),
    /// Read it with the words that were recognised on some of its pages.
    ReadRecognised { password: Option<String>, pages: Vec<Recognised> },
    /// Draw one of its pages.
    Draw { password: Option<String>, page: u32 },
    /// Bind it, which is a picture, as a document of pages.
    Bind,
    /// Hand it over without its lock, if it opens with this password no other way.
    Unlock(String),
}

/// What a worker answers; to the wish to empty a file, one after the other.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Response {
    /// The document.
    Read(Box<Extracted>),
    /// The Word document with its marks.
    Marked(Box<Marked>),
    /// A page. Its dots follow.
    Drawn(Picture),
    /// The document that it became. Its bytes follow.
    Became {
        length: u64,
        #[serde(skip)]
        bytes: Vec<u8>,
    },
    /// It is to be taken as it is.
    AsItIs,
    /// Why there is none.
    Refused(Reason),
    /// How many documents the file holds.
    Holds(u32),
    /// One of them. Its bytes follow, if there are any.
    Entry {
        path: String,
        media_hint: Option<String>,
        length: u64,
        refused: Option<Reason>,
        #[serde(skip)]
        bytes: Vec<u8>,
    },
    /// That was all.
    End,
}

impl From<Told> for Response {
    fn from(told: Told) -> Self {
        match told {
            Told::Count(count) => Self::Holds(count),
            Told::Entry(Entry { path, media_hint, content }) => {
                let (bytes, refused) = match content {
                    Ok(bytes) => (bytes, None),
                    Err(reason) => (Vec::new(), Some(reason)),
                };
                Self::Entry { path, media_hint, length: bytes.len() as u64, refused, bytes }
            }
        }
    }
}

/// Why a message could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// It ended before it was whole.
    Ended,
    /// It is longer than it may be.
    TooMuch,
    /// It is no message of ours.
    Garbage,
}

/// A document on its way to the worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) name: String,
    pub(super) media_hint: Option<String>,
    pub(super) wish: Wish,
    length: u64,
    #[serde(skip)]
    pub(super) bytes: Vec<u8>,
}

/// A document as it is sent to the worker.
pub(super) fn request(input: &Input<'_>, wish: Wish) -> io::Result<Vec<u8>> {
    let head = Request {
        name: input.name.to_owned(),
        media_hint: input.media_hint.map(str::to_owned),
        wish,
        length: input.bytes.len() as u64,
        bytes: Vec::new(),
    };
    let head = serde_json::to_vec(&head)?;
    let mut request = Vec::with_capacity(MARK.len() + size_of::<u64>() + head.len() + input.bytes.len());
    write(&mut request, &head)?;
    request.extend_from_slice(input.bytes);
    Ok(request)
}

pub(super) fn read_request(from: &mut impl Read) -> Result<Request, Broken> {
    let head = read(from, HEAD)?;
    let mut request: Request = serde_json::from_slice(&head).map_err(|_| Broken::Garbage)?;
    request.bytes = exactly(from, request.length, MAX_BYTES)?;
    Ok(request)
}

pub(super) fn write_response(to: &mut impl Write, response: &Response) -> io::Result<()> {
    write(to, &serde_json::to_vec(response)?)?;
    match response {
        Response::Entry { bytes, .. } | Response::Became { bytes, .. } => to.write_all(bytes)?,
        Response::Drawn(picture) => to.write_all(&picture.shades)?,
        _ => {}
    }
    to.flush()
}

pub(super) fn read_response(from: &mut impl Read, most: u64) -> Result<Response, Broken> {
    let answer = read(from, most)?;
    let mut response = serde_json::from_slice(&answer).map_err(|_| Broken::Garbage)?;
    match &mut response {
        Response::Entry { length, bytes, .. } => *bytes = exactly(from, *length, MAX_BYTES)?,
        Response::Became { length, bytes } => *bytes = exactly(from, *length, most)?,
        Response::Drawn(picture) => picture.shades = exactly(from, picture.dots(), MAX_BYTES)?,
        _ => {}
    }
    Ok(response)
}

fn write(to: &mut impl Write, json: &[u8]) -> io::Result<()> {
    to.write_all(&MARK)?;
    to.write_all(&(json.len() as u64).to_le_bytes())?;
    to.write_all(json)
}

fn read(from: &mut impl Read, most: u64) -> Result<Vec<u8>, Broken> {
    let mut mark = [0; 8];
    let mut length = [0; 8];
    from.read_exact(&mut mark).map_err(|_| Broken::Ended)?;
    if mark != MARK {
        return Err(Broken::Garbage);
    }
    from.read_exact(&mut length).map_err(|_| Broken::Ended)?;
    exactly(from, u64::from_le_bytes(length), most)
}

/// Reads that many bytes, without setting room aside for a length that is only claimed.
fn exactly(from: &mut impl Read, length: u64, most: u64) -> Result<Vec<u8>, Broken> {
    if length > most {
        return Err(Broken::TooMuch);
    }
    let mut bytes = Vec::new();
    match from.take(length).read_to_end(&mut bytes) {
        Ok(read) if read as u64 == length => Ok(bytes),
        _ => Err(Broken::Ended),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(bytes: &[u8]) -> Vec<u8> {
        let input = Input { name: "a “b”.txt", media_hint: Some("text/plain"), bytes };
        request(&input, Wish::Read).expect("a name is JSON")
    }

    #[test]
    fn a_request_arrives_as_it_was_sent() {
        let arrived = read_request(&mut sent(b"\0\xff\n").as_slice()).expect("whole");
        assert_eq!(arrived.bytes, b"\0\xff\n");
        assert_eq!((arrived.name.as_str(), arrived.media_hint.as_deref()), ("a “b”.txt", Some("text/plain")));
    }

    #[test]
    fn entries_arrive_with_their_bytes() {
        let entry = Entry { path: "a.pdf".to_owned(), media_hint: None, content: Ok(b"%PDF-\0".to_vec()) };
        let mut pipe = Vec::new();
        for told in [Told::Count(1), Told::Entry(entry)] {
            write_response(&mut pipe, &told.into()).expect("a vector takes everything");
        }
        let mut pipe = pipe.as_slice();
        assert!(matches!(read_response(&mut pipe, 99), Ok(Response::Holds(1))));
        let Ok(Response::Entry { path, bytes, refused: None, .. }) = read_response(&mut pipe, 99) else {
            panic!()
        };
        assert_eq!((path.as_str(), bytes.as_slice()), ("a.pdf", &b"%PDF-\0"[..]));
        assert!(pipe.is_empty());
    }

    #[test]
    fn broken_messages_are_known_for_what_they_are() {
        let whole = sent(b"text");
        for length in 0..whole.len() {
            assert_eq!(read_request(&mut &whole[..length]).err(), Some(Broken::Ended), "cut at {length}");
        }
        assert_eq!(read_request(&mut &b"Hello, I am a log line\n"[..]).err(), Some(Broken::Garbage));
        let claim = [&MARK[..], &u64::MAX.to_le_bytes()].concat();
        assert_eq!(read_request(&mut claim.as_slice()).err(), Some(Broken::TooMuch));
        let no_json = [&MARK[..], &4_u64.to_le_bytes(), b"nope"].concat();
        assert!(matches!(read_response(&mut no_json.as_slice(), 9), Err(Broken::Garbage)));
    }
}
