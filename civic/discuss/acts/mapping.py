"""Opinion maps: open one, suggest statements, look them over."""

from collections.abc import Sequence
from datetime import date

from civic.core.days import end_of
from civic.core.errors import NotFound, Refusal
from civic.core.message import say
from civic.core.verdict import Verdict
from civic.discuss import events, queries
from civic.discuss.acts.subject import topic_of
from civic.discuss.queries import mapping as maps
from civic.discuss.rules import mapping as rules
from civic.discuss.rules.mapping import State
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
    return work.may(P.OPEN_MAP).then(
        lambda: rules.may_open_map(opened=found is not None, written=outcome is not None)
    )


def open_map(work: UnitOfWork, topic_id: int, *, statements: Sequence[str], closes_on: date) -> TopicMap:
    """Put the first statements to the neighbours, open to 24:00 of `closes_on`; chance comes from the
    issue's number, which everybody knows."""
    topic, issue = topic_of(work, topic_id)
    may_open_map(work, maps.map_of(work, topic.id), queries.outcome_of(work, issue.id)).then(
        lambda: rules.days_fit(closes_on, work.today)
    ).then(lambda: rules.seeds_hold(list(statements))).demand()
    work.require(P.OPEN_MAP)
    found = work.add(
        TopicMap(
            topic_id=topic.id, seed=issue.reference, opened_at=work.now, closes_on=closes_on,
            closes_at=end_of(closes_on, work.zone),
        )
    )  # fmt: skip
    for number, text in enumerate(statements, 1):
        work.add(
            Statement(
                map_id=found.id, number=number, text=text, words=rules.plain_words(text), kind="seed",
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


def may_suggest_statement(work: UnitOfWork, found: TopicMap, given: int = 0) -> Verdict:
    """Whoever lives or owns here, while it is open, five times."""
    return work.may(P.SUGGEST_STATEMENT).then(
        lambda: rules.may_suggest(closed=closed(work, found), given=given)
    )


def suggest_statement(work: UnitOfWork, map_id: int, text: str) -> Statement:
    """Suggest a statement; it is put to the neighbours after a look, without a name."""
    found = work.get(TopicMap, map_id, lock=True)
    work.may(P.SUGGEST_STATEMENT).demand()
    given = maps.suggested(work, found.id, work.person_id)
    words = rules.plain_words(text)
    may_suggest_statement(work, found, len(given)).then(
        lambda: rules.is_new(text, maps.known_as(work, found.id, words))
    ).demand()
    work.require(P.SUGGEST_STATEMENT)
    statement = work.add(
        Statement(
            map_id=found.id, number=maps.last_number(work, found.id) + 1, text=text, words=words,
            kind="resident", state=State.WAITING.value, author_id=work.person_id,
        )
    )  # fmt: skip
    waiting = maps.waiting_count(work, found.id)
    work.record(
        events.StatementSuggested(issue_id=issue_id_of(work, found), map_id=found.id, waiting=waiting)
    )
    return statement


def may_look_over_statement(
    work: UnitOfWork, found: TopicMap, statement: Statement, *, shown: bool, reason: str
) -> Verdict:
    """The committee or the panel; never one's own."""
    return work.may(P.LOOK_OVER_STATEMENT).then(
        lambda: rules.may_look_over(
            closed=closed(work, found), own=statement.author_id == work.person_id,
            state=State(statement.state), shown=shown, reason=reason,
        )
    )  # fmt: skip


def look_over_statement(work: UnitOfWork, map_id: int, number: int, *, shown: bool, reason: str = "") -> None:
    """Put a statement to the neighbours, or leave it out, with a public reason; its author is told."""
    found = work.get(TopicMap, map_id, lock=True)
    statement = maps.statement_of(work, found.id, number)
    if statement is None:
        raise NotFound
    work.may(P.LOOK_OVER_STATEMENT).demand()
    may_look_over_statement(work, found, statement, shown=shown, reason=reason).demand()
    work.require(P.LOOK_OVER_STATEMENT)
    statement.state = (State.SHOWN if shown else State.LEFT_OUT).value
    statement.reason = "" if shown else reason
    statement.told = statement.author_id is None
    work.session.flush()
    waiting = maps.waiting_count(work, found.id)
    work.record(
        events.StatementLookedOver(
            issue_id=issue_id_of(work, found), map_id=found.id, shown=shown, waiting=waiting
        )
    )


def may_see_looks(work: UnitOfWork) -> Verdict:
    """Whoever suggested something."""
    return work.may(P.SUGGEST_STATEMENT)


def see_looks(work: UnitOfWork, map_id: int) -> None:
    """I have read what became of my statements."""
    found = work.get(TopicMap, map_id, lock=True)
    may_see_looks(work).demand()
    work.require(P.SUGGEST_STATEMENT)
    news = [each for each in maps.suggested(work, found.id, work.person_id) if not each.told]
    if not news:
        raise Refusal(say("This was told already."))
    for each in news:
        each.told = True
    work.record(events.LooksSeen(issue_id=issue_id_of(work, found), map_id=found.id, statements=len(news)))
