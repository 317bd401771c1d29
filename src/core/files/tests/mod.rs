//! What holds that a picture is the same picture afterwards, and says nothing else.

mod damage;
mod made;
mod making;

use super::{Cleaner, FileFault, FileKind, Seen};
use image::{DynamicImage, ImageDecoder, ImageReader, metadata::Orientation};
use making::{MARK, Order, PLACE, camera_jpeg, camera_png, camera_webp};
use std::io::Cursor;

/// Feeds a file in pieces of `size` bytes.
fn clean_in(size: usize, file: &[u8]) -> Result<(Seen, Vec<u8>), FileFault> {
    let mut cleaner = Cleaner::new();
    let mut kept = Vec::new();
    for piece in file.chunks(size) {
        cleaner.feed(piece, &mut kept)?;
    }
    Ok((cleaner.finish(&mut kept)?, kept))
}

fn clean(file: &[u8]) -> Result<(Seen, Vec<u8>), FileFault> {
    clean_in(64 * 1024, file)
}

fn cleaned(file: &[u8]) -> Vec<u8> {
    let (seen, kept) = clean(file).unwrap();
    assert!(seen.is_cleaned);
    kept
}

/// Asserts that no mark stands in a file, as bytes, as UTF-16, or in anything packed.
fn assert_says_nothing(file: &[u8]) {
    let wide = |order: fn(u16) -> [u8; 2]| MARK.encode_utf16().flat_map(order).collect::<Vec<_>>();
    let marks = [
        MARK.as_bytes().to_vec(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        PLACE.to_le_bytes().to_vec(),
        PLACE.to_be_bytes().to_vec(),
    ];
    let holds = |bytes: &[u8]| {
        marks.iter().any(|mark| bytes.windows(mark.len()).any(|window| window == mark))
    };
    assert!(!holds(file));
    let packed = (0..file.len()).filter(|at| file[*at] & 0x0f == 8 && file.len() > at + 2);
    for at in packed.filter(|at| (u16::from(file[*at]) << 8 | u16::from(file[at + 1])) % 31 == 0) {
        assert!(!holds(&super::pixels::unpack(&file[at..])));
    }
}

/// What a picture shows, which way up, and its colour profile.
fn look(file: &[u8]) -> (DynamicImage, Orientation, Option<Vec<u8>>) {
    let reader = ImageReader::new(Cursor::new(file)).with_guessed_format().unwrap();
    let mut decoder = reader.into_decoder().unwrap();
    let orientation = decoder.orientation().unwrap();
    let profile = decoder.icc_profile().unwrap();
    (DynamicImage::from_decoder(decoder).unwrap(), orientation, profile)
}

/// Asserts that a picture of a camera is drawn as before and says nothing.
fn assert_is_only_the_picture(camera: fn(Order, u8) -> Vec<u8>, kind: FileKind) {
    for order in [Order::Little, Order::Big] {
        for orientation in 1..=8 {
            let before = camera(order, orientation);
            let (seen, after) = clean(&before).unwrap();
            assert_eq!(seen, Seen { kind, is_cleaned: true });
            assert_says_nothing(&after);
            assert!(after.len() <= before.len());
            let (shown, turned, profile) = look(&after);
            assert!(shown == look(&before).0);
            assert_eq!(turned, Orientation::from_exif(orientation).unwrap());
            assert_eq!(profile, Some(super::colour::ColourSpace::DisplayP3.profile()));
        }
    }
}

#[test]
fn the_marks_are_found_where_they_stand() {
    for file in [camera_jpeg(Order::Big, 6), camera_png(Order::Big, 6), camera_webp(Order::Big, 6)]
    {
        assert!(std::panic::catch_unwind(|| assert_says_nothing(&file)).is_err());
    }
    let packed =
        miniz_oxide::deflate::compress_to_vec_zlib(format!("{MARK} ").repeat(9).as_bytes(), 9);
    assert!(std::panic::catch_unwind(|| assert_says_nothing(&packed)).is_err());
}

#[test]
fn nothing_of_a_camera_is_left_in_a_jpeg() {
    assert_is_only_the_picture(camera_jpeg, FileKind::Jpeg);
}

#[test]
fn nothing_of_a_program_is_left_in_a_png() {
    assert_is_only_the_picture(camera_png, FileKind::Png);
}

#[test]
fn nothing_of_a_phone_is_left_in_a_webp() {
    assert_is_only_the_picture(camera_webp, FileKind::WebP);
}

#[test]
fn a_cleaned_picture_is_not_changed_again() {
    for file in [camera_jpeg(Order::Big, 6), camera_png(Order::Big, 6), camera_webp(Order::Big, 6)]
    {
        let once = cleaned(&file);
        let twice = cleaned(&once);
        assert!(twice == once);
    }
}

#[test]
fn other_kinds_pass_unchanged_and_say_so() {
    let film = [b"\0\0\0\x18ftypmp42".as_slice(), &[7; 100_000]].concat();
    let (seen, kept) = clean_in(1000, &film).unwrap();
    assert_eq!(seen, Seen { kind: FileKind::Mp4, is_cleaned: false });
    assert_eq!(kept, film);
}

#[test]
fn what_is_no_known_file_is_refused_before_anything_is_kept() {
    for file in [b"".as_slice(), b"MZ\x90\0", b"<svg/>", b"\0", b"#!/bin/sh"] {
        let mut kept = Vec::new();
        let mut cleaner = Cleaner::new();
        let fault =
            cleaner.feed(file, &mut kept).and_then(|()| cleaner.finish(&mut kept).map(drop));
        let expected = if file.is_empty() { FileFault::Empty } else { FileFault::UnknownKind };
        assert_eq!(fault, Err(expected));
        assert!(kept.is_empty());
    }
}
