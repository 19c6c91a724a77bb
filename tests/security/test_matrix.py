"""Every route × every standing × own, another's and another community's object."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from civic import permissions
from civic.app import ROUTES
from civic.core.verdict import YES, Verdict
from civic.permissions import GRANTS, Permission, Standing
from civic.work import UnitOfWork
from tests.security.matrix import ROWS
from tests.security.rows import SIGNED_IN
from tests.security.seats import columns
from tests.security.walk import Cell, cells, mismatches
from tests.security.world import World

BY_NAME = {row.name: row for row in ROWS}


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    routes = {f"{route.method} {route.path}" for route in ROUTES}
    assert sorted(routes - BY_NAME.keys()) == [], "routes without a row"
    assert sorted(BY_NAME.keys() - routes) == [], "rows without a route"
    assert len(BY_NAME) == len(ROWS), "a row comes twice"


def test_every_standing_has_a_column() -> None:
    assert set(Standing) - set(columns()) == set()


def test_every_permission_guards_some_route_or_is_asked_for() -> None:
    assert set(GRANTS) == set(Permission)


def test_the_house_answers_as_the_matrix_says(world: World) -> None:
    found = list(mismatches(world, cells(ROWS)))
    assert not found, f"{len(found)} of {len(list(cells(ROWS)))}\n" + "\n".join(found[:80])


def test_an_unsafe_route_wants_our_form_from_our_page(world: World) -> None:
    found = []
    for cell in (cell for cell in cells(ROWS) if cell.row.writes and cell.thing == "own"):
        if not cell.row.may(cell.column, "own"):
            continue
        if world.halt != cell.row.halt:
            world.go(cell.row.halt)
        for what, answer in _forged(world, cell):
            if answer.status != 403 or not world.untouched():
                found.append(f"{cell.row.name} {cell.column} {what}: {answer.status}")
                world.go(cell.row.halt)
    assert not found, "\n".join(found)


def _forged(world: World, cell: Cell) -> Iterator[tuple[str, Any]]:
    path, fields = cell.address(world), cell.fields(world)
    stolen = world.guards("clerk" if cell.column != "clerk" else "visitor")
    yield "without a token", world.ask(cell.column, "POST", path, fields=fields)
    yield "with another's token", world.ask(cell.column, "POST", path, fields={**stolen, **fields})
    yield "with a foreign origin", world.post(cell.column, path, fields, origin="https://evil.example")
    yield "from another site", world.post(cell.column, path, fields, sec_fetch_site="cross-site")


def test_htmx_gets_the_same_verdict(world: World) -> None:
    """A refusal is the same for a fragment; what is done leads on by HX-Redirect instead of 303."""
    found = []
    for cell in cells(ROWS):
        if cell.thing == "far" or cell.column not in {"visitor", "committee", "raiser", "suspended"}:
            continue
        if world.halt != cell.row.halt:
            world.go(cell.row.halt)
        headers = {"hx_request": "true", "hx_request_type": "partial"}
        path = cell.address(world)
        if cell.row.writes:
            answer = world.post(cell.column, path, cell.fields(world), **headers)
        else:
            answer = world.ask(cell.column, "GET", path, **headers)
        wanted = {204 if each == 303 else each for each in cell.row.expects(cell.column, cell.thing)}
        if answer.status not in wanted:
            found.append(f"{cell.row.name} {cell.column}: {answer.status}, not {wanted}")
        if not world.untouched():
            world.go(cell.row.halt)
    assert not found, "\n".join(found)


def test_what_is_not_here_looks_like_what_is_nowhere(world: World) -> None:
    """Another community's object answers as an address that nobody ever had."""
    world.go("result")
    far = world.halts["result"].params["far"]
    for path, nowhere in [
        (f"/gongfu/issues/{far['reference']}", "/gongfu/issues/XX-2026-999"),
        (f"/gongfu/notices/{far['notice']}", "/gongfu/notices/999999"),
        (f"/gongfu/i/{far['code']}", "/gongfu/i/ABCD2345"),
    ]:
        one, two = world.ask("committee", "GET", path), world.ask("committee", "GET", nowhere)
        assert (one.status, two.status) == (404, 404), path
        assert _same(one.body, path) == _same(two.body, nowhere)


def _same(body: str, path: str) -> list[str]:
    """The page without its address and its one-use tokens."""
    return [line for line in body.replace(path, "").splitlines() if 'name="once"' not in line]


@contextmanager
def everybody_may(only: Permission | None = None) -> Iterator[None]:
    """A house whose checks of permission are gone: all of them, or those of one permission."""
    may, require, granted = UnitOfWork.may, UnitOfWork.require, permissions.granted

    def lax(self: UnitOfWork, permission: Permission, *also: Standing) -> Verdict:
        return YES if only in {None, permission} else may(self, permission, *also)

    def careless(self: UnitOfWork, permission: Permission, *also: Standing) -> None:
        if only not in {None, permission}:
            require(self, permission, *also)

    UnitOfWork.may, UnitOfWork.require = lax, careless  # type: ignore[method-assign]
    try:
        yield
    finally:
        UnitOfWork.may, UnitOfWork.require = may, require  # type: ignore[method-assign]
        assert permissions.granted is granted


REACH = "the reach asks once more which office keeps which part of the roll"
EXPLAINED = {
    Permission.RATE: "the rule asks once more whether one is affected",
    Permission.REFUSE: "the rule asks once more whether it is a matter of the owners",
    Permission.READ_MEDIATION: "the rule asks once more who is a side, the mediator or the committee",
    Permission.AGREE_PUBLIC: "the rule asks once more who raised it or entered it",
    Permission.WALK_ROUND: "the rule asks once more whose round it is, or whose place",
    Permission.READ_ROLL: REACH,
    Permission.SHOW_PERSON: REACH,
    Permission.GIVE_CODE: REACH,
    Permission.RECORD_CONSENT: REACH,
    Permission.NOTE_TOLD: "the rule asks once more who raised it or entered it",
    Permission.HAND_OVER: "the rule asks once more whose office it is",
}
"""Permissions whose checks are not the only wall."""

BITTEN = [
    "suspended",
    "administrator",
    "visitor",
    "resident",
    "clerk",
    "department",
    "advisor",
    "committee",
    "raiser",
]


@pytest.mark.parametrize("permission", sorted({route.permission for route in ROUTES} - {Permission.READ}))
def test_the_matrix_bites(world: World, permission: Permission) -> None:
    """Take one permission's checks away and the matrix must notice (§5.7)."""
    rows = [
        row for r in ROUTES if r.permission is permission and (row := BY_NAME.get(f"{r.method} {r.path}"))
    ]
    if all(row.yes >= SIGNED_IN for row in rows):
        return  # nobody who is signed in could be refused
    asked = (cell for cell in cells(rows) if cell.column in BITTEN and cell.thing == "own")
    with everybody_may(permission):
        found = next(iter(mismatches(world, asked)), None)
    world.go(world.halt)
    assert found is not None or permission in EXPLAINED, (
        f"nothing noticed that {permission} is not asked for any more"
    )


def test_a_house_without_checks_is_seen(world: World) -> None:
    sample = [cell for cell in cells(ROWS) if cell.column == "administrator" and cell.thing == "own"]
    with everybody_may():
        found = list(mismatches(world, sample))
    world.go(world.halt)
    assert (
        len(found)
        >= len({cell.row.name for cell in sample if not cell.row.may("administrator", "own")}) * 0.8
    )
