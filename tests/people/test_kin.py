"""Close kin as declared: who records them, what cannot be, what follows for offices."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.kin import record_kin, strike_kin
from civic.people.queries.kin import ties_of
from civic.people.queries.kinship import relatives
from civic.people.queries.reach import reach_of
from civic.people.rules.appointing import close_kin
from civic.people.tables import Kin, Kinship, Person
from civic.store.engine import Database
from tests.people.kept import Kept, keep
from tests.people.test_person_edit import opened, told


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def declare(kept: Kept, one: int, other: int, relation: Kin = Kin.SIBLING, by: str = "刘敏") -> None:
    with kept.cast.acting(by) as work:
        record_kin(work, one, other, relation)


def known(kept: Kept, ident: int) -> list[tuple[str, str, bool]]:
    with kept.cast.acting("刘敏", write=False) as work:
        return [
            (each.entry.name, each.relation, each.declared) for each in relatives(work, reach_of(work), ident)
        ]


def rows(kept: Kept) -> list[tuple[int, int, str]]:
    with kept.cast.acting(None, write=False) as work:
        found = work.session.execute(select(Kinship.person_id, Kinship.other_id, Kinship.relation))
        return [tuple(row) for row in found]  # type: ignore[misc]


@pytest.mark.parametrize("who", ["刘志强", "周建", "赵玉梅", "关锋", "楼一"])
def test_only_the_committee_records_kin(kept: Kept, who: str) -> None:
    with pytest.raises(NotAllowed):
        declare(kept, kept.people["甲"], kept.people["丙"], by=who)
    with pytest.raises(NotAllowed), kept.cast.acting(who) as work:
        strike_kin(work, kept.people["甲"], kept.people["丙"])


def test_neither_of_the_two_is_oneself_or_from_the_next_community(kept: Kept) -> None:
    me, far = kept.cast.people["刘敏"], kept.cast.people["维托"]
    for pair in ((me, kept.people["甲"]), (kept.people["甲"], me)):
        with pytest.raises(NotAllowed):
            declare(kept, *pair)
    for pair in ((far, kept.people["甲"]), (kept.people["甲"], far)):
        with pytest.raises(NotFound):
            declare(kept, *pair)


def test_what_cannot_be(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        firm = work.add(Person(name="海滨置业", kind="organisation")).id
        young = work.add(Person(name="小辈", born_on=date(2000, 1, 1))).id
    for one, other, relation, sentence in (
        (kept.people["甲"], kept.people["甲"], Kin.SIBLING, "Nobody is their own kin."),
        (kept.people["甲"], firm, Kin.SPOUSE, "An organisation has no kin."),
        (firm, kept.people["甲"], Kin.SPOUSE, "An organisation has no kin."),
        (kept.people["甲"], young, Kin.PARENT, "By their birthdays the parent"),
    ):
        with pytest.raises(Refusal) as no:
            declare(kept, one, other, relation)
        assert no.value.because.text.startswith(sentence)


def test_kin_stand_on_both_entries_and_a_new_declaration_replaces_the_former(kept: Kept) -> None:
    one, other = kept.people["甲"], kept.people["丙"]
    declare(kept, one, other, Kin.SIBLING)
    assert ("何藏名丙", "sibling", True) in known(kept, one)
    # 丙 is told anew, from the other side: 甲 is the parent of 丙's spouse's … no, the sibling after all.
    declare(kept, other, one, Kin.SPOUSE)
    assert rows(kept) == [(other, one, "spouse")]
    assert ("何藏名丙", "spouse", True) in known(kept, one)
    assert ("何藏名甲", "spouse", True) in known(kept, other)
    assert ("何藏名乙", "spouse", False) in known(kept, one), "follows from the household"
    with kept.cast.acting("刘敏", write=False) as work:
        assert other in close_kin(one, ties_of(work, one))
    assert '"relation":"sibling"' in told(kept, "people:kin_recorded")[0]


def test_parents_and_children_are_told_from_each_side(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        son = work.add(Person(name="何小", born_on=date(1970, 1, 1))).id
    declare(kept, kept.people["甲"], son, Kin.CHILD)
    assert ("何小", "child", True) in known(kept, kept.people["甲"])
    assert known(kept, son)[0] == ("何藏名甲", "parent", True)


def test_kin_are_taken_off_once(kept: Kept) -> None:
    one, other = kept.people["甲"], kept.people["丙"]
    declare(kept, one, other)
    with kept.cast.acting("刘敏") as work:
        strike_kin(work, other, one)
    assert rows(kept) == []
    with pytest.raises(Refusal), kept.cast.acting("刘敏") as work:
        strike_kin(work, one, other)


def test_the_page_finds_kin_and_asks_what_they_are(kept: Kept, tmp_path: Path) -> None:
    path, other = f"/admin/people/{kept.people['甲']}/kin", kept.people["丙"]
    reading = opened(kept, "刘敏", tmp_path, path)
    assert reading.page.says("近亲属", "何藏名乙", "由家庭户关系得出")
    page = reading.get(f"{path}?q=何藏名丙")
    assert f"{path}?other={other}" in page.text
    page = reading.get(f"{path}?other={other}")
    assert page.says("何藏名丙是何藏名甲的什么人")
    assert reading.post(path).status == 422
    page = reading.post(path, relation="sibling")
    assert page.says("亲属关系已登记", "兄弟姐妹", "3号楼1单元301")
    page = reading.post(f"{path}/strike")
    assert page.says("亲属关系已删去")
    assert reading.get(f"{path}?other={kept.cast.people['维托']}").status == 404
