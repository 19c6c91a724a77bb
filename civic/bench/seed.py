"""A large database for measuring: rows laid in bulk, past the acts, which no real community may do."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from civic.core.entropy import SeededEntropy, code, digest, token
from civic.decide.queries.counting import count_vote
from civic.decide.rules.presets import for_vote
from civic.decide.rules.terms_text import terms_hash, terms_json
from civic.decide.tables import Ballot, RollEntry, Vote
from civic.discuss.tables import Contribution, Topic
from civic.ledger.queries import append
from civic.manage.tables import WorkOrder
from civic.people.tables import Building, Dwelling, Office, Person, Residence
from civic.propose.events import IssueAccepted, IssueRaised, IssueVerified
from civic.propose.rules import CATEGORIES, Phase, reference_of
from civic.propose.tables import Issue
from civic.store.base import Base
from civic.store.engine import Database
from civic.store.tables import Community, LoginSession

VOTERS = 60_000
CONTRIBUTIONS = 200


@dataclass(frozen=True)
class Seeded:
    """Where to point the load."""

    slug: str
    reader: str
    """Session token of a signed-in resident."""
    voters: list[str]
    """A session token for each voter on the open roll."""
    talked: str
    open_vote: int
    closed_vote: int


def seed(database: Database, now: datetime, issues: int = 100_000, voters: int = VOTERS) -> Seeded:
    """Fill a fresh, migrated database."""
    entropy = SeededEntropy("bench")
    with Session(database.writer) as session:
        community = Community(
            slug="bench", name="测量社区", prefix="CL", phone="000", help_name="测量", help_hours="08:30–17:30",
            demo=False, res_rep_authority="1",
        )  # fmt: skip
        session.add(community)
        session.flush()
        place = _people(session, community.id, voters)
        tokens = _sessions(session, community.id, voters, now, entropy)
        _issues(session, community.id, issues, place, now, entropy)
        talked = _discussion(session, community.id, now)
        _orders(session, community.id, now)
        open_vote = _vote(session, community.id, now, entropy, closed=False)
        closed_vote = _vote(session, community.id, now, entropy, closed=True)
        _bulk(session, RollEntry, _roll(community.id, open_vote, voters))
        session.commit()
    return Seeded("bench", tokens[0], tokens, talked, open_vote, closed_vote)


def _bulk(session: Session, table: type[Base], rows: list[dict[str, Any]], step: int = 5000) -> None:
    for at in range(0, len(rows), step):
        session.execute(insert(table), rows[at : at + step])


def _people(session: Session, community_id: int, voters: int) -> int:
    session.execute(
        insert(Building), [{"community_id": community_id, "name": "1号楼", "estate": "", "entrances": 3}]
    )
    _bulk(session, Dwelling, [
        {"community_id": community_id, "building_id": 1, "entrance": 1, "door": str(n), "area_hundredths": 8000}
        for n in range(1, 101)
    ])  # fmt: skip
    _bulk(session, Person, [
        {"community_id": community_id, "name": f"测{n}", "phone": "", "suspended": False}
        for n in range(1, voters + 1)
    ])  # fmt: skip
    _bulk(session, Residence, [
        {"community_id": community_id, "person_id": n, "dwelling_id": n % 100 + 1, "from_on": date(2020, 1, 1)}
        for n in range(1, voters + 1)
    ])  # fmt: skip
    session.execute(insert(Office), [{
        "community_id": community_id, "person_id": 1, "kind": "representative", "building_id": 1,
        "from_on": date(2020, 1, 1), "to_on": None, "title": "",
    }])  # fmt: skip
    return 1


def _sessions(
    session: Session, community_id: int, voters: int, now: datetime, entropy: SeededEntropy
) -> list[str]:
    tokens = [token(entropy) for _ in range(voters)]
    _bulk(session, LoginSession, [
        {"community_id": community_id, "token_hash": digest(each), "person_id": n, "began_at": now, "seen_at": now,
         "idle_until": now + timedelta(days=1), "ends_at": now + timedelta(days=1), "officer": False,
         "confirmed_at": now, "strong": True, "device": ""}
        for n, each in enumerate(tokens, 1)
    ])  # fmt: skip
    return tokens


def _issues(
    session: Session, community_id: int, issues: int, building_id: int, now: datetime, entropy: SeededEntropy
) -> None:
    phases, categories = [p for p in Phase if p is not Phase.MERGED], list(CATEGORIES)
    _bulk(session, Issue, [
        {
            "community_id": community_id, "year": now.year, "number": n, "code": f"B{n:07d}",
            "reference": reference_of("CL", now.year, n), "title": f"{n % 36 + 1}号楼门前路灯不亮，晚上看不清",
            "facts": "晚上七点以后整条路是黑的。", "wish": "请尽快修好。", "category": categories[n % 14],
            "building_id": building_id, "entrance": 1, "danger": False, "raiser_id": n % 50 + 1, "channel": "online",
            "raised_at": now - timedelta(days=n % 90), "answer_due_on": (now - timedelta(days=n % 90)).date(),
            "phase": phases[n % len(phases)].value, "nature": None, "findings": "", "background": "", "scope": "",
            "reason": "", "receiver": "", "receipt": "", "settled_at": now, "moved_at": now, "due_on": None,
            "endorsements": n % 40,
        }
        for n in range(1, issues + 1)
    ])  # fmt: skip


def _discussion(session: Session, community_id: int, now: datetime) -> str:
    issue = session.get(Issue, 1)
    assert issue is not None
    issue.phase = Phase.TOPIC.value
    session.execute(insert(Topic), [
        {"community_id": community_id, "issue_id": 1, "opened_at": now, "posted_until_on": now.date()}
    ])  # fmt: skip
    _bulk(session, Contribution, [
        {
            "community_id": community_id, "topic_id": 1, "person_id": n % 50 + 1, "role": "resident",
            "stance": ("for", "against", "question")[n % 3], "text": TALK, "html": f"<p>{TALK}</p>",
            "shown_as": f"王**，{n % 36 + 1}号楼", "on_outcome": False, "adopted": None, "at": now,
        }
        for n in range(CONTRIBUTIONS)
    ])  # fmt: skip
    for event in (
        IssueRaised(issue_id=1, answer_due_on=now.date()),
        IssueVerified(issue_id=1, nature="self_governance", answer_due_on=now.date()),
        IssueAccepted(issue_id=1, days=5),
    ):
        append(session, community_id, event, now, 1, "resident")
    return issue.reference


TALK = "早上七点摊子就把路占满了，救护车也进不来。希望定个时间，八点半以前收完，这样两边都方便。"


def _orders(session: Session, community_id: int, now: datetime) -> None:
    _bulk(session, WorkOrder, [
        {
            "community_id": community_id, "issue_id": n, "vote_id": None, "number": 1, "task": "修路灯",
            "nature": "repair", "lead_id": 1, "lead_office": "property_firm", "lead_title": "物业", "helpers": "",
            "due_on": (now + timedelta(days=n % 30 - 10)).date(), "criterion": "灯亮", "cost_fen": 0, "payer": "",
            "phase": "accepted", "issued_at": now, "answered_at": now, "return_reason": "", "rerouted_from": "",
            "done_at": None,
        }
        for n in range(2, 302)
    ])  # fmt: skip


def _vote(session: Session, community_id: int, now: datetime, entropy: SeededEntropy, *, closed: bool) -> int:
    terms = for_vote("RES_REP")
    begin = now - timedelta(days=30 if closed else 1)
    end = begin + (timedelta(hours=2) if closed else timedelta(days=3))
    vote = Vote(
        community_id=community_id, code=code(entropy), issue_id=3 if closed else 2, number="测〔2026〕1号",
        question="路灯改造，您同意吗？", text="全部换成声控灯。", preset="RES_REP",
        terms=_loads(terms_json(terms)), terms_hash=terms_hash(terms), text_hash=_hash("x"), roll_hash=_hash("y"),
        channel="online", phase="declared" if closed else "open", notified_at=begin - timedelta(days=9),
        opens_at=begin, closes_at=end, opened_at=begin, closed_at=end if closed else None,
        declared_at=end if closed else None, posting_until_on=(end + timedelta(days=15)).date() if closed else None,
        outcome="adopted" if closed else None,
        counts=None,
    )  # fmt: skip
    session.add(vote)
    session.flush()
    if closed:
        _close(session, community_id, vote)
    return vote.id


def _close(session: Session, community_id: int, vote: Vote) -> None:
    """67 on the roll, 56 came: 49 for, 4 against, 3 abstained."""
    _bulk(session, RollEntry, _roll(community_id, vote.id, 67))
    ids = [row.id for row in session.query(RollEntry).filter_by(vote_id=vote.id).order_by(RollEntry.number)]
    choices = ["yes"] * 49 + ["no"] * 4 + ["abstain"] * 3
    _bulk(session, Ballot, [
        {
            "community_id": community_id, "vote_id": vote.id, "roll_entry_id": ident, "choice": choice,
            "invalid_reason": "", "channel": "online", "receipt": f"C{ident:07d}", "cast_at": vote.opens_at, "changes": 0,
        }
        for ident, choice in zip(ids, choices, strict=False)
    ])  # fmt: skip
    vote.counts = count_vote(session, vote.id, for_vote("RES_REP")).stored()


def _roll(community_id: int, vote_id: int, voters: int) -> list[dict[str, Any]]:
    return [
        {"community_id": community_id, "vote_id": vote_id, "number": n, "person_id": n, "office": "representative", "label": f"{n}",
         "units": 1, "heads": 1, "area_hundredths": 0}
        for n in range(1, voters + 1)
    ]  # fmt: skip


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _loads(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def instant() -> datetime:
    """The bench's own present: the measured server runs on the machine's clock."""
    return datetime.now(UTC)  # noqa: TID251 - the measured server's clock is the machine's
