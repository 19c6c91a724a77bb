"""Who owns what, entered by hand: shares that fit, ends, mistakes, and whom several owners name."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.tables import Entry
from civic.people.acts import owning as acts
from civic.people.tables import Ownership, Person, PersonKind
from civic.store.engine import Database
from civic.work import UnitOfWork
from tests.people.kept import SINCE, Kept, keep

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
HALF, WHOLE = Fraction(1, 2), Fraction(1)


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def of(work: UnitOfWork, person: int, dwelling: int) -> Ownership:
    return work.session.query(Ownership).filter_by(person_id=person, dwelling_id=dwelling).one()


def newest(work: UnitOfWork) -> tuple[str, dict[str, Any]]:
    """The last entry of the ledger: its kind, what it says."""
    entry = work.session.query(Entry).order_by(Entry.id.desc()).limit(1).one()
    return entry.kind, json.loads(entry.payload)


@pytest.mark.parametrize("name", ["赵玉梅", "孙浩", "周建", "陈书", "业委", "关锋", "楼一", "格一"])
def test_only_the_committee_edits_who_owns(kept: Kept, name: str) -> None:
    d, p = kept.dwellings, kept.people
    doings: list[Callable[[UnitOfWork], object]] = [
        lambda work: acts.own(work, p["丙"], d["301"], WHOLE, TODAY),
        lambda work: acts.end_ownership(work, of(work, p["甲"], d["101"]).id, TODAY),
        lambda work: acts.take_back_ownership(work, of(work, p["甲"], d["101"]).id),
        lambda work: acts.resume_ownership(work, of(work, p["甲"], d["101"]).id),
        lambda work: acts.name_voter(work, of(work, p["乙"], d["101"]).id),
    ]
    for do in doings:
        with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
            do(work)


def test_somebody_owns_and_the_ledger_knows_the_share(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        firm = work.add(Person(name="某某公司", kind=PersonKind.ORGANISATION.value)).id
        row = acts.own(work, firm, kept.dwellings["301"], HALF, TODAY)
        assert (row.share_num, row.share_den, row.from_on, row.to_on) == (1, 2, TODAY, None)
        kind, told = newest(work)
        assert kind == "people:ownership_begun"
        assert (told["share_num"], told["share_den"], told["person_id"]) == (1, 2, firm)
        assert "公司" not in str(told)


def test_what_cannot_be_is_refused_with_its_reason(kept: Kept) -> None:
    d, p = kept.dwellings, kept.people
    with kept.cast.acting("刘敏") as work:
        young = work.add(Person(name="新生儿", born_on=TODAY)).id
    cases: list[tuple[str, Callable[[UnitOfWork], object]]] = [
        ("All shares", lambda work: acts.own(work, p["丙"], d["101"], HALF, TODAY)),
        ("owns of it already", lambda work: acts.own(work, p["丙"], d["201"], HALF, TODAY)),
        ("off the roll", lambda work: acts.own(work, p["丁"], d["301"], HALF, TODAY)),
        ("before the birthday", lambda work: acts.own(work, young, d["301"], HALF, TODAY - DAY)),
        ("a year ahead", lambda work: acts.own(work, young, d["301"], HALF, TODAY + 367 * DAY)),
        ("began on", lambda work: acts.end_ownership(work, of(work, p["甲"], d["101"]).id, SINCE - DAY)),
        ("No end", lambda work: acts.resume_ownership(work, of(work, p["甲"], d["101"]).id)),
        ("sole owner", lambda work: acts.name_voter(work, of(work, p["丙"], d["201"]).id)),
    ]
    for reason, do in cases:
        with pytest.raises(Refusal) as refused, kept.cast.acting("刘敏") as work:
            do(work)
        assert reason in refused.value.because.text


def test_a_sale_ends_one_and_begins_the_next_day(kept: Kept) -> None:
    d, p = kept.dwellings["201"], kept.people
    with kept.cast.acting("刘敏") as work:
        sold = acts.end_ownership(work, of(work, p["丙"], d).id, TODAY)
        assert sold.to_on == TODAY
        assert newest(work)[0] == "people:ownership_ended"
    with pytest.raises(Refusal, match="All shares"), kept.cast.acting("刘敏") as work:
        acts.own(work, p["甲"], d, WHOLE, TODAY)
    with kept.cast.acting("刘敏") as work:
        acts.own(work, p["甲"], d, WHOLE, TODAY + DAY)
    with pytest.raises(Refusal, match="All shares"), kept.cast.acting("刘敏") as work:
        # The buyer stands there now: the seller's end cannot be lifted.
        acts.resume_ownership(work, of(work, p["丙"], d).id)


def test_a_share_that_is_left_can_be_owned_and_no_more(kept: Kept) -> None:
    d, p = kept.dwellings["101"], kept.people
    with kept.cast.acting("刘敏") as work:
        acts.end_ownership(work, of(work, p["乙"], d).id, TODAY)
        with pytest.raises(Refusal, match="is left"):
            acts.own(work, p["丙"], d, Fraction(3, 4), TODAY + DAY)
        acts.own(work, p["丙"], d, HALF, TODAY + DAY)


def test_a_mistake_counts_on_no_day_and_may_turn_out_to_be_none(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        row = acts.take_back_ownership(work, of(work, kept.people["丙"], kept.dwellings["201"]).id)
        assert (row.to_on, row.named_voter) == (SINCE - DAY, False)
        assert newest(work)[0] == "people:ownership_taken_back"
        # All of it is free again, on every day.
        acts.may_take_share(work, kept.dwellings["201"], WHOLE, SINCE).demand()
    with pytest.raises(Refusal, match="taken back already"), kept.cast.acting("刘敏") as work:
        acts.take_back_ownership(work, row.id)
    with kept.cast.acting("刘敏") as work:
        assert acts.resume_ownership(work, row.id).to_on is None
        assert newest(work)[0] == "people:ownership_resumed"


def test_the_one_whom_co_owners_name_votes_alone(kept: Kept) -> None:
    d, p = kept.dwellings["101"], kept.people
    with kept.cast.acting("刘敏") as work:
        acts.name_voter(work, of(work, p["甲"], d).id)
        acts.name_voter(work, of(work, p["乙"], d).id)
        assert [of(work, p[name], d).named_voter for name in ("甲", "乙")] == [False, True]
        kind, told = newest(work)
        assert (kind, told["person_id"]) == ("people:voter_named", p["乙"])


def test_whoever_is_gone_or_owns_no_more_is_not_named(kept: Kept) -> None:
    d, p = kept.dwellings["101"], kept.people
    with kept.cast.acting("刘敏") as work:
        work.get(Person, p["甲"]).gone_on = TODAY
    with pytest.raises(Refusal, match="off the roll"), kept.cast.acting("刘敏") as work:
        acts.name_voter(work, of(work, p["甲"], d).id)
    with kept.cast.acting("刘敏") as work:
        acts.end_ownership(work, of(work, p["乙"], d).id, TODAY - DAY)
    with pytest.raises(Refusal, match="does not own"), kept.cast.acting("刘敏") as work:
        acts.name_voter(work, of(work, p["乙"], d).id)


def test_a_sole_owner_was_named_by_nobody_when_another_comes(kept: Kept) -> None:
    """An imported sole owner is marked as voting: with a co-owner it must be asked."""
    d, p = kept.dwellings["301"], kept.people
    with kept.cast.acting("刘敏") as work:
        first = acts.own(work, p["丙"], d, HALF, SINCE)
        first.named_voter = True
        acts.own(work, p["甲"], d, HALF, TODAY)
        assert not first.named_voter


def test_nobody_edits_what_they_own_nor_what_they_live_in(kept: Kept) -> None:
    mine = kept.cast.people["刘敏"]
    with kept.cast.acting("刘敏") as work:
        own = work.session.query(Ownership).filter_by(person_id=mine).one()
        own.share_num, own.share_den = 1, 2
        home, ident = own.dwelling_id, own.id
    doings: list[Callable[[UnitOfWork], object]] = [
        lambda work: acts.own(work, mine, kept.dwellings["301"], WHOLE, TODAY),
        lambda work: acts.own(work, kept.people["丙"], home, HALF, TODAY),
        lambda work: acts.end_ownership(work, ident, TODAY),
        lambda work: acts.take_back_ownership(work, ident),
        lambda work: acts.name_voter(work, ident),
    ]
    for do in doings:
        with pytest.raises(NotAllowed, match="colleague"), kept.cast.acting("刘敏") as work:
            do(work)


def test_another_communitys_shares_are_not_there(kept: Kept) -> None:
    d, p = kept.dwellings["101"], kept.people
    with kept.cast.acting("刘敏", write=False) as work:
        ident = of(work, p["甲"], d).id
    doings: list[Callable[[UnitOfWork], object]] = [
        lambda work: acts.own(work, p["丙"], kept.dwellings["301"], WHOLE, TODAY),
        lambda work: acts.own(work, kept.cast.people["维托"], kept.dwellings["301"], WHOLE, TODAY),
        lambda work: acts.end_ownership(work, ident, TODAY),
        lambda work: acts.take_back_ownership(work, ident),
        lambda work: acts.resume_ownership(work, ident),
        lambda work: acts.name_voter(work, ident),
    ]
    for do in doings:
        with pytest.raises(NotFound), kept.cast.acting("维托") as work:
            do(work)
