"""An issue in hand on which the tests of Supervise play: raised by Zhao Yumei, led by Tang Wei."""

from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from civic.core.message import Message
from civic.discuss.tables import Outcome, Topic
from civic.manage.tables import WorkOrder
from civic.people.tables import Dwelling, Office, Person, Residence
from civic.propose.acts import raise_issue
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.queries.orders import orders_of
from civic.web.words import Reader, reading, text_of
from tests.cast import ZONE, Cast

FIRST = date(2026, 5, 11)
LATE = {date(2026, 5, 13): "08:36", date(2026, 5, 19): "08:41", date(2026, 5, 30): "08:52"}


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """An instant of that day here."""
    return datetime.combine(day, time(hour, minute), ZONE)


def in_hand(cast: Cast, *, promise: bool = True, whole_community: bool = False) -> int:
    """An issue with its work ordered; its outcome promises 27 of 30 days."""
    with cast.acting("赵玉梅") as work:
        place = None if whole_community else cast.buildings["2号楼"]
        issue = raise_issue(
            work, title="早市占道", facts="08:50 还有摊", wish="让路", category="living", building_id=place
        )
        issue.phase, issue.settled_at = Phase.MANAGING.value, work.now
        if promise:
            _promise(work.session, issue)
        work.session.flush()
        return issue.id


def _promise(session: Session, issue: Issue) -> None:
    topic = Topic(
        community_id=issue.community_id, issue_id=issue.id, opened_at=issue.raised_at,
        posted_until_on=date(2026, 3, 18),
    )  # fmt: skip
    session.add(topic)
    session.flush()
    session.add(
        Outcome(
            community_id=issue.community_id, topic_id=topic.id, issue_id=issue.id, agreed="乙方案",
            criterion="08:30 前路面清空", need=27, of_days=30, way="carry_out", written_at=issue.raised_at,
            posted_until_on=date(2026, 4, 14), comments_until_on=date(2026, 4, 7),
            comments_end_at=at(date(2026, 4, 8), 0),
            comments_ended_at=at(date(2026, 4, 8), 0), posting_ended_at=at(date(2026, 4, 15), 0),
        )
    )  # fmt: skip


def order(cast: Cast, issue_id: int, *, due_on: date, lead: str = "唐伟", phase: str = "accepted") -> int:
    """A work order of that issue."""
    with cast.acting("刘敏") as work:
        row = WorkOrder(
            community_id=cast.community_id, issue_id=issue_id, number=1 + len(orders_of(work, issue_id).all), task="划线",
            nature="ordinary", lead_id=cast.people[lead], lead_office="department", lead_title="综合执法中队",
            due_on=due_on, criterion="48 个摊位", phase=phase, issued_at=work.now, answered_at=work.now,
            return_reason="不归我们" if phase == "returned" else "",
            done_at=work.now if phase == "done" else None,
        )  # fmt: skip
        work.session.add(row)
        work.session.flush()
        return row.id


def seat(cast: Cast, name: str, office: str = "") -> int:
    """One more person of building 3; with an office if one is named."""
    with cast.acting("刘敏") as work:
        person = Person(community_id=cast.community_id, name=name)
        work.session.add(person)
        work.session.flush()
        home = work.add(
            Dwelling(
                building_id=cast.buildings["3号楼"], entrance=1, door=f"{person.id}01", area_hundredths=8000
            )
        )
        work.add(Residence(dwelling_id=home.id, person_id=person.id, from_on=date(2020, 1, 1)))
        if office:
            work.session.add(
                Office(
                    community_id=cast.community_id, person_id=person.id, kind=office, from_on=date(2026, 1, 1)
                )
            )
        work.session.flush()
        cast.people[name] = person.id
        return person.id


def watch(cast: Cast, issue_id: int, days: int = 30) -> None:
    """Start the watch on 11 May and look on so many days, late on the three days of case A."""
    cast.clock.set(at(FIRST + timedelta(days=days - 1), 9))
    with cast.acting("郑丽") as work:
        work.now = at(FIRST, 8, 31)
        acts.start_watch(work, issue_id, first_on=FIRST)
        for day in (FIRST + timedelta(days=n) for n in range(days)):
            work.now = at(day)
            cleared = LATE.get(day, "")
            acts.record_observation(work, issue_id, day=day, kept=not cleared, cleared_at=cleared)


def phase_of(cast: Cast, issue_id: int) -> str:
    """Where the issue stands."""
    with cast.acting("刘敏", write=False) as work:
        return work.get(Issue, issue_id).phase


def ask(cast: Cast, issue_id: int, who: str = "刘敏") -> int:
    """Ask to close; the close-out's id."""
    with cast.acting(who) as work:
        return acts.ask_close_out(work, issue_id, proof="前后照片").id


def close(cast: Cast, issue_id: int) -> int:
    """Ask, and turn both keys: supervisor first, another member of the committee second."""
    if "何芳" not in cast.people:
        seat(cast, "何芳", "committee")
    close_out = ask(cast, issue_id)
    with cast.acting("周建") as work:
        acts.turn_first_key(work, close_out, "同意")
    with cast.acting("何芳") as work:
        acts.turn_second_key(work, close_out)
    return close_out


def english(message: Message | None) -> str:
    """A sentence as an English reader of 2026 reads it."""
    with reading(Reader("en", ZONE, at(FIRST))):
        return text_of(message)
