//! Where the text of a group of Rich Text goes, and the characters that have words of their own.

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    Text,
    Note,
    /// A text box.
    Box,
    /// A drawing, in which only a text box is text.
    Shape,
    Info,
    Title,
    Author,
    Created,
    Fonts,
    Styles,
    /// The mark or number in front of a list's item.
    Marker,
    /// The head or the foot of the pages.
    Running,
    Picture,
    Comment,
    Nothing,
}

impl Destination {
    /// Whether text that goes there is text of the document.
    pub(super) fn is_shown(self) -> bool {
        matches!(self, Self::Text | Self::Note | Self::Box)
    }
}

/// The destination that a control word begins.
pub(super) fn of(name: &str) -> Option<Destination> {
    Some(match name {
        "footnote" => Destination::Note,
        "shptxt" | "dptxbxtext" => Destination::Box,
        "shpinst" | "do" => Destination::Shape,
        "info" => Destination::Info,
        "title" => Destination::Title,
        "author" => Destination::Author,
        "creatim" => Destination::Created,
        "fonttbl" => Destination::Fonts,
        "stylesheet" => Destination::Styles,
        "listtext" | "pntext" => Destination::Marker,
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
            Destination::Running
        }
        "pict" => Destination::Picture,
        "annotation" => Destination::Comment,
        "colortbl" | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl" | "filetbl" | "fldinst"
        | "nonshppict" | "shprslt" | "objdata" | "objclass" | "objname" | "xe" | "rxe" | "txe" | "tc"
        | "bkmkstart" | "bkmkend" | "atnid" | "atnauthor" | "atnref" | "atndate" | "atrfstart"
        | "atrfend" | "ud" | "nonesttables" | "nesttableprops" | "subject" | "keywords" | "comment"
        | "operator" | "doccomm" | "company" | "manager" | "category" | "hlinkbase" | "revtim"
        | "printim" | "buptim" | "template" | "pn" | "pntxta" | "pntxtb" | "datafield" | "ftnsep"
        | "ftnsepc" | "aftnsep" | "aftnsepc" | "aftncn" | "ftncn" | "sp" | "private" | "passwordhash"
        | "generator" | "falt" | "panose" | "fontemb" => Destination::Nothing,
        _ => return None,
    })
}

/// The characters that a control word stands for.
pub(super) fn character(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" | "emspace" | "enspace" | "qmspace" | "nestcell" | "nestrow" => " ",
        "emdash" => "—",
        "endash" => "–",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        _ => return None,
    })
}
