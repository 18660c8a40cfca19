//! PDF documents, made as small as they go.

/// A page, as lines of text with their place in points from the lower left corner, and their size.
pub(crate) type Page<'a> = &'a [(f32, f32, f32, &'a str)];

/// A line of running text, that many lines from the top.
pub(crate) fn line(from_top: u8, text: &str) -> (f32, f32, f32, &str) {
    (72.0, 720.0 - f32::from(from_top) * 14.0, 11.0, text)
}

/// A document of those pages. `extra` is added to the trailer.
pub(crate) fn pdf(pages: &[Page<'_>], info: &str, extra: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|place| format!("{} 0 R", 5 + place * 2)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.join(" ")),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        format!("<<{info}>>"),
    ];
    for (place, page) in pages.iter().enumerate() {
        let content: Vec<String> = page
            .iter()
            .map(|(x, y, size, text)| format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"))
            .collect();
        let content = content.concat();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>",
            6 + place * 2
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len() + 1));
    }
    assemble(&objects, &format!("/Info 4 0 R{extra}"))
}

/// A document of one page with that content. `resources` go beside its font `F1`, `page` and `catalog` into the
/// dictionaries of those names, and `objects` are numbered from 6 on.
pub(crate) fn drawn(content: &str, [resources, page, catalog]: [&str; 3], objects: &[&str]) -> Vec<u8> {
    let mut all = vec![
        format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"),
        "<</Type/Pages/Count 1/Kids[4 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>{resources}>>\
             /Contents 5 0 R{page}>>"
        ),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len() + 1),
    ];
    all.extend(objects.iter().map(|object| (*object).to_owned()));
    assemble(&all, "")
}

/// A document whose pages are one picture each, with nothing to see in it.
pub(crate) fn scan(pages: usize) -> Vec<u8> {
    const DOT: &str = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray\
                       /Length 1>>stream\nx\nendstream";
    bound(&vec![DOT.to_owned(); pages])
}

/// A document whose pages are these pictures.
pub(crate) fn bound(pictures: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pictures.len()).map(|place| format!("{} 0 R", 3 + place * 3)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", pictures.len(), kids.join(" ")),
    ];
    for (place, picture) in pictures.iter().enumerate() {
        let number = 3 + place * 3;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</I {} 0 R>>>>/Contents {} 0 R>>",
            number + 2,
            number + 1
        ));
        objects.push("<</Length 30>>stream\nq 612 0 0 792 0 0 cm /I Do Q  \nendstream".to_owned());
        objects.push(picture.clone());
    }
    assemble(&objects, "")
}

fn assemble(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend([format!("{} 0 obj\n{object}\nendobj\n", number + 1)]);
    }
    let start = file.len();
    file.extend([format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1)]);
    for place in places {
        file.extend([format!("{place:010} 00000 n \n")]);
    }
    let size = objects.len() + 1;
    file.extend([format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n")]);
    file.into_bytes()
}
