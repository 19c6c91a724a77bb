"""Whom a page of editing is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from civic.core.message import Message
from civic.core.verdict import Verdict
from civic.people.queries.entries import Entry
from civic.people.queries.reach import Reach, reach_of
from civic.people.queries.roll import entry_of
from civic.people.spoken import door_words
from civic.people.tables import Person
from civic.web.call import Call
from civic.web.forms import Filled
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Whom:
    """The person, with what the page says above its heading."""

    reach: Reach
    entry: Entry
    person: Person
    home: Message | None


def whom(call: Call, work: UnitOfWork) -> Whom:
    """The person of the address, within reach; `NotFound` elsewhere: five statements."""
    reach = reach_of(work)
    entry = entry_of(work, reach, call.number("person"))
    person = work.get(Person, entry.person_id)
    return Whom(reach, entry, person, door_words(entry.home) if entry.home else None)


def refuse_first(form: Filled[Any], asked: Iterable[tuple[str, Verdict]]) -> None:
    """The first line that is not right says why, at its field."""
    for line, verdict in asked:
        if verdict.because and not verdict:
            form.refuse(line, verdict.because)
            return
