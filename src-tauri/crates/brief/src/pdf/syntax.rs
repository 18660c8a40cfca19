//! How objects, names, strings and numbers are written (ISO 32000-1, 7.3), as short as they can be.

use std::io::Write;

use lopdf::{Dictionary, Object, StringFormat};

/// Writes an object.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => whole(out, *value),
        Object::Real(value) => number(out, *value),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, StringFormat::Literal) => literal(out, bytes),
        Object::String(bytes, StringFormat::Hexadecimal) => hexadecimal(out, bytes),
        Object::Array(objects) => {
            out.push(b'[');
            for (index, object) in objects.iter().enumerate() {
                if index > 0 && !is_delimited(object) {
                    out.push(b' ');
                }
                write(out, object);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary),
        // A stream is written by itself and named by its number.
        Object::Stream(stream) => write_dictionary(out, &stream.dict),
        Object::Reference((number, generation)) => {
            whole(out, i64::from(*number));
            out.push(b' ');
            whole(out, i64::from(*generation));
            out.extend_from_slice(b" R");
        }
    }
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(out, key);
        if !is_delimited(value) {
            out.push(b' ');
        }
        write(out, value);
    }
    out.extend_from_slice(b">>");
}

/// Whether an object starts with a mark that ends what stands before it.
fn is_delimited(object: &Object) -> bool {
    matches!(object, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_))
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

/// A string in parentheses; any byte may stand in it.
pub(super) fn literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            // Unmarked, it would be read as a line feed.
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(byte),
        }
    }
    out.push(b')');
}

fn hexadecimal(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push(b'<');
    for &byte in bytes {
        out.push(DIGITS[usize::from(byte >> 4)]);
        out.push(DIGITS[usize::from(byte & 15)]);
    }
    out.push(b'>');
}

/// A whole number.
pub(super) fn whole(out: &mut Vec<u8>, value: i64) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    let mut rest = value.unsigned_abs();
    loop {
        start -= 1;
        digits[start] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[start..]);
}

/// A number to the thousandth: in points, finer than any printer.
pub(super) fn number(out: &mut Vec<u8>, value: f32) {
    decimal(out, (f64::from(value) * 1000.0).round() as i64, 3);
}

/// A number of hundredths.
pub(super) fn hundredths(out: &mut Vec<u8>, value: i64) {
    decimal(out, value, 2);
}

/// A number of the last of so many decimal places.
fn decimal(out: &mut Vec<u8>, value: i64, places: u32) {
    if value < 0 {
        out.push(b'-');
    }
    let (mut unit, value) = (10_u64.pow(places), value.unsigned_abs());
    let (ones, mut rest) = (value / unit, value % unit);
    whole(out, i64::try_from(ones).unwrap_or(i64::MAX));
    if rest > 0 {
        out.push(b'.');
    }
    while rest > 0 {
        unit /= 10;
        out.push(b'0' + u8::try_from(rest / unit).unwrap_or_default());
        rest %= unit;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[track_caller]
    fn check(object: impl Into<Object>, expect: &[u8]) {
        let mut out = Vec::new();
        write(&mut out, &object.into());
        assert_eq!(out, expect, "{}", String::from_utf8_lossy(&out));
    }

    #[test]
    fn objects_are_written_as_short_as_they_can_be() {
        check(-1200, b"-1200");
        check(0.5_f32, b"0.5");
        check(-0.0004_f32, b"0");
        check(-12.25_f32, b"-12.25");
        check(100.0_f32, b"100");
        check(Object::Name(b"A B#".to_vec()), b"/A#20B#23");
        check(Object::string_literal("a(b)\\\r\n"), b"(a\\(b\\)\\\\\\r\n)");
        check(Object::String(vec![0, 0xFE], StringFormat::Hexadecimal), b"<00FE>");
        check(vec![1.into(), Object::Null, Object::Name(b"A".to_vec()), (7, 0).into()], b"[1 null/A 7 0 R]");
        check(dictionary! { "K" => 3, "S" => Object::Name(b"P".to_vec()) }, b"<</K 3/S/P>>");
    }
}
