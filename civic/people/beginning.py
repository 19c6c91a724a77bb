"""A community without a roll: where its first officers begin."""

from collections.abc import Sequence

from civic.core.message import say
from civic.people.queries.beginning import nobody_governs, nobody_lives_here
from civic.permissions import Permission, Standing
from civic.web.house import Ask
from civic.work import UnitOfWork


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement for the committee or an administrator, none for everybody else; nothing once there is a roll."""
    actor = work.actor
    if actor is None or actor.helper_id:
        return ()
    if work.may(Permission.IMPORT_ROLL):
        return _roll() if nobody_lives_here(work) else ()
    if Standing.ADMINISTRATOR in actor.standings and nobody_governs(work):
        return [
            Ask(
                "answer", say("Nobody is in the residents' committee yet"), say("Give the office"),
                "/admin/offices/new?kind=committee", None, say("The committee then brings in the roll."),
            )
        ]  # fmt: skip
    return ()


def _roll() -> list[Ask]:
    return [
        Ask(
            "answer", say("The roll is still empty"), say("Bring in a list"), "/admin/import", None,
            say("An Excel list of homes and residents, as you have it. You see everything before it counts."),
        ),
        Ask("answer", say("No list at hand? Enter buildings, homes and people one by one"), say("Begin by hand"), "/admin/people"),
    ]  # fmt: skip
