//! Pictures that programs made, and pictures that somebody made to do harm.

use super::*;
use crate::core::files::FileKind::{Gif, Heic, Jpeg, Png, WebP};
use image::{GenericImageView, RgbaImage};
use std::{fs, path::Path};

/// A picture of 40 by 20 pixels, grey, with a red corner at the top left.
fn made(format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(40, 20, |x, y| match (x < 10, y < 10) {
        (true, true) => Rgb([255, 0, 0]),
        _ => Rgb([128, 128, 128]),
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

const KINDS: [(FileKind, ImageFormat); 4] = [
    (Jpeg, ImageFormat::Jpeg),
    (Png, ImageFormat::Png),
    (WebP, ImageFormat::WebP),
    (Gif, ImageFormat::Gif),
];

/// Draws a picture that must be drawn, and reads what was drawn.
fn seen(content: &[u8], kind: FileKind) -> DynamicImage {
    let drawn = draw(content, kind).ok().unwrap();
    image::load_from_memory_with_format(&drawn.jpeg, ImageFormat::Jpeg).unwrap()
}

fn fault(content: &[u8], kind: FileKind) -> Option<DrawError> {
    draw(content, kind).err()
}

/// A JPEG with this segment behind its beginning.
fn with_segment(jpeg: &[u8], mark: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, mark], &length, body, &jpeg[2..]].concat()
}

/// The check of a PNG chunk. Source: RFC 2083, appendix 15.
fn crc(bytes: &[u8]) -> [u8; 4] {
    let step = |crc: u32, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), step);
    (!bytes.iter().fold(u32::MAX, byte)).to_be_bytes()
}

/// A PNG that says it has these sides.
fn lying_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = made(ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let check = crc(&png[12..29]);
    png[29..33].copy_from_slice(&check);
    png
}

/// A JPEG that says it has these sides.
fn lying_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut jpeg = made(ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

#[test]
fn what_is_drawn_looks_as_the_picture_does() {
    for (kind, format) in KINDS {
        let seen = seen(&made(format), kind).into_rgb8();
        assert_eq!(seen.dimensions(), (40, 20), "{kind:?}");
        let near = |x, y, colour: [u8; 3]| {
            seen.get_pixel(x, y).0.iter().zip(colour).all(|(one, other)| one.abs_diff(other) < 24)
        };
        assert!(near(4, 4, [255, 0, 0]) && near(30, 15, [128; 3]), "{kind:?}");
    }
}

#[test]
fn every_way_up_is_the_right_way_up() {
    // Where the corner at the top left of what is stored belongs: at the right, at the bottom.
    // Source: Exif 2.32 (CIPA DC-008), 4.6.4, tag 0x0112.
    let corners = [
        (1, false, false),
        (2, true, false),
        (3, true, true),
        (4, false, true),
        (5, false, false),
        (6, true, false),
        (7, true, true),
        (8, false, true),
    ];
    for (number, right, bottom) in corners {
        let mut exif = *b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
        exif[25] = number;
        let picture = seen(&with_segment(&made(ImageFormat::Jpeg), 0xe1, &exif), Jpeg).into_rgb8();
        let (width, height) = picture.dimensions();
        assert_eq!((width, height), if number < 5 { (40, 20) } else { (20, 40) }, "{number}");
        let (x, y) = (if right { width - 4 } else { 4 }, if bottom { height - 4 } else { 4 });
        let [red, green, _] = picture.get_pixel(x, y).0;
        assert!(red > 220 && green < 40, "{number}: {red} {green}");
    }
}

#[test]
fn pictures_of_other_programs_are_drawn_upright_and_say_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        let ending = file.extension().unwrap().to_str().unwrap();
        let Some(kind) = FileKind::all().find(|kind| kind.extension() == ending) else { continue };
        let content = fs::read(&file).unwrap();
        let name = file.file_name().unwrap().to_str().unwrap();
        count += 1;
        if name == "arith.jpg" {
            assert_eq!(fault(&content, kind), Some(DrawError::Broken), "{name}");
            continue;
        }
        let drawn = draw(&content, kind).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!drawn.jpeg.windows(6).any(|word| word == b"GEHEIM"), "{name}");
        // Each is stored lying on its side.
        let sides = image::load_from_memory(&drawn.jpeg).unwrap().dimensions();
        assert_eq!(sides, (32, 48), "{name}");
    }
    assert!(count >= 14, "{count}");
}

#[test]
fn what_shows_through_is_white() {
    let clear = RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(clear).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let seen = seen(bytes.get_ref(), Png).into_rgb8();
    assert!(seen.pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)));
}

#[test]
fn a_large_picture_is_drawn_smaller_and_keeps_its_shape() {
    for ((width, height), shown) in [
        ((3300, 1000), (1600, 485)),
        ((1700, 100), (1600, 94)),
        ((90, 9700), (45, 4800)),
        ((1600, 4800), (1600, 4800)),
        ((30_000, 1), (1600, 1)),
    ] {
        let picture = DynamicImage::new_luma8(width, height);
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        assert_eq!(seen(bytes.get_ref(), Png).dimensions(), shown, "{width} x {height}");
    }
}

#[test]
fn a_picture_that_says_it_is_huge_is_refused_by_what_it_says() {
    let mut gif = made(ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    let mut webp = made(ImageFormat::WebP);
    let start = webp.windows(4).position(|name| name == b"VP8L").unwrap() + 8;
    webp[start + 1..start + 5].copy_from_slice(&[0xfe, 0xbf, 0xff, 0x0f]);
    let bombs = [
        (lying_png(60_000, 60_000), Png),
        (lying_png(30_001, 1), Png),
        (lying_png(10_000, 5_001), Png),
        (lying_png(u32::MAX >> 1, u32::MAX >> 1), Png),
        (lying_jpeg(65_535, 65_535), Jpeg),
        (lying_jpeg(30_000, 1_700), Jpeg),
        (gif, Gif),
        (webp, WebP),
    ];
    for (place, (bomb, kind)) in bombs.iter().enumerate() {
        assert_eq!(fault(bomb, *kind), Some(DrawError::TooLarge), "{place}");
    }
}

#[test]
fn what_is_no_picture_of_its_kind_is_not_drawn() {
    let page = b"<!doctype html><script>alert(1)</script>";
    for (kind, _) in KINDS {
        assert_eq!(fault(page, kind), Some(DrawError::Broken), "{kind:?}");
        assert_eq!(fault(b"", kind), Some(DrawError::Broken), "{kind:?}");
        for (other, format) in KINDS {
            assert_eq!(draw(&made(format), kind).is_ok(), kind == other, "{kind:?} {other:?}");
        }
    }
    assert_eq!(fault(&made(ImageFormat::Jpeg), Heic), Some(DrawError::Kind));
    // Its pixels end long before its sides say.
    assert_eq!(fault(&lying_png(4000, 4000), Png), Some(DrawError::Broken));
}

#[test]
fn a_page_inside_a_picture_does_not_come_out() {
    let page = b"<html><script>alert(document.cookie)</script>";
    let jpeg = with_segment(&made(ImageFormat::Jpeg), 0xfe, page);
    for (kind, content) in [(Jpeg, jpeg), (Gif, made(ImageFormat::Gif))] {
        let content = [content.as_slice(), page].concat();
        let drawn = draw(&content, kind).ok().unwrap();
        assert!(drawn.jpeg.starts_with(&[0xff, 0xd8, 0xff]) && drawn.jpeg.ends_with(&[0xff, 0xd9]));
        assert!(!drawn.jpeg.windows(7).any(|word| word == b"<script"), "{kind:?}");
    }
}

#[test]
fn a_picture_of_endless_passes_ends() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let jpeg = fs::read(folder.join("prog.jpg")).unwrap();
    let last = jpeg.windows(2).rposition(|pair| pair == [0xff, 0xda]).unwrap();
    let pass = &jpeg[last..jpeg.len() - 2];
    let endless = [&jpeg[..jpeg.len() - 2], &pass.repeat(5000), b"\xff\xd9"].concat();
    // It stops at the first pass that adds nothing, and what was there before is drawn.
    assert_eq!(seen(&endless, Jpeg).dimensions(), (32, 48));
}

#[test]
fn no_damage_does_more_than_spoil_the_picture() {
    for (kind, format) in KINDS {
        let good = made(format);
        for cut in 0..good.len() {
            drop(draw(&good[..cut], kind));
        }
        for place in 0..good.len() {
            let mut bad = good.clone();
            bad[place] ^= 0x41;
            drop(draw(&bad, kind));
        }
    }
}

#[test]
fn the_gallery_keeps_the_newest() {
    let id = |place: u8| AttachmentId::from_bytes([place; 16]);
    let mut gallery = Gallery::default();
    let many = u8::try_from(MAX_KEPT).unwrap();
    for place in 0..=many {
        gallery.insert(id(place), Err(DrawError::Broken));
    }
    assert!(gallery.get(id(0)).is_none() && gallery.get(id(1)).is_some());
    gallery.insert(id(1), Err(DrawError::TooLarge));
    assert_eq!(gallery.kept.len(), MAX_KEPT);
    assert_eq!(gallery.get(id(1)).unwrap().err(), Some(DrawError::TooLarge));
}
