"""May this office be given, may it be ended?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.rules.appointing.conflicts import Held, why_together_not
from civic.people.rules.appointing.kin import Tie
from civic.people.rules.appointing.kinds import GIVEN_BY_COMMITTEE, OBTAINED, SCOPES, Scope
from civic.people.rules.appointing.terms import last_possible_day
from civic.permissions import NAMES, Standing

S = Standing


@dataclass(frozen=True)
class Giving:
    """An office about to be given."""

    office: Held
    obtained: str
    given_by: int
    gone: bool = False
    """Whether the person has died or left."""
    suspended: bool = False
    """Whether the account is: an office of theirs would open nothing."""
    organisation: bool = False
    candidate: bool = False
    """Whether the person stands for an election or vote that is on."""


def offices_given_by(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """The offices that whoever has these standings may give, in the order of the permissions."""
    held = set(standings)
    if S.ADMINISTRATOR in held:
        return tuple(kind for kind in Standing if kind in OBTAINED)
    return tuple(kind for kind in Standing if kind in GIVEN_BY_COMMITTEE) if S.COMMITTEE in held else ()


def may_give_kind(kind: Standing, standings: Iterable[Standing]) -> Verdict:
    """The administrator gives every office, the residents' committee those that help it."""
    given = offices_given_by(standings)
    if kind in given:
        return YES
    if given:
        return not_allowed(
            say("The residents' committee does not give this office (%(office)s).", office=NAMES[kind])
        )
    return not_allowed(say("Offices are entered by the residents' committee or the administrator."))


def may_give(
    giving: Giving, standings: Iterable[Standing], others: Iterable[Held], ties: Iterable[Tie], today: date
) -> Verdict:
    """Whether this office may be given to this person, for this term, beside what they and their kin hold."""
    office = giving.office
    return (
        may_give_kind(office.kind, standings)
        .then(lambda: _to_another(giving))
        .then(lambda: _over_something(office))
        .then(lambda: _in_the_right_way(giving))
        .then(lambda: _for_a_lawful_term(office, today))
        .then(lambda: _together(office, others, ties))
    )


def may_end(
    office: Held,
    ender_id: int,
    standings: Iterable[Standing],
    today: date,
    *,
    gave_it: bool = False,
    last_administrator: bool = False,
) -> Verdict:
    """Whoever may give an office may end it before its term; not one's own, and not a colleague's unless one
    gave it oneself: members answer to those who elected them (Residents' Committees Law, art. 20)."""
    held = tuple(standings)
    if office.to_on is not None and office.to_on < today:
        return no(say("This term is over already."))
    if office.person_id == ender_id:
        return not_allowed(say("Nobody gives or ends an office of their own; please ask a colleague."))
    if office.kind in held and not gave_it:
        return not_allowed(say("Colleagues do not end each other's office, unless one of them gave it."))
    if office.kind is S.ADMINISTRATOR and last_administrator:
        return no(say("This is the last administrator here; please give the office to another first."))
    return may_give_kind(office.kind, held)


def _to_another(giving: Giving) -> Verdict:
    if giving.office.person_id == giving.given_by:
        return not_allowed(say("Nobody gives or ends an office of their own; please ask a colleague."))
    if giving.gone:
        return no(say("Whoever has died or left for good holds no office."))
    if giving.suspended:
        return no(say("This account is suspended. Lift the suspension first, then give the office."))
    if giving.organisation:
        return no(say("An office is held by a person; please choose who acts for the organisation."))
    if giving.candidate and giving.office.kind is S.CLERK:
        return no(say("A candidate counts no votes; please choose another clerk."))
    return YES


def _over_something(office: Held) -> Verdict:
    scope = SCOPES.get(office.kind, Scope.NONE)
    if scope is Scope.ENTRANCE and (office.building_id is None or office.entrance is None):
        return no(say("Please say which entrance of which building this office is for."))
    if scope is Scope.BUILDING and office.building_id is None:
        return no(say("Please say which building this office is for."))
    if office.entrance is not None and scope is not Scope.ENTRANCE:
        return no(say("Only an entrance head has an entrance."))
    if office.building_id is not None and scope is Scope.NONE:
        return no(say("This office is for the whole community, not for one building."))
    return YES


def _in_the_right_way(giving: Giving) -> Verdict:
    if giving.obtained in OBTAINED[giving.office.kind]:
        return YES
    if OBTAINED[giving.office.kind] == ("elected",):
        return no(say("This office comes by election only; please enter the election and its minutes."))
    return no(say("This office is not come by in that way."))


def _for_a_lawful_term(office: Held, today: date) -> Verdict:
    longest = last_possible_day(office.kind, office.from_on)
    if office.to_on is not None and office.to_on < office.from_on:
        return no(say("The last day lies before the first."))
    if office.to_on is not None and office.to_on < today:
        return no(say("This term is over already."))
    if longest is not None and (office.to_on is None or office.to_on > longest):
        return no(say("This term lasts five years at most: until %(day)s.", day=longest))
    return YES


def _together(office: Held, others: Iterable[Held], ties: Iterable[Tie]) -> Verdict:
    because = why_together_not(office, others, ties)
    return YES if because is None else no(because)
