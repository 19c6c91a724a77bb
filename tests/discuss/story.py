"""An issue on its way through Discuss, each step by whoever takes it in case A."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from civic.core.days import Calendar, span
from civic.discuss import acts, queries
from civic.discuss.rules import Promise
from civic.discuss.tables import Contribution, Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.timetable import run_due
from tests.cast import ZONE, Cast

QINGMING = Calendar(holidays=frozenset(span(date(2026, 4, 4), date(2026, 4, 6))))


def at(cast: Cast, month: int, day: int, hour: int = 9, minute: int = 0) -> None:
    """Move the clock to a moment of 2026 and let the timetable do what fell due."""
    cast.clock.set(datetime(2026, month, day, hour, minute, tzinfo=ZONE))
    run_due(cast.workshop)


def raised(cast: Cast, nature: Nature = Nature.PUBLIC_ORDER, title: str = "游麟路早市占道") -> int:
    """Raised by Zhao Yumei, verified by Liu Min; the issue's id."""
    with cast.acting("赵玉梅") as work:
        issue = propose.raise_issue(work, title=title, facts="收摊晚", wish="按时清空", category="living").id
    with cast.acting("刘敏") as work:
        propose.verify_issue(work, issue, findings="08:50 还有 41 个摊", nature=nature)
    return issue


def opened(cast: Cast, nature: Nature = Nature.PUBLIC_ORDER) -> tuple[int, int]:
    """Accepted by Liu Min for five days: issue and topic."""
    issue = raised(cast, nature)
    with cast.acting("刘敏") as work:
        propose.accept_issue(work, issue, background="早市占道", scope="游麟路一段", days=5)
    return issue, topic_of(cast, issue).id


def topic_of(cast: Cast, issue: int) -> Topic:
    with cast.acting(None, write=False) as work:
        return work.one(Topic, issue_id=issue)


def say(
    cast: Cast, who: str, topic: int, text: str = "支持", stance: str = "for", on_outcome: bool = False
) -> int:
    """One contribution; its id."""
    with cast.acting(who) as work:
        return acts.contribute(work, topic, stance=stance, text=text, on_outcome=on_outcome).id


OUTCOME = {
    "agreed": "按乙方案，7 点前不用喇叭", "not_agreed": "1 家摊主要求 9 点收摊", "way": "opinion_vote",
}  # fmt: skip


PROMISE = Promise(
    criterion="08:30 前路面清空", need=27, of_days=30, conditions="公约签满 46 户才开摊", cost_fen=685_000,
    payer="街道和摊主小组", duty="居委会，综合执法配合", deadline_on=date(2026, 6, 30),
)  # fmt: skip


def concluded(cast: Cast, topic: int, way: str = "opinion_vote", **other: Any) -> Outcome:
    """The outcome of case A, written by Liu Min now; `other` is promised instead."""
    with cast.acting("刘敏") as work:
        words = {**OUTCOME, "way": way}
        return acts.write_outcome(work, topic, **words, promise=replace(PROMISE, **other))


def archived(cast: Cast, topic: int, because: str = "大家说好先看半年。") -> Outcome:
    """An outcome that promises nothing, written by Liu Min now."""
    with cast.acting("刘敏") as work:
        return acts.write_outcome(
            work, topic, agreed="先不动", not_agreed="", way="archive", promise=Promise(because=because)
        )


def contribution(cast: Cast, ident: int) -> Contribution:
    with cast.acting(None, write=False) as work:
        return work.get(Contribution, ident)


def outcome_of(cast: Cast, issue: int) -> Outcome:
    with cast.acting(None, write=False) as work:
        found = queries.outcome_of(work, issue)
        assert found is not None
        return found
