//! Links that leave the program: handed to the user's browser or mail program, never followed here.

use serde::Deserialize;
use standpoint_api::{Code, WireError};
use tauri::Url;

use crate::commands::no;

/// An address somebody pressed.
#[derive(Debug, Deserialize)]
pub(crate) struct Link {
    url: String,
}

/// Opens the link in the program the user has chosen for such links.
pub(crate) fn open(link: &Link) -> Result<(), WireError> {
    let url = allowed(&link.url).ok_or_else(|| {
        no(Code::Refused, format!("“{}” is not a web or mail address. It was not opened.", link.url), "")
    })?;
    open::that_detached(url.as_str()).map_err(|_| {
        let message = format!("This computer has no program that opens “{url}”.");
        no(Code::Refused, message, "Copy the address and open it by hand.")
    })
}

/// The address in its full form if it is a web or mail address; anything else could start a program.
fn allowed(url: &str) -> Option<Url> {
    Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https" | "mailto"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expect: Option<&str>) {
        assert_eq!(allowed(url).as_ref().map(Url::as_str), expect);
    }

    #[test]
    fn only_web_and_mail_addresses_leave_the_program() {
        check("https://example.org/a b", Some("https://example.org/a%20b"));
        check("HTTP://EXAMPLE.ORG", Some("http://example.org/"));
        check("mailto:office@example.org", Some("mailto:office@example.org"));
        check("file:///etc/passwd", None);
        check("javascript:alert(1)", None);
        check("--help", None);
        check("/usr/bin/true", None);
        check("", None);
    }
}
