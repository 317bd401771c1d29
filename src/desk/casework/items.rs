//! The items of the checklists, as data.
//!
//! [`super::checklist`] says what an item is and which a case shows. A key stands inside signed
//! entries for years and never changes; an item that is no longer asked stays here.
//!
//! Source: casework C.5, E.3; the Leidraad's page stands at each item.

use super::{
    checklist::{Condition, Item},
    source::Source,
};
use crate::Texts;

/// Step 1: signaleren.
pub(super) static SIGNAL: &[Item] = &[
    Item::new("signal_facts", Texts::casework_item_signal_facts, Source::Leidraad(114)),
    Item::new("signal_signs", Texts::casework_item_signal_signs, Source::Leidraad(116)),
    Item::new("signal_client_file", Texts::casework_item_signal_client_file, Source::Leidraad(114)),
    Item::new(
        "signal_no_confronting",
        Texts::casework_item_signal_no_confronting,
        Source::Leidraad(119),
    )
    .only(Condition::PossiblyPunishable),
];

/// Step 2: bespreken en melden.
pub(super) static REPORT: &[Item] = &[
    Item::new("report_acknowledged", Texts::casework_item_report_acknowledged, Source::Casework),
    Item::new(
        "report_second_officer",
        Texts::casework_item_report_second_officer,
        Source::Leidraad(134),
    ),
    Item::new("report_conflicts", Texts::casework_item_report_conflicts, Source::Leidraad(78)),
    Item::new("report_safe", Texts::casework_item_report_safe, Source::Leidraad(214)),
    Item::new("report_punishable", Texts::casework_item_report_punishable, Source::Leidraad(214)),
    Item::new("report_clarified", Texts::casework_item_report_clarified, Source::Leidraad(77)),
    Item::new("report_told", Texts::casework_item_report_told, Source::Leidraad(135)),
    Item::new("report_route", Texts::casework_item_report_route, Source::Casework),
    Item::new("report_earlier", Texts::casework_item_report_earlier, Source::Leidraad(160)),
    Item::new("report_access", Texts::casework_item_report_access, Source::Leidraad(214)),
];

/// Step 3: bespreken met de cliënt.
pub(super) static CLIENT: &[Item] = &[
    Item::new("client_police", Texts::casework_item_client_police, Source::Leidraad(144))
        .only(Condition::PossiblyPunishable),
    Item::new("client_confidant", Texts::casework_item_client_confidant, Source::Leidraad(143)),
    Item::new(
        "client_representative",
        Texts::casework_item_client_representative,
        Source::Leidraad(143),
    ),
    Item::new("client_method", Texts::casework_item_client_method, Source::Leidraad(144)),
    Item::new("client_two", Texts::casework_item_client_two, Source::Leidraad(144)).police_first(),
    Item::new("client_open", Texts::casework_item_client_open, Source::Leidraad(148))
        .police_first(),
    Item::new("client_what", Texts::casework_item_client_what, Source::Leidraad(146))
        .police_first(),
    Item::new("client_felt", Texts::casework_item_client_felt, Source::Leidraad(146))
        .police_first(),
    Item::new("client_need", Texts::casework_item_client_need, Source::Leidraad(146))
        .police_first(),
    Item::new("client_consent", Texts::casework_item_client_consent, Source::Leidraad(147))
        .police_first(),
    Item::new("client_follow_up", Texts::casework_item_client_follow_up, Source::Leidraad(146))
        .police_first(),
    Item::new("client_doors", Texts::casework_item_client_doors, Source::Leidraad(132)),
    Item::new("client_no_secrecy", Texts::casework_item_client_no_secrecy, Source::Leidraad(112)),
    Item::new("client_weighing", Texts::casework_item_client_weighing, Source::Leidraad(147)),
    Item::new("client_words", Texts::casework_item_client_words, Source::Leidraad(136))
        .police_first(),
];

/// Step 4: bespreken met de (vermoedelijke) pleger, nader onderzoek.
pub(super) static HEARING: &[Item] = &[
    Item::new("hearing_police", Texts::casework_item_hearing_police, Source::Leidraad(153))
        .only(Condition::PossiblyPunishable),
    Item::new("hearing_support", Texts::casework_item_hearing_support, Source::Leidraad(154)),
    Item::new("hearing_two", Texts::casework_item_hearing_two, Source::Leidraad(155))
        .police_first(),
    Item::new("hearing_both_sides", Texts::casework_item_hearing_both_sides, Source::Leidraad(214))
        .police_first(),
    Item::new("hearing_causes", Texts::casework_item_hearing_causes, Source::Leidraad(155))
        .police_first(),
    Item::new("hearing_norms", Texts::casework_item_hearing_norms, Source::Leidraad(155))
        .police_first(),
    Item::new("hearing_told", Texts::casework_item_hearing_told, Source::Leidraad(155)),
    Item::new("hearing_statement", Texts::casework_item_hearing_statement, Source::Ours)
        .police_first(),
    Item::new(
        "hearing_investigator",
        Texts::casework_item_hearing_investigator,
        Source::Leidraad(161),
    ),
    Item::new("hearing_chair", Texts::casework_item_hearing_chair, Source::Leidraad(161))
        .only(Condition::Fatal),
    Item::new("hearing_outside", Texts::casework_item_hearing_outside, Source::Casework)
        .only(Condition::BoardOrMeldteam),
    Item::new("hearing_method", Texts::casework_item_hearing_method, Source::Leidraad(160)),
    Item::new("hearing_heard", Texts::casework_item_hearing_heard, Source::Leidraad(160))
        .police_first(),
    Item::new("hearing_context", Texts::casework_item_hearing_context, Source::Leidraad(160)),
    Item::new("hearing_victims", Texts::casework_item_hearing_victims, Source::Leidraad(158)),
    Item::new("hearing_root", Texts::casework_item_hearing_root, Source::Leidraad(160)),
    Item::new("hearing_assessed", Texts::casework_item_hearing_assessed, Source::Leidraad(161)),
    Item::new("hearing_outcome", Texts::casework_item_hearing_outcome, Source::Leidraad(163)),
];

/// Step 5: stoppen, extern melden, maatregelen.
pub(super) static MEASURES: &[Item] = &[
    Item::new("measures_stop", Texts::casework_item_measures_stop, Source::Leidraad(167)),
    Item::new(
        "measures_igj_violence",
        Texts::casework_item_measures_igj_violence,
        Source::Leidraad(168),
    ),
    Item::new("measures_igj_sexual", Texts::casework_item_measures_igj_sexual, Source::Casework),
    Item::new(
        "measures_igj_calamity",
        Texts::casework_item_measures_igj_calamity,
        Source::Leidraad(168),
    ),
    Item::new(
        "measures_igj_dismissal",
        Texts::casework_item_measures_igj_dismissal,
        Source::Leidraad(168),
    ),
    Item::new(
        "measures_igj_recorded",
        Texts::casework_item_measures_igj_recorded,
        Source::Leidraad(169),
    ),
    Item::new("measures_police", Texts::casework_item_measures_police, Source::Leidraad(177)),
    Item::new("measures_sanction", Texts::casework_item_measures_sanction, Source::Leidraad(181)),
    Item::new(
        "measures_disciplinary",
        Texts::casework_item_measures_disciplinary,
        Source::Leidraad(181),
    ),
    Item::new(
        "measures_warning_register",
        Texts::casework_item_measures_warning_register,
        Source::Casework,
    ),
];

/// Step 6: communiceren, nazorg, evalueren.
pub(super) static AFTERCARE: &[Item] = &[
    Item::new(
        "aftercare_client_first",
        Texts::casework_item_aftercare_client_first,
        Source::Leidraad(186),
    ),
    Item::new(
        "aftercare_client_expert",
        Texts::casework_item_aftercare_client_expert,
        Source::Leidraad(186),
    ),
    Item::new(
        "aftercare_client_contact",
        Texts::casework_item_aftercare_client_contact,
        Source::Leidraad(186),
    ),
    Item::new(
        "aftercare_client_trust",
        Texts::casework_item_aftercare_client_trust,
        Source::Leidraad(186),
    ),
    Item::new("aftercare_team", Texts::casework_item_aftercare_team, Source::Leidraad(186)),
    Item::new("aftercare_accused", Texts::casework_item_aftercare_accused, Source::Leidraad(186))
        .only(Condition::NotWronglyAccused),
    Item::new(
        "aftercare_rehabilitation",
        Texts::casework_item_aftercare_rehabilitation,
        Source::Leidraad(193),
    )
    .only(Condition::WronglyAccused),
    Item::new("aftercare_feedback", Texts::casework_item_aftercare_feedback, Source::Casework),
    Item::new("aftercare_reprisal", Texts::casework_item_aftercare_reprisal, Source::Ours),
    Item::new("aftercare_silence", Texts::casework_item_aftercare_silence, Source::Leidraad(135)),
    Item::new("aftercare_plan", Texts::casework_item_aftercare_plan, Source::Leidraad(197)),
    Item::new(
        "aftercare_evaluation",
        Texts::casework_item_aftercare_evaluation,
        Source::Leidraad(196),
    ),
    Item::new(
        "aftercare_improvement",
        Texts::casework_item_aftercare_improvement,
        Source::Leidraad(195),
    ),
    Item::new("aftercare_reason", Texts::casework_item_aftercare_reason, Source::Casework),
];

/// What a report of discrimination asks besides.
pub(super) static DISCRIMINATION: &[Item] = &[
    Item::new(
        "discrimination_believed",
        Texts::casework_item_discrimination_believed,
        Source::Casework,
    )
    .only(Condition::Discrimination),
    Item::new(
        "discrimination_support",
        Texts::casework_item_discrimination_support,
        Source::Casework,
    )
    .only(Condition::Discrimination),
    Item::new("discrimination_wish", Texts::casework_item_discrimination_wish, Source::Casework)
        .only(Condition::Discrimination),
    Item::new(
        "discrimination_to_client",
        Texts::casework_item_discrimination_to_client,
        Source::Casework,
    )
    .only(Condition::DiscriminationToClient),
    Item::new("discrimination_norm", Texts::casework_item_discrimination_norm, Source::Casework)
        .only(Condition::DiscriminationByClient),
    Item::new(
        "discrimination_hearing",
        Texts::casework_item_discrimination_hearing,
        Source::Casework,
    )
    .only(Condition::DiscriminationAmongStaff),
    Item::new("discrimination_rule", Texts::casework_item_discrimination_rule, Source::Casework)
        .only(Condition::Discrimination),
    Item::new("discrimination_doors", Texts::casework_item_discrimination_doors, Source::Casework)
        .only(Condition::Discrimination),
    Item::new(
        "discrimination_earlier",
        Texts::casework_item_discrimination_earlier,
        Source::Casework,
    )
    .only(Condition::Discrimination),
    Item::new(
        "discrimination_feedback",
        Texts::casework_item_discrimination_feedback,
        Source::Casework,
    )
    .only(Condition::Discrimination),
    Item::new(
        "discrimination_lesson",
        Texts::casework_item_discrimination_lesson,
        Source::Casework,
    )
    .only(Condition::Discrimination),
];
