//! Pictures that other programs made (`tests/pictures/README.md` says which, and how).

use super::{assert_says_nothing, cleaned, look};
use image::{
    AnimationDecoder, Frame,
    codecs::{png::PngDecoder, webp::WebPDecoder},
    metadata::Orientation,
};
use std::{fs, io::Cursor, path::Path};

fn made(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    fs::read(folder.join(name)).unwrap()
}

/// Asserts that a picture is drawn as before, turned as before, and says nothing.
fn assert_is_only_the_picture(name: &str) {
    let before = made(name);
    let after = cleaned(&before);
    assert_says_nothing(&after);
    let (shown, turned, _) = look(&after);
    assert!(shown == look(&before).0, "{name}");
    assert_eq!(turned, Orientation::Rotate90, "{name}");
}

#[test]
fn nothing_but_the_picture_is_left_of_what_programs_make() {
    for name in [
        "base420.jpg",
        "prog.jpg",
        "cmyk.jpg",
        "gray.jpg",
        "restart.jpg",
        "rgb.jpg",
        "inter.png",
        "pal.png",
        "deep.png",
        "anim.png",
        "lossy.webp",
        "less.webp",
        "alpha.webp",
        "anim.webp",
    ] {
        assert_is_only_the_picture(name);
    }
}

/// The decoder that the tests have does not draw it, so what is coded is compared.
#[test]
fn arithmetic_coding_is_kept_as_it_is() {
    let (before, after) = (made("arith.jpg"), cleaned(&made("arith.jpg")));
    assert_says_nothing(&after);
    // The thumbnail has tables too: the picture's own come last.
    let from_tables = |file: &[u8]| {
        let at = file.windows(2).rposition(|two| two == [0xff, 0xdb]).unwrap();
        file[at..].to_vec()
    };
    assert!(from_tables(&before) == from_tables(&after));
}

fn frames(name: &str, file: &[u8]) -> Vec<Frame> {
    let frames = match name {
        "anim.png" => PngDecoder::new(Cursor::new(file)).unwrap().apng().unwrap().into_frames(),
        _ => WebPDecoder::new(Cursor::new(file)).unwrap().into_frames(),
    };
    frames.collect_frames().unwrap()
}

#[test]
fn an_animation_moves_as_before() {
    for name in ["anim.png", "anim.webp"] {
        let before = made(name);
        let (before, after) = (frames(name, &before), frames(name, &cleaned(&before)));
        assert_eq!(after.len(), 3);
        for (before, after) in before.iter().zip(&after) {
            assert!(before.buffer() == after.buffer() && before.delay() == after.delay());
        }
    }
}
