//! Pictures that are cut off, damaged, or lie about themselves.

use super::{
    Order, assert_says_nothing, camera_jpeg, camera_png, camera_webp, clean, clean_in, cleaned,
    look,
    making::{plain_jpeg, plain_png, plain_webp, png_chunk, segment, webp, webp_chunk},
};
use crate::core::files::{Cleaner, FileFault};
use proptest::prelude::*;

fn camera_files() -> [Vec<u8>; 3] {
    [camera_jpeg(Order::Big, 6), camera_png(Order::Little, 6), camera_webp(Order::Big, 6)]
}

#[test]
fn a_picture_that_is_cut_off_anywhere_says_nothing() {
    for file in camera_files() {
        for end in 1..file.len() {
            if let Ok((_, kept)) = clean(&file[..end]) {
                assert_says_nothing(&kept);
            }
        }
    }
}

#[test]
fn a_jpeg_that_is_cut_off_while_it_draws_is_kept_and_one_that_does_not_draw_is_refused() {
    let file = plain_jpeg();
    let scan = file.windows(2).position(|two| two == [0xff, 0xda]).unwrap() + 2 + 12;
    for end in 3..=scan {
        assert_eq!(clean(&file[..end]).unwrap_err(), FileFault::Damaged, "{end}");
    }
    for end in scan + 1..file.len() {
        assert!(cleaned(&file[..end]).ends_with(&[0xff, 0xd9]), "{end}");
    }
    let whole = look(&file).0;
    let half = look(&cleaned(&file[..(scan + file.len()) / 2])).0;
    assert_eq!((half.width(), half.height()), (whole.width(), whole.height()));
}

#[test]
fn a_png_that_is_cut_off_while_it_draws_is_given_its_end() {
    let file = plain_png();
    for end in 8..file.len() {
        match clean(&file[..end]) {
            Ok((_, kept)) => assert!(kept.ends_with(&png_chunk(b"IEND", b""))),
            Err(fault) => assert_eq!(fault, FileFault::Damaged),
        }
    }
    assert!(clean(&file[..60]).is_ok());
}

#[test]
fn a_webp_that_is_cut_off_is_refused() {
    let file = plain_webp();
    for end in 12..file.len() {
        assert_eq!(clean(&file[..end]).unwrap_err(), FileFault::Damaged, "{end}");
    }
}

/// Of a JPEG, the two bytes that end it are left out: without them what follows reads as
/// more of the coded picture, which only a decoder could tell (`docs/decisions/0007`).
#[test]
fn no_single_damaged_byte_lets_anything_through() {
    for file in camera_files() {
        let end = file.starts_with(&[0xff, 0xd8]).then(|| end_of_jpeg(&file));
        for at in 0..file.len() {
            if end.is_some_and(|end| (end..end + 2).contains(&at)) {
                continue;
            }
            for change in [0x01, 0x10, 0xff] {
                let mut damaged = file.clone();
                damaged[at] ^= change;
                if let Ok((seen, kept)) = clean(&damaged)
                    && seen.is_cleaned
                {
                    assert_says_nothing(&kept);
                }
            }
        }
    }
}

/// Where the picture itself ends: two thumbnails of it stand before, and one behind.
fn end_of_jpeg(file: &[u8]) -> usize {
    let plain = plain_jpeg();
    let (_, last) = plain.split_at(plain.len() - 40);
    let ends = file.windows(last.len()).enumerate().filter(|(_, window)| *window == last);
    ends.map(|(at, _)| at + last.len() - 2).nth(2).unwrap()
}

#[test]
fn pieces_of_any_length_give_the_same_file() {
    for file in camera_files() {
        let whole = clean(&file).unwrap();
        for size in [1, 2, 3, 7, 64, 1000] {
            assert_eq!(clean_in(size, &file).unwrap(), whole, "{size}");
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        kind in 0_usize..4,
        cut in 0_usize..4000,
        tail in prop::collection::vec(any::<u8>(), 0..600),
        size in 1_usize..700,
    ) {
        let mut file = match kind {
            3 => Vec::new(),
            _ => camera_files()[kind].clone(),
        };
        file.truncate(cut);
        file.extend(tail);
        prop_assert_eq!(clean_in(size, &file), clean(&file));
    }

    #[test]
    fn exif_of_any_bytes_turns_a_picture_or_does_not(exif in prop::collection::vec(any::<u8>(), 0..200)) {
        let plain = plain_jpeg();
        let exif = segment(0xe1, &[b"Exif\0\0MM\0*", &exif]);
        let file = [&plain[..2], &exif, &plain[2..]].concat();
        prop_assert!(cleaned(&file).len() <= file.len());
    }
}

#[test]
fn a_picture_that_says_it_is_huge_is_refused() {
    let mut jpeg = plain_jpeg();
    let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    assert_eq!(clean(&jpeg).unwrap_err(), FileFault::TooManyPixels);
    let header = [0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0];
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &png_chunk(b"IHDR", &header)].concat();
    assert_eq!(clean(&png).unwrap_err(), FileFault::TooManyPixels);
    let canvas = webp(&[webp_chunk(b"VP8X", &[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]);
    assert_eq!(clean(&canvas).unwrap_err(), FileFault::TooManyPixels);
}

/// A PNG of these sides, with these bytes as its pixels.
fn png_of(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let header = [&width.to_be_bytes(), height.to_be_bytes().as_slice(), &[8, 0, 0, 0, 0]].concat();
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(pixels, 6);
    let chunks =
        [png_chunk(b"IHDR", &header), png_chunk(b"IDAT", &packed), png_chunk(b"IEND", b"")];
    [b"\x89PNG\r\n\x1a\n".as_slice(), &chunks.concat()].concat()
}

#[test]
fn a_bomb_ends_at_the_size_that_the_picture_said() {
    assert!(clean(&png_of(3, 2, &[0; 8])).is_ok());
    assert_eq!(clean(&png_of(3, 2, &[0; 7])).unwrap_err(), FileFault::Damaged);
    assert_eq!(clean(&png_of(3, 2, &[0; 9])).unwrap_err(), FileFault::Damaged);
    assert_eq!(clean(&png_of(3, 2, &vec![0; 50_000_000])).unwrap_err(), FileFault::Damaged);
}

#[test]
fn a_script_behind_the_first_bytes_of_a_picture_is_no_picture() {
    for first in [b"\xff\xd8\xff\xe0".as_slice(), b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBP"] {
        let file = [first, b"<script>alert(1)</script>".repeat(20).as_slice()].concat();
        assert_eq!(clean(&file).unwrap_err(), FileFault::Damaged);
    }
}

#[test]
fn a_part_that_says_it_is_longer_than_the_file_draws_nothing() {
    let jpeg = b"\xff\xd8\xff\xe1\xff\xffExif\0\0".to_vec();
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), b"\x7f\xff\xff\xffIHDR"].concat();
    let chunk = webp(&[b"VP8 \xff\xff\xff\x7f".to_vec()]);
    for file in [jpeg, png, chunk] {
        assert_eq!(clean(&file).unwrap_err(), FileFault::Damaged);
    }
}

#[test]
fn what_is_held_at_one_time_stays_small() {
    let mut cleaner = Cleaner::new();
    let mut kept = Vec::new();
    let filler = vec![b'x'; 1 << 20];
    let huge = 200_u32 << 20;
    let canvas = webp_chunk(b"VP8X", &[0x28, 0, 0, 0, 23, 0, 0, 15, 0, 0]);
    let head = [b"RIFF".as_slice(), &(huge + 100).to_le_bytes(), b"WEBP", &canvas].concat();
    cleaner.feed(&head, &mut kept).unwrap();
    cleaner.feed(&[b"ICCP".as_slice(), &huge.to_le_bytes()].concat(), &mut kept).unwrap();
    for _ in 0..20 {
        cleaner.feed(&filler, &mut kept).unwrap();
        assert!(kept.len() <= filler.len() + 64 * 1024);
        kept.clear();
    }
}
