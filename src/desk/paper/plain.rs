//! A paper as plain text.
//!
//! [`Paper`](super::Paper) calls it. A table becomes its rows, each cell behind the head of its
//! column, so that it reads well aloud and in a narrow window.

use super::{Block, First, Level, Paper, Table, tidy};

/// The text, with a line end at its end.
pub(super) fn write(paper: &Paper) -> String {
    let mut parts = vec![underlined(&paper.title, '=')];
    parts.extend(Some(paper.line.clone()).filter(|line| !line.is_empty()));
    parts.extend(paper.blocks.iter().map(block));
    let parts: Vec<String> = parts.iter().map(|part| tidy(part)).collect();
    parts.join("\n\n") + "\n"
}

fn underlined(text: &str, mark: char) -> String {
    format!("{text}\n{}", mark.to_string().repeat(text.chars().count()))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(Level::Section, text) => underlined(text, '-'),
        Block::Heading(Level::Part, text) => format!("## {text}"),
        Block::Text(text) => text.clone(),
        Block::Warning(text) => format!("! {text}"),
        Block::List(items) => {
            let items: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
            items.join("\n")
        }
        Block::Table(table) => rows(table),
        Block::Figure(figure) => {
            let lines = [figure.caption.as_str(), figure.alt.as_str()];
            let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            lines.join("\n")
        }
    }
}

fn rows(table: &Table) -> String {
    let caption = Some(table.caption.clone()).filter(|caption| !caption.is_empty());
    let rows: Vec<String> = table.rows.iter().map(|row| cells(table, row)).collect();
    let between = if table.head.is_empty() { "\n" } else { "\n\n" };
    caption.into_iter().chain(Some(rows.join(between))).collect::<Vec<_>>().join("\n\n")
}

fn cells(table: &Table, row: &[String]) -> String {
    if table.head.is_empty() {
        return match (row.split_first(), table.first) {
            (Some((head, rest)), First::Head) => labelled(head, &rest.join(" | ")),
            _ => row.join(" | "),
        };
    }
    let cell = |(head, cell): (&String, &String)| labelled(head, cell);
    table.head.iter().zip(row).map(cell).collect::<Vec<_>>().join("\n")
}

/// A text behind what it is about; a question needs no colon.
fn labelled(head: &str, text: &str) -> String {
    let mark = if head.ends_with('?') { "" } else { ":" };
    format!("{head}{mark} {text}")
}
