"""Follow an issue with one tap, see what changed since one last looked, mute one's own; nobody else learns of it."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from civic.core.errors import NotAllowed, NotFound
from civic.ledger.tables import Entry
from civic.propose import acts
from civic.propose.queries.changed import Changed, changed
from civic.propose.queries.following import followed
from civic.propose.rules import Nature
from civic.propose.tables import Following, Issue
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.web import statements


def ident(cast: Cast, reference: str) -> int:
    with cast.acting(None, write=False) as work:
        return work.one(Issue, reference=reference).id


def follow(cast: Cast, who: str | None, issue: int) -> None:
    with cast.acting(who) as work:
        acts.follow_issue(work, issue)


def mine(cast: Cast, who: str) -> dict[str, Changed]:
    with cast.acting(who, write=False) as work:
        return {each.title: each for each in changed(work).issues}


def today(cast: Cast, who: str) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [each.title for each in followed(work)]


def verify(cast: Cast, issue: int, nature: Nature = Nature.SELF_GOVERNANCE) -> None:
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, issue, findings="属实", nature=nature)


def look(cast: Cast, who: str, height: int | None = None) -> None:
    with cast.acting(who) as work:
        acts.note_looked(work, changed(work).height if height is None else height)


def test_a_visitor_and_somebody_from_elsewhere_follow_nothing(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with pytest.raises(NotAllowed):
        follow(cast, None, issue)
    with pytest.raises(NotFound):
        follow(cast, "维托", issue)
    follow(cast, "孙浩", issue)
    assert today(cast, "孙浩") == list(mine(cast, "孙浩")) == ["单元门关不上"]


def test_one_tap_each_way_and_a_second_press_changes_nothing(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    for _ in range(2):
        follow(cast, "孙浩", issue)
    for _ in range(2):
        with cast.acting("孙浩") as work:
            acts.unfollow_issue(work, issue)
    assert mine(cast, "孙浩") == {}
    with cast.acting(None, write=False) as work:
        assert work.session.scalar(select(func.count(Following.id))) == 0


def test_the_ledger_does_not_tell_who_follows(cast: Cast, reference: str) -> None:
    with cast.acting(None, write=False) as work:
        before = work.session.scalar(select(func.count(Entry.id)))
    follow(cast, "孙浩", ident(cast, reference))
    look(cast, "孙浩")
    with cast.acting(None, write=False) as work:
        assert work.session.scalar(select(func.count(Entry.id))) == before


def test_what_one_raised_or_endorsed_is_followed_by_itself_and_can_be_muted(
    cast: Cast, reference: str
) -> None:
    issue = ident(cast, reference)
    with cast.acting("孙浩") as work:
        acts.endorse_issue(work, issue)
    for who in ("赵玉梅", "孙浩"):
        assert today(cast, who) == list(mine(cast, who)) == ["单元门关不上"]
        with cast.acting(who) as work:
            acts.unfollow_issue(work, issue)
        assert today(cast, who) == list(mine(cast, who)) == []
        follow(cast, who, issue)
        assert today(cast, who) == list(mine(cast, who)) == ["单元门关不上"]


def test_what_one_entered_for_a_neighbour_stands_on_the_page(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        acts.raise_on_behalf(
            work, person_id=cast.people["赵玉梅"], channel="visit", title="路灯不亮", facts="三天了",
            wish="修好", category="repairs", building_id=None, entrance=None,
        )  # fmt: skip
    assert list(mine(cast, "刘敏")) == ["路灯不亮"]


def test_what_changed_since_one_last_looked(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    follow(cast, "孙浩", issue)
    # What was before is no news, nor is one's own doing.
    assert mine(cast, "孙浩")["单元门关不上"].lines == []
    assert mine(cast, "赵玉梅")["单元门关不上"].lines == []
    verify(cast, issue)
    for who in ("孙浩", "赵玉梅"):
        assert len(mine(cast, who)["单元门关不上"].lines) == 1
        look(cast, who)
        assert mine(cast, who)["单元门关不上"].lines == []
    with cast.acting("刘敏") as work:
        acts.handle_issue(work, issue, mode="at_once", what="修好了。", trips=0)
    assert len(mine(cast, "孙浩")["单元门关不上"].lines) == 1


def test_what_happens_between_reading_and_marking_stays_new(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with cast.acting("赵玉梅", write=False) as work:
        seen = changed(work).height
    verify(cast, issue)
    look(cast, "赵玉梅", seen)
    assert len(mine(cast, "赵玉梅")["单元门关不上"].lines) == 1
    look(cast, "赵玉梅", 2**31 - 1)
    with cast.acting("刘敏") as work:
        acts.handle_issue(work, issue, mode="at_once", what="修好了。", trips=0)
    assert len(mine(cast, "赵玉梅")["单元门关不上"].lines) == 1


def test_a_helper_follows_for_whom_they_act(cast: Cast, reference: str) -> None:
    with cast.acting("孙浩") as work:
        assert work.actor is not None
        work.actor = replace(work.actor, helper_id=cast.people["郑丽"])
        acts.follow_issue(work, work.one(Issue, reference=reference).id)
    assert today(cast, "孙浩") == ["单元门关不上"]
    assert today(cast, "郑丽") == []


def test_a_private_matter_is_followed_by_its_readers_alone(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    follow(cast, "孙浩", issue)
    verify(cast, issue, Nature.PRIVATE_SERVICE)
    assert today(cast, "孙浩") == list(mine(cast, "孙浩")) == []
    assert len(mine(cast, "赵玉梅")) == 1
    with pytest.raises(NotAllowed, match="Only whoever may read"):
        follow(cast, "郑丽", issue)
    follow(cast, "刘敏", issue)
    assert len(mine(cast, "刘敏")) == 1
    # Whoever may not read it any more can still let it go.
    with cast.acting("孙浩") as work:
        acts.unfollow_issue(work, issue)


def test_the_pages_need_no_script(cast: Cast, at: Any, reference: str) -> None:
    at().get(f"/issues/{reference}")
    me = at("孙浩")
    page = me.get(f"/issues/{reference}")
    page.says("关注这件事", "别人看不到谁关注")
    me.post(f"/issues/{reference}/following").says("您已关注这件事", "不再关注")
    verify(cast, ident(cast, reference))
    me.get("/").says("您关注的事", "单元门关不上", "您关注的全部事项")
    me.get("/me/following").says("单元门关不上", "有新进展")
    me.post("/me/following/looked", height=me.hidden("/me/following/looked")["height"])
    assert "新进展都看过了" not in me.get("/me/following")
    me.page.says("您上次看过以后，还没有新进展")
    me.get(f"/issues/{reference}")
    me.post(f"/issues/{reference}/following/end").says("您不再关注这件事了")
    me.get("/me/following").says("您还没有关注什么")
    assert "关注" not in at().get(f"/issues/{reference}")


def test_nobody_else_sees_who_follows_or_how_many(cast: Cast, at: Any, reference: str) -> None:
    before = at("刘敏").get(f"/issues/{reference}").text.count("孙浩")
    follow(cast, "孙浩", ident(cast, reference))
    after = at("刘敏").get(f"/issues/{reference}").text
    assert after.count("孙浩") == before
    assert "人关注" not in after


def test_a_page_that_is_not_there_is_the_first_one(cast: Cast, at: Any, reference: str) -> None:
    at("赵玉梅").get("/me/following?page=7").says("单元门关不上")


def test_the_page_asks_the_same_however_much_is_followed(cast: Cast, at: Any, reference: str) -> None:
    me, counts = at("孙浩"), []
    for number in range(3):
        follow(cast, "孙浩", ident(cast, raised(cast, "赵玉梅", f"第{number}件事")))
        me.get("/me/following")
        with statements(cast.workshop.database) as seen:
            me.get("/me/following")
        counts.append(len(seen))
    assert counts[0] == counts[2] <= 3, seen
