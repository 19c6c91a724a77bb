"""What is nobody's business stands on no page: telephone numbers, doors, names of people without office."""

import re

import pytest

from tests.security.matrix import ROWS
from tests.security.rows import EVERYBODY
from tests.security.seats import ACTORS
from tests.security.test_bad_input import read_page
from tests.security.walk import CANARIES, Cell
from tests.security.world import World

OWN_NAME = {"/me", "/votes/{vote}", "/votes/{vote}/roll", "/votes/{vote}/receipt", "/votes/{vote}/change"}
"""Pages on which readers see their own name, door or entry."""

ROLL = re.compile(r"/gongfu/votes/\d+/roll(\?.*)?")
HALTS = ["topic", "outcome", "open", "cast", "result", "working", "late", "seen", "closing", "judged"]


@pytest.mark.parametrize("halt", HALTS)
def test_no_stranger_learns_a_name_a_door_or_a_number(world: World, halt: str) -> None:
    """Every page that links lead to, read by a visitor."""
    world.go(halt)
    waiting, seen = ["/gongfu/", "/gongfu/issues", "/gongfu/board", "/gongfu/supervision"], set[str]()
    found = []
    while waiting and len(seen) < 250:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        body = world.ask("visitor", "GET", address).body
        # A frozen roll shows room and area, but then no names (domain §3.3).
        leak = CANARIES.search(body.replace("canary-door", "") if ROLL.fullmatch(address) else body)
        if leak:
            found.append(f"{address}: {leak[0]}")
        links = read_page(world, "visitor", address).links
        waiting += sorted(link for link in links if link.startswith("/gongfu/") and "/in?" not in link)
    assert not found, "\n".join(found)
    assert len(seen) > 15


def test_no_neighbour_either(world: World) -> None:
    """Public pages read by people of the community who are in no office."""
    found = []
    for row in sorted(ROWS, key=lambda row: row.halt):
        if row.writes or row.yes != EVERYBODY:
            continue
        if world.halt != row.halt:
            world.go(row.halt)
        for column in ("resident", "owner", "tenant", "administrator", "suspended", "stranger"):
            body = world.ask(column, "GET", Cell(row, column, "own").address(world)).body
            leak = CANARIES.search(body if row.path not in OWN_NAME else "")
            if leak:
                found.append(f"{row.name} {column}: {body[leak.start() - 60 : leak.end() + 20]!r}")
    assert not found, "\n".join(found)


def test_nobody_learns_what_another_voted(world: World) -> None:
    """Everybody but one has voted; before the close nobody sees who, or what."""
    world.go("cast")
    vote = world.halts["cast"].params["own"]["vote"]
    for column in ("visitor", "resident", "administrator", "clerk", "supervisor"):
        for path in ("", "/roll", "/result"):
            body = world.ask(column, "GET", f"/gongfu/votes/{vote}{path}").body
            assert 'value="yes" checked' not in body
            assert not any(name in body for _office, name in ACTORS.values()), (column, path)
