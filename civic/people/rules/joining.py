"""Joining by a household slip: how often one may try, and when the roll knows too little to try at all."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from civic.people.rules.limits import Limit
from civic.people.rules.slips import TRIES, Entry, fits_roll

FACTS = Limit("facts", TRIES, timedelta(hours=1))
"""Names and facts beside the code of one slip."""

NOTHING_KNOWN = "0000000"


def lacks_facts(name: str, entries: Sequence[Entry]) -> bool:
    """Whether the roll has somebody of this name and knows neither telephone nor birthday of them, so that
    no fact could ever fit."""
    return fits_roll(name, NOTHING_KNOWN, _without_facts(entries)) is not None


def _without_facts(entries: Iterable[Entry]) -> list[Entry]:
    """Those of whom nothing is known, with a fact put in, so that the name alone decides."""
    return [
        Entry(each.person_id, each.name, NOTHING_KNOWN)
        for each in entries
        if each.born_on is None and len([sign for sign in each.phone if sign.isdigit()]) < len(NOTHING_KNOWN)
    ]
