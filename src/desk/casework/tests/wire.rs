use super::{KINDS, Story, event, noon};
use crate::desk::casework::{Entry, Event, Stamp, stamp::EntryId};
use minicbor::Encoder;
use proptest::prelude::*;

/// A body with these fields, all text.
fn body(pairs: &[(&str, &str)]) -> Vec<u8> {
    let mut to = Encoder::new(Vec::new());
    to.map(pairs.len() as u64).unwrap();
    for (key, value) in pairs {
        to.str(key).unwrap().str(value).unwrap();
    }
    to.into_writer()
}

proptest! {
    #[test]
    fn an_event_reads_back_as_it_was_written(
        kind in 0..KINDS, seed in 0usize..100_000, said in "\\PC{0,200}",
    ) {
        let written = event(kind, seed, &said).encode();
        let read = Event::decode(&written);
        prop_assert!(read.is_some(), "kind {kind}");
        prop_assert!(*read.unwrap().encode() == *written, "kind {kind}");
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        Event::decode(&bytes);
    }

    #[test]
    fn no_damage_makes_reading_panic(
        kind in 0..KINDS, seed in 0usize..1000, place in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let mut bytes = event(kind, seed, "iets").encode().to_vec();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        Event::decode(&bytes);
        bytes.truncate(place);
        prop_assert!(Event::decode(&bytes).is_none());
    }
}

#[test]
fn fields_may_stand_in_any_order() {
    let one = body(&[("event", "note"), ("text", "hallo")]);
    let other = body(&[("text", "hallo"), ("event", "note")]);
    assert!(*Event::decode(&one).unwrap().encode() == one);
    assert!(*Event::decode(&other).unwrap().encode() == one);
}

#[test]
fn what_a_newer_version_says_is_kept_and_shown_as_such() {
    let newer: [&[(&str, &str)]; 7] = [
        &[("event", "hologram"), ("text", "x")],
        &[("event", "note"), ("text", "x"), ("colour", "red")],
        &[("event", "safe"), ("answer", "perhaps")],
        &[("event", "marked"), ("item", "signal_telepathy"), ("mark", "done")],
        &[("event", "status"), ("status", "hovering")],
        &[("event", "note"), ("event", "note"), ("text", "x")],
        &[("text", "x")],
    ];
    let mut story = Story::new();
    for (number, pairs) in newer.iter().enumerate() {
        let id = EntryId::from_bytes([number as u8; 16]);
        let at_seconds = noon(story.facts.day);
        let stamp = Stamp { id, officer: super::officer(1), at_seconds, parents: Vec::new() };
        story.entries.push(Entry::read(stamp, &body(pairs)));
    }
    let file = story.file();
    assert_eq!(file.log.len(), newer.len());
    let nl = crate::Language::Nl.load();
    for line in &file.log {
        assert!(line.entry.event.is_none());
        assert!(line.entry.title(&nl).contains("andere versie"));
    }
    assert!(file.notes.is_empty() && !file.safe.is_set());
}

#[test]
fn a_correction_holds_no_correction() {
    let inner = event(20, 2, "a").encode();
    assert!(matches!(Event::decode(&inner), Some(Event::Correction(_))));
    let mut to = Encoder::new(Vec::new());
    to.map(4).unwrap().str("event").unwrap().str("correction").unwrap();
    to.str("of").unwrap().bytes(&[1; 16]).unwrap();
    to.str("why").unwrap().str("x").unwrap();
    to.str("instead").unwrap().bytes(&inner).unwrap();
    assert!(Event::decode(&to.into_writer()).is_none());
}
