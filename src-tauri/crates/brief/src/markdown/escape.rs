//! Words that stay words (`CommonMark` 0.31, 2.4).

/// The words with everything escaped that means something within a line.
pub(super) fn words(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '!' | '$' | '^'
            | '{' | '}' => {
                escaped.extend(['\\', character]);
            }
            '\t' => escaped.push(' '),
            '\r' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A line with everything escaped that means something at its beginning: lists, numbers, rules.
pub(super) fn line(text: &str) -> String {
    text.split('\n').map(beginning).collect::<Vec<_>>().join("\n")
}

fn beginning(line: &str) -> String {
    let line = line.trim_start_matches(' ');
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[figures..].chars().next() {
        Some('.' | ')') if figures > 0 => {
            format!("{}\\{}", &line[..figures], &line[figures..])
        }
        Some('-' | '+' | '=') if figures == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// Text as a cell of a table holds it: on one line.
pub(super) fn cell(text: &str) -> String {
    text.replace("\\\n", " / ").replace('\n', " ").trim().to_owned()
}
