//! A page as a browser reads it: what stands in it, and what its forms would send.

use scraper::{ElementRef, Html as Tree, Selector};

/// A parsed page.
pub struct Html(Tree);

impl Html {
    pub fn parse(page: &str) -> Self {
        Self(Tree::parse_document(page))
    }

    /// Every element that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The only element that a selector finds.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found[0]
    }

    /// The text of the only element that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        text(self.one(selector))
    }

    /// What the form with this action sends, as it stands: fields without a value left out.
    pub fn form(&self, action: &str) -> Vec<(String, String)> {
        self.sent(&format!("form[action=\"{action}\"]"))
    }

    /// What the form that this selector finds sends, as it stands.
    pub fn sent(&self, selector: &str) -> Vec<(String, String)> {
        let form = self.one(selector);
        let fields = Selector::parse("input, select, textarea").unwrap();
        let sent = form.select(&fields).flat_map(values);
        sent.filter(|(_, value)| !value.is_empty()).collect()
    }
}

fn values(field: ElementRef) -> Vec<(String, String)> {
    let name = field.attr("name").expect("every field has a name").to_owned();
    let value = || field.attr("value").unwrap_or_default().to_owned();
    match (field.value().name(), field.attr("type")) {
        ("textarea", _) => vec![(name, field.text().collect())],
        ("select", _) => {
            let chosen = Selector::parse("option[selected]").unwrap();
            let chosen = field.select(&chosen).filter_map(|option| option.attr("value"));
            chosen.map(|value| (name.clone(), value.to_owned())).collect()
        }
        (_, Some("checkbox" | "radio")) if field.attr("checked").is_none() => Vec::new(),
        _ => vec![(name, value())],
    }
}

/// An element's text, white space as a browser shows it.
pub fn text(element: ElementRef) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
