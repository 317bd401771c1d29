//! An overview, ready to be drawn: every word and every length that page, file and paper need.
//!
//! Page, HTML and PDF draw the same sheet, so that they say the same. It decides nothing: numbers
//! come from an [`Overview`].

use super::{
    overview::{Bar, Overview, Part, State, Value},
    period::Quarter,
    tables::{Audience, Rows},
};
use crate::{
    Texts,
    core::Day,
    desk::{
        casework::Keyed,
        view::{day_text, without_marks},
    },
};

/// An overview in words.
pub struct Sheet {
    /// "Figures: quarter 3 of 2026".
    pub title: String,
    /// For whom, and when it was made.
    pub line: String,
    /// Said before everything else: that nobody came.
    pub finding: Option<String>,
    /// The number of reports through the years.
    pub chart: Option<Chart>,
    /// The tables.
    pub parts: Vec<PartView>,
    /// How to read it.
    pub legend: Vec<String>,
    /// What the program does not know, to be filled in by hand.
    pub unknown: Vec<String>,
}

/// One table in words.
pub struct PartView {
    /// Its stable key.
    pub key: &'static str,
    /// What is counted.
    pub title: String,
    /// Its rows.
    pub lines: Vec<LineView>,
    /// How many cases are divided; empty for a count of all.
    pub total: String,
    /// Whether percentages stand there.
    pub has_shares: bool,
    /// What stands in the place of rows, or beneath them.
    pub notes: Vec<String>,
}

/// One row in words.
pub struct LineView {
    /// What it counts.
    pub label: String,
    /// How many.
    pub value: String,
    /// "25%"; empty when it is not told.
    pub share: String,
    /// How long its bar is, 0 to 100.
    pub bar: u32,
}

/// The width of the drawing; its unit is a point.
pub const CHART_WIDTH: u32 = 480;
/// Its height.
pub const CHART_HEIGHT: u32 = 230;

/// Where the bars stand in it.
const LEFT: u32 = 40;
const TOP: u32 = 20;
const FOOT: u32 = 200;

/// The most bars of which each has its number above it.
const NUMBERED_BARS: usize = 12;

/// Reports through the years, as bars.
pub struct Chart {
    /// What it shows, in a few words.
    pub title: String,
    /// What it says, for whoever does not see it.
    pub alt: String,
    /// The bars.
    pub bars: Vec<BarView>,
    /// Lines that help: height in the drawing, and the number.
    pub lines: Vec<(u32, u32)>,
    /// Words beneath: place, and what.
    pub words: Vec<(u32, String)>,
}

/// One bar: left, upper edge, width, height; and what it says.
pub struct BarView {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// The quarters, in words.
    pub label: String,
    /// How many.
    pub value: String,
    /// Whether the number stands above it.
    pub is_numbered: bool,
}

impl Sheet {
    /// Of an overview, made on this day.
    pub fn of(overview: &Overview, made: Day, texts: &Texts) -> Self {
        let period = overview.period.text(texts);
        let (audience, day) = (overview.audience.text(texts), day_text(texts, made));
        Self {
            title: without_marks(&texts.desk_monitor_sheet_title(period)),
            line: without_marks(&texts.desk_monitor_sheet_line(audience, day)),
            finding: overview.is_silent().then(|| texts.desk_monitor_silent()),
            chart: Chart::of(&overview.series, texts),
            parts: overview.parts.iter().map(|part| PartView::of(part, texts)).collect(),
            legend: legend(overview, texts),
            unknown: vec![
                texts.desk_monitor_unknown_training(),
                texts.desk_monitor_unknown_leidraad(),
                texts.desk_monitor_unknown_doors(),
                texts.desk_monitor_unknown_talks(),
            ],
        }
    }
}

fn legend(overview: &Overview, texts: &Texts) -> Vec<String> {
    let mut legend = vec![texts.desk_monitor_legend_quarters(), texts.desk_monitor_legend_closed()];
    if overview.has_gaps() {
        legend.push(texts.desk_monitor_legend_small());
        legend.push(texts.desk_monitor_legend_hidden());
    }
    if overview.audience == Audience::Public {
        legend.push(texts.desk_monitor_legend_rounded());
    }
    legend.push(texts.desk_monitor_legend_once());
    legend
}

impl PartView {
    fn of(part: &Part, texts: &Texts) -> Self {
        let most = part.lines.iter().map(|line| line.value.least()).max().unwrap_or_default();
        let most = most.max(part.total.least()).max(1);
        let line = |line: &super::overview::Line| LineView {
            label: line.label.clone(),
            value: line.value.text(texts),
            share: line.share.map(|share| format!("{share}%")).unwrap_or_default(),
            bar: line.value.least() * 100 / most,
        };
        let is_divided = part.state == State::Rows && !matches!(part.table.rows, Rows::Total);
        Self {
            key: part.table.key,
            title: part.title.clone(),
            lines: part.lines.iter().map(line).collect(),
            total: if is_divided { part.total.text(texts) } else { String::new() },
            has_shares: part.lines.iter().any(|line| line.share.is_some()),
            notes: notes(part, texts),
        }
    }
}

fn notes(part: &Part, texts: &Texts) -> Vec<String> {
    match part.state {
        State::Nothing => return vec![texts.desk_monitor_nothing()],
        State::TooFew => return vec![texts.desk_monitor_too_few()],
        State::Rows => {}
    }
    let mut notes = Vec::new();
    if matches!(part.table.rows, Rows::Each(_)) {
        notes.push(texts.desk_monitor_each());
    }
    if !part.left_out.is_empty() {
        notes.push(without_marks(
            &texts.desk_monitor_left_out(quarters_text(&part.left_out, texts)),
        ));
    }
    notes
}

fn quarters_text(quarters: &[Quarter], texts: &Texts) -> String {
    let quarters: Vec<String> = quarters.iter().map(|quarter| quarter.text(texts)).collect();
    quarters.join(", ")
}

impl Chart {
    /// Of the numbers through the years; `None` when there are none.
    fn of(series: &[Bar], texts: &Texts) -> Option<Self> {
        let (first, last) = (series.first()?.quarters.first()?, series.last()?.quarters.last()?);
        let count = u32::from(last.number() - first.number()) + 1;
        let slot = (CHART_WIDTH - LEFT) / count.max(4);
        let most = series.iter().map(|bar| bar.value.least()).max().unwrap_or_default();
        let top = most.div_ceil(10).max(1) * 10;
        let place = |quarter: &Quarter| LEFT + u32::from(quarter.number() - first.number()) * slot;
        let height = |number: u32| number * (FOOT - TOP) / top;
        let bar = |bar: &Bar| {
            let number = bar.value.least();
            let quarters = u32::try_from(bar.quarters.len()).unwrap_or(1);
            BarView {
                x: bar.quarters.first().map_or(LEFT, place) + 1,
                y: FOOT - height(number),
                width: (slot * quarters).saturating_sub(2).max(1),
                height: height(number),
                label: quarters_text(&bar.quarters, texts),
                value: bar.value.text(texts),
                is_numbered: series.len() <= NUMBERED_BARS,
            }
        };
        let bars: Vec<BarView> = series.iter().map(bar).collect();
        let years = (first.number()..=last.number()).filter_map(Quarter::from_number);
        let years = years.filter(|quarter| quarter == first || quarter.place() == 1);
        let mut years: Vec<(u32, String)> =
            years.map(|quarter| (place(&quarter), quarter.year().to_string())).collect();
        // The first year has its name where there is room for it before the next.
        if let [(one, _), (next, _), ..] = years[..]
            && next - one < 36
        {
            years.remove(0);
        }
        Some(Self {
            title: texts.desk_monitor_chart_title(),
            alt: alt(series, texts),
            bars,
            lines: [0, top / 2, top].map(|number| (FOOT - height(number), number)).to_vec(),
            words: years,
        })
    }
}

/// What the drawing says, in a sentence.
fn alt(series: &[Bar], texts: &Texts) -> String {
    let number = |bar: &Bar| match bar.value {
        Value::Exact(number) => number,
        other => other.least(),
    };
    let name =
        |bar: Option<&Bar>| bar.map(|bar| quarters_text(&bar.quarters, texts)).unwrap_or_default();
    let most = series.iter().map(number).max().unwrap_or_default();
    let least = series.iter().map(number).min().unwrap_or_default();
    let (first, last) = (name(series.first()), name(series.last()));
    without_marks(&texts.desk_monitor_chart_alt(first, last, least, most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, desk::monitoring::Period};

    fn bars(numbers: &[u32]) -> Vec<Bar> {
        let first = Period::parse("2017-Q1").unwrap().first().number();
        let bar = |(place, number): (u16, &u32)| Bar {
            quarters: vec![Quarter::from_number(first + place).unwrap()],
            value: Value::Exact(*number),
        };
        (0..).zip(numbers).map(bar).collect()
    }

    #[test]
    fn bars_stand_within_the_drawing_and_beside_one_another() {
        for numbers in [vec![0], vec![5, 500], (0..40).map(|it| it * 7).collect::<Vec<_>>()] {
            let chart = Chart::of(&bars(&numbers), &Language::Nl.load()).unwrap();
            assert_eq!(chart.bars.len(), numbers.len());
            for bar in &chart.bars {
                assert!(bar.x >= LEFT && bar.x + bar.width <= CHART_WIDTH, "{}", bar.label);
                assert!(bar.y >= TOP && bar.y + bar.height == FOOT, "{}", bar.label);
            }
            let apart = |pair: &[BarView]| pair[0].x + pair[0].width < pair[1].x;
            assert!(chart.bars.windows(2).all(apart));
        }
        assert!(Chart::of(&[], &Language::Nl.load()).is_none());
    }
}
