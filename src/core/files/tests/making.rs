//! Pictures as cameras and programs make them, with [`MARK`] in every place where they tell
//! something about place, author or device.

use crate::core::files::colour::ColourSpace;
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// What must not be in a cleaned picture.
pub const MARK: &str = "GEHEIM";

/// A number of degrees that nothing else holds by chance.
pub const PLACE: u32 = 0x1337_beef;

const SIDES: (u32, u32) = (24, 16);

/// What the pictures show: something with detail, and without symmetry.
pub fn shown() -> RgbImage {
    RgbImage::from_fn(SIDES.0, SIDES.1, |x, y| {
        image::Rgb([(x * 10) as u8, (y * 15) as u8, ((x * 7) ^ (y * 31)) as u8])
    })
}

fn encode(write: impl FnOnce(&mut Vec<u8>, &RgbImage)) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes, &shown());
    bytes
}

pub fn plain_jpeg() -> Vec<u8> {
    encode(|to, shown| {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(to, 90);
        encoder.write_image(shown, SIDES.0, SIDES.1, ExtendedColorType::Rgb8).unwrap();
    })
}

pub fn plain_png() -> Vec<u8> {
    encode(|to, shown| {
        let encoder = image::codecs::png::PngEncoder::new(to);
        encoder.write_image(shown, SIDES.0, SIDES.1, ExtendedColorType::Rgb8).unwrap();
    })
}

pub fn plain_webp() -> Vec<u8> {
    encode(|to, shown| {
        let encoder = image::codecs::webp::WebPEncoder::new_lossless(to);
        encoder.write_image(shown, SIDES.0, SIDES.1, ExtendedColorType::Rgb8).unwrap();
    })
}

/// The order of bytes in EXIF.
#[derive(Clone, Copy)]
pub enum Order {
    Little,
    Big,
}

/// The TIFF part of EXIF, written from its back to its front.
struct Tiff {
    order: Order,
    bytes: Vec<u8>,
}

/// Tag, type, count, and the value or where it stands.
type Entry = (u16, u16, u32, u32);

impl Tiff {
    fn new(order: Order) -> Self {
        let mark: &[u8] = match order {
            Order::Little => b"II*\0\0\0\0\0",
            Order::Big => b"MM\0*\0\0\0\0",
        };
        Self { order, bytes: mark.to_vec() }
    }

    fn short(&mut self, value: u16) {
        self.bytes.extend(match self.order {
            Order::Little => value.to_le_bytes(),
            Order::Big => value.to_be_bytes(),
        });
    }

    fn long(&mut self, value: u32) {
        self.bytes.extend(match self.order {
            Order::Little => value.to_le_bytes(),
            Order::Big => value.to_be_bytes(),
        });
    }

    fn data(&mut self, tag: u16, kind: u16, data: &[u8]) -> Entry {
        let at = self.bytes.len() as u32;
        self.bytes.extend_from_slice(data);
        (tag, kind, data.len() as u32, at)
    }

    fn directory(&mut self, entries: &[Entry], next: u32) -> u32 {
        let at = self.bytes.len() as u32;
        self.short(entries.len() as u16);
        for (tag, kind, count, value) in entries {
            self.short(*tag);
            self.short(*kind);
            self.long(*count);
            match kind {
                3 => {
                    self.short(*value as u16);
                    self.short(0);
                }
                _ => self.long(*value),
            }
        }
        self.long(next);
        at
    }

    fn finish(mut self, first: u32) -> Vec<u8> {
        let end = self.bytes.len();
        self.long(first);
        let first = self.bytes.split_off(end);
        self.bytes[4..8].copy_from_slice(&first);
        self.bytes
    }
}

/// A camera's EXIF: maker, maker's note, owner, place, and a thumbnail.
pub fn exif(order: Order, orientation: u8, thumbnail: &[u8]) -> Vec<u8> {
    let mut tiff = Tiff::new(order);
    let wide: Vec<u8> = MARK.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let note = tiff.data(0x927c, 7, format!("MAKER\0{MARK}-note").as_bytes());
    let comment = tiff.data(0x9286, 7, &[b"UNICODE\0".as_slice(), &wide].concat());
    let serial = tiff.data(0xa431, 2, format!("{MARK}-serial\0").as_bytes());
    let details = tiff.directory(&[note, comment, serial], 0);
    let degrees = tiff.bytes.len() as u32;
    for _ in 0..6 {
        tiff.long(PLACE);
    }
    let place = tiff.directory(&[(1, 2, 2, 0x4e00_0000), (2, 5, 3, degrees)], 0);
    let (_, _, length, at) = tiff.data(0x0201, 7, thumbnail);
    let small = tiff.directory(&[(0x0201, 4, 1, at), (0x0202, 4, 1, length)], 0);
    let maker = tiff.data(0x010f, 2, format!("{MARK}-maker\0").as_bytes());
    let artist = tiff.data(0x013b, 2, format!("{MARK}-artist\0").as_bytes());
    let turned = (0x0112, 3, 1, u32::from(orientation));
    let entries = [maker, turned, artist, (0x8769, 4, 1, details), (0x8825, 4, 1, place)];
    let first = tiff.directory(&entries, small);
    tiff.finish(first)
}

/// A profile of a colour space that is known, as the maker of a screen would write it.
pub fn profile() -> Vec<u8> {
    let mut profile = ColourSpace::DisplayP3.profile();
    profile[4..8].copy_from_slice(b"GEHE");
    profile[48..54].copy_from_slice(MARK.as_bytes());
    profile.extend(format!("desc\0\0\0\0{MARK}-screen").repeat(4).bytes());
    let length = profile.len() as u32;
    profile[..4].copy_from_slice(&length.to_be_bytes());
    profile
}

/// A segment of a JPEG.
pub fn segment(marker: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = (content.len() + 2) as u16;
    [&[0xff, marker], length.to_be_bytes().as_slice(), &content].concat()
}

/// A film behind the picture, as phones make them of what is around a photo.
fn film() -> Vec<u8> {
    format!("\0\0\0\x18ftypmp42\0\0\0\0{MARK}-film").into_bytes()
}

/// A JPEG as a phone makes it.
pub fn camera_jpeg(order: Order, orientation: u8) -> Vec<u8> {
    let plain = plain_jpeg();
    let small = exif(order, 3, &[]);
    let small = [&plain[..2], &segment(0xe1, &[b"Exif\0\0", &small]), &plain[2..]].concat();
    let exif = exif(order, orientation, &small);
    let xmp = format!("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{MARK}</x:xmpmeta>");
    let guid = "0123456789ABCDEF".repeat(2);
    let more = format!("http://ns.adobe.com/xmp/extension/\0{guid}\0\0\0\x06\0\0\0\0{MARK}");
    let iptc = format!("Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x50\0\x06{MARK}");
    let jfif_end = 2 + 18;
    let added = [
        segment(0xe0, &[b"JFXX\0\x10", &small]),
        segment(0xe1, &[b"Exif\0\0", &exif]),
        segment(0xe1, &[xmp.as_bytes()]),
        segment(0xe1, &[more.as_bytes()]),
        segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", &profile()]),
        segment(0xe2, &[b"MPF\0MM\0*\0\0\0\x08", MARK.as_bytes()]),
        segment(0xeb, &[b"JP\0\x01jumb", MARK.as_bytes()]),
        segment(0xed, &[iptc.as_bytes()]),
        segment(0xfe, &[MARK.as_bytes()]),
        vec![0xff, 0xff],
        segment(0xfe, &[]),
    ];
    [&plain[..jfif_end], &added.concat(), &plain[jfif_end..], &small, &film()].concat()
}

/// A chunk of a PNG.
pub fn png_chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let content = [name, body].concat();
    let check = crc32fast::hash(&content).to_be_bytes();
    [&(body.len() as u32).to_be_bytes(), content.as_slice(), &check].concat()
}

/// The chunks of a PNG, with names.
pub fn png_chunks(png: &[u8]) -> Vec<([u8; 4], Vec<u8>)> {
    let mut rest = &png[8..];
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        chunks.push((rest[4..8].try_into().unwrap(), rest[8..8 + length].to_vec()));
        rest = &rest[12 + length..];
    }
    chunks
}

/// A PNG as programs make it.
pub fn camera_png(order: Order, orientation: u8) -> Vec<u8> {
    let plain = plain_png();
    let head_end = 8 + 25;
    let mut pixels = Vec::new();
    for (name, body) in png_chunks(&plain) {
        if &name == b"IDAT" {
            pixels.extend(body);
        }
    }
    pixels.extend(format!("{MARK}-behind").bytes());
    let packed = |text: &str| compress_to_vec_zlib(text.as_bytes(), 9);
    let text = format!("Author\0{MARK}");
    let hidden = [b"Comment\0\0".as_slice(), &packed(MARK)].concat();
    let wide =
        [b"XML:com.adobe.xmp\0\x01\0\0\0".as_slice(), &packed(&format!("{MARK}-xmp"))].concat();
    let screen = [b"GEHEIM screen\0\0".as_slice(), &compress_to_vec_zlib(&profile(), 6)].concat();
    let (first, second) = pixels.split_at(pixels.len() / 2);
    let chunks = [
        png_chunk(b"iCCP", &screen),
        png_chunk(b"gAMA", &45_455_u32.to_be_bytes()),
        png_chunk(b"tEXt", text.as_bytes()),
        png_chunk(b"zTXt", &hidden),
        png_chunk(b"iTXt", &wide),
        png_chunk(b"eXIf", &exif(order, orientation, &plain_jpeg())),
        png_chunk(b"tIME", b"\x07\xea\x0b\x19\x09\x1e\0"),
        png_chunk(b"prVt", MARK.as_bytes()),
        png_chunk(b"IDAT", first),
        png_chunk(b"IDAT", second),
        png_chunk(b"tEXt", text.as_bytes()),
        png_chunk(b"IEND", MARK.as_bytes()),
        film(),
    ];
    [&plain[..head_end], &chunks.concat()].concat()
}

/// A chunk of a WebP.
pub fn webp_chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut chunk = [name, (body.len() as u32).to_le_bytes().as_slice(), body].concat();
    chunk.resize(chunk.len().next_multiple_of(2), b'!');
    chunk
}

/// A WebP of these chunks.
pub fn webp(chunks: &[Vec<u8>]) -> Vec<u8> {
    let chunks = chunks.concat();
    let length = (chunks.len() as u32 + 4).to_le_bytes();
    [b"RIFF".as_slice(), &length, b"WEBP", &chunks].concat()
}

/// A WebP as phones make it.
pub fn camera_webp(order: Order, orientation: u8) -> Vec<u8> {
    let canvas = [0x2c | 0xc1, b'G', b'E', b'H', SIDES.0 as u8 - 1, 0, 0, SIDES.1 as u8 - 1, 0, 0];
    let picture = plain_webp()[12..].to_vec();
    let whole = webp(&[
        webp_chunk(b"VP8X", &canvas),
        webp_chunk(b"ICCP", &profile()),
        webp_chunk(b"GEHE", MARK.as_bytes()),
        picture.clone(),
        picture,
        webp_chunk(b"EXIF", &exif(order, orientation, &plain_jpeg())),
        webp_chunk(b"XMP ", format!("<x:xmpmeta>{MARK}").as_bytes()),
        webp_chunk(b"META", format!("{MARK}-odd").as_bytes()),
    ]);
    [whole, film()].concat()
}
