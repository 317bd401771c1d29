//! Reads vectors with none of the program's types: only what its documents say, and the crates
//! that implement the norms they name.

use super::{number, text};
use age::{Decryptor, x25519};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, SigningKey, Verifier};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use minicbor::{Decoder, data::Type};
use sha2::{Digest, Sha256};
use std::io::Read;
use veilig_melden::core::signature::SignatureHeaders;

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn unhex(text: &str) -> Vec<u8> {
    let digits = |place| u8::from_str_radix(&text[place..place + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(digits).collect()
}

/// The frame inside an age file.
pub fn unseal(file: &[u8], key: &str) -> Vec<u8> {
    let identity: x25519::Identity = key.parse().unwrap();
    let decryptor = Decryptor::new(file).unwrap();
    let mut reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap();
    let mut frame = Vec::new();
    reader.read_to_end(&mut frame).unwrap();
    frame
}

/// 32 bytes as age writes a secret key.
pub fn age_key(secret: &[u8]) -> String {
    let prefix = bech32::Hrp::parse("age-secret-key-").unwrap();
    bech32::encode_upper::<bech32::Bech32>(prefix, secret).unwrap()
}

/// The length of an attachment's frame, by the sum on the page.
pub fn padme(length: u64) -> u64 {
    let length = length.max(65_536);
    let exponent = (length as f64).log2().floor();
    let shown = exponent.log2().floor() + 1.0;
    let step = 2_f64.powf(exponent - shown) as u64;
    length.div_ceil(step) * step
}

/// The payload inside a frame: version 1, kind 1, length 4, payload, zeros to a size class.
pub fn payload(frame: &[u8], kind: u8) -> &[u8] {
    let classes: Vec<usize> = (0..=8).map(|doublings| 4096 << doublings).collect();
    assert!(classes.contains(&frame.len()));
    assert_eq!((frame[0], frame[1]), (1, kind));
    let length = u32::from_be_bytes([frame[2], frame[3], frame[4], frame[5]]);
    let (payload, padding) = frame[6..].split_at(usize::try_from(length).unwrap());
    assert!(padding.iter().all(|byte| *byte == 0));
    payload
}

/// A map, one `key: value` a line.
pub fn map(from: &mut Decoder, indent: &str) -> String {
    let pairs = from.map().unwrap().expect("a definite length");
    let mut lines = String::new();
    for _ in 0..pairs {
        lines.push_str(&format!("\n{indent}{}:", from.str().unwrap()));
        if from.datatype().unwrap() == Type::Map {
            lines.push_str(&map(from, &format!("{indent}  ")));
        } else {
            lines.push_str(&format!(" {}", value(from)));
        }
    }
    lines
}

fn value(from: &mut Decoder) -> String {
    match from.datatype().unwrap() {
        Type::String => format!("{:?}", from.str().unwrap()),
        Type::Bytes => hex(from.bytes().unwrap()),
        Type::Array => {
            let length = from.array().unwrap().expect("a definite length");
            let values: Vec<_> = (0..length).map(|_| value(from)).collect();
            format!("[{}]", values.join(", "))
        }
        Type::Map => {
            let pairs = from.map().unwrap().expect("a definite length");
            let pair = |_| format!("{}: {}", from.str().unwrap().to_owned(), value(from));
            let pairs: Vec<_> = (0..pairs).map(pair).collect();
            format!("{{{}}}", pairs.join(", "))
        }
        Type::Null => {
            from.null().unwrap();
            "none".to_owned()
        }
        _ => from.u64().unwrap().to_string(),
    }
}

/// What follows from a code.
pub struct Derived {
    pub address: [u8; 32],
    pub recipient: String,
    pub once: Vec<u8>,
    pub ticket: Vec<u8>,
}

/// Argon2id over the sixteen symbols, then HKDF-SHA-256 without salt.
pub fn derive(vector: &toml::Table) -> Derived {
    let salt = unhex(text(vector, "salt"));
    let symbols = text(vector, "code").replace('-', "");
    let cost = |key| u32::try_from(number(vector, key)).unwrap();
    let params = Params::new(cost("memory_kib"), cost("passes"), cost("lanes"), Some(64)).unwrap();
    let mut stretched = [0; 64];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(symbols.as_bytes(), &salt, &mut stretched)
        .unwrap();
    let expand = |info: &str| {
        let mut out = [0; 32];
        Hkdf::<Sha256>::new(None, &stretched).expand(info.as_bytes(), &mut out).unwrap();
        out
    };
    let secret = age_key(&expand("veilig-melden/v1 mailbox key"));
    let identity: x25519::Identity = secret.parse().unwrap();
    let first = text(vector, "once_first").as_bytes();
    let parts =
        [&(first.len() as u64).to_be_bytes()[..], first, &1_u64.to_be_bytes(), b"b"].concat();
    Derived {
        address: expand("veilig-melden/v1 mailbox address"),
        recipient: identity.to_public().to_string(),
        once: hmac_16(&expand("veilig-melden/v1 resend key"), &parts),
        ticket: hmac_16(&salt, &[b"veilig-melden/v1 form ticket", &values(&symbols)[..]].concat()),
    }
}

/// The value 0 to 31 of each symbol.
fn values(symbols: &str) -> Vec<u8> {
    let alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    symbols.chars().map(|symbol| u8::try_from(alphabet.find(symbol).unwrap()).unwrap()).collect()
}

fn hmac_16(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(message);
    mac.finalize().into_bytes()[..16].to_vec()
}

pub fn headers(vector: &toml::Table) -> SignatureHeaders {
    SignatureHeaders {
        digest: text(vector, "content_digest").to_owned(),
        input: text(vector, "signature_input").to_owned(),
        signature: text(vector, "signature").to_owned(),
    }
}

pub fn content_digest(body: &str) -> String {
    format!("sha-256=:{}:", BASE64_STANDARD.encode(Sha256::digest(body.as_bytes())))
}

pub fn signature_fits(vector: &toml::Table, base: &str, header: &str) -> bool {
    let seed: [u8; 32] = unhex(text(vector, "seed")).try_into().unwrap();
    let encoded = header.strip_prefix("desk=:").unwrap().strip_suffix(':').unwrap();
    let signature = Signature::from_slice(&BASE64_STANDARD.decode(encoded).unwrap()).unwrap();
    SigningKey::from_bytes(&seed).verifying_key().verify(base.as_bytes(), &signature).is_ok()
}

/// The hash of an entry, and whether its signature fits: the payload is a map of two, `signed` with a
/// map that ends where the key `signature` begins.
pub fn entry(payload: &[u8], vector: &toml::Table) -> (String, bool) {
    let signed = payload.strip_prefix(b"\xa2\x66signed").unwrap();
    let (statement, signature) = signed.split_at(signed.len() - 64 - 2 - 10);
    let signature = signature.strip_prefix(b"\x69signature\x58\x40").unwrap();
    let hash =
        Sha256::digest([&b"veilig-melden entry hash 1\0"[..], statement, signature].concat());
    let seed: [u8; 32] = unhex(text(vector, "seed")).try_into().unwrap();
    let key = SigningKey::from_bytes(&seed).verifying_key();
    let signature = Signature::from_slice(signature).unwrap();
    let fits =
        key.verify(&[&b"veilig-melden entry 1\0"[..], statement].concat(), &signature).is_ok();
    (hex(&hash), fits)
}

/// The name of a sealed item of this kind.
pub fn item_hash(kind: u8, file: &[u8]) -> String {
    hex(&Sha256::digest([&b"veilig-melden item 1\0"[..], &[kind][..], file].concat()))
}

/// The fingerprint of an officer's public keys.
pub fn fingerprint(recipient: &str, signer: &[u8; 32]) -> String {
    let parts =
        [&b"veilig-melden fingerprint 1\0"[..], recipient.as_bytes(), b"\0", signer].concat();
    let hash = Sha256::digest(parts);
    let bits: String = hash[..10].iter().map(|byte| format!("{byte:08b}")).collect();
    let alphabet = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let symbol = |at| char::from(alphabet[usize::from_str_radix(&bits[at..at + 5], 2).unwrap()]);
    let symbols: String = (0..80).step_by(5).map(symbol).collect();
    [&symbols[..4], &symbols[4..8], &symbols[8..12], &symbols[12..]].join("-")
}
