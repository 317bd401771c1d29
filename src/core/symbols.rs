//! The 32 symbols that receipt codes and public numbers are written in.
//!
//! Crockford's base 32: digits and capitals without I, L, O and U. Read forgivingly, because it
//! is typed by tired people from paper.
//!
//! Source: Douglas Crockford, "Base 32" (<https://www.crockford.com/base32.html>).

/// Symbol for each value 0 to 31.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The value (0 to 31) of a typed symbol: small letters count as capitals, O as 0, I and L as 1.
/// `None` for anything else.
pub fn value_of(symbol: char) -> Option<u8> {
    let symbol = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let byte = u8::try_from(symbol).ok()?;
    let place = ALPHABET.iter().position(|candidate| *candidate == byte)?;
    u8::try_from(place).ok()
}
