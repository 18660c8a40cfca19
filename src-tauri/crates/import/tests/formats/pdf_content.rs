//! What the content of a PDF document's page stands for: forms within it, layers, replaced text, fields, labels.

use standpoint_import::{Input, Reason, draw};

use crate::outline::{blocks, extract};
use crate::pdf_pages::drawn;

/// What a page of that content is read as, with what goes into the dictionaries of resources, page and catalog.
#[track_caller]
fn check(content: &str, dictionaries: [&str; 3], objects: &[&str], expect: &str) {
    assert_eq!(blocks(&extract("a.pdf", None, &drawn(content, dictionaries, objects))), expect);
}

const TALKS: &str = "BT /F1 10 Tf 72 700 Td (Talks) Tj ET ";

fn form(content: &str) -> String {
    format!(
        "<</Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>/Length {}>>\
         stream\n{content}\nendstream",
        content.len()
    )
}

#[test]
fn forms_within_forms_end() {
    // The form draws itself, twice.
    let inside = form("BT /F1 10 Tf 72 600 Td (in London) Tj ET q 1 0 0 1 0 -30 cm /X Do Q /X Do");
    let (content, dictionaries) = (format!("{TALKS}/X Do"), ["/XObject<</X 6 0 R>>", "", ""]);
    check(&content, dictionaries, &[&inside], "p Talks\np in London");
    // What this one draws is looked up on the page, so that it would be drawn without end.
    let lent = inside.replace("/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>", "");
    check(&content, dictionaries, &[&lent], "p Talks\np in London");
    let bytes = drawn(&content, dictionaries, &[&lent]);
    let picture = draw(&Input { name: "a.pdf", media_hint: None, bytes: &bytes }, None, 1);
    assert_eq!(picture.map(|_| "drawn").map_err(|refusal| refusal.reason), Err(Reason::TooMuch));
}

#[test]
fn a_layer_that_is_off_is_not_read() {
    let content = format!("{TALKS}/OC /L BDC BT /F1 10 Tf 72 600 Td (draft) Tj ET EMC");
    let layer = "<</Type/OCG/Name(L)>>";
    let resources = "/Properties<</L 6 0 R>>";
    let off = "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>";
    check(&content, [resources, "", off], &[layer], "p Talks");
    check(&content, [resources, "", "/OCProperties<</OCGs[6 0 R]/D<<>>>>"], &[layer], "p Talks\np draft");
}

#[test]
fn text_that_stands_in_for_what_is_drawn() {
    let content = "BT /F1 10 Tf 72 700 Td /Span <</ActualText (fi)>> BDC (\\223) Tj EMC (rst talks) Tj ET";
    check(content, ["", "", ""], &[], "p first talks");
}

#[test]
fn joined_letters_and_names_of_letters() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/fi/Zcaron/uni0416/u1F600/a.alt]>>>>";
    let content = "BT /F2 10 Tf 72 700 Td (ABCDE) Tj ET";
    check(content, ["/Font<</F2 6 0 R>>", "", ""], &[font], "p fiŽЖ😀a");
}

#[test]
fn letters_without_a_map() {
    let asian = "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>";
    let descendant = "<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo\
                      <</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/Flags 4>>>>";
    let content = "BT /F2 10 Tf 72 700 Td <4F1A8BAE> Tj ET";
    check(content, ["/Font<</F2 6 0 R>>", "", ""], &[asian, descendant], "p 会议");
    // The page names a font that is not there.
    check("BT /F9 10 Tf 72 700 Td (Talks) Tj ET", ["", "", ""], &[], "p Talks");
}

#[test]
fn fields_show_what_they_were_filled_in_with() {
    let field = "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(the ministers)/Rect[72 600 300 620]>>";
    let hidden = "<</Type/Annot/Subtype/Widget/FT/Tx/T(g)/V(nobody)/F 2/Rect[72 500 300 520]>>";
    check(TALKS, ["", "/Annots[6 0 R 7 0 R]", ""], &[field, hidden], "p Talks\np the ministers");
    // Drawn as it was before it was filled in.
    let appearance = form("BT /F1 10 Tf 2 5 Td (empty) Tj ET").replace("600 700", "228 20");
    let drawn = "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(filled in)/AP<</N 7 0 R>>/Rect[72 600 300 620]>>";
    let page = "/Annots[6 0 R]";
    check(TALKS, ["", page, ""], &[drawn, &appearance], "p Talks\np empty");
    check(
        TALKS,
        ["", page, "/AcroForm<</NeedAppearances true>>"],
        &[drawn, &appearance],
        "p Talks\np filled in",
    );
}

#[test]
fn labels_of_pages() {
    let label =
        |catalog: &str| extract("a.pdf", None, &drawn(TALKS, ["", "", catalog], &[])).pages[0].label.clone();
    assert_eq!(label(""), "1");
    assert_eq!(label("/PageLabels<</Nums[0<</S/r/St 4>>]>>"), "iv");
    assert_eq!(label("/PageLabels<</Kids[<</Nums[0<</S/D/P(A-)>>]>>]>>"), "A-1");
}

#[test]
fn a_small_picture_makes_no_scan() {
    let picture = "q 60 0 0 60 72 500 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    check(&format!("{TALKS}{picture}"), ["", "", ""], &[], "p Talks");
}
