"""Simulated people who answer an opinion map through the acts: what they think is planted."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.app import build_workshop
from civic.commands.run import clock_for
from civic.core.entropy import SystemEntropy
from civic.discuss import acts
from civic.discuss.queries import discussion
from civic.people.queries.who import actor_of
from civic.people.tables import Person, Residence
from civic.permissions import NEIGHBOURS
from civic.propose.tables import Issue
from civic.settings import read_settings
from civic.store.tables import Community
from civic.work import Actor, Workshop, open_work

SHARED = ["长椅要结实", "长椅旁要有路灯", "坏了要有人管"]
ONE_CAMP = ["长椅要多放几把", "长椅放在楼下", "长椅要带桌子", "长椅可以收费认养"]
OTHER_CAMP = ["长椅少放为好", "长椅要离窗户远", "晚上不该有人坐", "钱先修路"]
STATEMENTS = [*SHARED, *ONE_CAMP, *OTHER_CAMP]


def planted(people: int, seed: int = 7) -> list[dict[str, int]]:
    """What each says to each statement: every second person is of the other camp; few change their mind."""
    chance, found = Random(seed), list[dict[str, int]]()
    for person in range(people):
        likes = {*SHARED, *(OTHER_CAMP if person % 2 else ONE_CAMP)}
        said = {}
        for text in STATEMENTS:
            if chance.random() < 0.1:
                continue  # not seen
            agrees = chance.random() < (0.93 if text in likes else 0.07)
            said[text] = 0 if chance.random() < 0.05 else (1 if agrees else -1)
        found.append(said)
    return found


def answer_all(data: Path, reference: str, crowd: list[dict[str, int]], *, besides: set[str]) -> int:
    """Neighbours of the demo answer, each what one of the crowd says; how many there were. In one transaction, so
    that the first picture is of them all."""
    settings = read_settings({"CIVIC_DATA_DIR": str(data)})
    workshop = build_workshop(settings, clock_for(settings), SystemEntropy())
    with closing(workshop.database):
        people = _neighbours(workshop, besides)[: len(crowd)]
        with open_work(workshop, _here) as work:
            topic = discussion(work, work.one(Issue, reference=reference).id)
            assert topic is not None
            assert topic.map is not None
            for person, said in zip(people, crowd, strict=True):
                actor = _actor(workshop, work.session, person)
                for text, vote in said.items():
                    number = STATEMENTS.index(text) + 1
                    acts.answer_statement(replace(work, actor=actor), topic.map.id, number, vote)
    return len(people)


def _neighbours(workshop: Workshop, besides: set[str]) -> list[int]:
    with Session(workshop.database.reader) as session:
        wanted = (
            select(Person.id)
            .join(Residence, Residence.person_id == Person.id)
            .where(Residence.to_on.is_(None), Person.gone_on.is_(None), Person.suspended.is_(False))
            .where(Person.name.not_in(besides), Person.community_id == _here(session).id)
            .order_by(Person.id)
            .distinct()
        )
        found = list(session.scalars(wanted.limit(400)))
        return [each for each in found if NEIGHBOURS & set(_actor(workshop, session, each).standings)]


def _actor(workshop: Workshop, session: Session, person: int) -> Actor:
    return actor_of(session, _here(session).id, person, workshop.clock.now().date())


def _here(session: Session) -> Community:
    return session.scalars(select(Community).order_by(Community.id)).first() or Community()
