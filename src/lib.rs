//! Veilig Melden: a reporting point for care organisations.
//!
//! One package, two programs, one core. `meldpunt`, the public server, takes reports, keeps them
//! sealed and carries sealed messages both ways. `meldteam`, the officers' tool, opens, shows and
//! answers them on the officer's own computer. Neither does the other's work.
//!
//! This page is the map: the words, the way of one report, the line that readable text does not
//! cross, and what may use what.
//!
//! # Words
//!
//! One word for each idea, in code, documents and commits alike. Terms of the Leidraad stay Dutch
//! where English would blur them.
//!
//! | word | what it is | in the code |
//! |---|---|---|
//! | meldpunt | the reporting point: the public server, and its program | [`web`] |
//! | meldteam | the officers together; also their program | [`Team`], [`desk`] |
//! | officer | who reads and answers reports (aandachtsfunctionaris); has keys of their own | [`Officer`], [`KeyRing`] |
//! | reporter | who makes a report; has a receipt code and nothing else | |
//! | question | one thing that the form asks, under a key that never changes | [`Question`] |
//! | form | what a browser sent, unchecked | [`ReportForm`] |
//! | answers | what the form said, checked | [`Answers`] |
//! | report | answers, and what the officers need around them | [`Report`] |
//! | readers | the officers to whom something is sealed: those not excluded | [`Readers`] |
//! | envelope | how something readable is framed, padded and sealed | [`core::envelope`] |
//! | item | something sealed, as it is stored and carried | [`SealedItem`] |
//! | to seal, to open | to make an item of something readable, and back | [`seal`], [`Identity::open`] |
//! | receipt code | sixteen symbols: the reporter's only key | [`ReceiptCode`] |
//! | mailbox | the address and the key that follow from the code | [`MailboxKeys`] |
//! | case | one report and everything that follows it; has a random id | [`CaseId`], [`Case`] |
//! | public number | `M-48K2`: names a case on the phone, opens nothing | [`PublicNumber`] |
//! | addition | what the reporter adds later | [`Addition`] |
//! | attachment | a file that came along with a report or an addition, sealed with a key of its own | [`Attachment`] |
//! | to wait | of an attachment: whole at the server, and not yet named by a case | [`Store::is_waiting`] |
//! | message | what an officer writes to the reporter, with status and dates | [`Message`] |
//! | status | where a case stands | [`Status`] |
//! | thread | a case as its reporter sees it | [`core::thread`] |
//! | entry | what officers write to one another about a case: signed, and chained to those before it | [`Entry`] |
//! | history | the entries of a case, checked, in one order that every desk computes alike | [`History`] |
//! | finding | what is not as it should be about a case: missing, altered, not come back | [`Finding`] |
//! | fingerprint | an officer's public keys in sixteen symbols, to be compared aloud | [`fingerprint`] |
//! | event | what one entry says of casework: a tick, a fact, a decision | [`Event`] |
//! | case file | what all events of a case say together | [`CaseFile`] |
//! | deadline, term | something that must be done by a day; how long its rule gives | [`Deadline`], [`Terms`] |
//! | act | what an officer does in a case in one go: events, perhaps with a message; kept once | [`Act`] |
//! | draft | a form of the desk that was typed and not kept; it stands on its page again | [`Draft`](desk::form::Draft) |
//! | dossier | a case, read for one page: its report's facts and its entries | [`Dossier`](desk::dossier::Dossier) |
//! | agenda | what is late, due and new over all cases | [`Agenda`] |
//! | pseudonym | how casework calls somebody: Cliënt A | [`Pseudonym`] |
//! | private notes | what an officer keeps for themselves alone, on one computer | [`Notes`] |
//! | acknowledged | of a report: durable, so the receipt may be shown; of a case: an officer has answered | [`Store::insert`], [`Store::acknowledge`] |
//! | ledger | the file of records that says what was acknowledged | [`store`] |
//! | index | what the store is read from; made again from the ledger when it must be | [`store`] |
//! | feed | what one officer may fetch, in order | [`FeedPage`] |
//! | drawer | the sealed items on an officer's disk | [`Drawer`] |
//! | casebook | the same, opened, in memory | [`Casebook`] |
//! | to destroy | to take everything of a case away | [`Store::destroy`] |
//! | release | an officer's signed word that a case may be destroyed | [`Release`](core::release::Release) |
//! | trace | what is left of a destroyed case; names nothing | [`core::release`] |
//! | to rewrite | to write the ledger anew without what was destroyed | [`Store::rewrite`] |
//! | peer | who is at the other end of a connection, as far as it tells clients apart | [`web::Peer`] |
//! | cleaner | takes place, author and device out of a picture while it comes in | [`core::files`] |
//! | day | the only time that is kept | [`Day`] |
//!
//! # The way of one report
//!
//! At the server, in `web/report.rs`:
//!
//! 1. `GET /melden` gives a blank form with a fresh [`ReceiptCode`] in it. Nothing is stored.
//! 2. `POST /melden` makes a [`ReportForm`]; [`ReportForm::answers`] makes [`Answers`] of it, or the
//!    form comes back with everything still filled in.
//! 3. [`ReceiptCode::mailbox_keys`] gives the [`MailboxKeys`]; [`Team::readers_without`] gives the
//!    [`Readers`].
//! 4. [`seal`] makes a [`SealedItem`] of the [`Report`]. From here on nothing is readable.
//! 5. [`Store::insert`] answers when the item is on disk. Then, and only then, the receipt is shown.
//!
//! At the officer, in [`desk`]:
//!
//! 6. [`KeyRing::unlock`] opens the officer's keys with a passphrase.
//! 7. [`desk::sync::run`] fetches, over signed requests, what is new into the [`Drawer`], still sealed.
//! 8. [`Casebook::refresh`] opens it, in memory; a page on loopback or a terminal shows it.
//! 9. [`ReplyForm::parse`](desk::compose::ReplyForm::parse) makes a reply, which is sealed to the
//!    reporter's mailbox and to the case's readers. It waits in the drawer with an [`Entry`] that
//!    stands for it, and both go out with the next round.
//!
//! And back, in `web/thread.rs`:
//!
//! 10. The reporter types the code. [`MailboxKeys::open`] opens each [`Message`] for that one
//!     request; afterwards keys and text are wiped.
//!
//! Each step is a type that consumes the one before; nothing goes back up.
//!
//! # The line
//!
//! **The server cannot read.** What holds it are types, not care:
//!
//! - [`Identity`], [`Opened`] and all code that reads a report, an addition or an entry exist under
//!   the feature `officer` alone. In a server build they are not switched off; they are not there.
//! - [`MailboxKeys::open`] gives a [`Message`] and nothing else, and [`seal_for_reporter`] takes one
//!   and nothing else. A report is never sealed to its own code.
//! - [`Store`] takes sealed items, addresses, ids, days and public keys. It has no method that takes
//!   text.
//! - [`Plaintext`] and everything built on it has no `Debug`, `Display`, `Clone` or `Serialize`.
//! - [`Day`] has no hour.
//!
//! What the server does see: a form while it is being sent, a code while it is being typed, and for
//! that one request the messages that the code opens. `docs/threat-model.md` says what follows from
//! that, and `docs/decisions/0003` why it is so.
//!
//! # Features, and what may use what
//!
//! | feature | gives | brings |
//! |---|---|---|
//! | `server` | `meldpunt` | [`store`], [`web`] |
//! | `officer` | `meldteam` | [`desk`] |
//! | both, the default | `meldpunt demo` and the tests | [`demo`] |
//!
//! [`core`] uses none of the others: no network, no log, no files but key files. [`store`] uses
//! [`core`]; [`web`] uses [`store`] and [`core`]; [`desk`] uses [`core`]. **[`web`] and [`desk`] never
//! use each other**: what both need is in [`core`] or [`terminal`]. Programs for real use are built
//! with one feature at a time; each feature is checked alone, so a wrong `use` does not compile.
//!
//! [`Act`]: desk::act::Act
//! [`Addition`]: core::thread::Addition
//! [`Agenda`]: desk::casework::Agenda
//! [`Answers`]: core::report::Answers
//! [`Attachment`]: core::attachment::Attachment
//! [`Case`]: desk::casebook::Case
//! [`CaseFile`]: desk::casework::CaseFile
//! [`CaseId`]: core::CaseId
//! [`Casebook`]: desk::Casebook
//! [`Casebook::refresh`]: desk::Casebook::refresh
//! [`Day`]: core::Day
//! [`Deadline`]: desk::casework::deadlines::Deadline
//! [`Drawer`]: desk::Drawer
//! [`Entry`]: core::entry::Entry
//! [`Event`]: desk::casework::Event
//! [`FeedPage`]: core::wire::FeedPage
//! [`Finding`]: desk::Finding
//! [`History`]: desk::History
//! [`Identity`]: core::opening::Identity
//! [`Identity::open`]: core::opening::Identity::open
//! [`KeyRing`]: desk::KeyRing
//! [`KeyRing::unlock`]: desk::KeyRing::unlock
//! [`MailboxKeys`]: core::MailboxKeys
//! [`MailboxKeys::open`]: core::MailboxKeys::open
//! [`Message`]: core::thread::Message
//! [`Notes`]: desk::Notes
//! [`Officer`]: core::Officer
//! [`Opened`]: core::opening::Opened
//! [`Plaintext`]: core::Plaintext
//! [`Pseudonym`]: desk::casework::persons::Pseudonym
//! [`PublicNumber`]: core::PublicNumber
//! [`Question`]: core::questions::Question
//! [`Readers`]: core::Readers
//! [`ReceiptCode`]: core::ReceiptCode
//! [`ReceiptCode::mailbox_keys`]: core::ReceiptCode::mailbox_keys
//! [`Report`]: core::report::Report
//! [`ReportForm`]: core::report::ReportForm
//! [`ReportForm::answers`]: core::report::ReportForm::answers
//! [`SealedItem`]: core::SealedItem
//! [`Status`]: core::thread::Status
//! [`Store`]: store::Store
//! [`Store::acknowledge`]: store::Store::acknowledge
//! [`Store::destroy`]: store::Store::destroy
//! [`Store::insert`]: store::Store::insert
//! [`Store::is_waiting`]: store::Store::is_waiting
//! [`Store::rewrite`]: store::Store::rewrite
//! [`Team`]: core::Team
//! [`Terms`]: desk::casework::Terms
//! [`Team::readers_without`]: core::Team::readers_without
//! [`fingerprint`]: core::officers::fingerprint
//! [`seal`]: core::envelope::seal
//! [`seal_for_reporter`]: core::envelope::seal_for_reporter
#![deny(missing_docs)]

pub mod core;
#[cfg(all(feature = "server", feature = "officer"))]
pub mod demo;
#[cfg(feature = "officer")]
pub mod desk;
#[cfg(feature = "server")]
pub mod store;
pub mod terminal;
#[cfg(feature = "server")]
pub mod web;

#[allow(missing_docs, dead_code, clippy::all)]
mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use texts::{L10n as Language, L10nLanguage as Texts};
