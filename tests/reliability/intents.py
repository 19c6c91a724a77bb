"""Fifty requests that mean one thing, for every form that counts something."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.reliability.world import CLOSING, ENDORSED, ORDERED, RATED, TALKED, World

SOCKETS = 50
Send = Callable[[str, int], bytes]
"""Given the form's one-use token and the number of the socket: the request."""


@dataclass(frozen=True)
class Intent:
    """What is sent at once, and the figures that must be 1 afterwards."""

    name: str
    requests: list[bytes]
    stored: str
    """SQL: how many effects stand in the database."""
    entries: str
    """SQL: how many entries the ledger has of it."""


def tabs(send: Send) -> list[bytes]:
    """A page each."""
    return [send(f"{n:064x}", n) for n in range(SOCKETS)]


def presses(send: Send) -> list[bytes]:
    """One page, pressed again and again."""
    return [send("f" * 64, n) for n in range(SOCKETS)]


def form(world: World, who: int, path: str, **fields: str) -> Send:
    """The same form each time, whatever its token."""
    return lambda once, _n: world.post(who, path, once, **fields)


WAYS = {"tabs": tabs, "presses": presses}


def by(person: int, kind: str) -> str:
    """Entries of a kind that this person made."""
    return f"SELECT count(*) FROM entry WHERE kind = '{kind}' AND actor_id = {person}"


def of(issue: int, kind: str) -> str:
    """Entries of a kind about this issue."""
    return f"SELECT count(*) FROM entry WHERE kind = '{kind}' AND issue_id = {issue}"


def ballots(world: World, number: int) -> Iterator[Intent]:
    """A voter each: many tabs, many presses, a mind that changes in tabs or in one form."""
    for who in range(1, number + 1):
        two_minds = who % 4 > 1
        way = ("tabs", "presses")[who % 2]

        def send(once: str, n: int, who: int = who, two_minds: bool = two_minds) -> bytes:
            return world.ballot(who, once, "no" if two_minds and n % 2 else "yes")

        yield Intent(
            f"ballot, {way}{', two choices' if two_minds else ''}",
            WAYS[way](send),
            f"SELECT count(*) FROM ballot JOIN roll_entry r ON r.id = roll_entry_id WHERE r.person_id = {who}",
            by(who, "decide:ballot_cast"),
        )


def endorsements(world: World) -> Iterator[Intent]:
    """A neighbour and an issue each."""
    for at, issue in enumerate(ENDORSED):
        who, way = 30 + at, ("tabs", "presses")[at % 2]
        path = f"/issues/{world.issues[issue - 1]}/endorsements"
        yield Intent(
            f"endorse, {way}",
            WAYS[way](form(world, who, path)),
            f"SELECT count(*) FROM endorsement WHERE issue_id = {issue}",
            of(issue, "propose:issue_endorsed"),
        )


def raisings(world: World) -> Iterator[Intent]:
    """The check page of one draft."""
    for who, way in ((40, "tabs"), (41, "presses")):
        yield Intent(
            f"raise, {way}",
            WAYS[way](form(world, who, "/issues/new/check")),
            f"SELECT count(*) FROM issue WHERE raiser_id = {who}",
            by(who, "propose:issue_raised"),
        )


def contributions(world: World) -> Iterator[Intent]:
    """The same words from the same form; two forms would be two contributions."""
    path = f"/issues/{world.issues[TALKED - 1]}/contributions"
    said = {"stance": "for", "about": "topic", "text": "八点半以前收完。"}
    for who in (50, 51):
        yield Intent(
            "contribute, presses",
            presses(form(world, who, path, **said)),
            f"SELECT count(*) FROM contribution WHERE person_id = {who}",
            by(who, "discuss:contribution_made"),
        )


def ratings(world: World) -> Iterator[Intent]:
    """One grade each, even if the mind changes."""
    path = f"/issues/{world.issues[RATED - 1]}/rating"
    for who, way in ((60, "tabs"), (61, "presses")):

        def send(once: str, n: int, who: int = who) -> bytes:
            return world.post(who, path, once, grade=str(4 + n % 2))

        yield Intent(
            f"rate, {way}, two grades",
            WAYS[way](send),
            f"SELECT count(*) FROM rating WHERE person_id = {who}",
            by(who, "supervise:rating_given"),
        )


def orders(world: World) -> Iterator[Intent]:
    """The lead takes a work order on."""
    lead = world.officers["property_firm"]
    for number, (issue, way) in enumerate(zip(ORDERED, WAYS, strict=True), 1):
        path = f"/work-orders/{number}/acceptance"
        yield Intent(
            f"accept work order, {way}",
            WAYS[way](form(world, lead, path)),
            f"SELECT count(*) FROM work_order WHERE id = {number} AND phase = 'accepted'",
            of(issue, "manage:order_accepted"),
        )


def keys(world: World) -> Iterator[Intent]:
    """The first key of a close-out alone; both keys of another at the same moment: it closes once."""
    first, second = world.officers["supervisor"], world.officers["committee"]

    def turn(number: int, once: str, n: int) -> bytes:
        base = f"/issues/{world.issues[CLOSING[number - 1] - 1]}/close-outs/{number}"
        if number == 2 and n % 2:
            return world.post(second, f"{base}/second-key", once)
        return world.post(first, f"{base}/first-key", once, view="做到了。")

    yield Intent(
        "first key, tabs",
        tabs(lambda once, n: turn(1, once, n)),
        "SELECT count(*) FROM close_out WHERE id = 1 AND first_key_id IS NOT NULL AND second_key_id IS NULL",
        of(CLOSING[0], "supervise:key_turned"),
    )
    yield Intent(
        "both keys at once, tabs",
        tabs(lambda once, n: turn(2, once, n)),
        f"SELECT count(*) FROM rating_round WHERE issue_id = {CLOSING[1]}",
        of(CLOSING[1], "supervise:issue_closed_out"),
    )


def intents(world: World) -> list[Intent]:
    """All of them; twenty are ballots."""
    forms = (endorsements, raisings, contributions, ratings, orders, keys)
    return [*ballots(world, 20), *(intent for form in forms for intent in form(world))]
