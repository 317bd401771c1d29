//! What a file is, from its first bytes.
//!
//! [`FileKind::of`] is called once for a file, with up to 16 KiB of it. What a browser would run
//! (HTML, SVG, scripts) and what is only a container (archives, programs) is no kind at all. It
//! never looks at a name.

use super::FileKind;

/// Major brands of the ISO base media format, and what phones mean by them.
/// Source: <https://mp4ra.org/registered-types/brands>.
const BRANDS: [(&[u8], FileKind); 9] = [
    (b"M4A ", FileKind::M4a),
    (b"M4B ", FileKind::M4a),
    (b"M4V", FileKind::Mp4),
    (b"iso", FileKind::Mp4),
    (b"mp4", FileKind::Mp4),
    (b"avc1", FileKind::Mp4),
    (b"MSNV", FileKind::Mp4),
    (b"qt  ", FileKind::Mp4),
    (b"3g", FileKind::Mp4),
];

/// Brands of pictures in the same format, coded as HEVC.
const HEIC_BRANDS: [&[u8; 4]; 8] =
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];

/// Folders inside the zip files of Office.
const OFFICE_FOLDERS: [(&[u8], FileKind); 3] =
    [(b"word/", FileKind::Docx), (b"xl/", FileKind::Xlsx), (b"ppt/", FileKind::Pptx)];

/// What a browser could take for a page or a script, in small letters, wherever it stands.
const RUNS_IN_A_BROWSER: [&str; 6] = ["<script", "<html", "<svg", "<iframe", "<!doctype", "<?php"];

/// Header fields that a saved e-mail begins with, in small letters.
const MAIL_FIELDS: [&str; 12] = [
    "return-path",
    "received",
    "delivered-to",
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "dkim-signature",
    "content-type",
    "authentication-results",
];

impl FileKind {
    /// What a file is that begins with `first`: its first 16 KiB, or the whole of a smaller file.
    /// `None` for what is not taken.
    pub fn of(first: &[u8]) -> Option<Self> {
        const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        match first {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Some(Self::Wav),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => iso_media(first),
            [b'P', b'K', 3, 4, ..] => zip(first),
            [0xff, 0xf1 | 0xf9, ..] => Some(Self::Aac),
            [0xff, 0xe2 | 0xe3 | 0xf2 | 0xf3 | 0xfa | 0xfb, third, ..] if *third < 0xf0 => {
                Some(Self::Mp3)
            }
            _ if first.starts_with(b"\x89PNG\r\n\x1a\n") => Some(Self::Png),
            _ if first.starts_with(b"GIF87a") || first.starts_with(b"GIF89a") => Some(Self::Gif),
            _ if first.starts_with(b"%PDF-") => Some(Self::Pdf),
            _ if first.starts_with(OLE) => Some(Self::OldOffice),
            _ if first.starts_with(b"{\\rtf") => Some(Self::Rtf),
            _ if first.starts_with(b"ID3") => Some(Self::Mp3),
            _ if first.starts_with(b"OggS\0") => Some(Self::Ogg),
            _ if first.starts_with(b"#!AMR") => Some(Self::Amr),
            _ if first.starts_with(b"\x1a\x45\xdf\xa3") => web_m(first),
            _ => text(first),
        }
    }
}

fn iso_media(first: &[u8]) -> Option<FileKind> {
    let brand = first.get(8..12)?;
    if HEIC_BRANDS.iter().any(|known| known.as_slice() == brand) {
        return Some(FileKind::Heic);
    }
    BRANDS.iter().find(|(known, _)| brand.starts_with(known)).map(|(_, kind)| *kind)
}

/// A Matroska file that says that it is WebM, in its first element.
fn web_m(first: &[u8]) -> Option<FileKind> {
    let head = &first[..first.len().min(64)];
    contains(head, b"\x42\x82\x84webm").then_some(FileKind::WebM)
}

/// An office file by the names inside its first entries; any other zip is nothing that is taken.
/// Source: APPNOTE 4.3.7 (local file header: 30 bytes, name, extra field, content).
fn zip(first: &[u8]) -> Option<FileKind> {
    let name = entry_name(first)?;
    if name == b"mimetype" {
        return open_document(first);
    }
    let folders = OFFICE_FOLDERS.iter();
    let mut entries = positions(first, b"PK\x03\x04").filter_map(|at| entry_name(&first[at..]));
    let is_office =
        [b"[Content_Types].xml".as_slice(), b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/"]
            .iter()
            .any(|known| name.starts_with(known));
    if !is_office {
        return None;
    }
    entries.find_map(|name| {
        folders.clone().find(|(folder, _)| name.starts_with(folder)).map(|(_, kind)| *kind)
    })
}

/// The first entry of an OpenDocument file: `mimetype`, not compressed.
fn open_document(first: &[u8]) -> Option<FileKind> {
    let length = u32::from_le_bytes(first.get(18..22)?.try_into().ok()?) as usize;
    let content = first.get(30 + b"mimetype".len()..)?.get(..length)?;
    [FileKind::Odt, FileKind::Ods, FileKind::Odp]
        .into_iter()
        .find(|kind| kind.media_type().as_bytes() == content)
}

fn entry_name(entry: &[u8]) -> Option<&[u8]> {
    let length = u16::from_le_bytes(entry.get(26..28)?.try_into().ok()?);
    entry.get(30..)?.get(..usize::from(length))
}

/// Plain text or an e-mail. Control characters, scripts and pages are neither.
fn text(first: &[u8]) -> Option<FileKind> {
    let text = utf16(first).or_else(|| utf8(first))?;
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c')) {
        return None;
    }
    let text = text.trim_start_matches('\u{feff}').trim_start().to_lowercase();
    if text.starts_with("#!") {
        return None;
    }
    if is_mail(&text) {
        return Some(FileKind::Eml);
    }
    let runs = text.starts_with('<') || RUNS_IN_A_BROWSER.iter().any(|tag| text.contains(tag));
    (!runs).then_some(FileKind::Text)
}

/// As text, with a last character that is cut off left out. `None` when it is not UTF-8.
fn utf8(first: &[u8]) -> Option<String> {
    match std::str::from_utf8(first) {
        Ok(text) => Some(text.to_owned()),
        Err(fault) if fault.error_len().is_none() => {
            Some(String::from_utf8_lossy(&first[..fault.valid_up_to()]).into_owned())
        }
        Err(_) => None,
    }
}

/// As text when it begins with a byte order mark of UTF-16. `None` when it is not UTF-16.
fn utf16(first: &[u8]) -> Option<String> {
    let read: fn([u8; 2]) -> u16 = match first {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, _) = first.as_chunks();
    let mut units: Vec<u16> = pairs.iter().copied().map(read).collect();
    if units.last().is_some_and(|last| (0xd800..0xdc00).contains(last)) {
        units.pop();
    }
    String::from_utf16(&units).ok()
}

/// Whether it begins with a field of an e-mail and has both a sender and a date among its fields.
fn is_mail(text: &str) -> bool {
    let head = text.split("\r\n\r\n").next().unwrap_or(text);
    let head = head.split("\n\n").next().unwrap_or(head);
    let has = |field: &str| head.lines().any(|line| line.starts_with(field));
    let first = head.split(':').next().unwrap_or_default();
    MAIL_FIELDS.contains(&first) && has("from:") && has("date:")
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    positions(bytes, wanted).next().is_some()
}

fn positions(bytes: &[u8], wanted: &[u8]) -> impl Iterator<Item = usize> {
    bytes
        .windows(wanted.len())
        .enumerate()
        .filter_map(move |(at, window)| (window == wanted).then_some(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first local entry of a zip file with this name and content.
    fn entry(name: &str, content: &[u8]) -> Vec<u8> {
        let mut entry = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
        entry.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        entry.extend([0; 4]);
        entry.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        entry.extend([0; 2]);
        entry.extend([name.as_bytes(), content].concat());
        entry
    }

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        let known: [(&[u8], FileKind); 17] = [
            (b"\xff\xd8\xff\xe0", FileKind::Jpeg),
            (b"\x89PNG\r\n\x1a\n", FileKind::Png),
            (b"RIFF\x24\0\0\0WEBPVP8 ", FileKind::WebP),
            (b"RIFF\x24\0\0\0WAVEfmt ", FileKind::Wav),
            (b"\0\0\0\x24ftypheic\0\0\0\0", FileKind::Heic),
            (b"\0\0\0\x20ftypisom\0\0\x02\0", FileKind::Mp4),
            (b"\0\0\0\x14ftypqt  \0\0\0\0", FileKind::Mp4),
            (b"\0\0\0\x1cftypM4A \0\0\0\0", FileKind::M4a),
            (b"\0\0\0\x18ftyp3gp4", FileKind::Mp4),
            (b"%PDF-1.7\n", FileKind::Pdf),
            (b"ID3\x04\0", FileKind::Mp3),
            (b"\xff\xfb\x90\x64", FileKind::Mp3),
            (b"\xff\xf1\x50\x80", FileKind::Aac),
            (b"#!AMR\n\x3c", FileKind::Amr),
            (b"OggS\0\x02", FileKind::Ogg),
            (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", FileKind::WebM),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", FileKind::OldOffice),
        ];
        for (first, kind) in known {
            assert_eq!(FileKind::of(first), Some(kind), "{kind:?}");
        }
    }

    #[test]
    fn office_files_are_known_by_the_names_inside() {
        let word = [entry("[Content_Types].xml", b"x"), entry("word/document.xml", b"y")].concat();
        assert_eq!(FileKind::of(&word), Some(FileKind::Docx));
        let sheet = [entry("_rels/.rels", b"x"), entry("xl/workbook.xml", b"y")].concat();
        assert_eq!(FileKind::of(&sheet), Some(FileKind::Xlsx));
        let text = entry("mimetype", b"application/vnd.oasis.opendocument.text");
        assert_eq!(FileKind::of(&text), Some(FileKind::Odt));
    }

    #[test]
    fn archives_and_programs_are_no_kind() {
        let archive = [entry("foto.jpg", b"x"), entry("word/document.xml", b"y")].concat();
        assert_eq!(FileKind::of(&archive), None);
        let book = entry("mimetype", b"application/epub+zip");
        assert_eq!(FileKind::of(&book), None);
        let rules = [entry("[Content_Types].xml", b"x"), entry("run.exe", b"y")].concat();
        assert_eq!(FileKind::of(&rules), None);
        let others: [&[u8]; 9] = [
            b"MZ\x90\0",
            b"\x7fELF",
            b"PK\x03\x04",
            b"PK\x05\x06",
            b"\x1f\x8b\x08",
            b"Rar!\x1a\x07",
            b"7z\xbc\xaf\x27\x1c",
            b"\0\0\0\x20ftypavif",
            b"\x1a\x45\xdf\xa3\x42\x82\x88matroska",
        ];
        assert!(others.iter().all(|first| FileKind::of(first).is_none()));
    }

    #[test]
    fn plain_text_is_taken_and_what_runs_is_not() {
        let utf16 = |text: &str| {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xff, 0xfe].into_iter().chain(units).collect::<Vec<_>>()
        };
        for text in ["Dag,\r\nhet was 3 < 4 ♥", "\u{feff}dag", "[12-03-26, 09:00] Jan: hoi"] {
            assert_eq!(FileKind::of(text.as_bytes()), Some(FileKind::Text), "{text}");
            assert_eq!(FileKind::of(&utf16(text)), Some(FileKind::Text), "{text}");
        }
        for runs in [
            "<!DOCTYPE html><p>",
            " \n<svg onload=x>",
            "#!/bin/sh\nrm",
            "hoi <ScRiPt>x</script>",
            "<?xml version='1.0'?>",
            "<b>dag",
            "a\0b",
            "\x1b[31m",
        ] {
            assert_eq!(FileKind::of(runs.as_bytes()), None, "{runs}");
            assert_eq!(FileKind::of(&utf16(runs)), None, "{runs}");
        }
        assert_eq!(FileKind::of(b"caf\xe9 is no UTF-8"), None);
        assert_eq!(FileKind::of(b""), Some(FileKind::Text));
    }

    #[test]
    fn a_character_that_the_window_cuts_off_does_no_harm() {
        assert_eq!(FileKind::of(&"dag é".as_bytes()[..5]), Some(FileKind::Text));
        assert_eq!(FileKind::of(b"\xff\xfed\0\x3d\xd8"), Some(FileKind::Text));
    }

    #[test]
    fn a_mail_may_hold_a_page_and_a_page_is_no_mail() {
        let mail = b"Received: by x\r\nFrom: a@b\r\nDate: Mon\r\nSubject: x\r\n\r\n<html>";
        assert_eq!(FileKind::of(mail), Some(FileKind::Eml));
        assert_eq!(FileKind::of(b"From: a@b\n\n<html>"), None);
    }
}
