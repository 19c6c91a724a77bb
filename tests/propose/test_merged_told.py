"""A raiser without an account is told of a merger by whoever entered it for them."""

from typing import Any

from civic.people.tables import Account
from civic.propose import acts
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.propose.test_merging import merge


def entered(cast: Cast, person: str) -> str:
    with cast.acting("刘志强") as work:
        issue = acts.raise_on_behalf(
            work, person_id=cast.people[person], channel="visit", title="门关不严", facts="漏风", wish="修",
            category="repairs", building_id=cast.buildings["2号楼"],
        )  # fmt: skip
        return issue.reference


def without_account(cast: Cast, person: str) -> None:
    with cast.acting(None) as work:
        work.session.query(Account).filter_by(person_id=cast.people[person]).delete()


def test_whoever_entered_it_tells_them_once(cast: Cast, at: Any, reference: str) -> None:
    without_account(cast, "王桂兰")
    mine = entered(cast, "王桂兰")
    merge(cast, mine, reference)
    head = at("刘志强")
    today = head.get("/").text
    assert f"/issues/{mine}#answer" in today
    head.get(f"/issues/{mine}")
    head.post(f"/issues/{mine}/answer/told")
    assert f"/issues/{mine}#answer" not in head.get("/").text


def test_of_whoever_has_an_account_nobody_is_asked(cast: Cast, at: Any, reference: str) -> None:
    with cast.acting(None) as work:
        known = work.session.query(Account).filter_by(person_id=cast.people["王桂兰"]).count()
        if not known:
            work.add(Account(person_id=cast.people["王桂兰"], login="wgl-1", password_hash=""))
    mine = entered(cast, "王桂兰")
    merge(cast, mine, reference)
    assert f"/issues/{mine}#answer" not in at("刘志强").get("/").text
    assert raised(cast, "赵玉梅")
