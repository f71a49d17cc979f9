//! Names: in addresses, in storage, and those that owners gave.

use crate::listings::content::{FileKind, FileRef};
use crate::media::{Type, WIDTHS};

/// Most characters of a name.
const LONGEST: usize = 120;

/// The address of a picture in one of the [`WIDTHS`].
pub fn picture_url(key: &str, width: u32) -> String {
    format!("/files/{key}/{width}.webp")
}

/// The address of a file: a picture in its largest size, a video that lies elsewhere, the rest as a download.
pub fn url(file: &FileRef) -> String {
    match (file.kind, &file.link) {
        (_, Some(link)) => link.clone(),
        (FileKind::Image, None) => picture_url(&file.key, WIDTHS[2]),
        _ => address(&file.key, &file.media_type),
    }
}

/// The address of a file that is kept under a media type.
pub fn address(key: &str, media_type: &str) -> String {
    match Type::kept(media_type) {
        Some(Type::Picture) => picture_url(key, WIDTHS[2]),
        Some(kind) if kind.is_video() => format!("/files/{key}/video.{}", kind.ending()),
        _ => format!("/files/{key}/document.pdf"),
    }
}

/// The sizes of a picture for a browser to choose from, each once: `/files/…/320.webp 320w, …`. Empty where the width
/// is not known.
pub fn sizes(file: &FileRef) -> String {
    let Some((width, _)) = file.pixels else { return String::new() };
    let smaller = WIDTHS.iter().filter(|size| **size < width).count();
    let shown = WIDTHS.iter().take(smaller + 1);
    let one = |size: &u32| format!("{} {}w", picture_url(&file.key, *size), width.min(*size));
    shown.map(one).collect::<Vec<_>>().join(", ")
}

/// The names under which the bytes of a file lie in storage.
pub(super) fn objects(key: &str, media_type: &str) -> Vec<String> {
    match Type::kept(media_type) {
        Some(Type::Picture) => WIDTHS.iter().map(|width| format!("{key}-{width}.webp")).collect(),
        Some(kind) => vec![format!("{key}.{}", kind.ending())],
        None => Vec::new(),
    }
}

/// The name in storage of what an address asks for: a picture in one of its widths, or a document under any name.
pub(super) fn object(key: &str, media_type: &str, name: &str) -> Option<String> {
    let width = name.strip_suffix(".webp").unwrap_or(name);
    let picture = media_type == Type::Picture.media_type();
    let place = if picture { WIDTHS.iter().position(|kept| kept.to_string() == width)? } else { 0 };
    objects(key, media_type).into_iter().nth(place)
}

/// The key of what lies in storage under a name; `None` for names that are not ours, which are nobody's to remove.
pub(super) fn key_of(name: &str) -> Option<&str> {
    let (key, rest) = name.split_at_checked(32)?;
    let ours = key.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let known = ["-320.webp", "-800.webp", "-1600.webp", ".pdf", ".mp4", ".webm"].contains(&rest);
    (ours && known).then_some(key)
}

/// Signs that turn the direction of what follows, join or hide: a name with them is not what it looks like.
const fn deceives(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The last piece of a sent name, without what could hurt in a header, a list or a folder, and with the right ending.
pub(super) fn plain(sent: &str, kind: Type) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let harmless = |character: char| if r#"<>:"|?*"#.contains(character) { '_' } else { character };
    let kept: String = last.chars().filter(|one| !one.is_control() && !deceives(*one)).map(harmless).collect();
    let kept = kept.trim_matches(|one: char| one.is_whitespace() || one == '.');
    let ending = kind.ending();
    let kept: String = kept.chars().take(LONGEST).collect();
    match (kept.as_str(), kind) {
        ("", Type::Picture) => "picture".to_owned(),
        ("", Type::Pdf) => "document.pdf".to_owned(),
        ("", _) => format!("video.{ending}"),
        (name, Type::Picture) => name.to_owned(),
        (name, _) if name.to_lowercase().ends_with(&format!(".{ending}")) => name.to_owned(),
        (name, _) => format!("{name}.{ending}"),
    }
}

/// The name under which a file is saved by those who open it: a picture is WebP, whatever it was.
pub(super) fn saved(name: &str, kind: Type) -> String {
    match (kind, name.rsplit_once('.')) {
        (Type::Picture, Some((stem, _))) if !stem.is_empty() => format!("{stem}.webp"),
        (Type::Picture, _) => format!("{name}.webp"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sent_name_keeps_only_its_last_piece_and_gets_the_ending_of_what_it_is() {
        for (sent, kind, kept) in [
            ("../../etc/passwd", Type::Pdf, "passwd.pdf"),
            ("C:\\temp\\报告.PDF", Type::Pdf, "报告.PDF"),
            ("\r\n..", Type::Picture, "picture"),
            ("invoice.pdf.exe", Type::Pdf, "invoice.pdf.exe.pdf"),
            ("shell.php%00.pdf", Type::Pdf, "shell.php%00.pdf"),
            ("a\u{202e}fdp.exe", Type::Pdf, "afdp.exe.pdf"),
            ("a<b>\"c\"|d?.pdf", Type::Pdf, "a_b__c__d_.pdf"),
            ("...", Type::Mp4, "video.mp4"),
            ("film.mp4", Type::Webm, "film.mp4.webm"),
            (".htaccess", Type::Pdf, "htaccess.pdf"),
        ] {
            assert_eq!(plain(sent, kind), kept, "{sent:?}");
        }
        assert_eq!(plain(&"n".repeat(10_000), Type::Pdf).chars().count(), LONGEST + 4);
        assert_eq!(saved("plant.php.png", Type::Picture), "plant.php.webp");
        assert_eq!(saved("plant", Type::Picture), "plant.webp");
    }

    #[test]
    fn only_the_kept_sizes_have_an_address() {
        assert_eq!(objects("k", "image/webp"), ["k-320.webp", "k-800.webp", "k-1600.webp"]);
        assert_eq!(object("k", "image/webp", "800").as_deref(), Some("k-800.webp"));
        assert_eq!(object("k", "image/webp", "1600.webp").as_deref(), Some("k-1600.webp"));
        assert_eq!(object("k", "image/webp", "../x"), None);
        assert_eq!(object("k", "application/pdf", "../report.pdf").as_deref(), Some("k.pdf"));
        assert_eq!(object("k", "", "x"), None);
    }

    #[test]
    fn only_names_that_we_give_are_ours() {
        let key = "0123456789abcdef0123456789abcdef";
        assert_eq!(key_of(&format!("{key}-320.webp")), Some(key));
        assert_eq!(key_of(&format!("{key}.mp4")), Some(key));
        for other in [
            format!("{key}.txt"),
            format!("a/{key}.pdf"),
            "notes.pdf".to_owned(),
            format!("é{key}.pdf"),
            key.to_owned(),
        ] {
            assert_eq!(key_of(&other), None, "{other}");
        }
    }
}
