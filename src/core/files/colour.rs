//! How a picture's numbers become colours: the few spaces that phones and cameras use, by name.
//!
//! The readers of JPEG, PNG and WebP hand over the colour profile that they find; when it is one of
//! these spaces, a profile of our own is written in its place. Nothing of the profile itself is
//! ever kept: one that was measured for a single screen or scanner names that machine.

/// A colour space that is not the usual one (sRGB needs no profile).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ColourSpace {
    /// Display P3: iPhones, newer Android phones, Macs.
    DisplayP3,
    /// Adobe RGB (1998): cameras.
    AdobeRgb,
    /// ProPhoto RGB: programs for photographers.
    ProPhoto,
}

/// The largest difference (of 1) between a profile's colorant and ours: screens and programs round.
const NEAR: f64 = 0.01;

/// Tags that hold what red, green and blue are.
const COLORANTS: [&[u8; 4]; 3] = [b"rXYZ", b"gXYZ", b"bXYZ"];

/// The white that profiles reckon with. Source: ICC.1:2022, 7.2.16.
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];

impl ColourSpace {
    /// Recognises a profile by what its red, green and blue are. `None` for sRGB, for spaces that
    /// are not ours, and for what is no profile. Source: ICC.1:2022, 7.2 and 7.3.
    pub fn read(profile: &[u8]) -> Option<Self> {
        let (data, connection, mark) =
            (profile.get(16..20)?, profile.get(20..24)?, profile.get(36..40)?);
        if (data, connection, mark) != (b"RGB ", b"XYZ ", b"acsp") {
            return None;
        }
        let mut found = [[0.0; 3]; 3];
        for (tag, colorant) in COLORANTS.iter().zip(&mut found) {
            *colorant = read_xyz(profile, tag)?;
        }
        let near = |space: &Self| {
            let pairs = space.colorants().into_iter().flatten().zip(found.into_iter().flatten());
            pairs.into_iter().all(|(ours, theirs): (f64, f64)| (ours - theirs).abs() < NEAR)
        };
        [Self::DisplayP3, Self::AdobeRgb, Self::ProPhoto].into_iter().find(near)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::DisplayP3 => "Display P3",
            Self::AdobeRgb => "Adobe RGB",
            Self::ProPhoto => "ProPhoto RGB",
        }
    }

    /// A profile of our own for it, under 500 bytes: the same for every picture.
    pub fn profile(self) -> Vec<u8> {
        let (text, owner, white) = (words(self.name()), words("CC0"), xyz(D50));
        let [red, green, blue] = self.colorants().map(xyz);
        let curve = self.curve();
        let mut tags: Vec<(&[u8; 4], &[u8])> =
            vec![(b"desc", &text), (b"cprt", &owner), (b"wtpt", &white)];
        tags.extend(COLORANTS.into_iter().zip([red.as_slice(), &green, &blue]));
        tags.push((b"rTRC", &curve));
        assemble(&tags)
    }

    /// What red, green and blue are, as seen under D50. Sources: the profiles of Display P3, Adobe
    /// RGB (1998) Color Image Encoding 4.3.1, and ISO 22028-2 Annex A.
    fn colorants(self) -> [[f64; 3]; 3] {
        match self {
            Self::DisplayP3 => [
                [0.51512, 0.24120, -0.00105],
                [0.29198, 0.69225, 0.04189],
                [0.15710, 0.06657, 0.78407],
            ],
            Self::AdobeRgb => [
                [0.60974, 0.31111, 0.01947],
                [0.20528, 0.62567, 0.06087],
                [0.14919, 0.06322, 0.74457],
            ],
            Self::ProPhoto => {
                [[0.79767, 0.28804, 0.0], [0.13519, 0.71188, 0.0], [0.03134, 0.00009, 0.82491]]
            }
        }
    }

    /// How numbers become light: the curve of sRGB, or a power. Source: ICC.1:2022, 10.18.
    fn curve(self) -> Vec<u8> {
        let (kind, numbers): (u16, &[f64]) = match self {
            Self::DisplayP3 => (3, &[2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045]),
            Self::AdobeRgb => (0, &[563.0 / 256.0]),
            Self::ProPhoto => (0, &[1.8]),
        };
        let mut curve = b"para\0\0\0\0".to_vec();
        curve.extend(kind.to_be_bytes());
        curve.extend([0, 0]);
        curve.extend(numbers.iter().copied().flat_map(fixed));
        curve
    }
}

fn read_xyz(profile: &[u8], tag: &[u8; 4]) -> Option<[f64; 3]> {
    let number = |at: usize| Some(u32::from_be_bytes(*profile.get(at..)?.first_chunk()?) as usize);
    let (entries, _) = profile.get(132..)?.as_chunks::<12>();
    let at = entries.iter().take(number(128)?).position(|entry| entry.starts_with(tag))?;
    let value = profile.get(number(132 + 12 * at + 4)?..)?.first_chunk::<20>()?;
    if !value.starts_with(b"XYZ ") {
        return None;
    }
    let part = |at: usize| {
        value[at..]
            .first_chunk()
            .map_or(0.0, |four| f64::from(i32::from_be_bytes(*four)) / 65_536.0)
    };
    Some([part(8), part(12), part(16)])
}

/// Header, table of tags, tags. Green and blue share the curve of red.
fn assemble(tags: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut table = Vec::new();
    let mut values = Vec::new();
    let first = 128 + 4 + 12 * (tags.len() + 2);
    for (tag, value) in tags {
        let names: &[&[u8; 4]] = if *tag == b"rTRC" { &[tag, b"gTRC", b"bTRC"] } else { &[tag] };
        for name in names {
            table.extend_from_slice(*name);
            table.extend(number(first + values.len()));
            table.extend(number(value.len()));
        }
        values.extend_from_slice(value);
        values.resize(values.len().next_multiple_of(4), 0);
    }
    let mut profile = number(first + values.len()).to_vec();
    profile.extend(b"\0\0\0\0\x04\0\0\0mntrRGB XYZ \x07\xd0\0\x01\0\x01\0\0\0\0\0\0acsp");
    profile.resize(68, 0);
    profile.extend(D50.into_iter().flat_map(fixed));
    profile.resize(128, 0);
    profile.extend(number(tags.len() + 2));
    [profile, table, values].concat()
}

/// A short text, in English. Source: ICC.1:2022, 10.15.
fn words(text: &str) -> Vec<u8> {
    let mut words = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    words.extend(number(2 * text.len()));
    words.extend(number(28));
    words.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    words
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    b"XYZ \0\0\0\0".iter().copied().chain(values.into_iter().flat_map(fixed)).collect()
}

/// A number with sixteen bits behind the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn number(value: usize) -> [u8; 4] {
    u32::try_from(value).expect("a profile of our own is small").to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_of_ours_is_recognised_and_small() {
        for space in [ColourSpace::DisplayP3, ColourSpace::AdobeRgb, ColourSpace::ProPhoto] {
            let profile = space.profile();
            assert_eq!(ColourSpace::read(&profile), Some(space));
            assert!(profile.len() < 500);
            assert_eq!(profile.len(), u32::from_be_bytes(*profile.first_chunk().unwrap()) as usize);
        }
    }

    #[test]
    fn a_profile_of_one_machine_is_not_recognised() {
        let mut profile = ColourSpace::DisplayP3.profile();
        let red = profile.windows(4).rposition(|window| window == b"XYZ ").unwrap();
        profile[red + 10] ^= 0x10;
        assert_eq!(ColourSpace::read(&profile), None);
    }

    #[test]
    fn what_is_cut_off_is_no_profile() {
        let profile = ColourSpace::AdobeRgb.profile();
        for cut in 0..360 {
            assert_eq!(ColourSpace::read(&profile[..cut]), None, "{cut}");
        }
    }
}
