"""A quarrel and one person's service: the words leave the public, and come back only with the raiser's consent."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.pictures.tables import Picture
from civic.propose import acts
from civic.propose.queries.private import words_of
from civic.propose.readers import reads
from civic.propose.rules import Nature
from civic.propose.tables import Issue, PrivateWords
from civic.store.migrate import migrate, migrate_down
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.web import browser

TITLE, FACTS, WISH, FOUND = "对门借钱不还", "借了两万块躲着不见", "请叫他来一趟", "双方有借条"
SAID = (TITLE, FACTS, WISH, FOUND)


@pytest.fixture
def quarrel(cast: Cast) -> str:
    """Zhao Yumei's neighbour owes her money."""
    return private(cast, Nature.DISPUTE)


def private(cast: Cast, nature: Nature) -> str:
    with cast.acting("刘志强") as work:
        issue = acts.raise_on_behalf(
            work, person_id=cast.people["王桂兰"], channel="visit", title=TITLE, facts=FACTS, wish=WISH,
            category="disputes", building_id=cast.buildings["2号楼"], entrance=1,
        )  # fmt: skip
        ident, reference = issue.id, issue.reference
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, ident, findings=FOUND, nature=nature)
    return reference


def row(cast: Cast, reference: str) -> Issue:
    with cast.acting(None, write=False) as work:
        return work.one(Issue, reference=reference)


@pytest.mark.parametrize(
    ("nature", "title"),
    [(Nature.DISPUTE, "邻里纠纷（不公开）"), (Nature.PRIVATE_SERVICE, "个人服务事项（不公开）")],
)
def test_its_words_leave_the_issue(cast: Cast, nature: Nature, title: str) -> None:
    issue = row(cast, private(cast, nature))
    assert (issue.title, issue.facts, issue.wish, issue.findings) == (title, "", "", "")
    with cast.acting(None, write=False) as work:
        words = words_of(work, issue)
        assert words is not None
        assert (words.title, words.facts, words.wish, words.findings) == SAID


READERS = {
    None: False,
    "孙浩": False,
    "赵玉梅": False,
    "王桂兰": True,
    "刘志强": True,
    "刘敏": True,
    "周建": True,
    "吴波": False,
    "郑丽": False,
    "马军": False,
    "维托": False,
}


def test_who_reads_it(cast: Cast, at: Any, quarrel: str) -> None:
    for name, may in READERS.items():
        page = at(name).get(f"/issues/{quarrel}")
        if name == "维托":
            assert page.status == 404
            continue
        assert [said in page.text for said in SAID] == [may] * 4, name
        page.says("邻里纠纷（不公开）", "已到现场核实")
        if may:
            page.says("这个事项不公开", "只有提事人")
        listed = at(name).get("/issues")
        assert not any(said in listed.text for said in SAID), name


def test_the_entrance_is_not_told(cast: Cast, at: Any, quarrel: str) -> None:
    assert "1单元" not in at().get(f"/issues/{quarrel}").text


def test_what_was_done_about_it_stays_there_why_it_is_declined_is_public(cast: Cast, at: Any) -> None:
    for nature in (Nature.PRIVATE_SERVICE, Nature.DISPUTE):
        reference = private(cast, nature)
        with cast.acting("刘敏") as work:
            ident = work.one(Issue, reference=reference).id
            if nature is Nature.DISPUTE:
                acts.decline_issue(work, ident, reason="这是个人借贷")
            else:
                acts.handle_issue(work, ident, mode="on_behalf", what="代报了助学贷款", trips=1)
        public, mine = (at(name).get(f"/issues/{reference}").text for name in (None, "王桂兰"))
        told = "这是个人借贷" if nature is Nature.DISPUTE else "代报了助学贷款"
        assert (told in public) == (nature is Nature.DISPUTE)
        assert told in mine


def test_what_a_body_answers_stays_there_too(cast: Cast, at: Any, quarrel: str) -> None:
    with cast.acting("刘敏") as work:
        ident = work.one(Issue, reference=quarrel).id
        acts.route_issue(work, ident, receiver="街道司法所", receipt="收字藏号", reason="请他们调", days=5)
    page = at("孙浩").get(f"/issues/{quarrel}")
    page.says("街道司法所")
    assert "收字藏号" not in page.text
    at("王桂兰").get(f"/issues/{quarrel}").says("收字藏号", "请他们调")
    with cast.acting("刘敏") as work:
        acts.answer_route(work, ident, answer="劝了两次，还了一半")
    assert "还了一半" not in at().get(f"/issues/{quarrel}").text
    at("王桂兰").get(f"/issues/{quarrel}").says("还了一半")


def test_a_safety_measure_is_no_leak(cast: Cast, quarrel: str) -> None:
    with cast.acting("刘敏") as work:
        acts.take_safety_measure(work, work.one(Issue, reference=quarrel).id, what="请民警来了", volunteers=0)
    assert row(cast, quarrel).findings == ""


def test_photos_go_with_the_words(cast: Cast, at: Any, quarrel: str) -> None:
    with cast.acting("王桂兰") as work:
        photo = work.add(
            Picture(
                owner_id=work.person_id, issue_id=work.one(Issue, reference=quarrel).id, sha256="a" * 64, width=9,
                height=9, boxes=[], at=work.now, small=b"x", large=b"x",
            )
        )  # fmt: skip
        number, file = photo.id, photo.large_path
    for name, status in [("王桂兰", 200), ("刘敏", 200), ("孙浩", 404), (None, 404)]:
        for path in (f"/pictures/{number}", file):
            assert at(name).client.get(f"/gongfu{path}").status_code == status, (name, path)


def test_public_again_only_when_the_raiser_agrees(cast: Cast, at: Any, quarrel: str) -> None:
    ident = row(cast, quarrel).id
    with pytest.raises(Refusal) as caught, cast.acting("刘敏") as work:
        acts.correct_nature(work, ident, Nature.SELF_GOVERNANCE)
    assert caught.value.because.text.startswith("It becomes public only when the raiser agrees.")
    for name in ("孙浩", "刘敏"):
        with pytest.raises(NotAllowed), cast.acting(name) as work:
            acts.agree_to_publish(work, ident)
    mine = at("王桂兰")
    mine.get(f"/issues/{quarrel}").says("我想公开这件事")
    mine.post(f"/issues/{quarrel}/consent").says("已记录：提事人同意公开。")
    with pytest.raises(Refusal), cast.acting("王桂兰") as work:
        acts.agree_to_publish(work, ident)
    assert TITLE not in at().get(f"/issues/{quarrel}").text
    liu = at("刘敏")
    liu.get(f"/issues/{quarrel}/nature").says("改了就公开了", "居民共同事务")
    liu.post(f"/issues/{quarrel}/nature", nature="self_governance").says("事项类型已更正。")
    at().get(f"/issues/{quarrel}").says(*SAID)
    with cast.acting(None, write=False) as work:
        assert work.session.query(PrivateWords).count() == 0


def test_whoever_entered_it_may_note_the_consent(cast: Cast, at: Any, quarrel: str) -> None:
    head = at("刘志强")
    head.get(f"/issues/{quarrel}").says("提事人想公开这件事")
    head.post(f"/issues/{quarrel}/consent").says("提事人同意公开，由代录人记录。")


def test_the_committee_takes_back_what_should_not_be_public(cast: Cast, at: Any) -> None:
    reference = raised(cast, "赵玉梅")
    with cast.acting("刘敏") as work:
        ident = work.one(Issue, reference=reference).id
        acts.verify_issue(work, ident, findings="属实", nature=Nature.SELF_GOVERNANCE)
    for name in ("赵玉梅", "刘志强"):
        with pytest.raises(NotAllowed), cast.acting(name) as work:
            acts.correct_nature(work, ident, Nature.DISPUTE)
    with pytest.raises(NotFound), cast.acting("维托") as work:
        acts.correct_nature(work, ident, Nature.DISPUTE)
    with cast.acting("刘敏") as work:
        acts.correct_nature(work, ident, Nature.DISPUTE)
        assert reads(work, work.get(Issue, ident))
    page = at("孙浩").get(f"/issues/{reference}")
    page.says("邻里纠纷（不公开）")
    assert "单元门" not in page.text
    with cast.acting("刘敏") as work:
        acts.correct_nature(work, ident, Nature.PRIVATE_SERVICE)
    assert row(cast, reference).title == "个人服务事项（不公开）"
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, ident, reason="x")
    with pytest.raises(Refusal), cast.acting("刘敏") as work:
        acts.correct_nature(work, ident, Nature.DISPUTE)


def test_what_was_verified_before_moves_too_and_comes_back(
    database_url: str, cast: Cast, quarrel: str
) -> None:
    migrate_down(database_url, "2026_12_03_settling")
    with cast.workshop.database.session(write=False) as session:
        found = session.execute(text("SELECT title, facts, findings FROM issue")).one()
        assert tuple(found) == (TITLE, FACTS, FOUND)
    migrate(database_url)
    issue = row(cast, quarrel)
    assert (issue.title, issue.facts, issue.wish, issue.findings) == ("邻里纠纷（不公开）", "", "", "")
    with cast.acting(None, write=False) as work:
        words = words_of(work, issue)
        assert words is not None
        assert (words.title, words.facts, words.wish, words.findings) == SAID


def test_whom_the_clock_waits_for_is_read_by_its_readers(cast: Cast, quarrel: str, tmp_path: Path) -> None:
    with cast.acting("刘敏") as work:
        issue = work.one(Issue, reference=quarrel)
        acts.wait_for(
            work, issue.id, party="2号楼302王大勇", reason="人在住院", until_on=work.today + timedelta(days=7)
        )
    public = browser(cast, folder=tmp_path).get(f"/issues/{quarrel}")
    assert public.says("指定的一方")
    assert "王大勇" not in public
    assert "住院" not in public
    browser(cast, "刘敏", folder=tmp_path).get(f"/issues/{quarrel}").says("2号楼302王大勇", "人在住院")
