use super::{figure::*, *};

fn sample() -> Paper {
    let mut paper = Paper::new(Language::Nl, "Feitelijk verslag van M-48K2");
    paper.line = "M-48K2 · vertrouwelijk".to_owned();
    paper.push(Block::warning("Dit bestand is niet meer verzegeld."));
    paper.push(Block::section("Feiten"));
    paper.push(Block::text(
        "Eerste regel & <teken>.\nTweede regel: ‘Ik wil naar huis’, zei Cliënt A.",
    ));
    paper.push(Block::List(vec!["één".to_owned(), "twee".to_owned()]));
    let cells = |all: [&str; 3]| all.map(str::to_owned).to_vec();
    paper.push(Block::Table(Table {
        caption: "Wat er gebeurde".to_owned(),
        head: cells(["Wanneer", "Wie", "Wat"]),
        rows: vec![cells(["20 november 2026", "Getuige 1", &"Een lange zin. ".repeat(30)]); 20],
        first: First::Cell,
    }));
    paper.push(Block::fields(vec![("Aard".to_owned(), "[invullen]".to_owned())]));
    paper.push(Block::part("Woorden van verre: Łódź, Ağrı, Ελλάδα, Žižek"));
    paper.push(Block::text("قالت: أريد العودة إلى البيت (M-48K2)."));
    paper.push(Block::Figure(Figure {
        alt: "Drie meldingen in het eerste kwartaal.".to_owned(),
        caption: "Meldingen".to_owned(),
        width: 300.0,
        height: 120.0,
        shapes: vec![
            Shape::Bar([0.0, 0.0, 300.0, 120.0], Ink::Pale),
            Shape::Bar([40.0, 30.0, 60.0, 80.0], Ink::Blue),
            Shape::Line(vec![[0.0, 110.0], [300.0, 110.0]], Ink::Dark),
            Shape::Words("3".to_owned(), [70.0, 24.0], 10.0, Anchor::Middle),
        ],
    }));
    paper
}

fn count(bytes: &[u8], word: &str) -> usize {
    bytes.windows(word.len()).filter(|window| *window == word.as_bytes()).count()
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_names_no_moment() {
    for format in Format::ALL {
        let bytes = sample().file(format).unwrap();
        assert!(bytes == sample().file(format).unwrap(), "{format:?}");
        for word in ["CreationDate", "ModDate", "created", "modified", "creator", "Author"] {
            assert_eq!(count(&bytes, word), 0, "{format:?} {word}");
        }
    }
}

#[test]
fn a_pdf_says_what_its_parts_are() {
    let bytes = sample().file(Format::Pdf).unwrap();
    let text = String::from_utf8_lossy(&bytes).replace([' ', '\n'], "");
    for word in ["/StructTreeRoot", "/Markedtrue", "/Lang(nl-NL)", "/DisplayDocTitletrue"] {
        assert!(text.contains(word), "{word}");
    }
    for tag in ["/S/H1", "/S/H2", "/S/H3", "/S/LI", "/S/LBody", "/S/Figure", "/S/Caption"] {
        assert!(text.contains(tag), "{tag}");
    }
    // The heads of a table that goes over pages are read once.
    let tags = |tag: &str| text.matches(tag).count();
    assert_eq!((tags("/S/TH/"), tags("/S/THead/")), (3 + 1, 1));
    assert!(tags("/Type/Page/") > 2, "{}", tags("/Type/Page/"));
    assert!(text.contains("/ToUnicode") && text.contains("/FontFile2"));
}

/// What a program of poppler-utils says of a PDF.
fn poppler(program: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, sample().file(Format::Pdf).unwrap()).unwrap();
    let mut command = std::process::Command::new(program);
    let behind: &[&str] = if program == "pdftotext" { &["-"] } else { &[] };
    let said =
        command.args(["-enc", "UTF-8"]).args(arguments).arg(&file).args(behind).output().unwrap();
    assert!(said.status.success(), "{program}");
    String::from_utf8(said.stdout).unwrap()
}

#[test]
fn another_program_reads_a_pdf_in_the_order_in_which_it_is_meant() {
    let info = poppler("pdfinfo", &[]);
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("Title:           Feitelijk verslag van M-48K2"), "{info}");
    let read = poppler("pdfinfo", &["-struct-text"]);
    let places =
        ["H1 ", "Tweede regel: ‘Ik wil naar huis’", "Wanneer", "Łódź, Ağrı, Ελλάδα, Žižek"]
            .map(|it| read.find(it).unwrap_or_else(|| panic!("{it}: {read}")));
    assert!(places.is_sorted());
    assert_eq!(read.matches("Wanneer").count(), 1);
    let text = poppler("pdftotext", &["-layout"]);
    assert!(text.contains("• één") && text.contains("Eerste regel & <teken>."), "{text}");
    // The line stands above every page, and the heads of the table on every page that it takes.
    let pages = text.matches('\u{c}').count();
    assert!(pages > 2 && text.matches("M-48K2 · vertrouwelijk").count() == pages + 1);
    assert!(text.matches("Wanneer").count() > 1);
}

#[test]
fn an_editable_file_has_its_headings_lists_and_tables() {
    let bytes = sample().file(Format::Docx).unwrap();
    assert!(bytes.starts_with(b"PK"));
    for word in [
        "<w:pStyle w:val=\"Heading1\"/>",
        "<w:pStyle w:val=\"ListBullet\"/>",
        "<w:tblHeader/>",
        "w:val=\"nl-NL\"",
        "Eerste regel &#38; &#60;teken&#62;.</w:t><w:br/>",
        "Drie meldingen in het eerste kwartaal.",
    ] {
        assert!(count(&bytes, word) > 0, "{word}");
    }
}

#[test]
fn plain_text_reads_row_by_row() {
    let text = sample().text();
    assert!(text.starts_with("Feitelijk verslag van M-48K2\n============================\n"));
    assert!(text.contains("\n\n- één\n- twee\n\n"));
    assert!(text.contains("Wanneer: 20 november 2026\nWie: Getuige 1\nWat: Een lange zin. "));
    assert!(text.contains("\n\nAard: [invullen]\n\n"));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn any_text_becomes_every_kind_of_file(text in "\\PC{0,80}|[\\x00-\\x{ffff}]{0,40}") {
        let mut paper = Paper::new(Language::En, format!("T{text}"));
        paper.line.clone_from(&text);
        paper.push(Block::section(text.clone()));
        paper.push(Block::text(text.clone()));
        paper.push(Block::List(vec![text.clone()]));
        paper.push(Block::fields(vec![(text.clone(), text.repeat(40))]));
        for format in Format::ALL {
            paper.file(format).unwrap();
        }
    }
}
