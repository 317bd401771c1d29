//! Readable text, kept from being shown by accident.
//!
//! Everything that a reporter or an officer typed lives in a [`Plaintext`] from the moment it is
//! read until it is sealed or shown. The type can do little, and that is its use: nothing here
//! prints, compares, copies or serialises. It is wiped when dropped.

use zeroize::Zeroizing;

/// Text that somebody typed. No `Debug`, `Display`, `Clone`, `PartialEq`, `Serialize` or `Deref`:
/// whatever is built from it inherits that it cannot be logged.
///
/// ```compile_fail
/// let story = veilig_melden::core::Plaintext::from(String::from("a story"));
/// println!("{story:?}");
/// ```
/// The twin that compiles, differing in that line alone:
/// ```
/// let story = veilig_melden::core::Plaintext::from(String::from("a story"));
/// println!("{:?}", story.chars());
/// ```
/// Nor can it be copied:
/// ```compile_fail
/// let story = veilig_melden::core::Plaintext::from(String::from("a story"));
/// let copy = story.clone();
/// ```
/// ```
/// let story = veilig_melden::core::Plaintext::from(String::from("a story"));
/// let moved = story;
/// ```
pub struct Plaintext(Zeroizing<String>);

impl Plaintext {
    /// The text itself: for sealing it, or for a page that its reader asked for. Never for a log.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Its length in characters (not bytes).
    pub fn chars(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether there is anything besides white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<String> for Plaintext {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Plaintext {
    fn from(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }
}
