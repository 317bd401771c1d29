//! An overview as a table for a spreadsheet.
//!
//! Page and command write it. Semicolons, and a mark at the front by which spreadsheets know UTF-8;
//! a cell that would be taken for a formula is not one.
//!
//! Source: RFC 4180, but for the semicolon, which Dutch spreadsheets expect.

use super::overview::{Line, Overview, Part, State};
use crate::{Texts, desk::casework::Keyed};

/// By which programs know UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The overview, a line for each number.
pub fn csv(overview: &Overview, texts: &Texts) -> String {
    let mut text = BYTE_ORDER_MARK.to_owned();
    push(
        &mut text,
        &[
            &texts.desk_monitor_csv_period(),
            &texts.desk_monitor_csv_for(),
            &texts.desk_monitor_csv_code(),
            &texts.desk_monitor_csv_table(),
            &texts.desk_monitor_csv_row(),
            &texts.desk_monitor_csv_quarters(),
            &texts.desk_monitor_csv_number(),
            &texts.desk_monitor_csv_share(),
            &texts.desk_monitor_csv_of(),
        ],
    );
    let period = [overview.period.to_string(), overview.audience.key().to_owned()];
    for part in &overview.parts {
        match part.state {
            State::Rows => {
                part.lines.iter().for_each(|line| push_line(&mut text, &period, part, line))
            }
            State::Nothing | State::TooFew => {
                let number = if part.state == State::Nothing { "0" } else { "-" };
                let (code, quarters) = (part.table.key, quarters(part));
                let row = ["", &quarters, number, "", number];
                let start = [period[0].as_str(), &period[1], code, &part.title];
                push(&mut text, &[start.as_slice(), row.as_slice()].concat());
            }
        }
    }
    text
}

fn push_line(text: &mut String, period: &[String; 2], part: &Part, line: &Line) {
    let code = part.table.cell(&line.key);
    let share = line.share.map(|share| share.to_string()).unwrap_or_default();
    push(
        text,
        &[
            &period[0],
            &period[1],
            &code,
            &part.title,
            &line.label,
            &quarters(part),
            &line.value.plain(),
            &share,
            &part.total.plain(),
        ],
    );
}

fn quarters(part: &Part) -> String {
    let quarters: Vec<String> = part.quarters.iter().map(ToString::to_string).collect();
    quarters.join(" ")
}

fn push(text: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    text.push_str(&cells.join(";"));
    text.push_str("\r\n");
}

fn quoted(cell: &str) -> String {
    let cell = match cell.starts_with(['=', '+', '-', '@', '\t']) && cell.len() > 1 {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    };
    if cell.contains([';', '"', '\n', '\r']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_none_ends_early() {
        assert_eq!(quoted("=SUM(A1)"), "'=SUM(A1)");
        assert_eq!(quoted("De \"Linde\"; oost"), "\"De \"\"Linde\"\"; oost\"");
        assert_eq!([quoted("-"), quoted("<5"), quoted(">=5")], ["-", "<5", ">=5"]);
    }
}
