"""A pile of paper on its way in: a draft with what all have in common, and one entry a slip."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.propose import drafts
from civic.propose.drafts import Answers
from civic.propose.queries.people import Neighbour, neighbours, within
from civic.propose.reach import Reach, reach_of
from civic.propose.rules import categories_of
from civic.work import UnitOfWork

JOURNEY = "pile"
MOST = 40
"""Slips in one pile: all are raised in one transaction."""
OLDEST_DAYS = 366

GONE = say("This person does not live here any more, or not where you enter issues.")
SHUT = say("Nothing is raised under this category any more. Please choose another one.")


def about(answers: Answers) -> Answers | None:
    """What all have in common; None while it is not said."""
    return answers.get("about")


def slips(answers: Answers) -> list[Answers]:
    """The entries so far, in the order of the pile."""
    return list(answers.get("slips", ()))


def keep(work: UnitOfWork, answers: Answers, entries: Sequence[Answers]) -> None:
    """Keep these entries instead of the ones before."""
    drafts.keep(work, JOURNEY, {**answers, "slips": list(entries)})


def may_be_of(day: date, today: date) -> Verdict:
    """The day on which paper was handed in: not to come, and at most a year ago."""
    if day > today:
        return no(say("This day is still to come."))
    if (today - day).days > OLDEST_DAYS:
        return no(say("That is more than a year ago. Please write the day on which it was handed in."))
    return YES


def whose(work: UnitOfWork, name: str, door: str, home: str) -> Neighbour | Message:
    """The one of that whole name within the collector's reach, of that door if one is given; those of the pile's own
    building go first. Else what to do about it."""
    found = [each for each in neighbours(work, _reach(work), name) if each.name == name]
    if door:
        found = [each for each in found if each.door == door]
    near = [each for each in found if each.building == home]
    if len(near) == 1 or len(found) == 1:
        return (near if len(near) == 1 else found)[0]
    if found:
        return say("Several people bear this name. Please add the door number.")
    return say("Nobody of this name is known where you enter issues. Please look at the slip once more.")


def problems(work: UnitOfWork, entries: Sequence[Answers]) -> Mapping[int, Message]:
    """By place in the pile, why one cannot be sent just now: one statement."""
    known = within(work, _reach(work), {entry["person_id"] for entry in entries}) if entries else set()
    kinds = categories_of(work.community.categories)
    found: dict[int, Message] = {}
    for place, entry in enumerate(entries):
        kind = kinds.get(entry["category"])
        if entry["person_id"] not in known:
            found[place] = GONE
        elif kind is None or kind.closed:
            found[place] = SHUT
    return found


def _reach(work: UnitOfWork) -> Reach:
    assert work.actor is not None
    return reach_of(work.actor)


def told(entry: Answers) -> dict[str, Any]:
    """What an entry says to the act that raises it."""
    names = ("person_id", "title", "facts", "wish", "category", "building_id", "entrance")
    return {**{name: entry[name] for name in names}, "danger": entry.get("danger") == "yes"}
