//! A sound document of every format, small, with a bit of everything that its reader knows.

use png::ColorType;
use tiff::encoder::Compression;

use super::archives::{archive, book, open_document, word};
use super::dots::{self, png, tiff};
use super::pdf_pages::{drawn, line, pdf, scan};

pub(crate) const BODY: &str = "<w:p><w:pPr><w:pStyle w:val='H'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Talks</w:t>\
    <w:footnoteReference w:id='1'/><w:br w:type='page'/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>\
    <w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
pub(crate) const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='1'><w:start w:val='4294967290'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>";
pub(crate) const NOTES: &str =
    "<w:footnotes><w:footnote w:id='1'><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>";
pub(crate) const OPEN_TEXT: &str = "<text:list text:style-name='L'><text:list-item text:start-value='4294967295'><text:p>Talks<text:note><text:note-citation>1\
    </text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p></text:list-item></text:list>\
    <table:table><table:table-row><table:table-cell table:number-columns-repeated='9'><text:p>Cell</text:p></table:table-cell>\
    </table:table-row></table:table>";
pub(crate) const CHAPTER: &str =
    "<html><body><h1>Talks</h1><table><tr><td>a<td>b</table><p>The ministers met.</p></body></html>";
pub(crate) const RICH: &[u8] = br"{\rtf1\ansi{\fonttbl{\f0\fcharset204 Times;}}{\stylesheet{\s1 heading 1;}}\pard\s1 Talks\par{\listtext 1.}\ls1 one
{\footnote Note}\u-10179?\'cc\par\trowd\pard\intbl a\cell b\cell\row{\pict\bin3 abc}{\field{\*\fldinst x}{\fldrslt y}}\par}";
pub(crate) const MAIL: &[u8] = b"From: a@example.org\r\nSubject: =?utf-8?q?Talks?=\r\nDate: Wed, 23 Apr 2025 23:30:00 -0500\r\nContent-Type: multipart/mixed; \
    boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VGFsa3M8L3A+\r\n--x\r\n\
    Content-Type: text/plain; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nTalks =E9 \r\n> old\r\n--x\r\n\
    Content-Type: message/rfc822\r\n\r\nSubject: Old\r\n\r\nold\r\n--x--\r\n";
pub(crate) const TABLE: &[u8] = b"sep=;\nState;Share\n\"France; \"\"x\"\"\";1,5\n\nItaly;2\n";

/// A page of PDF with all that its content can hold.
pub(crate) const CONTENT: &str = "/L BDC /OC /L BDC BT /F1 10 Tf 1 Tc 2 Tw 90 Tz 12 TL 72 700 Td [(Talks) -300 (in)] TJ T* (London) ' 1 2 (x) \" ET EMC \
    /Span<</ActualText(fi)>>BDC BT /F2 9 Tf 1 0 0 1 72 600 Tm <4F1A8BAE> Tj 3 Ts (y) Tj ET EMC EMC q 0 1 -1 0 9 9 cm /X Do Q \
    BI /W 1 /H 1 /BPC 8 /CS /G ID x EI";
pub(crate) const DICTIONARIES: [&str; 3] = [
    "/Font<</F1 3 0 R/F2 6 0 R>>/XObject<</X 8 0 R>>/Properties<</L 9 0 R>>",
    "/Rotate 90/Annots[10 0 R]",
    "/PageLabels<</Nums[0<</S/r/St 4>>]>>/OCProperties<</OCGs[9 0 R]/D<</OFF[11 0 R]>>>>/AcroForm<</NeedAppearances true>>",
];
pub(crate) const OBJECTS: &[&str] = &[
    "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/W[1[500 600]9 12 700]/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/Flags 4>>>>",
    "<</Type/XObject/Subtype/Form/BBox[0 0 600 700]/Matrix[1 0 0 1 5 5]/Length 26>>stream\nBT (met) Tj ET /X Do /X Do \nendstream",
    "<</Type/OCMD/OCGs[9 0 R 11 0 R]/P/AnyOn>>",
    "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(filled in)/AP<</N 8 0 R>>/Rect[72 500 300 520]/Parent 10 0 R>>",
    "<</Type/OCG/Name(L)>>",
];

/// A web page as sites write them, with what its reader looks for.
const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Talks - Site</title><meta property='og:title' content='Talks'>\
    <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-04-23\",\"author\":[{\"name\":\"A\"}]}</script></head>\
    <body><nav><a href=/>Home</a></nav><article><h1>Talks</h1><p>The ministers met in London on Wednesday, and the talks went on until late.</p>\
    <ol start=3><li>one<ul><li>two</ul></ol><blockquote>We go on.</blockquote><table><tr><th>a<th>b<tr><td>1<td>2</table><pre>x  y</pre>\
    <p>They will go on tomorrow &amp; the day after, said the envoys of both states.</p></article></body></html>";

const MARKED: &str = "---\ntitle: Talks\ndate: 2025-04-23\n---\n# Talks\n\n1. one\n   - two\n\n> We go on.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n\nNote[^1].\n\n[^1]: Here.\n";

const PLAIN: &str =
    "Talks\n\nThe ministers met in London on\nWednesday. «Так», сказали вони.\n\n1. One\n2. Two\n";

const ARCHIVED: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; \
    boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>The ministers =\r\nmet.</p></body></html>\r\n\
    --x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n--x--\r\n";

/// So many dots in an inch that a page of them is soon drawn.
const FINE: (u32, u32) = (2400, 2400);

/// A picture of lines as of words, which are dark, of dots with so many values each.
fn lines(values: usize) -> Vec<u8> {
    let dot = |(x, y): (usize, usize)| if y % 24 < 11 && (x * 7 + y / 24 * 3) % 19 < 12 { 20 } else { 235 };
    let dots = (0..600).flat_map(|y| (0..400).map(move |x| (x, y)));
    dots.flat_map(|at| std::iter::repeat_n(dot(at), values)).collect()
}

/// A page of words, as fine.
fn photograph() -> Vec<u8> {
    let mut file = include_bytes!("page.jpg").to_vec();
    let density = FINE.0 as u16;
    file[14..16].copy_from_slice(&density.to_be_bytes());
    file[16..18].copy_from_slice(&density.to_be_bytes());
    file
}

/// Every format's document, by its file's name.
pub(crate) fn all() -> Vec<(&'static str, Vec<u8>)> {
    let words = [line(0, "The ministers met in London."), line(1, "They spoke.")];
    let docx = word(BODY, &[("word/numbering.xml", NUMBERING), ("word/footnotes.xml", NOTES)]);
    let epub = book("<dc:title>Talks</dc:title>", &[CHAPTER, CHAPTER], &[]);
    let held = archive(&[
        ("a.txt", PLAIN.as_bytes()),
        ("b/c.docx", &docx),
        ("d.zip", &archive(&[("e.md", b"# E")])),
    ]);
    let (grey, clear) = (lines(1), lines(4));
    let page = |dots| dots::Page { size: (400, 600), dpi: FINE, dots };
    vec![
        ("talks.pdf", pdf(&[&words, &words], "/Title(Talks)/CreationDate(D:2025)", "")),
        ("form.pdf", drawn(CONTENT, DICTIONARIES, OBJECTS)),
        ("scan.pdf", scan(2)),
        ("talks.docx", docx),
        ("talks.odt", open_document("", OPEN_TEXT, &[])),
        ("talks.epub", epub),
        ("talks.rtf", RICH.to_vec()),
        ("talks.eml", MAIL.to_vec()),
        ("talks.mhtml", ARCHIVED.as_bytes().to_vec()),
        ("talks.html", PAGE.as_bytes().to_vec()),
        ("talks.csv", TABLE.to_vec()),
        ("talks.md", MARKED.as_bytes().to_vec()),
        ("page.png", png(page(&clear), ColorType::Rgba)),
        ("page.jpg", photograph()),
        ("pages.tiff", tiff(&[page(&grey), page(&grey)], Compression::Lzw)),
        ("talks.txt", PLAIN.as_bytes().to_vec()),
        ("talks.zip", held),
    ]
}
