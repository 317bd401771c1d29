//! Which way a case goes, from whom it happened to and who did it.
//!
//! A table and nothing else; the officer decides. Discrimination of staff opens the desks outside
//! as well; a board member or a member of the meldteam calls for somebody from outside.
//!
//! Source: casework C.2, E.3; requirements X1 to X5, R25.

use super::triage::{Actor, Route, Victim};

/// What is advised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice {
    /// Where the case goes, the main way first.
    pub routes: Vec<Route>,
    /// Whether it must be looked at for a report to the inspectorate.
    pub igj: IgjCheck,
}

/// Whether a case must be looked at for a report to the inspectorate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IgjCheck {
    /// It must.
    Needed,
    /// The duties to report are about clients.
    NotNeeded,
}

/// One cell of the table.
struct Cell {
    victim: Victim,
    actors: &'static [Actor],
    routes: &'static [Route],
    igj: IgjCheck,
}

const WORKERS: &[Actor] = &[Actor::Staff, Actor::Manager, Actor::Volunteer, Actor::Reporter];
const LEADERS: &[Actor] = &[Actor::Board, Actor::Meldteam];

/// Source: casework C.2.
static TABLE: &[Cell] = &[
    Cell {
        victim: Victim::Client,
        actors: WORKERS,
        routes: &[Route::SixSteps],
        igj: IgjCheck::Needed,
    },
    Cell {
        victim: Victim::Client,
        actors: &[Actor::Client],
        routes: &[Route::SixSteps],
        igj: IgjCheck::Needed,
    },
    Cell {
        victim: Victim::Client,
        actors: &[Actor::Family],
        routes: &[Route::Meldcode],
        igj: IgjCheck::NotNeeded,
    },
    Cell {
        victim: Victim::Client,
        actors: LEADERS,
        routes: &[Route::ExternalOfficer, Route::SixSteps],
        igj: IgjCheck::Needed,
    },
    Cell {
        victim: Victim::Staff,
        actors: WORKERS,
        routes: &[Route::ConductCode, Route::Arbo],
        igj: IgjCheck::NotNeeded,
    },
    Cell {
        victim: Victim::Staff,
        actors: &[Actor::Client, Actor::Family],
        routes: &[Route::Aggression, Route::Arbo],
        igj: IgjCheck::NotNeeded,
    },
    Cell {
        victim: Victim::Staff,
        actors: LEADERS,
        routes: &[Route::ExternalOfficer],
        igj: IgjCheck::NotNeeded,
    },
];

/// Whether the report is about discrimination.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Discrimination {
    /// It is, perhaps beside other things.
    Reported,
    /// It is not.
    NotReported,
}

/// What is advised for this victim and this actor.
pub fn advise(victim: Victim, actor: Actor, discrimination: Discrimination) -> Advice {
    let cell = TABLE.iter().find(|cell| cell.victim == victim && cell.actors.contains(&actor));
    let mut routes = cell.map(|cell| cell.routes.to_vec()).unwrap_or_default();
    if discrimination == Discrimination::Reported && victim == Victim::Staff {
        routes.push(Route::DiscriminationDesks);
    }
    Advice { routes, igj: cell.map_or(IgjCheck::Needed, |cell| cell.igj) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::casework::keyed::Keyed;

    fn cell(victim: Victim, actor: Actor) -> (Vec<Route>, IgjCheck) {
        let advice = advise(victim, actor, Discrimination::NotReported);
        (advice.routes, advice.igj)
    }

    #[test]
    fn every_cell_of_the_table_is_filled_once() {
        for victim in Victim::ALL {
            for actor in Actor::ALL {
                let cells = TABLE.iter();
                let cells = cells.filter(|c| c.victim == *victim && c.actors.contains(actor));
                assert_eq!(cells.count(), 1, "{victim:?} {actor:?}");
            }
        }
    }

    #[test]
    fn staff_towards_a_client_goes_by_the_six_steps_with_the_igj_check() {
        for actor in [Actor::Staff, Actor::Manager, Actor::Volunteer, Actor::Reporter] {
            assert_eq!(cell(Victim::Client, actor), (vec![Route::SixSteps], IgjCheck::Needed));
        }
    }

    #[test]
    fn a_client_towards_a_client_goes_by_the_six_steps_with_the_igj_check() {
        let six_steps = (vec![Route::SixSteps], IgjCheck::Needed);
        assert_eq!(cell(Victim::Client, Actor::Client), six_steps);
    }

    #[test]
    fn family_towards_a_client_goes_to_the_meldcode() {
        let meldcode = (vec![Route::Meldcode], IgjCheck::NotNeeded);
        assert_eq!(cell(Victim::Client, Actor::Family), meldcode);
    }

    #[test]
    fn staff_towards_staff_goes_by_the_code_of_conduct() {
        for actor in [Actor::Staff, Actor::Manager, Actor::Volunteer, Actor::Reporter] {
            let conduct = (vec![Route::ConductCode, Route::Arbo], IgjCheck::NotNeeded);
            assert_eq!(cell(Victim::Staff, actor), conduct);
        }
    }

    #[test]
    fn clients_and_family_towards_staff_is_aggression() {
        for actor in [Actor::Client, Actor::Family] {
            let aggression = (vec![Route::Aggression, Route::Arbo], IgjCheck::NotNeeded);
            assert_eq!(cell(Victim::Staff, actor), aggression);
        }
    }

    #[test]
    fn board_and_meldteam_are_handled_from_outside() {
        for actor in [Actor::Board, Actor::Meldteam] {
            let steps = (vec![Route::ExternalOfficer, Route::SixSteps], IgjCheck::Needed);
            assert_eq!(cell(Victim::Client, actor), steps);
            let outside = (vec![Route::ExternalOfficer], IgjCheck::NotNeeded);
            assert_eq!(cell(Victim::Staff, actor), outside);
        }
    }

    #[test]
    fn discrimination_of_staff_opens_the_desks_outside_as_well() {
        for actor in Actor::ALL {
            let of = |victim| advise(victim, *actor, Discrimination::Reported).routes;
            assert_eq!(of(Victim::Staff).last(), Some(&Route::DiscriminationDesks), "{actor:?}");
            assert!(!of(Victim::Client).contains(&Route::DiscriminationDesks), "{actor:?}");
        }
    }
}
