//! The 32 symbols that receipt codes and public numbers are written in.
//!
//! Crockford's base 32: digits and capitals without I, L, O and U. Read forgivingly, because it
//! is typed by tired people from paper.
//!
//! Source: Douglas Crockford, "Base 32" (<https://www.crockford.com/base32.html>).

/// Symbol for each value 0 to 31.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What may stand between symbols and means nothing: white space, dashes of all lengths, dots,
/// underscores, and the invisible marks that come along when text is copied from a page.
pub fn is_separator(symbol: char) -> bool {
    symbol.is_whitespace()
        || matches!(symbol, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(symbol, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(symbol, '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

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
