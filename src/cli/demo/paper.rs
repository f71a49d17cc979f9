//! Draws a plain PDF: a title and lines of text on A4. Sample documents need no more, and no crate for it.

use std::fmt::Write as _;

/// Lines on a page.
const LINES: usize = 44;
/// Characters of a line in Latin script; a Chinese one takes the place of two.
const WIDTH: usize = 92;
/// The fonts: two that every reader has, and one for Chinese that readers bring along.
const FONTS: [&str; 5] = [
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R \
     /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 \
     /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
];

/// Whether a text is in a script that can be drawn.
pub(super) fn draws(text: &str) -> bool {
    text.chars().flat_map(plain).all(|sign| win_ansi(sign).is_some() || is_han(sign))
}

/// A PDF with these lines under a title. Lines in other scripts than Latin and Chinese are left out.
pub(super) fn pdf(title: &str, lines: &[String]) -> Vec<u8> {
    let title = drawn(title).into_iter().map(|(font, text)| (if font == "F1" { "F2" } else { font }, 15, text));
    let lines = lines.iter().flat_map(|line| drawn(line)).map(|(font, text)| (font, 10, text));
    let rows: Vec<(&str, u8, String)> = title.chain([("F1", 10, "()".to_owned())]).chain(lines).collect();
    let pages: Vec<String> = rows.chunks(LINES).map(page).collect();
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 8 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
    ];
    objects.extend(FONTS.map(str::to_owned));
    for (page, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>",
            9 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    file(&objects)
}

/// The objects with the table of where each begins.
fn file(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (place, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", place + 1);
    }
    let begins = out.len();
    let _ = write!(out, "{table}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{begins}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}

fn page(rows: &[(&str, u8, String)]) -> String {
    let mut out = "BT\n".to_owned();
    for (row, (font, size, text)) in rows.iter().enumerate() {
        let _ = writeln!(out, "/{font} {size} Tf 1 0 0 1 56 {} Tm {text} Tj", 778 - 16 * row);
    }
    out.push_str("ET\n");
    out
}

/// A line as it is drawn: pieces that fit, each with its font and the text as PDF writes it.
fn drawn(line: &str) -> Vec<(&'static str, String)> {
    let line: String = line.chars().flat_map(plain).collect();
    if let Some(bytes) = line.chars().map(win_ansi).collect::<Option<Vec<u8>>>() {
        return wrapped(&bytes).into_iter().map(|piece| ("F1", literal(piece))).collect();
    }
    if !draws(&line) {
        return Vec::new();
    }
    let mut pieces = vec![String::new()];
    let mut width = 0;
    for sign in line.chars() {
        width += if is_han(sign) { 2 } else { 1 };
        if width > WIDTH {
            pieces.push(String::new());
            width = 2;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(sign);
        }
    }
    let hexadecimal = |piece: String| {
        let units: String = piece.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        format!("<{units}>")
    };
    pieces.into_iter().map(|piece| ("F3", hexadecimal(piece))).collect()
}

/// Signs that the fonts lack, written by signs that they have.
fn plain(sign: char) -> Vec<char> {
    match sign {
        '₀'..='₉' => char::from_digit(sign as u32 - '₀' as u32, 10).into_iter().collect(),
        'μ' => vec!['µ'],
        '−' | '‑' => vec!['-'],
        '\u{2009}' | '\u{202f}' | '\n' => vec![' '],
        '≤' => vec!['<', '='],
        '≥' => vec!['>', '='],
        '→' => vec!['-', '>'],
        other => vec![other],
    }
}

/// The code of a sign in Windows-1252.
fn win_ansi(sign: char) -> Option<u8> {
    Some(match sign {
        '€' => 0x80,
        '…' => 0x85,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        ' '..='~' | '\u{a0}'..='ÿ' => u8::try_from(sign as u32).ok()?,
        _ => return None,
    })
}

const fn is_han(sign: char) -> bool {
    matches!(sign, '\u{2010}'..='\u{2030}' | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// A line in pieces that fit, divided at blanks.
fn wrapped(mut line: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    while line.len() > WIDTH {
        let blank = line[..=WIDTH].iter().rposition(|byte| *byte == b' ').filter(|place| *place > 0);
        let (piece, rest) = line.split_at(blank.unwrap_or(WIDTH));
        pieces.push(piece);
        line = rest.strip_prefix(b" ").unwrap_or(rest);
    }
    pieces.push(line);
    pieces
}

/// A text in brackets, where all but plain signs are written by their numbers.
fn literal(text: &[u8]) -> String {
    let mut out = "(".to_owned();
    for byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => out.push(char::from(*byte)),
            other => {
                let _ = write!(out, "\\{other:03o}");
            }
        }
    }
    out.push(')');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::Type;

    #[test]
    fn it_is_a_pdf_whose_table_says_where_each_object_begins() {
        let lines: Vec<String> = (0..100).map(|line| format!("Row {line}: 12 m³ → 4 m³ (a \\ b)")).collect();
        let bytes = pdf("报告 – A report", &lines);
        assert_eq!(Type::of(&bytes), Some(Type::Pdf));
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("/Count 3"), "two pages are not enough");
        assert!(text.contains("(Row 7: 12 m\\263 -> 4 m\\263 \\(a \\\\ b\\))"));
        let (before, table) = text.split_once("xref\n0 ").unwrap();
        let places =
            table.lines().filter(|line| line.ends_with(" n ")).map(|line| line[..10].parse::<usize>().unwrap());
        for (number, place) in places.enumerate() {
            assert!(text[place..].starts_with(&format!("{} 0 obj\n", number + 1)));
        }
        assert!(text.contains(&format!("startxref\n{}\n", before.len())));
    }

    #[test]
    fn long_lines_are_divided_and_other_scripts_left_out() {
        assert_eq!(drawn(&"word ".repeat(40)).len(), 3);
        assert_eq!(drawn(&"x".repeat(200)).len(), 3);
        assert_eq!(drawn(&"水".repeat(50)).len(), 2);
        assert_eq!(drawn("CO₂ 水")[0], ("F3", "<0043004F003200206C34>".to_owned()));
        assert!(drawn("สารรักษา").is_empty() && drawn("Quy trình nhuộm").is_empty());
        assert_eq!(drawn("")[0].1, "()");
    }
}
