//! The terminal: what the commands read from it and write to it.
//!
//! Commands call it; it is the one file of the desk that prints. What a reporter typed goes out
//! without control characters, and nothing is logged.

use super::{
    file_line::FileLine,
    view::{AnswerView, CaseLine, CaseView, ItemView, without_marks},
};
use crate::{Texts, core::report::tidy};
use std::{
    io::{self, BufRead, IsTerminal, Read, Write},
    process::{Command as Process, Stdio},
};

/// The first line of standard input; what follows is left for the message.
pub(super) fn first_line() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(line)
}

/// The rest of standard input, unless that is a terminal where nothing was announced.
pub(super) fn read_text() -> io::Result<String> {
    let mut text = String::new();
    if !io::stdin().is_terminal() {
        io::stdin().lock().read_to_string(&mut text)?;
    }
    Ok(text)
}

/// One case of the list.
pub(super) fn inbox_line(line: &CaseLine) -> String {
    let CaseLine { number, day, status, kinds, mark, unsent, shut, .. } = line;
    let fields = [number, day, status, kinds, mark, unsent, shut];
    let fields: Vec<&str> =
        fields.into_iter().map(String::as_str).filter(|field| !field.is_empty()).collect();
    fields.join("  ")
}

/// One case, whole.
pub(super) fn case_lines(view: &CaseView, texts: &Texts) -> Vec<String> {
    let line = &view.line;
    let mut lines = vec![texts.desk_case_title(&line.number)];
    if !line.shut.is_empty() {
        lines.push(line.shut.clone());
    }
    let facts = [
        (texts.desk_status_label(), &line.status),
        (texts.desk_day_label(), &line.day),
        (texts.desk_language_label(), &line.language),
        (texts.desk_reporter_label(), &view.reporter),
        (texts.desk_form_label(), &view.form),
        (texts.desk_excluded_label(), &line.excluded),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    lines.extend(facts.map(|(label, fact)| format!("{label}: {fact}")));
    if !view.strangers.is_empty() {
        lines.push(texts.desk_strangers(&view.strangers));
    }
    if !view.findings.is_empty() {
        lines.push(format!("\n{}", texts.desk_findings()));
        lines.extend(view.findings.iter().cloned());
    }
    lines.push(format!("\n{}", texts.desk_readers()));
    lines.extend(view.readers.iter().map(|reader| match reader.note.as_str() {
        "" => reader.name.clone(),
        note => format!("{} ({note})", reader.name),
    }));
    lines.extend(answer_lines(&view.answers));
    lines.extend(file_lines(&view.files, texts));
    view.thread.iter().for_each(|item| lines.extend(item_lines(item, texts)));
    lines
}

fn answer_lines(answers: &[AnswerView]) -> Vec<String> {
    let answer =
        |answer: &AnswerView| format!("\n{}\n{}", answer.question, answer.values.join("\n"));
    answers.iter().map(answer).collect()
}

fn file_lines(files: &[FileLine], texts: &Texts) -> Vec<String> {
    let heading = || format!("\n{}", texts.desk_files(files.len() as u64));
    let heading = (!files.is_empty()).then(heading);
    heading.into_iter().chain(files.iter().map(FileLine::text)).collect()
}

fn item_lines(item: &ItemView, texts: &Texts) -> Vec<String> {
    let unsent = if item.unsent { texts.desk_unsent() } else { String::new() };
    let mut lines = vec![format!("\n--- {} {} {unsent}", item.who, item.day)];
    lines.extend(item.text.map(str::to_owned));
    lines.extend(answer_lines(&item.answers));
    lines.extend(file_lines(&item.files, texts));
    lines.extend(item.facts.iter().cloned());
    let sentences = [&item.warning, &item.shut].into_iter().filter(|it| !it.is_empty());
    lines.extend(sentences.cloned());
    lines
}

/// Prints lines.
pub(super) fn print(lines: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in lines {
        writeln!(out, "{}", plain(line))?;
    }
    out.flush()
}

/// Without control characters, which could steer a terminal, and without the marks that keep text
/// of two directions apart, which terminals show as boxes. Line ends at its beginning stay.
fn plain(text: &str) -> String {
    let start = if text.starts_with('\n') { "\n" } else { "" };
    let tidied = tidy(text);
    format!("{start}{}", without_marks(tidied.expose()))
}

/// Prints what went wrong.
pub(super) fn print_error(sentence: &str) {
    // There is nowhere left to say that standard error cannot be written.
    drop(writeln!(io::stderr(), "{}", plain(sentence)));
}

/// Tries to show the link; when it fails, the printed link is still there.
pub(super) fn open_browser(link: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let quiet = || Stdio::null();
    let mut process = Process::new(program);
    process.args(before).arg(link).stdin(quiet()).stdout(quiet()).stderr(quiet());
    drop(process.spawn());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_cannot_steer_a_terminal() {
        assert_eq!(plain("\n\u{1b}[2Ja\u{2068}b\u{2069}\r\nc"), "\n[2Jab\nc");
    }
}
