"""A large cast for votes, and the road up to the notice: the real acts, at case A's own dates."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from civic.decide import acts
from civic.decide.tables import Vote
from civic.discuss import acts as discuss
from civic.discuss.queries import discussion
from civic.discuss.rules import Promise
from civic.people.tables import Building, Dwelling, Office, Ownership, Person
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.timetable import run_due_in
from tests.cast import ZONE, Cast

QUESTION = "游麟路早市按乙方案办，您同意吗？"


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """That hour of 2026, as people here count it."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


@dataclass
class Stage:
    """The cast with an issue on its way to a vote."""

    cast: Cast
    issue_id: int = 0
    vote_id: int = 0
    voters: list[str] = field(default_factory=list)

    def go(self, moment: datetime) -> None:
        """Let the hours pass, and what they bring happen."""
        self.cast.clock.set(moment)
        run_due_in(self.cast.workshop, self.cast.community_id)

    @property
    def vote(self) -> Vote:
        """The vote as it stands."""
        with self.cast.acting("刘敏", write=False) as work:
            return work.get(Vote, self.vote_id)

    @property
    def issue(self) -> Issue:
        """The issue as it stands."""
        with self.cast.acting("刘敏", write=False) as work:
            return work.get(Issue, self.issue_id)

    def cast_all(self, yes: int, no: int, abstain: int) -> None:
        """So many of the voters vote, in their order."""
        choices = ["yes"] * yes + ["no"] * no + ["abstain"] * abstain
        for name, choice in zip(self.voters, choices, strict=False):
            with self.cast.acting(name) as work:
                acts.cast_ballot(work, self.vote_id, choice)


def to_the_outcome(cast: Cast, nature: Nature = Nature.PUBLIC_ORDER, *, studied: bool = True) -> Stage:
    """Raised on 2 March, its outcome posted on 30 March, studied on 3 April; it is 8 April now."""
    stage = Stage(cast)
    stage.go(at(3, 2))
    with cast.acting("赵玉梅") as work:
        stage.issue_id = propose.raise_issue(
            work, title="游麟路早市占道", facts="摊位不撤，路被堵住", wish="准时撤摊", category="living",
            building_id=cast.buildings["2号楼"],
        ).id  # fmt: skip
    with cast.acting("刘敏") as work:
        propose.verify_issue(work, stage.issue_id, findings="08:50 仍有 41 个摊位", nature=nature)
        propose.accept_issue(work, stage.issue_id, background="早市与通行", scope="只谈时间和摊位", days=5)
    stage.go(at(3, 30))
    with cast.acting("刘敏") as work:
        found = discussion(work, stage.issue_id)
        assert found is not None
        discuss.write_outcome(
            work, found.topic.id, agreed="05:30–08:30 摆 48 个摊", not_agreed="",
            way="opinion_vote" if nature is Nature.PUBLIC_ORDER else "vote",
            promise=Promise(
                criterion="08:30 前清空", need=27, of_days=30, duty="居委会", deadline_on=date(2026, 6, 30)
            ),
        )  # fmt: skip
    stage.go(at(4, 3))
    if studied:
        study(stage)
    stage.go(at(4, 8))
    return stage


def study(stage: Stage, *, agreed: bool = True) -> None:
    """The Party committee studies the outcome today."""
    with stage.cast.acting("陈书") as work:
        discuss.record_study(
            work, stage.issue_id, subject="outcome", held_on=work.today, present=5, opinion="同意提请表决",
            agreed=agreed,
        )  # fmt: skip


def notify(
    stage: Stage, *, preset: str = "RES_REP", opens: datetime | None = None, closes: datetime | None = None,
    channel: str = "online", by: str = "刘敏",
) -> None:  # fmt: skip
    """Give notice of a vote, on 18 April from 14:30 to 16:30 unless told otherwise."""
    with stage.cast.acting(by) as work:
        stage.vote_id = acts.notify_vote(
            work, stage.issue_id, preset=preset, question=QUESTION, text="05:30–08:30 摆 48 个摊，7 点前不用喇叭",
            number="工福居决〔2026〕3号", opens_at=opens or at(4, 18, 14, 30), closes_at=closes or at(4, 18, 16, 30),
            place="会客厅", channel=channel,
        ).id  # fmt: skip


def seat_representatives(cast: Cast, committee: int, representatives: int) -> list[str]:
    """So many more people in office since January; returns the names of all who make up the meeting."""
    names = ["刘敏", "孙浩"]
    with Session(cast.workshop.database.writer) as session:
        for kind, count in (("committee", committee - 1), ("representative", representatives - 1)):
            for number in range(count):
                name = f"{kind}{number}"
                cast.people[name] = _seat(session, cast, name, kind)
                names.append(name)
        session.commit()
    return names


def _seat(session: Session, cast: Cast, name: str, kind: str) -> int:
    person = Person(community_id=cast.community_id, name=name)
    session.add(person)
    session.flush()
    building = cast.buildings["1号楼"] if kind == "representative" else None
    session.add(
        Office(
            community_id=cast.community_id, person_id=person.id, kind=kind, building_id=building,
            from_on=date(2026, 1, 1),
        )
    )  # fmt: skip
    return person.id


def build_estate(cast: Cast, areas: dict[str, list[int]]) -> None:
    """An estate of its own, 曙光小区: owners by name, each with the areas of their homes in hundredths."""
    with Session(cast.workshop.database.writer) as session:
        house = Building(community_id=cast.community_id, name="曙光1号楼", estate="曙光小区", entrances=1)
        session.add(house)
        session.flush()
        cast.buildings["曙光1号楼"] = house.id
        for name, homes in areas.items():
            person = Person(community_id=cast.community_id, name=name)
            session.add(person)
            session.flush()
            cast.people[name] = person.id
            for number, area in enumerate(homes):
                _own(session, cast, house.id, person.id, f"{name}{number}", area)
        session.commit()


def _own(session: Session, cast: Cast, building_id: int, person_id: int, door: str, area: int) -> None:
    home = Dwelling(
        community_id=cast.community_id, building_id=building_id, entrance=1, door=door, area_hundredths=area
    )
    session.add(home)
    session.flush()
    session.add(
        Ownership(
            community_id=cast.community_id, dwelling_id=home.id, person_id=person_id, from_on=date(2020, 1, 1)
        )
    )
