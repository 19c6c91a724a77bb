"""An opinion map with a crowd: neighbours seated beside the cast, who answer through the acts."""

from datetime import date

from sqlalchemy.orm import Session

from civic.discuss import acts, queries
from civic.discuss.queries import mapping as maps
from civic.discuss.tables import Statement, TopicMap
from civic.people.tables import Dwelling, Person, Residence
from civic.timetable import run_due
from tests.cast import Cast
from tests.discuss.opinion.crowd import Given
from tests.discuss.story import opened

SEEDS = ["早市要留下来", "七点前不用喇叭", "摊位应该少一些", "应该搬到停车场"]


def neighbours(cast: Cast, count: int) -> list[str]:
    """So many more people who live in building 2, as p0, p1 …"""
    with Session(cast.workshop.database.writer) as session:
        for at in range(count):
            person = Person(community_id=cast.community_id, name=f"邻{at}")
            home = Dwelling(
                community_id=cast.community_id, building_id=cast.buildings["2号楼"], entrance=2, door=f"9{at:03}",
                area_hundredths=8000,
            )  # fmt: skip
            session.add_all([person, home])
            session.flush()
            session.add(
                Residence(
                    community_id=cast.community_id, dwelling_id=home.id, person_id=person.id,
                    from_on=date(2020, 1, 1), relation="householder",
                )
            )  # fmt: skip
            cast.people[f"p{at}"] = person.id
        session.commit()
    return [f"p{at}" for at in range(count)]


def mapped(
    cast: Cast, seeds: list[str] | None = None, closes_on: date = date(2026, 3, 20)
) -> tuple[int, int]:
    """A topic whose map Wu Bo of the panel opened: issue and map."""
    issue, topic = opened(cast)
    with cast.acting("吴波") as work:
        return issue, acts.open_map(work, topic, statements=seeds or SEEDS, closes_on=closes_on).id


def answers(cast: Cast, map_id: int, votes: Given) -> None:
    """Each by whoever gives it."""
    for (who, statement), vote in votes.items():
        with cast.acting(who) as work:
            acts.answer_statement(work, map_id, int(statement), vote)


def suggests(cast: Cast, who: str, map_id: int, text: str) -> Statement:
    with cast.acting(who) as work:
        return acts.suggest_statement(work, map_id, text)


def looked(cast: Cast, map_id: int, number: int, *, shown: bool, reason: str = "", who: str = "刘敏") -> None:
    with cast.acting(who) as work:
        acts.look_over_statement(work, map_id, number, shown=shown, reason=reason)


def drawn(cast: Cast, issue: int) -> TopicMap:
    """After the timetable has run: the map with its picture."""
    run_due(cast.workshop)
    with cast.acting(None, write=False) as work:
        discussion = queries.discussion(work, issue)
        assert discussion is not None
        found = maps.map_of(work, discussion.topic.id, picture=True)
        assert found is not None
        return found
