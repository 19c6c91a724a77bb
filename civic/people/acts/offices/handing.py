"""The hand-over sheet: what goes with an office, and to whom it went."""

from collections.abc import Collection

from civic.core.errors import NotFound, Refusal
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.events.offices import HeldHanded, HeldNoted, HeldStruck
from civic.people.queries.hand_over import followers
from civic.people.tables import Held, HeldKind, Office
from civic.permissions import Permission, Standing
from civic.work import UnitOfWork

P = Permission
LONGEST = 30
"""Lines on a sheet: it stays one page of A4."""


def may_read_sheet(work: UnitOfWork, office: Office) -> Verdict:
    """Whoever holds or held the office, whoever follows, and the residents' committee."""
    return work.may(P.HAND_OVER).then(lambda: YES if _parties(work, office) else _for_others())


def may_note_held(work: UnitOfWork, office: Office) -> Verdict:
    """The holder and the residents' committee write it."""
    own = office.person_id == _me(work) or _committee(work)
    return work.may(P.HAND_OVER).then(lambda: YES if own else _for_others())


def note_held(work: UnitOfWork, office_id: int, kind: HeldKind, text: str) -> Held:
    """One more line."""
    office = work.get(Office, office_id)
    may_note_held(work, office).demand()
    if work.session.query(Held.id).filter_by(office_id=office_id).count() >= LONGEST:
        no(say("The sheet is full: %(n)s lines. Please put like things on one line.", n=LONGEST)).demand()
    work.require(P.HAND_OVER)
    held = work.add(Held(office_id=office_id, kind=kind.value, text=text))
    work.record(HeldNoted(office_id=office_id, held_id=held.id))
    return held


def may_strike_held(work: UnitOfWork, office: Office, held: Held) -> Verdict:
    """Whoever may write it, until it is handed over."""
    handed = held.handed_to is not None
    return may_note_held(work, office).then(
        lambda: no(say("This was handed over; it stays on the sheet.")) if handed else YES
    )


def strike_held(work: UnitOfWork, office_id: int, held_id: int) -> None:
    """The line goes."""
    office = work.get(Office, office_id)
    # Who may write here is asked first: nobody else learns which lines there are.
    may_note_held(work, office).demand()
    held = work.session.get(Held, held_id, with_for_update=True)
    if held is None or held.office_id != office_id:
        raise Refusal(say("This line is off the sheet already."))
    may_strike_held(work, office, held).demand()
    work.require(P.HAND_OVER)
    work.session.delete(held)
    work.record(HeldStruck(office_id=office_id, held_id=held_id))


def may_hand_held(work: UnitOfWork, office: Office, to: int) -> Verdict:
    """One of the three parties ticks; to a successor, or to the committee member who takes it into keeping."""
    return may_read_sheet(work, office).then(lambda: _may_receive(work, office, to))


def hand_held(work: UnitOfWork, office_id: int, held_ids: Collection[int], to: int) -> int:
    """These lines went to that person today; how many they were. What was handed over before stays as it is."""
    office = work.get(Office, office_id)
    may_hand_held(work, office, to).demand()
    lines = [_line(work, office_id, ident) for ident in sorted(set(held_ids))]
    fresh = [line for line in lines if line.handed_to is None]
    if not fresh:
        no(say("Please tick what was handed over.")).demand()
    work.require(P.HAND_OVER)
    for line in fresh:
        line.handed_to, line.handed_on = to, work.today
    work.record(HeldHanded(office_id=office_id, person_id=to, things=len(fresh)))
    return len(fresh)


def _may_receive(work: UnitOfWork, office: Office, to: int) -> Verdict:
    if to == office.person_id:
        return no(say("Nobody hands over to themselves."))
    if to in {each.person_id for each in followers(work, office)} or (_committee(work) and to == _me(work)):
        return YES
    return no(say("Please hand it to whoever follows in the office, or to the residents' committee."))


def _line(work: UnitOfWork, office_id: int, held_id: int) -> Held:
    held = work.get(Held, held_id, lock=True)
    if held.office_id != office_id:
        raise NotFound
    return held


def _parties(work: UnitOfWork, office: Office) -> bool:
    return (
        office.person_id == _me(work)
        or _committee(work)
        or _me(work) in {each.person_id for each in followers(work, office)}
    )


def _me(work: UnitOfWork) -> int:
    return work.actor.person_id if work.actor else 0


def _committee(work: UnitOfWork) -> bool:
    return work.actor is not None and Standing.COMMITTEE in work.actor.standings


def _for_others() -> Verdict:
    return not_allowed(
        say(
            "The hand-over sheet is for whoever holds the office, whoever follows, and the residents' committee."
        )
    )
