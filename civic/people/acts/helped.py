"""What was done for somebody is kept for them, and told to them."""

from collections.abc import Iterator

from civic.core.errors import Refusal
from civic.core.event import Event
from civic.core.message import say
from civic.core.verdict import Verdict
from civic.people.events.helping import HelpTold
from civic.people.help_words import CONSEQUENCES
from civic.people.queries.helped import unread_answers, untold, untold_consents
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import entry_of
from civic.people.rules.helping import may_tell
from civic.people.tables import Helped, Helping
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def note_helped(work: UnitOfWork, event: Event) -> None:
    """A reaction on every event: what a helper did is kept for the person, what only followed from it is not. Nobody
    has to tell a ward or an organisation what was done for them by law; it stands on record."""
    actor = work.actor
    if actor is None or actor.helper_id is None or actor.helping_id is None or event.kind in CONSEQUENCES:
        return
    work.add(
        Helped(
            helping_id=actor.helping_id, person_id=actor.person_id, helper_id=actor.helper_id, kind=event.kind,
            issue_id=event.issue_id, at=work.now, told_at=work.now if actor.agent else None,
        )
    )  # fmt: skip


def may_see_helped(work: UnitOfWork) -> Verdict:
    """The person alone, signed in themselves: a helper does not see it in their place."""
    return work.may(P.AGREE_HELP)


def see_helped(work: UnitOfWork, up_to: int) -> None:
    """I have seen what was done for me, as far as the page showed it."""
    may_see_helped(work).demand()
    work.require(P.AGREE_HELP)
    _tell(work, work.person_id, up_to, at_door=False)


def may_tell_helped(work: UnitOfWork, person_id: int, up_to: int) -> Verdict:
    """Heads at their own doors, the committee everywhere; never who helped there."""
    allowed = work.may(P.RECORD_CONSENT)
    if allowed:
        entry_of(work, reach_of(work), person_id)
    return allowed.then(lambda: may_tell(_helpers(work, person_id, up_to), work.person_id))


def _helpers(work: UnitOfWork, person_id: int, up_to: int) -> Iterator[int]:
    """Who did what is to be told, and who may act from now on."""
    yield from (each.helper_id for each in untold(work, person_id, up_to))
    yield from (each.helper_id for each in untold_consents(work, person_id))


def tell_helped(work: UnitOfWork, person_id: int, up_to: int) -> None:
    """The person was told at the door, as far as the list went."""
    may_tell_helped(work, person_id, up_to).demand()
    work.require(P.RECORD_CONSENT)
    _tell(work, person_id, up_to, at_door=True)


def _tell(work: UnitOfWork, person_id: int, up_to: int, *, at_door: bool) -> None:
    """At the door also the answers to corrections: on their own account people read those one by one."""
    found: list[Helped | Helping] = [*untold(work, person_id, up_to), *untold_consents(work, person_id)]
    answers = unread_answers(work, person_id) if at_door else ()
    if not found and not answers:
        raise Refusal(say("This was told already."))
    for each in found:
        each.told_at = work.now
    for answer in answers:
        answer.seen_at = work.now
    work.record(HelpTold(person_id=person_id, things=len(found) + len(answers), at_door=at_door))
