"""The sealed box: who reads it, who never does, what the ledger and the public learn."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.tables import Entry
from civic.people.queries.offices import of_today
from civic.people.tables import Kinship
from civic.sealed import acts, queries, rules
from civic.sealed.tables import Complaint
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.web import Browser, browser

TEXT = "收了摊贩的烟才给盖章"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def at(cast: Cast, tmp_path: Path) -> Any:
    def sit_down(name: str | None = None) -> Browser:
        return browser(cast, name, folder=tmp_path, slug="weiwan" if name == "维托" else "gongfu")

    return sit_down


def filed(cast: Cast, key: str = "committee", *, named: bool = False) -> int:
    with cast.acting("赵玉梅") as work:
        return acts.file_complaint(work, key, TEXT, named=named).id


def office_of(cast: Cast, name: str) -> str:
    with cast.acting(name, write=False) as work:
        found = next(o for o in of_today(work) if o.person_id == cast.people[name])
        return f"o{found.office_id}"


def test_supervisors_alone_read_it(cast: Cast, at: Any) -> None:
    ident = filed(cast)
    at("周建").get(f"/sealed/box/{ident}").says(TEXT, "不愿具名", "信-2026-001")
    assert "赵玉梅" not in at("周建").get(f"/sealed/box/{ident}").text
    for name in ("刘敏", "关锋", "孙浩", "赵玉梅", "刘志强", "陈书"):
        for path in ("/sealed/box", f"/sealed/box/{ident}"):
            assert at(name).get(path).status == 403, (name, path)
    assert at("维托").get(f"/sealed/box/{ident}").status == 403
    at("赵玉梅").get("/sealed/mine").says(TEXT, "信-2026-001")
    assert TEXT not in at("孙浩").get("/sealed/mine").text
    assert TEXT not in at().get("/sealed").text


def test_a_name_is_read_only_where_it_was_given(cast: Cast, at: Any) -> None:
    at("周建").get(f"/sealed/box/{filed(cast, named=True)}").says("赵玉梅")


@pytest.mark.parametrize("close", [False, True])
def test_whoever_it_concerns_or_is_close_kin_stays_out(cast: Cast, at: Any, close: bool) -> None:
    key = office_of(cast, "刘敏" if close else "周建")
    if close:
        with cast.acting("刘敏") as work:
            work.add(
                Kinship(
                    person_id=cast.people["周建"], other_id=cast.people["刘敏"], relation="spouse",
                )
            )  # fmt: skip
    ident = filed(cast, key)
    assert at("周建").get(f"/sealed/box/{ident}").status == 404
    assert "2026-001" not in at("周建").get("/sealed/box").text
    with pytest.raises(NotFound), cast.acting("周建") as work:
        acts.answer_complaint(work, ident, "x", final=True)


def test_the_answer_reaches_whoever_complained(cast: Cast, at: Any) -> None:
    ident = filed(cast)
    with cast.acting(None, write=False) as work:
        complaint = work.get(Complaint, ident)
        code = queries.code_of(work, complaint)
        assert (complaint.first_due_on.isoformat(), complaint.label) == ("2026-03-09", "2026-001")
    with pytest.raises(NotAllowed), cast.acting("刘敏") as work:
        acts.answer_complaint(work, ident, "x", final=True)
    zhou = at("周建")
    zhou.get("/").says("监督信箱", "答复来信")
    zhou.get(f"/sealed/box/{ident}")
    zhou.post(f"/sealed/box/{ident}/answer", text="正在了解", final="no").says("正在了解")
    zhou.post(f"/sealed/box/{ident}/answer", text="已退还并谈话", final="yes").says("已退还并谈话")
    with pytest.raises(Refusal), cast.acting("周建") as work:
        acts.answer_complaint(work, ident, "x", final=True)
    at("赵玉梅").get("/").says("看答复")
    at("赵玉梅").get("/sealed/mine").says("已退还并谈话", "正在了解")
    visitor = at()
    visitor.get("/sealed/code")
    visitor.post("/sealed/code", code=f"{code[:4].lower()} {code[4:]}").says("已退还并谈话")
    assert TEXT not in visitor.page.text
    visitor.get("/sealed/code")
    assert visitor.post("/sealed/code", code="ABCD2345").status == 422


def test_what_came_on_paper_gets_a_receipt(cast: Cast, at: Any) -> None:
    zhou = at("周建")
    zhou.get("/sealed/box/new")
    zhou.post("/sealed/box/new", about="committee", text=TEXT).says(
        "回执", "纸质来信", "https://testserver/gongfu/sealed/code"
    )
    with pytest.raises(NotAllowed), cast.acting("刘敏") as work:
        acts.enter_complaint(work, "committee", TEXT)


def test_online_in_two_pages(at: Any) -> None:
    zhao = at("赵玉梅")
    zhao.get("/sealed/new").says("反映哪个单位")
    assert zhao.post("/sealed/new", about="committee", text=TEXT).status == 422
    zhao.post("/sealed/new", about="committee", text=TEXT, named="no").says("已投入监督信箱", "查询码")


def test_the_ledger_keeps_days_alone(cast: Cast) -> None:
    filed(cast, office_of(cast, "刘敏"))
    with cast.acting(None, write=False) as work:
        entry = work.session.scalars(select(Entry).where(Entry.kind == "sealed:complaint_filed")).one()
        assert (entry.actor_id, entry.issue_id) == (None, None)
        for secret in (TEXT, "committee", "刘敏", "赵玉梅"):
            assert secret not in entry.payload


def test_a_visitor_and_a_list_that_was_made_up(cast: Cast) -> None:
    with pytest.raises(NotAllowed), cast.acting(None) as work:
        acts.file_complaint(work, "committee", TEXT, named=False)
    for key in ("supervisor", "o999999", "resident"):
        with pytest.raises(NotFound), cast.acting("赵玉梅") as work:
            acts.file_complaint(work, key, TEXT, named=False)


@pytest.mark.parametrize(
    ("counts", "shown", "rest"),
    [
        ({}, [], 0),
        ({"committee": 4}, [], 0),
        ({"committee": 5}, [("committee", 5)], 0),
        ({"committee": 9, "clerk": 1}, [], 10),
        ({"committee": 9, "clerk": 3, "volunteer": 2}, [("committee", 9)], 5),
        ({"committee": 9, "department": 6, "clerk": 1}, [("committee", 9)], 7),
        ({"clerk": 2, "volunteer": 2}, [], 0),
    ],
)
def test_small_numbers_are_merged(counts: dict[str, int], shown: list[tuple[str, int]], rest: int) -> None:
    assert rules.merged(counts) == (shown, rest)
