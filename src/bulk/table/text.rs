//! Texts with separators.

use std::borrow::Cow;
use std::ops::ControlFlow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Cell, Format, Row, Unreadable};

/// Bytes at the beginning by which encoding and separator are found.
const LOOKED_AT: usize = 256 * 1024;
/// The separators that are recognised.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The encoding and separator of a text.
pub fn recognise(bytes: &[u8]) -> Result<Format, Unreadable> {
    let encoding = encoding_of(bytes);
    let text = decode(&bytes[..bytes.len().min(LOOKED_AT)], encoding);
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    // A file of another kind begins with signs that no text has; one NUL in a cell is a matter of its row.
    let beginning: Vec<char> = text.chars().take(512).collect();
    let odd = beginning.iter().filter(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t')).count();
    if infer::get(bytes).is_some_and(|kind| kind.matcher_type() != infer::MatcherType::Text)
        || odd * 20 > beginning.len()
    {
        return Err(Unreadable::Unknown);
    }
    Ok(Format::Text { encoding: encoding.name().to_owned(), separator: separator_of(&text) })
}

/// By its mark, else by where its NULs stand, else UTF-8 if it is that, else by its letters.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let head = &bytes[..bytes.len().min(4096) & !1];
    let nuls = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    // Even a Chinese text has separators, line ends and digits, whose other byte is NUL in UTF-16.
    if head.len() >= 4 && nuls(1) > 0 && nuls(0) * 10 < nuls(1) && nuls(1) * 50 > head.len() {
        return UTF_16LE;
    }
    if head.len() >= 4 && nuls(0) > 0 && nuls(1) * 10 < nuls(0) && nuls(0) * 50 > head.len() {
        return UTF_16BE;
    }
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, chardetng::Utf8Detection::Deny);
    // GB18030 holds all of GBK.
    if found == encoding_rs::GBK { GB18030 } else { found }
}

/// Whether a text is UTF-8, but for a few broken places: those are told row by row.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || broken * 20 < right
}

fn decode<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Cow<'a, str> {
    encoding.decode_with_bom_removal(bytes).0
}

/// The separator that divides the first lines most evenly.
fn separator_of(text: &str) -> char {
    let worth = |separator: u8| {
        let mut reader = reader(text.as_bytes(), separator);
        let mut widths: Vec<usize> = reader.records().take(20).filter_map(Result::ok).map(|row| row.len()).collect();
        widths.sort_unstable();
        // The usual width counts, not that of a title above the headings or of a broken row.
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(0).max(1);
        let even = widths.iter().filter(|width| **width == usual).count();
        if usual == 1 { (0, 0) } else { (even * usual, usual) }
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| worth(*separator)).unwrap_or(b',');
    char::from(best)
}

fn reader(text: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text)
}

/// Reads all rows.
pub fn read(
    bytes: &[u8],
    encoding: &str,
    separator: char,
    each: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<(), Unreadable> {
    let encoding = Encoding::for_label(encoding.as_bytes()).ok_or(Unreadable::Unknown)?;
    let text = decode(bytes, encoding);
    let separator = u8::try_from(separator).map_err(|_| Unreadable::Unknown)?;
    let mut reader = reader(text.as_bytes(), separator);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| Unreadable::Broken)? {
        // A record begins where the one before it ended: at its line end, and before blank lines.
        let (byte, begun) = record.position().map_or((0, 0), |at| (at.byte(), at.line()));
        let rest = text.as_bytes().get(usize::try_from(byte).unwrap_or(usize::MAX)..).unwrap_or_default();
        let ends = rest.iter().take_while(|sign| matches!(sign, b'\r' | b'\n')).filter(|sign| **sign == b'\n');
        let line = begun + ends.count() as u64;
        let row = Row { line, cells: record.iter().map(Cell::text).collect(), padded: false };
        if each(row).is_break() {
            break;
        }
    }
    Ok(())
}
