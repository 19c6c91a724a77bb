"""The permission table in plain words says what the table says: no more, no less, in both languages."""

from pathlib import Path

import pytest

from civic.people.matrix import ROLES, act_of, by_role, by_room, published
from civic.permissions import GRANTS, WORDS, Permission, Standing
from civic.store.engine import Database
from civic.web.words import text_of
from tests.cast import gather
from tests.web import browser

NO_COLUMN = {Standing.VISITOR, Standing.SUSPENDED}
"""Visitors are everybody; what a suspended account may stands in a sentence below the table."""


def test_every_standing_has_its_column_and_only_one() -> None:
    columns = [standing for role in ROLES for standing in role.standings]
    assert sorted(columns) == sorted(set(Standing) - NO_COLUMN)
    assert len({role.key for role in ROLES}) == len(ROLES)


@pytest.mark.parametrize("permission", Permission)
def test_each_column_says_what_each_of_its_standings_may(permission: Permission) -> None:
    act = act_of(permission)
    ticked = {standing for role in act.roles for standing in role.standings}
    assert ticked == GRANTS[permission] - NO_COLUMN
    assert act.everybody == (Standing.VISITOR in GRANTS[permission])


def test_by_act_has_every_act_once() -> None:
    found = [act.permission for _room, acts in by_room(Permission) for act in acts]
    assert sorted(found) == sorted(Permission)


def test_by_role_leaves_nothing_out() -> None:
    said = {
        may.key: {act.permission for _room, acts in may.rooms for act in acts}
        for may in by_role(list(Permission))
    }
    common = said.pop("everybody") | said.pop("signed_in")
    for role in ROLES:
        granted = {p for p in Permission if role.standings <= GRANTS[p]}
        assert said[role.key] == granted - common
    assert common | {p for each in said.values() for p in each} == set(Permission)


def test_the_second_factor_stands_with_whoever_is_asked_for_it() -> None:
    assert {may.key for may in by_role(list(Permission)) if may.keeper} == {
        "committee", "party_committee", "supervisor", "owners_committee", "administrator",
    }  # fmt: skip


def test_what_asks_for_more_says_so() -> None:
    assert act_of(Permission.EXPORT_ROLL).second_factor
    assert act_of(Permission.EXPORT_ROLL).password_again
    assert act_of(Permission.READ_ROLL).glass
    assert not act_of(Permission.RAISE).second_factor


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_page_is_public_and_whole(database: Database, language: str, tmp_path: Path) -> None:
    reading = browser(gather(database), folder=tmp_path)
    reading.client.cookies.set("civic-look", f"m.light.{language}")
    for path in ("/permissions", "/permissions?by=act", "/permissions?by=nonsense"):
        page = reading.get(path)
        assert page.status == 200
        assert page.says(*(text_of(WORDS[each], language) for each in published(demo=False)))
        assert text_of(WORDS[Permission.MOVE_CLOCK], language) not in page
    role = {"zh_CN": "楼长、单元长可以", "en": "As a building head or entrance head you may"}[language]
    assert reading.get("/permissions").says(role)
