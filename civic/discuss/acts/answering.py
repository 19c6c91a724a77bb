"""Opinion maps: answer a statement, take an answer back; keep what was drawn, let the map close."""

from civic.core.errors import NotFound, Refusal
from civic.core.message import say
from civic.core.verdict import Verdict
from civic.discuss import events, queries
from civic.discuss.acts.mapping import closed, issue_id_of
from civic.discuss.acts.subject import topic_of
from civic.discuss.queries import mapping as maps
from civic.discuss.queries import opinions
from civic.discuss.rules import statements as rules
from civic.discuss.rules.picture import Picture
from civic.discuss.rules.statements import State
from civic.discuss.tables import Opinion, Statement, TopicMap
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_answer_statement(work: UnitOfWork, found: TopicMap) -> Verdict:
    """Whoever lives or owns here, while it is open; as often as they change their mind."""
    return work.may(P.ANSWER_MAP).then(lambda: rules.may_answer(closed=closed(work, found)))


def answer_statement(work: UnitOfWork, map_id: int, number: int, vote: int) -> None:
    """Agree (1), disagree (-1) or pass (0); the last answer counts."""
    found = work.get(TopicMap, map_id)
    may_answer_statement(work, found).demand()
    statement = _asked(work, found, number)
    if statement.state != State.SHOWN.value:
        raise NotFound
    opinion = opinions.opinion_of(work, statement.id, work.person_id)
    if opinion is None:
        opinion = Opinion(map_id=found.id, statement_id=statement.id, person_id=work.person_id)
    opinion.vote, opinion.at = vote, work.now
    work.add(opinion)
    work.record(events.OpinionGiven(issue_id=issue_id_of(work, found), map_id=found.id))


def may_take_back_answer(work: UnitOfWork, found: TopicMap) -> Verdict:
    """As one may answer."""
    return may_answer_statement(work, found)


def take_back_answer(work: UnitOfWork, map_id: int, number: int) -> None:
    """As if the statement had not been answered."""
    found = work.get(TopicMap, map_id)
    may_take_back_answer(work, found).demand()
    statement = _asked(work, found, number)
    opinion = opinions.opinion_of(work, statement.id, work.person_id)
    if opinion is None:
        raise Refusal(say("You have not answered this statement."))
    work.session.delete(opinion)
    work.record(events.OpinionTakenBack(issue_id=issue_id_of(work, found), map_id=found.id))


def _asked(work: UnitOfWork, found: TopicMap, number: int) -> Statement:
    work.require(P.ANSWER_MAP)
    statement = maps.statement_of(work, found.id, number)
    if statement is None:
        raise NotFound
    return statement


def keep_map(work: UnitOfWork, map_id: int, picture: Picture) -> None:
    """Keep the newest picture of a living map; a duty of the timetable. Nothing happened by it."""
    found = work.get(TopicMap, map_id, lock=True)
    if found.closed_at is None:
        _keep(found, picture)


def close_map(work: UnitOfWork, map_id: int, picture: Picture) -> None:
    """The last day is over: the final picture, drawn without those before; a duty of the timetable, once.

    An answer that was on its way at midnight may have come in while it was drawn: then it is drawn again."""
    found = work.get(TopicMap, map_id, lock=True)
    if found.closed_at is not None or not closed(work, found):
        return
    if picture.shown["answers"] != opinions.answers_in(work, found.id):
        return
    _keep(found, picture)
    found.closed_at = work.now
    _topic, issue = topic_of(work, found.topic_id)
    written = queries.outcome_of(work, issue.id) is not None
    work.record(
        events.MapClosed(
            issue_id=issue.id, reference=issue.reference, map_id=found.id, written=written,
            people=picture.shown["participants"], answers=picture.shown["answers"],
            groups=len(picture.shown.get("groups") or ()),
        )
    )  # fmt: skip


def _keep(found: TopicMap, picture: Picture) -> None:
    found.drawn_at, found.drawn, found.kept = picture.read_at, dict(picture.shown), dict(picture.kept)
