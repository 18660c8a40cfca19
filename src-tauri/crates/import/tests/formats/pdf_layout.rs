//! What a page of a PDF document is read as: words, lines and columns out of the places of letters.

use crate::outline::{blocks, extract};
use crate::pdf_pages::{Page, drawn, line, pdf};

/// What one page of text at places is read as.
#[track_caller]
fn check(page: Page<'_>, expect: &str) {
    assert_eq!(blocks(&extract("a.pdf", None, &pdf(&[page], "", ""))), expect);
}

/// What a page of that content is read as.
#[track_caller]
fn check_content(content: &str, expect: &str) {
    assert_eq!(blocks(&extract("a.pdf", None, &drawn(content, ["", "", ""], &[]))), expect);
}

#[test]
fn gaps_part_words_and_kerning_does_not() {
    check_content(
        "BT /F1 10 Tf 72 700 Td [(The) -300 (mi) 40 (nis) -60 (ters) -250 (met)] TJ ET",
        "p The ministers met",
    );
    check_content("BT /F1 10 Tf 72 700 Td (The) Tj 30 0 Td (ministers) Tj ET", "p The ministers");
    // Moved back by more than the space is wide: a space was drawn all the same.
    check_content("BT /F1 10 Tf 72 700 Td [(The ) 200 (ministers)] TJ ET", "p The ministers");
}

#[test]
fn letters_set_apart_make_words() {
    check_content("BT /F1 10 Tf 1.5 Tc 72 700 Td (Talks in London) Tj ET", "p Talks in London");
    // Numbers in boxes stay apart.
    check_content(
        "BT /F1 10 Tf 72 700 Td (1) Tj 16 0 Td (2) Tj 16 0 Td (3) Tj 16 0 Td (4) Tj 16 0 Td (5) Tj ET",
        "p 1 2 3 4 5",
    );
}

#[test]
fn what_is_drawn_twice_is_read_once() {
    check_content(
        "BT /F1 10 Tf 72 700 Td (Talks in London) Tj 0.3 0 Td (Talks in London) Tj ET",
        "p Talks in London",
    );
    check_content("BT /F1 10 Tf 72 700 Td (no) Tj 0 -40 Td (no) Tj ET", "p no\np no");
}

#[test]
fn raised_and_lowered_letters_stay_in_their_word() {
    check_content(
        "BT /F1 12 Tf 72 700 Td (CO) Tj /F1 7 Tf -3 Ts (2) Tj /F1 12 Tf 0 Ts ( falls) Tj ET",
        "p CO2 falls",
    );
}

#[test]
fn drawn_in_any_order() {
    check_content(
        "BT /F1 10 Tf 120 700 Td (London) Tj -12 0 Td (in) Tj -36 0 Td (Talks) Tj ET",
        "p Talks in London",
    );
}

#[test]
fn columns_are_read_one_after_the_other() {
    let lines = [
        "The ministers of the three countries",
        "met in the capital and spoke about",
        "territory and forces, sanctions and",
    ];
    let others = [
        "guarantees. They will meet again in",
        "the summer, when the election is over",
        "and the new government is in office.",
    ];
    let mut page = vec![(
        72.0,
        720.0,
        11.0,
        "Report on the talks of the ministers in the capital, and on what came of them",
    )];
    for (place, (line, other)) in lines.iter().zip(others).enumerate() {
        let y = 700.0 - place as f32 * 14.0;
        page.push((72.0, y, 11.0, *line));
        page.push((310.0, y, 11.0, other));
    }
    let expect = format!("p {}\np {} {}", page[0].3, lines.join(" "), others.join(" "));
    check(&page, &expect);
}

#[test]
fn turned_pages_and_turned_lines() {
    let turned =
        drawn("BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Talks in London) Tj ET", ["", "/Rotate 90", ""], &[]);
    assert_eq!(blocks(&extract("a.pdf", None, &turned)), "p Talks in London");
    check_content(
        "BT /F1 10 Tf 72 700 Td (Talks in London, and more) Tj 0 1 -1 0 30 100 Tm (in the margin) Tj ET",
        "p Talks in London, and more\np in the margin",
    );
}

#[test]
fn what_is_off_the_page_is_not_read() {
    check_content("BT /F1 10 Tf 72 700 Td (on the page) Tj 0 200 Td (above it) Tj ET", "p on the page");
}

#[test]
fn cells_below_one_another_are_a_table() {
    check(
        &[
            line(0, "Shares of the fund by state"),
            (72.0, 690.0, 10.0, "France"),
            (250.0, 690.0, 10.0, "12.5"),
            (350.0, 690.0, 10.0, "2024"),
            (72.0, 676.0, 10.0, "The Netherlands"),
            (250.0, 676.0, 10.0, "7.0"),
            (350.0, 676.0, 10.0, "2023"),
            (72.0, 662.0, 10.0, "Italy"),
            (244.4, 662.0, 10.0, "112.5"),
            (350.0, 662.0, 10.0, "2024"),
        ],
        "p Shares of the fund by state\ntr France | 12.5 | 2024\ntr The Netherlands | 7.0 | 2023\ntr Italy | 112.5 | 2024",
    );
}

#[test]
fn words_that_go_on_in_a_cell_are_of_its_row() {
    check(
        &[
            (72.0, 720.0, 10.0, "Actor"),
            (200.0, 720.0, 10.0, "Ceasefire"),
            (350.0, 720.0, 10.0, "Sanc-"),
            (350.0, 708.0, 10.0, "tions"),
            (72.0, 688.0, 10.0, "Norway"),
            (200.0, 688.0, 10.0, "supports it at"),
            (350.0, 688.0, 10.0, "no position"),
            (200.0, 676.0, 10.0, "once"),
            (72.0, 656.0, 10.0, "The Nether-"),
            (200.0, 656.0, 10.0, "opposes"),
            (350.0, 656.0, 10.0, "supports them"),
            (72.0, 644.0, 10.0, "lands"),
            (350.0, 644.0, 10.0, "after a breach"),
            (72.0, 600.0, 10.0, "No more than this was said by anybody on that day."),
        ],
        "tr Actor | Ceasefire | Sanctions\ntr Norway | supports it at once | no position\n\
         tr The Netherlands | opposes | supports them after a breach\n\
         p No more than this was said by anybody on that day.",
    );
}

#[test]
fn an_empty_cell_keeps_its_place() {
    check(
        &[
            (72.0, 690.0, 10.0, "France"),
            (250.0, 690.0, 10.0, "12.5"),
            (350.0, 690.0, 10.0, "2024"),
            (72.0, 676.0, 10.0, "Italy"),
            (250.0, 676.0, 10.0, "7.0"),
            (350.0, 676.0, 10.0, "2023"),
            (72.0, 662.0, 10.0, "Norway"),
            (350.0, 662.0, 10.0, "2024"),
            (72.0, 648.0, 10.0, "Sweden"),
            (250.0, 648.0, 10.0, "3.1"),
            (350.0, 648.0, 10.0, "2022"),
        ],
        "tr France | 12.5 | 2024\ntr Italy | 7.0 | 2023\ntr Norway |  | 2024\ntr Sweden | 3.1 | 2022",
    );
}

#[test]
fn quotations_under_numbers_are_rows() {
    // One column goes on, the others do not.
    let mut page = Vec::new();
    for (place, (number, first, second, grade)) in [
        ("1", "They asked for a truce before", "anything else was said.", "B1"),
        ("2", "Nobody had been asked whether", "the border was to move.", "B2"),
        ("3", "The envoy thought that it was", "too early to tell.", "C3"),
    ]
    .into_iter()
    .enumerate()
    {
        let y = 700.0 - place as f32 * 34.0;
        page.extend([(72.0, y, 10.0, number), (100.0, y, 10.0, first), (400.0, y, 10.0, grade)]);
        page.push((100.0, y - 13.0, 10.0, second));
    }
    check(
        &page,
        "tr 1 | They asked for a truce before anything else was said. | B1\n\
         tr 2 | Nobody had been asked whether the border was to move. | B2\n\
         tr 3 | The envoy thought that it was too early to tell. | C3",
    );
}
