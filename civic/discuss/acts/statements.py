"""Statements of an opinion map: suggest one, look them over, read what became of one's own."""

from civic.core.errors import NotFound, Refusal
from civic.core.message import say
from civic.core.verdict import YES, Verdict, not_allowed
from civic.discuss import events
from civic.discuss.acts.mapping import closed, issue_id_of
from civic.discuss.acts.subject import helping
from civic.discuss.queries import mapping as maps
from civic.discuss.rules import statements as rules
from civic.discuss.rules.statements import State
from civic.discuss.tables import Statement, TopicMap
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_suggest_statement(work: UnitOfWork, found: TopicMap, given: int = 0) -> Verdict:
    """Whoever lives or owns here, while it is open, five times."""
    return work.may(P.ANSWER_MAP).then(lambda: rules.may_suggest(closed=closed(work, found), given=given))


def suggest_statement(work: UnitOfWork, map_id: int, text: str) -> Statement:
    """Suggest a statement; it is put to the neighbours after a look, without a name."""
    found = work.get(TopicMap, map_id, lock=True)
    work.may(P.ANSWER_MAP).demand()
    given = maps.suggested(work, found.id, work.person_id)
    words = rules.plain_words(text)
    may_suggest_statement(work, found, len(given)).then(
        lambda: rules.is_new(text, maps.known_as(work, found.id, words))
    ).demand()
    work.require(P.ANSWER_MAP)
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
    return work.may(P.KEEP_MAP).then(
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
    work.may(P.KEEP_MAP).demand()
    may_look_over_statement(work, found, statement, shown=shown, reason=reason).demand()
    work.require(P.KEEP_MAP)
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
    """Whoever suggested something, themselves: a helper does not see it in their place."""
    theirs = not_allowed(say("News like this is read by the person alone."))
    return work.may(P.ANSWER_MAP).then(lambda: theirs if helping(work) else YES)


def see_looks(work: UnitOfWork, map_id: int) -> None:
    """I have read what became of my statements."""
    found = work.get(TopicMap, map_id, lock=True)
    may_see_looks(work).demand()
    work.require(P.ANSWER_MAP)
    news = [each for each in maps.suggested(work, found.id, work.person_id) if not each.told]
    if not news:
        raise Refusal(say("This was told already."))
    for each in news:
        each.told = True
    work.record(events.LooksSeen(issue_id=issue_id_of(work, found), map_id=found.id, statements=len(news)))
