"""A community for races: neighbours with sessions and a place on an open roll, laid in bulk."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, text
from sqlalchemy.orm import Session

from civic.core.entropy import SeededEntropy, code, digest, token
from civic.decide.rules.presets import for_vote
from civic.decide.rules.terms_text import terms_hash, terms_json
from civic.decide.tables import RollEntry, Vote
from civic.discuss.tables import Topic
from civic.ledger.queries import first_wrong_entry
from civic.manage.tables import WorkOrder
from civic.people.tables import Building, Dwelling, Office, Person, Residence
from civic.propose.rules import Phase, reference_of
from civic.propose.tables import Draft, Issue
from civic.store.base import Base
from civic.store.engine import Database
from civic.store.tables import Community, LoginSession
from civic.supervise.tables import CloseOut, RatingRound
from civic.web.security import form_token
from tests.reliability.wire import post

SLUG = "race"
SECRET = b"r" * 32
TALKED, VOTED, ENDORSED, ORDERED, CLOSING, RATED = 1, 2, (3, 4, 5, 6), (7, 8), (9, 10), 11
"""Ids of the issues by what may be done with them; work orders and close-outs are numbered from 1."""
OFFICERS = ("property_firm", "supervisor", "committee")
DRAFT = {"title": "路灯不亮", "category": "safety", "building_id": None, "entrance": None, "place": "",
         "facts": "晚上七点以后整条路是黑的。", "wish": "请尽快修好。"}  # fmt: skip


@dataclass(frozen=True)
class World:
    """Neighbours are numbered from 1; the last three hold the offices."""

    community: int
    sessions: list[str]
    vote: int
    issues: list[str]
    """References; an issue's id is its place here, from 1."""

    @property
    def officers(self) -> dict[str, int]:
        """Who holds which office."""
        return {kind: len(self.sessions) - len(OFFICERS) + n for n, kind in enumerate(OFFICERS, 1)}

    def post(self, person: int, path: str, once: str, **fields: str) -> bytes:
        """A form of this person's own."""
        mine = self.sessions[person - 1]
        return post(f"/{SLUG}{path}", mine, csrf=form_token(SECRET, mine), once=once, **fields)

    def ballot(self, person: int, once: str, choice: str = "yes") -> bytes:
        """This person's ballot."""
        return self.post(person, f"/votes/{self.vote}/ballot", once, choice=choice)


def settle(database: Database, neighbours: int) -> World:
    """Fill a fresh, migrated database."""
    entropy, now = SeededEntropy("race"), datetime.now(UTC)
    with Session(database.writer) as session:
        here = Community(
            slug=SLUG, name="争先社区", prefix="ZX", phone="0", help_name="刘敏", help_hours="09–17"
        )
        _add(session, here)
        people = neighbours + len(OFFICERS)
        _people(session, here.id, people)
        sessions = [token(entropy) for _ in range(people)]
        _bulk(session, LoginSession, [_session(here.id, n, each, now) for n, each in enumerate(sessions, 1)])
        issues = [_issue(session, here.id, n, now, entropy) for n in range(1, 17)]
        _moved(session, issues, now, people)
        vote = _vote(session, here.id, issues[VOTED - 1].id, now, entropy)
        _bulk(session, RollEntry, [
            {"community_id": here.id, "vote_id": vote.id, "number": n, "person_id": n}
            for n in range(1, neighbours + 1)
        ])  # fmt: skip
        session.add_all(
            Draft(community_id=here.id, person_id=n, journey="raise", answers=DRAFT, saved_at=now)
            for n in range(1, 51)
        )
        session.commit()
        return World(here.id, sessions, vote.id, [issue.reference for issue in issues])


def _bulk(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    for at in range(0, len(rows), 2000):
        session.execute(insert(table), rows[at : at + 2000])


def _add(session: Session, row: Base) -> None:
    session.add(row)
    session.flush()


def _people(session: Session, community_id: int, people: int) -> None:
    _add(session, Building(community_id=community_id, name="1号楼", estate="", entrances=3))
    session.add_all(
        Dwelling(community_id=community_id, building_id=1, entrance=1, door=f"{n}", area_hundredths=8000)
        for n in range(1, 101)
    )
    session.flush()
    _bulk(session, Person, [
        {"community_id": community_id, "name": f"邻{n}", "kind": "person"} for n in range(1, people + 1)
    ])  # fmt: skip
    _bulk(session, Residence, [
        {"community_id": community_id, "person_id": n, "dwelling_id": n % 100 + 1, "from_on": date(2020, 1, 1)}
        for n in range(1, people + 1)
    ])  # fmt: skip
    session.add_all(
        Office(
            community_id=community_id,
            person_id=people - len(OFFICERS) + n,
            kind=kind,
            from_on=date(2020, 1, 1),
        )
        for n, kind in enumerate(OFFICERS, 1)
    )


def _moved(session: Session, issues: list[Issue], now: datetime, people: int) -> None:
    """One issue under discussion, one before a vote, two with a work order, two being closed, one being rated."""
    phases = {TALKED: Phase.TOPIC, VOTED: Phase.DECIDING, RATED: Phase.RATING}
    phases |= dict.fromkeys(ORDERED, Phase.MANAGING) | dict.fromkeys(CLOSING, Phase.CLOSING)
    for number, phase in phases.items():
        issues[number - 1].phase, issues[number - 1].settled_at = phase.value, now
    here, lead, day = issues[0].community_id, people - len(OFFICERS) + 1, now.date()
    _add(session, Topic(community_id=here, issue_id=TALKED, opened_at=now, posted_until_on=day))
    session.add_all(
        WorkOrder(
            community_id=here, issue_id=n, number=1, task="修", nature="repair", lead_id=lead, phase="issued",
            lead_office="property_firm", lead_title="物业", due_on=day, criterion="亮", issued_at=now,
        )
        for n in ORDERED
    )  # fmt: skip
    session.add_all(
        CloseOut(
            community_id=here, issue_id=n, asked_by_id=1, asked_role="resident", asked_at=now, proof="照片"
        )
        for n in CLOSING
    )
    later = now + timedelta(days=7)
    _add(
        session,
        RatingRound(community_id=here, issue_id=RATED, opened_at=now, until_on=later.date(), ends_at=later),
    )


def _session(community_id: int, person_id: int, each: str, now: datetime) -> dict[str, Any]:
    later = now + timedelta(days=1)
    return {
        "community_id": community_id, "token_hash": digest(each), "person_id": person_id, "began_at": now,
        "seen_at": now, "idle_until": later, "ends_at": later, "officer": False,
    }  # fmt: skip


def _issue(session: Session, community_id: int, number: int, now: datetime, entropy: SeededEntropy) -> Issue:
    issue = Issue(
        community_id=community_id, year=now.year, number=number, reference=reference_of("ZX", now.year, number),
        code=code(entropy), title="路灯不亮", facts="夜里黑。", wish="请修。", category="safety", raiser_id=1,
        raised_at=now, moved_at=now, answer_due_on=now.date(), nature="self_governance",
    )  # fmt: skip
    _add(session, issue)
    return issue


def _vote(session: Session, community_id: int, issue_id: int, now: datetime, entropy: SeededEntropy) -> Vote:
    terms, began = for_vote("RES_REP"), now - timedelta(days=1)
    vote = Vote(
        community_id=community_id, code=code(entropy), issue_id=issue_id, number="争〔2026〕1号", question="修吗？",
        text="换成声控灯。", preset="RES_REP", terms=json.loads(terms_json(terms)), terms_hash=terms_hash(terms),
        text_hash=digest("text"), roll_hash=digest("roll"), channel="online", phase="open",
        notified_at=now - timedelta(days=9), opens_at=began, closes_at=now + timedelta(days=3), opened_at=began,
    )  # fmt: skip
    _add(session, vote)
    return vote


def count(connection: Connection, sql: str, **values: Any) -> int:
    """A figure of the database."""
    return int(connection.execute(text(sql), values).scalar() or 0)


def chain_is_whole(database: Database, world: World) -> bool:
    """No entry is missing, changed, or stands twice at a height."""
    with Session(database.reader) as session:
        return first_wrong_entry(session, world.community) is None
