//! What an officer can choose in triage: safe, punishable, victim, actor, conflict, route.
//!
//! [`super::event`] carries these, [`super::routing`] decides with them. Keys never change.
//!
//! Source: casework C.2, requirements O6, O10 to O12.

use super::keyed::{Keyed, Row};
use crate::Texts;

/// Yes or no.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Keyed for YesNo {
    const ALL: &'static [Self] = &[Self::Yes, Self::No];

    fn row(self) -> Row {
        match self {
            Self::Yes => ("yes", Texts::casework_yesno_yes),
            Self::No => ("no", Texts::casework_yesno_no),
        }
    }
}
/// Whether the conduct may be punishable. Doubt counts as yes (O12).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Punishable {
    /// It may be.
    Yes,
    /// Not certain.
    Doubt,
    /// It is not.
    No,
}

impl Keyed for Punishable {
    const ALL: &'static [Self] = &[Self::Yes, Self::Doubt, Self::No];

    fn row(self) -> Row {
        match self {
            Self::Yes => ("yes", Texts::casework_punishable_yes),
            Self::Doubt => ("doubt", Texts::casework_punishable_doubt),
            Self::No => ("no", Texts::casework_punishable_no),
        }
    }
}
/// Whom it happened to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Victim {
    /// A client.
    Client,
    /// A member of staff, or a volunteer.
    Staff,
}

impl Keyed for Victim {
    const ALL: &'static [Self] = &[Self::Client, Self::Staff];

    fn row(self) -> Row {
        match self {
            Self::Client => ("client", Texts::casework_victim_client),
            Self::Staff => ("staff", Texts::casework_victim_staff),
        }
    }
}
/// Who did it, as far as the route depends on it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Actor {
    /// Anybody who works here, besides those below.
    Staff,
    /// A manager.
    Manager,
    /// A volunteer.
    Volunteer,
    /// The reporter: own conduct (R26).
    Reporter,
    /// Another client.
    Client,
    /// Family, partner or visitor.
    Family,
    /// A member of the board.
    Board,
    /// A member of the meldteam.
    Meldteam,
}

impl Keyed for Actor {
    const ALL: &'static [Self] = &[
        Self::Staff,
        Self::Manager,
        Self::Volunteer,
        Self::Reporter,
        Self::Client,
        Self::Family,
        Self::Board,
        Self::Meldteam,
    ];

    fn row(self) -> Row {
        match self {
            Self::Staff => ("staff", Texts::casework_actor_staff),
            Self::Manager => ("manager", Texts::casework_actor_manager),
            Self::Volunteer => ("volunteer", Texts::casework_actor_volunteer),
            Self::Reporter => ("self", Texts::casework_actor_self),
            Self::Client => ("client", Texts::casework_actor_client),
            Self::Family => ("family", Texts::casework_actor_family),
            Self::Board => ("board", Texts::casework_actor_board),
            Self::Meldteam => ("meldteam", Texts::casework_actor_meldteam),
        }
    }
}
/// How an officer is tied to somebody in the case (O6).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ConflictKind {
    /// Not at all.
    None,
    /// It is about the own team.
    OwnTeam,
    /// It is about the own manager.
    OwnManager,
    /// Family or partner.
    Relative,
    /// A friend or acquaintance.
    Friend,
    /// Handled something of this before.
    HandledBefore,
    /// Something else.
    Other,
}

impl Keyed for ConflictKind {
    const ALL: &'static [Self] = &[
        Self::None,
        Self::OwnTeam,
        Self::OwnManager,
        Self::Relative,
        Self::Friend,
        Self::HandledBefore,
        Self::Other,
    ];

    fn row(self) -> Row {
        match self {
            Self::None => ("none", Texts::casework_conflict_none),
            Self::OwnTeam => ("own_team", Texts::casework_conflict_own_team),
            Self::OwnManager => ("own_manager", Texts::casework_conflict_own_manager),
            Self::Relative => ("relative", Texts::casework_conflict_relative),
            Self::Friend => ("friend", Texts::casework_conflict_friend),
            Self::HandledBefore => ("handled_before", Texts::casework_conflict_handled_before),
            Self::Other => ("other", Texts::casework_conflict_other),
        }
    }
}
/// What the officer does with that.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stance {
    /// Goes on with the case.
    Stays,
    /// Steps back; the case is sealed again without this officer.
    StepsBack,
}

impl Keyed for Stance {
    const ALL: &'static [Self] = &[Self::Stays, Self::StepsBack];

    fn row(self) -> Row {
        match self {
            Self::Stays => ("stays", Texts::casework_stance_stays),
            Self::StepsBack => ("steps_back", Texts::casework_stance_steps_back),
        }
    }
}
/// The way that a case goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Route {
    /// The six steps of the Leidraad.
    SixSteps,
    /// An officer from outside handles it.
    ExternalOfficer,
    /// Between colleagues: code of conduct, confidant, complaints about unwanted conduct.
    ConductCode,
    /// The desks for discrimination outside.
    DiscriminationDesks,
    /// The employer's duty of care for staff.
    Arbo,
    /// The policy against aggression towards staff.
    Aggression,
    /// Violence at home.
    Meldcode,
    /// Back to the team, as something to learn from (O11).
    TeamLearning,
    /// Another desk: complaints or personnel.
    Complaint,
    /// Not enough to investigate; the signal is kept.
    Insufficient,
}

impl Keyed for Route {
    const ALL: &'static [Self] = &[
        Self::SixSteps,
        Self::ExternalOfficer,
        Self::ConductCode,
        Self::DiscriminationDesks,
        Self::Arbo,
        Self::Aggression,
        Self::Meldcode,
        Self::TeamLearning,
        Self::Complaint,
        Self::Insufficient,
    ];

    fn row(self) -> Row {
        match self {
            Self::SixSteps => ("six_steps", Texts::casework_route_six_steps),
            Self::ExternalOfficer => ("external_officer", Texts::casework_route_external_officer),
            Self::ConductCode => ("conduct_code", Texts::casework_route_conduct_code),
            Self::DiscriminationDesks => {
                ("discrimination_desks", Texts::casework_route_discrimination_desks)
            }
            Self::Arbo => ("arbo", Texts::casework_route_arbo),
            Self::Aggression => ("aggression", Texts::casework_route_aggression),
            Self::Meldcode => ("meldcode", Texts::casework_route_meldcode),
            Self::TeamLearning => ("team_learning", Texts::casework_route_team_learning),
            Self::Complaint => ("complaint", Texts::casework_route_complaint),
            Self::Insufficient => ("insufficient", Texts::casework_route_insufficient),
        }
    }
}
