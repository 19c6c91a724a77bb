"""A large map, from the rows to the picture: outside of any request and any transaction."""

import time
from datetime import date

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from civic.discuss.drawing import draw_final
from civic.discuss.tables import Opinion, Statement
from civic.people.tables import Person
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.mapped import mapped
from tests.discuss.opinion.crowd import two_groups

PEOPLE, STATEMENTS = 2_000, 150
SECONDS = 5


@pytest.mark.long
def test_two_thousand_people_and_150_statements_are_drawn_in_time(database: Database) -> None:
    cast = gather(database)
    _issue, found = mapped(cast, closes_on=date(2026, 3, 20))
    filled(cast, found)
    start = time.thread_time()  # the machine may be busy with something else
    picture = draw_final(cast.workshop, found)
    took = time.thread_time() - start
    assert [group["members"] for group in picture.shown["groups"]] == [1000, 1000]
    assert took < SECONDS, took


def filled(cast: Cast, found: int) -> None:
    """Everybody answered everything."""
    here = {"community_id": cast.community_id}
    texts = [f"第{n}个观点" for n in range(5, STATEMENTS + 1)]
    with Session(cast.workshop.database.writer) as session:
        session.execute(
            insert(Statement),
            [
                {
                    **here, "map_id": found, "number": n, "text": text, "words": text, "kind": "seed",
                    "state": "shown", "reason": "", "told": True,
                }
                for n, text in enumerate(texts, 5)
            ],
        )  # fmt: skip
        wanted = select(Statement.number, Statement.id).where(Statement.map_id == found)
        numbers = {str(number): ident for number, ident in session.execute(wanted)}
        people = [{**here, "name": f"邻{n}"} for n in range(PEOPLE)]
        ids = session.scalars(insert(Person).returning(Person.id, sort_by_parameter_order=True), people).all()
        votes = two_groups(PEOPLE, STATEMENTS, unseen=0.0)
        session.execute(
            insert(Opinion),
            [
                {
                    **here, "map_id": found, "statement_id": numbers[what], "person_id": ids[int(who[1:])],
                    "vote": vote, "at": cast.clock.now(),
                }
                for (who, what), vote in votes.items()
            ],
        )  # fmt: skip
        session.commit()
