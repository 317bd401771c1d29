//! The receipt code: the reporter's only key, and what follows from it.
//!
//! A [`ReceiptCode`] is born with the blank form, shown on the receipt page, and typed again by
//! the reporter. With Argon2id and HKDF it becomes [`MailboxKeys`]: where the mailbox lies, what
//! opens the replies in it, and what recognises a resend. Nothing here is stored, logged or
//! printed, and no type here implements `Debug`.
//!
//! Sixteen symbols in four groups of four, `K7QF-2M9D-XW4T-8HRC`: fifteen random ones (75 bits)
//! and a check symbol over GF(32), which catches every single wrong symbol and every swap of two
//! symbols.

use super::{
    day::Day,
    ids::OnceId,
    random::Random,
    symbols::{ALPHABET, is_separator, value_of},
};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::str::FromStr;
use zeroize::{Zeroize, Zeroizing};

/// Symbols in a code: 15 random and 1 check symbol.
pub const SYMBOLS: usize = 16;

/// How far back a form is known as one that was given out, in days: a page that stood open for a
/// month is sent under its own code, though not without asking for a form again.
pub const KNOWN_DAYS: u16 = 45;

/// A whole, checked receipt code. Wiped when dropped; no `Debug`, `Display` or `Clone`.
///
/// ```compile_fail
/// let code = veilig_melden::core::ReceiptCode::random(&veilig_melden::core::Random::seeded(1));
/// println!("{code:?}");
/// ```
/// ```
/// let code = veilig_melden::core::ReceiptCode::random(&veilig_melden::core::Random::seeded(1));
/// println!("{:?}", code.grouped().expose().len());
/// ```
///
/// It lies on the heap: what is moved leaves a copy on the stack, and that is a pointer.
pub struct ReceiptCode(Box<Zeroizing<[u8; SYMBOLS]>>);

/// Why typed text is no receipt code. Carries positions and counts, never what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("no code was typed")]
    Empty,
    /// There are this many symbols instead of 16.
    #[error("the code has {found} symbols instead of 16")]
    Length {
        /// Symbols found, white space and dashes left out.
        found: usize,
    },
    /// The symbol at this place (1 to 16) does not occur in codes.
    #[error("symbol {place} does not occur in codes")]
    Symbol {
        /// Place of the symbol, counted from 1.
        place: usize,
    },
    /// All symbols occur in codes, but together they are no code: there is a typing mistake.
    #[error("the check symbol does not fit")]
    Check,
}

impl ReceiptCode {
    /// A fresh code.
    pub fn random(random: &Random) -> Self {
        let mut values = Box::new(Zeroizing::new([0; SYMBOLS]));
        let drawn = Zeroizing::new(random.bytes::<{ SYMBOLS - 1 }>());
        for (value, byte) in values.iter_mut().zip(drawn.iter()) {
            *value = byte & 31;
        }
        values[SYMBOLS - 1] = check_value(&values);
        Self(values)
    }

    /// The same code once more, for a page that is shown again.
    pub fn copy(&self) -> Self {
        Self(self.0.clone())
    }

    /// Reads what a person typed: capitals or not, with or without spaces and dashes, O for 0,
    /// I or L for 1; invisible marks that came along from a page are left out.
    ///
    /// # Errors
    /// - [`CodeError::Empty`]: nothing was typed.
    /// - [`CodeError::Symbol`]: a symbol that codes do not have.
    /// - [`CodeError::Length`]: not 16 symbols.
    /// - [`CodeError::Check`]: a typing mistake.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let symbols = typed.chars().filter(|symbol| !is_separator(*symbol));
        let mut values = Box::new(Zeroizing::new([0; SYMBOLS]));
        let mut found = 0;
        for symbol in symbols {
            let value = value_of(symbol).ok_or(CodeError::Symbol { place: found + 1 })?;
            if let Some(slot) = values.get_mut(found) {
                *slot = value;
            }
            found += 1;
        }
        match found {
            0 => Err(CodeError::Empty),
            SYMBOLS if check_value(&values) == values[SYMBOLS - 1] => Ok(Self(values)),
            SYMBOLS => Err(CodeError::Check),
            found => Err(CodeError::Length { found }),
        }
    }

    /// The code as it is shown: four groups of four with dashes between, 19 characters.
    pub fn grouped(&self) -> super::Plaintext {
        let mut text = String::with_capacity(SYMBOLS + 3);
        for (place, value) in self.0.iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[usize::from(*value)]));
        }
        text.into()
    }

    /// The keys that follow from this code at this installation. Takes tens of milliseconds and
    /// [`KdfParams::memory_kib`] of memory: call it on a blocking thread, behind a semaphore.
    ///
    /// # Errors
    /// [`KdfError`] when the memory cannot be had.
    pub fn mailbox_keys(&self, kdf: &Kdf) -> Result<MailboxKeys, KdfError> {
        self.mailbox_keys_in(&mut StretchingMemory::default(), kdf)
    }

    /// The same in memory that is used again and again.
    ///
    /// # Errors
    /// As [`Self::mailbox_keys`].
    pub fn mailbox_keys_in(
        &self,
        memory: &mut StretchingMemory,
        kdf: &Kdf,
    ) -> Result<MailboxKeys, KdfError> {
        let mut stretched = Zeroizing::new([0; 64]);
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        for (symbol, value) in symbols.iter_mut().zip(self.0.iter()) {
            *symbol = ALPHABET[usize::from(*value)];
        }
        let argon2 = kdf.argon2()?;
        let blocks = memory.blocks(argon2.params().block_count())?;
        let hashed = argon2.hash_password_into_with_memory(
            &*symbols,
            &kdf.salt,
            &mut *stretched,
            &mut *blocks,
        );
        blocks.iter_mut().for_each(Block::zeroize);
        hashed.map_err(|_| KdfError)?;
        let hkdf = Hkdf::<Sha256>::new(None, &*stretched);
        let expand = |info: &[u8]| {
            let mut out = Box::new(Zeroizing::new([0; 32]));
            hkdf.expand(info, &mut **out).expect("32 bytes is within HKDF's limit of 8160");
            out
        };
        Ok(MailboxKeys {
            address: MailboxAddress(**expand(b"veilig-melden/v1 mailbox address")),
            secret: expand(b"veilig-melden/v1 mailbox key"),
            resend: expand(b"veilig-melden/v1 resend key"),
        })
    }

    /// The ticket that a form carries beside its code: proof that this installation gave the form
    /// out on this day, checked before an Argon2id is spent. A keyed hash; it says nothing about
    /// code or day to whoever lacks the installation's salt. It holds for this one code: whoever
    /// sends it a thousand times has one mailbox.
    pub fn ticket(&self, kdf: &Kdf, day: Day) -> FormTicket {
        self.keyed(kdf, [b"veilig-melden/v2 form ticket", &day.number().to_be_bytes()])
    }

    /// The day on which a form with this code and ticket was given out, as far as
    /// [`KNOWN_DAYS`] back. `None` for anything else.
    pub fn given_out_on(&self, kdf: &Kdf, ticket: &str, today: Day) -> Option<Day> {
        let first = today.number().saturating_sub(KNOWN_DAYS);
        let mut days = (first..=today.number()).rev().map(Day::from_number);
        days.find(|day| self.ticket(kdf, *day).matches(ticket))
    }

    /// The ticket as it was before tickets had a day. A form with it is known as one of ours, so
    /// that a page from before keeps its code.
    pub fn dayless_ticket(&self, kdf: &Kdf) -> FormTicket {
        self.keyed(kdf, [b"veilig-melden/v1 form ticket", b""])
    }

    /// What stands in the place of a ticket while it is too busy to give one: proof that this
    /// installation put the code into the form, and that it may be sent with this turn.
    pub fn waiting_ticket(&self, kdf: &Kdf, turn: &str) -> FormTicket {
        self.keyed(kdf, [b"veilig-melden/v1 waiting form", turn.as_bytes()])
    }

    /// Proof that this installation put `text` into the form with this code, and into no other:
    /// a form that comes back names its files, and nobody can name another form's.
    pub fn vouch(&self, kdf: &Kdf, text: &str) -> FormTicket {
        self.keyed(kdf, [b"veilig-melden/v1 kept file", text.as_bytes()])
    }

    /// A keyed hash over the code, after what it is for and before what it is about.
    fn keyed(&self, kdf: &Kdf, [purpose, about]: [&[u8]; 2]) -> FormTicket {
        let mut mac = Hmac::<Sha256>::new_from_slice(&kdf.salt).expect("HMAC takes any key length");
        mac.update(purpose);
        mac.update(&**self.0);
        mac.update(about);
        let mut ticket = [0; 16];
        ticket.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        FormTicket(ticket)
    }
}

/// Proof that a form and its code were given out by this installation: 16 bytes, 32 hexadecimal
/// digits in the form. Compared in constant time.
pub struct FormTicket([u8; 16]);

impl FormTicket {
    /// As the form carries it.
    pub fn to_hex(&self) -> String {
        OnceId::from_bytes(self.0).to_string()
    }

    /// Whether `text` is this ticket.
    pub fn matches(&self, text: &str) -> bool {
        use subtle::ConstantTimeEq;
        OnceId::parse(text).is_some_and(|given| given.as_bytes().ct_eq(&self.0).into())
    }
}

/// How codes are stretched at one installation: the random salt and the Argon2id parameters.
/// Stored with the data, so that they can be raised without losing codes. Not secret to whoever
/// holds the disk; kept from the network, because form tickets rest on it.
#[derive(Clone, PartialEq, Eq)]
pub struct Kdf {
    /// 32 random bytes, drawn when the store is made.
    pub salt: [u8; 32],
    /// The costs.
    pub params: KdfParams,
}

/// The costs of one Argon2id. Source: RFC 9106, section 4; OWASP's floor of 19 MiB and 2 passes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KdfParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for KdfParams {
    /// 19 MiB, 2 passes, 1 lane: 25 to 58 ms on the machine it was chosen on.
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

/// The key could not be derived: too little memory, or impossible parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the mailbox key could not be derived: parameters out of range or too little memory")]
pub struct KdfError;

impl Kdf {
    /// A new installation's: a fresh salt and the default costs.
    pub fn random(random: &Random) -> Self {
        Self { salt: random.bytes(), params: KdfParams::default() }
    }

    fn argon2(&self) -> Result<Argon2<'static>, KdfError> {
        let KdfParams { memory_kib, passes, lanes } = self.params;
        let params = Params::new(memory_kib, passes, lanes, Some(64)).map_err(|_| KdfError)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// The memory in which codes are stretched; wiped after each. Kept and used again: an allocator
/// that gives out and takes back so much, thread by thread, holds on to it many times over.
#[derive(Default)]
pub struct StretchingMemory(Vec<Block>);

impl StretchingMemory {
    fn blocks(&mut self, count: usize) -> Result<&mut [Block], KdfError> {
        let more = count.saturating_sub(self.0.len());
        self.0.try_reserve_exact(more).map_err(|_| KdfError)?;
        self.0.resize(count, Block::default());
        Ok(&mut self.0)
    }
}

/// Where a mailbox lies: 32 bytes that follow from the code and say nothing about it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MailboxAddress(pub [u8; 32]);

/// What follows from a receipt code. Lives for one request; wiped when dropped; no `Debug`.
pub struct MailboxKeys {
    /// Where the mailbox lies.
    pub address: MailboxAddress,
    pub(super) secret: Box<Zeroizing<[u8; 32]>>,
    resend: Box<Zeroizing<[u8; 32]>>,
}

impl MailboxKeys {
    /// Names what is being sent, so that the same thing sent twice carries the same name and the
    /// store keeps it once. A keyed hash: without the code nobody can test a guess at the content.
    pub fn once(&self, parts: &[&[u8]]) -> OnceId {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&**self.resend).expect("HMAC takes any key length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        let mut once = [0; 16];
        once.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        OnceId::from_bytes(once)
    }
}

impl FromStr for ReceiptCode {
    type Err = CodeError;
    fn from_str(typed: &str) -> Result<Self, CodeError> {
        Self::parse(typed)
    }
}

/// The check symbol for the first fifteen values: the one that makes Σ αⁱ·vᵢ zero in GF(32).
/// The sixteen weights αⁱ differ and none is zero, so one wrong symbol, or two swapped ones,
/// cannot leave the sum at zero.
fn check_value(values: &[u8; SYMBOLS]) -> u8 {
    let mut sum = 0;
    let mut weight = 1;
    for value in &values[..SYMBOLS - 1] {
        sum ^= multiply(weight, *value);
        weight = multiply(weight, 2);
    }
    (0..32).find(|check| multiply(weight, *check) == sum).expect("a non-zero weight has an inverse")
}

/// Product in GF(32), modulo x⁵ + x² + 1 (primitive, so α = x has order 31).
fn multiply(a: u8, b: u8) -> u8 {
    let mut product = 0;
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= u16::from(a) << bit;
        }
    }
    for bit in (5..9).rev() {
        if product >> bit & 1 == 1 {
            product ^= 0b10_0101 << (bit - 5);
        }
    }
    u8::try_from(product).expect("five bits remain after the reduction")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(seed: u64) -> ReceiptCode {
        ReceiptCode::random(&Random::seeded(seed))
    }

    fn kdf() -> Kdf {
        Kdf { salt: [7; 32], params: KdfParams { memory_kib: 64, passes: 1, lanes: 1 } }
    }

    proptest! {
        #[test]
        fn a_code_reads_back_however_it_is_typed(
            seed: u64, small: bool, spaced: bool, copied: bool,
        ) {
            let code = code(seed);
            let mut typed = code.grouped().expose().to_owned();
            if small { typed = typed.to_lowercase().replace('0', "o").replace('1', "l"); }
            if spaced { typed = format!(" {} ", typed.replace('-', "  ")); }
            if copied { typed = format!("\u{2068}{typed}\u{2069}").replace('-', "\u{2011}\u{ad}"); }
            prop_assert!(ReceiptCode::parse(&typed).ok().unwrap().0 == code.0);
        }

        #[test]
        fn every_single_wrong_symbol_is_caught(seed: u64) {
            let code = code(seed);
            for place in 0..SYMBOLS {
                for other in (0..32).filter(|value| *value != code.0[place]) {
                    let mut values = **code.0;
                    values[place] = other;
                    prop_assert_eq!(read(&values), Some(CodeError::Check));
                }
            }
        }

        #[test]
        fn every_swap_of_two_symbols_is_caught(seed: u64) {
            let code = code(seed);
            for a in 0..SYMBOLS {
                for b in (a + 1..SYMBOLS).filter(|b| code.0[a] != code.0[*b]) {
                    let mut values = **code.0;
                    values.swap(a, b);
                    prop_assert_eq!(read(&values), Some(CodeError::Check));
                }
            }
        }

        #[test]
        fn nothing_typed_panics(typed in "\\PC{0,40}") {
            let _ = ReceiptCode::parse(&typed);
        }
    }

    fn read(values: &[u8; SYMBOLS]) -> Option<CodeError> {
        let typed: String =
            values.iter().map(|value| char::from(ALPHABET[usize::from(*value)])).collect();
        ReceiptCode::parse(&typed).err()
    }

    #[test]
    fn what_is_no_code_is_refused_with_its_reason() {
        let refused = |typed: &str| ReceiptCode::parse(typed).err();
        assert_eq!(refused(" - "), Some(CodeError::Empty));
        assert_eq!(refused("K7QF-2M9D"), Some(CodeError::Length { found: 8 }));
        assert_eq!(refused("K7QF-2U9D"), Some(CodeError::Symbol { place: 6 }));
        assert_eq!(refused(&"0".repeat(17)), Some(CodeError::Length { found: 17 }));
    }

    #[test]
    fn keys_follow_from_code_and_salt_alone() {
        let keys = code(1).mailbox_keys(&kdf()).unwrap();
        let again = code(1).mailbox_keys(&kdf()).unwrap();
        let other = code(2).mailbox_keys(&kdf()).unwrap();
        let elsewhere = code(1).mailbox_keys(&Kdf { salt: [8; 32], ..kdf() }).unwrap();
        assert!(keys.address == again.address && keys.once(&[b"a"]) == again.once(&[b"a"]));
        assert!(keys.address != other.address && keys.address != elsewhere.address);
        assert!(keys.once(&[b"ab", b"c"]) != keys.once(&[b"a", b"bc"]));
    }

    #[test]
    fn a_ticket_fits_its_own_code_and_installation() {
        let day = Day::from_number(20_000);
        let ticket = code(1).ticket(&kdf(), day).to_hex();
        assert!(code(1).ticket(&kdf(), day).matches(&ticket));
        assert!(!code(2).ticket(&kdf(), day).matches(&ticket));
        assert!(!code(1).ticket(&Kdf { salt: [8; 32], ..kdf() }, day).matches(&ticket));
        assert!(!code(1).ticket(&kdf(), day).matches(""));
        assert!(!code(1).dayless_ticket(&kdf()).matches(&ticket));
    }

    #[test]
    fn a_ticket_tells_its_day_for_as_long_as_forms_are_known() {
        let day = Day::from_number(20_000);
        let ticket = code(1).ticket(&kdf(), day).to_hex();
        for later in 0..=KNOWN_DAYS {
            assert_eq!(code(1).given_out_on(&kdf(), &ticket, day.plus(later)), Some(day));
        }
        let none = [day.plus(KNOWN_DAYS + 1), Day::from_number(19_999), Day::from_number(0)];
        for today in none {
            assert_eq!(code(1).given_out_on(&kdf(), &ticket, today), None);
        }
    }
}
