"""Opinion maps: open one, suggest statements, look them over."""

from collections.abc import Sequence
from datetime import date

from civic.core.days import end_of
from civic.core.verdict import Verdict
from civic.discuss import events, queries
from civic.discuss.acts.subject import topic_of
from civic.discuss.queries import mapping as maps
from civic.discuss.rules import mapping as rules
from civic.discuss.rules.statements import State, plain_words
from civic.discuss.tables import Outcome, Statement, TopicMap
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def closed(work: UnitOfWork, found: TopicMap) -> bool:
    """Whether its last day is over; never dependent on the timetable having run."""
    return work.now >= found.closes_at


def issue_id_of(work: UnitOfWork, found: TopicMap) -> int:
    """The issue that the map is about."""
    return topic_of(work, found.topic_id)[1].id


def may_open_map(work: UnitOfWork, found: TopicMap | None, outcome: Outcome | None) -> Verdict:
    """The committee or the advisory panel, once a topic, before the outcome."""
    return work.may(P.KEEP_MAP).then(
        lambda: rules.may_open_map(opened=found is not None, written=outcome is not None)
    )


def open_map(work: UnitOfWork, topic_id: int, *, statements: Sequence[str], closes_on: date) -> TopicMap:
    """Put the first statements to the neighbours, open to 24:00 of `closes_on`; chance comes from the
    issue's number, which everybody knows."""
    topic, issue = topic_of(work, topic_id)
    may_open_map(work, maps.map_of(work, topic.id), queries.outcome_of(work, issue.id)).then(
        lambda: rules.days_fit(closes_on, work.today)
    ).then(lambda: rules.seeds_hold(list(statements))).demand()
    work.require(P.KEEP_MAP)
    found = work.add(
        TopicMap(
            topic_id=topic.id, seed=issue.reference, opened_at=work.now, closes_on=closes_on,
            closes_at=end_of(closes_on, work.zone),
        )
    )  # fmt: skip
    for number, text in enumerate(statements, 1):
        work.add(
            Statement(
                map_id=found.id, number=number, text=text, words=plain_words(text), kind="seed",
                state=State.SHOWN.value,
            )
        )  # fmt: skip
    work.record(
        events.MapOpened(
            issue_id=issue.id, reference=issue.reference, map_id=found.id, statements=len(statements),
            closes_on=closes_on,
        )
    )  # fmt: skip
    return found
