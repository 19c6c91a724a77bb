"""What is promised for each kind of matter: rules, page, and that an issue copies its days."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from civic.permissions import Standing
from civic.propose.rules import CATEGORIES, GIVEN, Category, categories_of
from civic.propose.rules.categories import MOST, answer_days, may_set, next_code, placed, stored_from
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised

OWN = Category("own1", "养犬")


def test_the_fourteen_are_given() -> None:
    assert list(categories_of(None)) == list(CATEGORIES)
    assert len(GIVEN) == 14


def test_what_is_kept_reads_again() -> None:
    known = [*GIVEN.values(), replace(OWN, owner=Standing.GRID_WORKER, danger=True, closed=True)]
    again = categories_of(stored_from(known))
    assert list(again.values()) == known


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"answer_days": 0}, "The first answer takes 1 to %(n)s working days."),
        ({"answer_days": 16}, "The first answer takes 1 to %(n)s working days."),
        (
            {"whole_days": 4},
            "The whole matter takes no less than its first answer, and at most %(n)s working days.",
        ),
        (
            {"whole_days": 121},
            "The whole matter takes no less than its first answer, and at most %(n)s working days.",
        ),
        ({"owner": Standing.RESIDENT}, "Please choose one of the answers."),
        ({"closed": True}, None),
    ],
)
def test_within_bounds(change: dict[str, Any], reason: str | None) -> None:
    verdict = may_set(GIVEN, replace(OWN, **change))
    assert (verdict.because.text if verdict.because else None) == reason


def test_names_differ_one_stays_open_and_there_are_not_too_many() -> None:
    twin = may_set({**GIVEN, "own1": OWN}, Category("own2", "养犬"))
    assert twin.because
    assert twin.because.text == "There is a category of this name already."
    last = may_set({"own1": OWN}, replace(OWN, closed=True))
    assert last.because
    assert last.because.text == "One category must stay open, or nobody could raise anything."
    full = {f"own{n}": Category(f"own{n}", f"第{n}类") for n in range(1, MOST + 1)}
    assert not may_set(full, Category("own99", "再来一类"))
    assert may_set(full, replace(full["own3"], answer_days=2))


def test_place_in_the_order() -> None:
    known = {name: Category(name, name) for name in ("a", "b", "c")}
    assert [each.code for each in placed(known, known["c"], 1)] == ["c", "a", "b"]
    assert [each.code for each in placed(known, OWN, 99)] == ["a", "b", "c", "own1"]
    assert next_code({"own1", "own3"}) == "own2"


def test_danger_does_not_wait() -> None:
    assert [answer_days(GIVEN["safety"], danger=danger) for danger in (False, True)] == [5, 1]
    assert answer_days(replace(OWN, danger=True), danger=False) == 1


def test_everybody_reads_and_the_committee_sets(cast: Cast, at: Any) -> None:
    page = at().get("/categories")
    page.says("物业维修", "5 个工作日内首次答复", "首接单位：物业服务企业")
    assert "/admin/categories" not in page.text
    for name in ("赵玉梅", "周建", "刘志强"):
        assert at(name).get("/admin/categories/repairs").status == 403
    head = at("刘敏")
    head.get("/categories").says("增加类别")
    assert head.get("/admin/categories/nothing").status == 404


def test_a_change_counts_from_now_on(cast: Cast, at: Any) -> None:
    before = raised(cast, "赵玉梅")
    committee = at("刘敏")
    committee.get("/admin/categories/repairs")
    typed = {"position": "1", "answer_days": "2", "whole_days": "1", "owner": "grid_worker"}
    refused = committee.post("/admin/categories/repairs", **typed)
    assert refused.status == 422
    refused.says("办结期限不能短于首次答复期限")
    committee.post("/admin/categories/repairs", **{**typed, "name": "房屋维修", "whole_days": "10"}).says(
        "从现在起提出的事项都按此办理", "房屋维修", "2 个工作日内首次答复", "首接单位：网格员"
    )
    after = raised(cast, "赵玉梅")
    with cast.acting(None, write=False) as work:
        issues = [work.one(Issue, reference=each) for each in (before, after)]
        dates = [(issue.answer_due_on, issue.whole_due_on, issue.owner) for issue in issues]
    assert dates == [
        (date(2026, 3, 9), date(2026, 4, 13), "property_firm"),
        (date(2026, 3, 4), date(2026, 3, 16), "grid_worker"),
    ]
    at().get(f"/issues/{after}").says("房屋维修", "首次答复期限3月4日", "办结期限3月16日", "首接单位网格员")


def test_ones_own_and_closed(cast: Cast, at: Any) -> None:
    committee = at("刘敏")
    committee.get("/admin/categories/new")
    typed = {"position": "1", "answer_days": "3", "whole_days": "20", "owner": "committee"}
    assert committee.post("/admin/categories", **typed).status == 422  # a name of its own
    committee.post("/admin/categories", **typed, name="养犬").says("养犬")
    committee.get("/admin/categories/culture")
    committee.post("/admin/categories/culture", **typed, closed="yes")
    assert "文化服务" not in at().get("/categories")
    one = at("赵玉梅")
    one.get("/issues/new/title")
    one.post("/issues/new/title", title="遛狗不牵绳")
    page = one.get("/issues/new/category")
    assert "养犬" in page
    assert "文化服务" not in page
    assert one.post("/issues/new/category", category="culture").status == 422
    one.post("/issues/new/category", category="own1").says("在哪里")


def test_no_category_crosses(cast: Cast, at: Any) -> None:
    committee = at("刘敏")
    committee.get("/admin/categories/new")
    committee.post(
        "/admin/categories", name="养犬", position="1", answer_days="3", whole_days="9", owner="committee"
    )
    assert "养犬" not in at("维托").get("/categories")
