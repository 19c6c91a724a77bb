"""A quarrel and a hardship are private from their first minute; the committee alone makes one public, and says why."""

from typing import Any

import pytest
from sqlalchemy import text

from civic.core.errors import Refusal
from civic.propose import acts
from civic.propose.readers import reads
from civic.propose.rules import Nature
from civic.propose.tables import Issue, PrivateWords
from civic.store.migrate import migrate, migrate_down
from tests.cast import Cast

TITLE, FACTS, WISH = "对门半夜拖椅子", "天天十一点以后拖", "请人去说一声"
SAID = (TITLE, FACTS, WISH)


def raise_one(cast: Cast, category: str = "disputes", who: str = "赵玉梅") -> tuple[int, str]:
    with cast.acting(who) as work:
        issue = acts.raise_issue(
            work, title=TITLE, facts=FACTS, wish=WISH, category=category, building_id=cast.buildings["2号楼"], entrance=1,
        )  # fmt: skip
        return issue.id, issue.reference


READERS = {
    None: False,
    "孙浩": False,
    "吴波": False,
    "马军": False,
    "赵玉梅": True,
    "刘志强": True,
    "刘敏": True,
}


@pytest.mark.parametrize("category", ["disputes", "hardship"])
def test_nobody_else_reads_it_from_the_first_minute(cast: Cast, at: Any, category: str) -> None:
    _, reference = raise_one(cast, category)
    for name, may in READERS.items():
        page = at(name).get(f"/issues/{reference}").text
        assert [said in page for said in SAID] == [may] * 3, name
        for path in ("/issues", "/board", "/search?q=椅子", ""):
            assert TITLE not in at(name).get(path or "/").text, (name, path)


def test_the_slip_says_who_reads_it(cast: Cast, at: Any) -> None:
    _, reference = raise_one(cast)
    at("赵玉梅").get(f"/issues/{reference}/raised").says(TITLE, "只有相关的人看得到")


def test_nobody_stands_behind_it(cast: Cast) -> None:
    ident, _ = raise_one(cast)
    with pytest.raises(Refusal) as caught, cast.acting("孙浩") as work:
        acts.endorse_issue(work, ident)
    assert caught.value.because.text == "This matter is not public: nobody is asked to stand behind it."


def test_a_head_checks_it_and_it_stays_private(cast: Cast, at: Any) -> None:
    ident, reference = raise_one(cast)
    head = at("刘志强")
    page = head.get(f"/issues/{reference}/verification")
    page.says(FACTS, "这件事提出时就不公开", "邻里纠纷")
    assert "居民共同事务" not in page.text
    refused = head.post(f"/issues/{reference}/verification", findings="属实", nature="self_governance")
    refused.says("只有居委会可以写明理由把它公开")
    with pytest.raises(Refusal), cast.acting("刘志强") as work:
        acts.verify_issue(work, ident, findings="属实", nature=Nature.CHARTER, public_because="大家的事")
    head.post(f"/issues/{reference}/verification", findings="听到了", nature="private_service").says("听到了")
    assert "听到了" not in at().get(f"/issues/{reference}").text
    with cast.acting(None, write=False) as work:
        issue = work.get(Issue, ident)
        assert (issue.title, issue.facts, issue.findings) == ("个人服务事项（不公开）", "", "")


def test_the_committee_makes_it_public_and_says_why(cast: Cast, at: Any) -> None:
    ident, reference = raise_one(cast)
    liu = at("刘敏")
    typed = {"findings": "整层都听得到", "nature": "self_governance"}
    liu.get(f"/issues/{reference}/verification").says("选一个公开的类型")
    liu.post(f"/issues/{reference}/verification", **typed).says("请写明为什么可以让大家看到")
    assert TITLE not in at().get(f"/issues/{reference}").text
    liu.post(f"/issues/{reference}/verification", **typed, public_because="楼板隔音是全楼的事")
    at().get(f"/issues/{reference}").says(*SAID, "整层都听得到", "楼板隔音是全楼的事", "居委会决定公开这件事")
    at().get("/search?q=椅子").says(reference)
    with cast.acting(None, write=False) as work:
        assert work.session.query(PrivateWords).count() == 0
        assert reads(work, work.get(Issue, ident))


def test_who_does_not_read_it_does_not_check_it(cast: Cast) -> None:
    ident, _ = raise_one(cast)
    with cast.acting("刘敏") as work:
        work.get(Issue, ident).building_id = cast.buildings["1号楼"]
    with pytest.raises(Refusal) as caught, cast.acting("刘志强") as work:
        acts.verify_issue(work, ident, findings="属实", nature=Nature.DISPUTE)
    assert caught.value.because.text.startswith("This matter is not public: the committee")


def test_who_raises_it_is_told_who_reads_it(cast: Cast, at: Any) -> None:
    mine = at("赵玉梅")
    answers = {
        "title": {"title": TITLE}, "category": {"category": "disputes"}, "place": {}, "facts": {"facts": FACTS},
        "wish": {"wish": WISH},
    }  # fmt: skip
    for step, typed in answers.items():
        mine.get(f"/issues/new/{step}")
        mine.post(f"/issues/new/{step}", **typed)
    page = mine.get("/issues/new/check")
    page.says("这件事不公开", "只有您本人")
    assert "人人都能看到" not in page.text


def test_what_waited_unchecked_becomes_private_and_comes_back(database_url: str, cast: Cast) -> None:
    ident, _ = raise_one(cast)
    migrate_down(database_url, "2026_12_07_raising")
    with cast.workshop.database.session(write=False) as session:
        found = session.execute(text("SELECT title, facts, wish, nature FROM issue")).one()
        assert tuple(found) == (*SAID, None)
    migrate(database_url)
    with cast.acting("赵玉梅", write=False) as work:
        issue = work.get(Issue, ident)
        assert (issue.title, issue.facts, issue.nature) == ("邻里纠纷（不公开）", "", "dispute")
        words = work.session.query(PrivateWords).one()
        assert (words.title, words.facts, words.wish) == SAID
