//! The languages of the public pages: where each lies, how it is written, whether it was checked.
//!
//! The one list that routes, pages, settings and poster go by. A language that is added here and in
//! `locales/` is there; `docs/talen.md` says how. The desk speaks other languages: see `build.rs`.

use super::App;
use crate::{Language, Texts};

/// One language of the public pages.
pub struct PublicLanguage {
    /// The language.
    pub language: Language,
    /// What every path in it begins with.
    pub base: &'static str,
    /// How it is written, for `dir`.
    pub direction: &'static str,
    /// Whether a native speaker has read it.
    pub review: Review,
}

/// Whether a native speaker has read the texts of a language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// Yes.
    Checked,
    /// No: every page says so.
    Unchecked,
}

/// Every language that there is, Dutch first. A language that was checked changes its line here.
pub static LANGUAGES: [PublicLanguage; 4] = [
    PublicLanguage::new(Language::Nl, "", "ltr", Review::Checked),
    PublicLanguage::new(Language::En, "/en", "ltr", Review::Checked),
    PublicLanguage::new(Language::Ar, "/ar", "rtl", Review::Unchecked),
    PublicLanguage::new(Language::Pl, "/pl", "ltr", Review::Unchecked),
];

impl PublicLanguage {
    const fn new(
        language: Language,
        base: &'static str,
        direction: &'static str,
        review: Review,
    ) -> Self {
        Self { language, base, direction, review }
    }

    /// Where a page lies in this language, of its Dutch path.
    pub fn path(&self, dutch: &str) -> String {
        match (self.base, dutch) {
            ("", path) => path.to_owned(),
            (base, "/") => base.to_owned(),
            (base, path) => format!("{base}{path}"),
        }
    }

    /// Whether this path is one of its pages.
    fn has(&self, path: &str) -> bool {
        path.strip_prefix(self.base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// What there is to say of a language.
pub fn of(language: Language) -> &'static PublicLanguage {
    let found = LANGUAGES.iter().find(|known| known.language == language);
    found.expect("a test holds that every language is in the list")
}

/// The languages that this server speaks.
pub fn spoken(app: &App) -> impl Iterator<Item = &'static PublicLanguage> {
    LANGUAGES.iter().filter(|known| app.config.reporting.speaks(known.language))
}

/// The language that a path speaks at this server.
pub fn of_path(app: &App, path: &str) -> Language {
    let others = spoken(app).filter(|known| !known.base.is_empty());
    others.into_iter().find(|known| known.has(path)).map_or(Language::Nl, |known| known.language)
}

/// The texts of every language; the Dutch ones in the tone of the organisation.
pub fn texts(dutch: Texts) -> Vec<(Language, Texts)> {
    let others = LANGUAGES.iter().skip(1).map(|known| (known.language, known.language.load()));
    std::iter::once((Language::Nl, dutch)).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_in_the_list_and_dutch_comes_first() {
        let all: Vec<_> = Language::iter().collect();
        assert_eq!(all.len(), LANGUAGES.len());
        assert!(all.iter().all(|language| of(**language).language == **language));
        assert_eq!(LANGUAGES[0].language, Language::Nl);
        for known in &LANGUAGES[1..] {
            assert_eq!(known.base, format!("/{}", known.language));
        }
    }

    #[test]
    fn a_path_says_its_language() {
        let arabic = of(Language::Ar);
        assert!(arabic.has("/ar") && arabic.has("/ar/code"));
        assert!(!arabic.has("/arts") && !arabic.has("/code"));
        assert_eq!(arabic.path("/"), "/ar");
        assert_eq!(arabic.path("/code"), "/ar/code");
        assert_eq!(of(Language::Nl).path("/code"), "/code");
    }
}
