"""Who says no, merges and puts on the agenda: the committee all, grid workers no, owners' committees what is theirs."""

from typing import Any

import pytest

from civic.core.errors import NotAllowed, Refusal
from civic.people.tables import Office, Residence
from civic.propose import acts
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.propose.test_settling import verified

GRID, OWNERS = "林娜", "郑丽"


@pytest.fixture
def offices(cast: Cast) -> Cast:
    """A grid worker of building 3 and a member of the owners' committee."""
    with cast.acting("刘敏") as work:
        for name, kind, place in ((GRID, "grid_worker", "3号楼"), (OWNERS, "owners_committee", None)):
            work.session.query(Office).filter_by(person_id=cast.people[name]).delete()
            building = cast.buildings[place] if place else None
            work.add(
                Office(
                    person_id=cast.people[name], kind=kind, from_on=work.today, building_id=building
                )
            )  # fmt: skip
    return cast


def take(cast: Cast, name: str, reference: str, step: str) -> None:
    with cast.acting(name) as work:
        ident = work.one(Issue, reference=reference).id
        if step == "accept":
            acts.accept_issue(work, ident, background="路灯坏了", scope="全小区", days=5)
        elif step == "route":
            acts.route_issue(work, ident, receiver="城管", receipt="1号", reason="归城管", days=5)
        else:
            acts.decline_issue(work, ident, reason="不归我们")


def of(cast: Cast, nature: Nature, owner: str = "committee") -> str:
    reference = verified(cast, raised(cast, "赵玉梅", "单元门关不上", building="2号楼"))
    with cast.acting("刘敏") as work:
        issue = work.one(Issue, reference=reference)
        issue.nature, issue.owner = nature.value, owner
    return reference


def phase(cast: Cast, reference: str) -> str:
    with cast.acting(None, write=False) as work:
        return work.one(Issue, reference=reference).phase


@pytest.mark.parametrize("step", ["accept", "route"])
def test_a_grid_worker_neither_puts_on_the_agenda_nor_routes(offices: Cast, step: str) -> None:
    reference = of(offices, Nature.SELF_GOVERNANCE)
    with pytest.raises(NotAllowed):
        take(offices, GRID, reference, step)


def test_a_grid_worker_declines_what_is_public(offices: Cast, at: Any) -> None:
    private = of(offices, Nature.DISPUTE)
    with pytest.raises(Refusal, match="not public"):
        take(offices, GRID, private, "decline")
    reference = of(offices, Nature.SELF_GOVERNANCE)
    page = at(GRID).get(f"/issues/{reference}/settlement")
    assert page.says("不予受理", "并入另一事项")
    assert "/settlement/accept" not in page.text
    assert "/settlement/route" not in page.text
    take(offices, GRID, reference, "decline")
    assert phase(offices, reference) == "declined"


def test_the_owners_committee_keeps_to_owners_matters(offices: Cast) -> None:
    for name, reference, step in (
        (OWNERS, of(offices, Nature.SELF_GOVERNANCE, "owners_committee"), "decline"),
        (OWNERS, of(offices, Nature.SELF_GOVERNANCE), "accept"),
        (OWNERS, of(offices, Nature.OWNERS_GENERAL), "route"),
        ("刘志强", of(offices, Nature.OWNERS_GENERAL), "decline"),
        ("赵玉梅", of(offices, Nature.OWNERS_GENERAL), "accept"),
    ):
        with pytest.raises(NotAllowed):
            take(offices, name, reference, step)
    reference = of(offices, Nature.OWNERS_SPECIAL)
    take(offices, OWNERS, reference, "accept")
    assert phase(offices, reference) == "topic"


def test_it_checks_what_comes_to_it_first(offices: Cast, at: Any) -> None:
    mine, other = (raised(offices, "赵玉梅", title, building="2号楼") for title in ("大门锈了", "路灯不亮"))
    with offices.acting("刘敏") as work:
        work.one(Issue, reference=mine).owner = "owners_committee"
    assert at(OWNERS).get("/").says("大门锈了")
    assert "路灯不亮" not in at(OWNERS).get("/").text
    for reference, error in ((other, NotAllowed), (mine, None)):
        with offices.acting(OWNERS) as work:
            ident = work.one(Issue, reference=reference).id
            verdict = acts.may_verify_issue(work, work.get(Issue, ident))
            assert bool(verdict) is (error is None)
    with offices.acting(OWNERS) as work:
        acts.verify_issue(work, ident, findings="属实", nature=Nature.OWNERS_GENERAL)
    assert phase(offices, mine) == "verified"


def test_heads_and_representatives_endorse_without_a_home_here(offices: Cast) -> None:
    reference = raised(offices, "赵玉梅", "路灯不亮", building="2号楼")
    with offices.acting("刘敏") as work:
        work.session.query(Residence).filter_by(person_id=offices.people["孙浩"]).delete()
    with offices.acting("孙浩") as work:
        acts.endorse_issue(work, work.one(Issue, reference=reference).id)
    with pytest.raises(NotAllowed), offices.acting("唐伟") as work:
        acts.endorse_issue(work, work.one(Issue, reference=reference).id)
