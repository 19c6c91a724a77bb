"""What office-holders do as neighbours names no office: in a building with one representative it would name them."""

import pytest
from sqlalchemy import select

from civic.ledger.tables import Entry
from civic.propose import acts
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised


@pytest.mark.parametrize("who", ["孙浩", "刘志强", "刘敏", "周建", "赵玉梅"])
def test_raising_and_endorsing_name_no_office(cast: Cast, who: str) -> None:
    first = raised(cast, "王桂兰" if who == "赵玉梅" else "赵玉梅")
    with cast.acting(who) as work:
        issue = acts.raise_issue(work, title="路灯不亮", facts="一连三天", wish="修好", category="repairs")
        (endorsed,) = work.session.scalars(select(Issue.id).where(Issue.reference == first))
        acts.endorse_issue(work, endorsed)
        entries = work.session.scalars(
            select(Entry).where(Entry.actor_id == work.person_id, Entry.issue_id.in_([issue.id, endorsed]))
        ).all()
        assert [(each.kind, each.role) for each in entries] == [
            ("propose:issue_raised", "resident"), ("propose:issue_endorsed", "resident"),
        ]  # fmt: skip
