"""Who lives where, entered by hand: who may, what is refused, what stays, what counts on no day."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.tables import Entry
from civic.people.acts import households as acts
from civic.people.queries.dwellings import stays_of
from civic.people.tables import Dwelling, Ownership, Person, PersonKind, Relation, Residence
from civic.store.engine import Database
from civic.work import UnitOfWork
from tests.people.kept import SINCE, Kept, keep

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
HEAD, SPOUSE, TENANT = Relation.HOUSEHOLDER, Relation.SPOUSE, Relation.TENANT


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def move(
    work: UnitOfWork, person: int, dwelling: int, from_on: date = TODAY, relation: Relation = TENANT, household: int = 1
) -> Residence:  # fmt: skip
    return acts.move_in(
        work, person, dwelling, household=household, relation=relation, registered=True, from_on=from_on
    )


def stay(work: UnitOfWork, person: int) -> Residence:
    return stays_of(work, person)[-1]


def home(work: UnitOfWork, person: int) -> int:
    return stay(work, person).dwelling_id


def newest(work: UnitOfWork) -> tuple[str, dict[str, Any]]:
    """The last entry of the ledger: its kind, what it says."""
    entry = work.session.query(Entry).order_by(Entry.id.desc()).limit(1).one()
    return entry.kind, json.loads(entry.payload)


@pytest.mark.parametrize("name", ["赵玉梅", "孙浩", "周建", "陈书", "关锋", "楼一", "格一"])
def test_only_the_committee_edits_who_lives_where(kept: Kept, name: str) -> None:
    d, p = kept.dwellings, kept.people
    doings: list[Callable[[UnitOfWork], object]] = [
        lambda work: move(work, p["丙"], d["201"]),
        lambda work: acts.move_out(work, stay(work, p["甲"]).id, TODAY),
        lambda work: acts.take_back_residence(work, stay(work, p["甲"]).id),
        lambda work: acts.resume_residence(work, stay(work, p["甲"]).id),
        lambda work: acts.change_stay(
            work, stay(work, p["甲"]).id, household=2, relation=TENANT, registered=False
        ),
    ]
    for do in doings:
        with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
            do(work)


def test_somebody_moves_in_and_it_is_in_the_ledger(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        person = work.add(Person(name="新来")).id
        made = move(work, person, kept.dwellings["201"], relation=HEAD)
        assert (made.household, made.relation, made.registered, made.to_on) == (1, "householder", True, None)
        kind, told = newest(work)
        assert (kind, told["residence_id"], told["person_id"]) == ("people:moved_in", made.id, person)
        assert "新来" not in str(told)


def test_a_move_ends_the_home_before_on_the_day_before(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        old = stay(work, kept.people["丙"])
        new = move(work, kept.people["丙"], kept.dwellings["201"], relation=HEAD)
        assert old.to_on == TODAY - DAY
        assert newest(work)[1]["left_id"] == old.id
        assert stay(work, kept.people["丙"]).id == new.id


def test_a_day_before_the_home_of_today_began_is_refused(kept: Kept) -> None:
    with pytest.raises(Refusal, match="lives elsewhere"), kept.cast.acting("刘敏") as work:
        move(work, kept.people["丙"], kept.dwellings["201"], SINCE)


def test_what_cannot_be_is_refused_with_its_reason(kept: Kept) -> None:
    d, p = kept.dwellings, kept.people
    with kept.cast.acting("刘敏") as work:
        firm = work.add(Person(name="某某公司", kind=PersonKind.ORGANISATION.value)).id
        young = work.add(Person(name="新生儿", born_on=TODAY)).id
        slot = work.add(
            Dwelling(building_id=kept.cast.buildings["3号楼"], entrance=1, door="车1", kind="parking")
        ).id
    cases: list[tuple[str, Callable[[UnitOfWork], object]]] = [
        ("lives nowhere", lambda work: move(work, firm, d["201"])),
        ("off the roll", lambda work: move(work, p["丁"], d["201"])),
        ("parking space", lambda work: move(work, p["丙"], slot)),
        ("lives here already", lambda work: move(work, p["丙"], d["301"])),
        ("before the birthday", lambda work: move(work, young, d["201"], TODAY - DAY)),
        ("before 1900", lambda work: move(work, young, d["201"], date(1899, 12, 31))),
        ("a year ahead", lambda work: move(work, young, d["201"], TODAY + 367 * DAY)),
        ("householder already", lambda work: move(work, young, d["101"], relation=HEAD)),
        ("began on", lambda work: acts.move_out(work, stay(work, p["甲"]).id, SINCE - DAY)),
        ("a year ahead", lambda work: acts.move_out(work, stay(work, p["甲"]).id, TODAY + 367 * DAY)),
        (
            "householder already",
            lambda work: acts.change_stay(
                work, stay(work, p["乙"]).id, household=1, relation=HEAD, registered=True
            ),
        ),
        ("No end", lambda work: acts.resume_residence(work, stay(work, p["甲"]).id)),
    ]
    for reason, do in cases:
        with pytest.raises(Refusal) as refused, kept.cast.acting("刘敏") as work:
            do(work)
        assert reason in refused.value.because.text


def test_two_households_have_a_householder_each(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        person = work.add(Person(name="另户")).id
        made = move(work, person, kept.dwellings["101"], relation=HEAD, household=2)
        assert made.household == 2


def test_the_last_day_counts_and_is_entered_once(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        ident = stay(work, kept.people["甲"]).id
        assert acts.move_out(work, ident, TODAY).to_on == TODAY
        assert newest(work)[0] == "people:moved_out"
    with pytest.raises(Refusal, match="already"), kept.cast.acting("刘敏") as work:
        acts.move_out(work, ident, TODAY)


def test_an_end_by_mistake_is_lifted_unless_they_live_elsewhere_since(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        old = stay(work, kept.people["丙"])
        acts.move_out(work, old.id, TODAY)
        assert acts.resume_residence(work, old.id).to_on is None
        assert newest(work)[0] == "people:residence_resumed"
        move(work, kept.people["丙"], kept.dwellings["201"], TODAY, HEAD)
    with pytest.raises(Refusal, match="elsewhere"), kept.cast.acting("刘敏") as work:
        acts.resume_residence(work, old.id)


def test_a_mistake_counts_on_no_day_and_the_row_stays(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        row = acts.take_back_residence(work, stay(work, kept.people["乙"]).id)
        assert row.to_on == row.from_on - DAY
        assert newest(work)[0] == "people:residence_taken_back"
        assert work.get(Residence, row.id).person_id == kept.people["乙"]
        # They can be entered anew, for any day.
        move(work, kept.people["乙"], kept.dwellings["201"], SINCE)
    with pytest.raises(Refusal, match="taken back already"), kept.cast.acting("刘敏") as work:
        acts.take_back_residence(work, row.id)


def test_what_somebody_is_there_is_corrected(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        ident = stay(work, kept.people["乙"]).id
        same = {"household": 1, "relation": SPOUSE, "registered": True}
        assert not acts.change_stay(work, ident, **same)  # type: ignore[arg-type]
        assert acts.change_stay(work, ident, household=1, relation=Relation.KIN, registered=False)
        row = work.get(Residence, ident)
        assert (row.relation, row.registered) == ("kin", False)
        told = newest(work)[1]
        assert (told["relation_changed"], told["registered_changed"], told["household_changed"]) == (
            True, True, False,
        )  # fmt: skip


def test_nobody_edits_their_own_home_nor_who_shares_it(kept: Kept) -> None:
    mine = kept.cast.people["刘敏"]
    with kept.cast.acting("刘敏") as work:
        own = home(work, mine)
        work.add(Residence(person_id=kept.people["丁"], dwelling_id=own, from_on=SINCE, to_on=SINCE + DAY))
        mate = work.add(Person(name="同住")).id
        shared = work.add(Residence(person_id=mate, dwelling_id=own, from_on=SINCE)).id
    doings: list[Callable[[UnitOfWork], object]] = [
        lambda work: move(work, mine, kept.dwellings["201"]),
        lambda work: move(work, kept.people["丙"], own),
        # A move out of one's own home is an edit of it too.
        lambda work: move(work, mate, kept.dwellings["201"]),
        lambda work: acts.move_out(work, shared, TODAY),
        lambda work: acts.take_back_residence(work, stay(work, mine).id),
    ]
    for do in doings:
        with pytest.raises(NotAllowed, match="colleague"), kept.cast.acting("刘敏") as work:
            do(work)


def test_nobody_moves_people_in_where_they_own(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        work.add(
            Ownership(
                person_id=kept.cast.people["刘敏"], dwelling_id=kept.dwellings["301"], from_on=TODAY + DAY
            )
        )
    with pytest.raises(NotAllowed, match="colleague"), kept.cast.acting("刘敏") as work:
        move(work, kept.people["甲"], kept.dwellings["301"])


def test_another_communitys_people_and_homes_are_not_there(kept: Kept) -> None:
    with kept.cast.acting("刘敏", write=False) as work:
        here = stay(work, kept.people["甲"]).id
    doings: list[Callable[[UnitOfWork], object]] = [
        lambda work: move(work, kept.people["甲"], kept.dwellings["201"]),
        lambda work: move(work, kept.cast.people["维托"], kept.dwellings["201"]),
        lambda work: acts.move_out(work, here, TODAY),
        lambda work: acts.take_back_residence(work, here),
        lambda work: acts.resume_residence(work, here),
        lambda work: acts.change_stay(work, here, household=1, relation=SPOUSE, registered=True),
    ]
    for do in doings:
        with pytest.raises(NotFound), kept.cast.acting("维托") as work:
            do(work)
