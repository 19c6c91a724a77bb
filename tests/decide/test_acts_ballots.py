"""Casting: who, when, once; and what is refused with which sentence."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.decide import acts
from civic.decide.tables import Ballot
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import Stage, at, notify, to_the_outcome


@pytest.fixture
def stage(database: Database) -> Stage:
    stage = to_the_outcome(gather(database))
    notify(stage)
    stage.go(at(4, 18, 15))
    return stage


def refused(stage: Stage, name: str, sentence: str, kind: type[Refusal] = Refusal) -> None:
    with pytest.raises(kind) as no, stage.cast.acting(name) as work:
        acts.cast_ballot(work, stage.vote_id, "yes")
    assert type(no.value) is kind
    assert sentence in no.value.because.text


def ballots(stage: Stage) -> list[str]:
    with stage.cast.acting(None, write=False) as work:
        return list(work.session.scalars(select(Ballot.choice).order_by(Ballot.id)))


def test_a_representative_votes_and_gets_a_receipt(stage: Stage) -> None:
    with stage.cast.acting("孙浩") as work:
        receipt = acts.cast_ballot(work, stage.vote_id, "abstain")
        assert work.role == "on_the_roll"
    assert len(receipt.receipt) == 8
    assert receipt.cast_at == at(4, 18, 15)
    assert ballots(stage) == ["abstain"]


def test_a_second_ballot_is_refused(stage: Stage) -> None:
    with stage.cast.acting("孙浩") as work:
        acts.cast_ballot(work, stage.vote_id, "yes")
    refused(stage, "孙浩", "You have already voted")
    assert ballots(stage) == ["yes"]


@pytest.mark.parametrize("name", ["赵玉梅", "周建", "林娜", "关锋"])
def test_a_stranger_to_the_roll(stage: Stage, name: str) -> None:
    refused(stage, name, "You are not on the roll", NotAllowed)


def test_another_community(stage: Stage) -> None:
    refused(stage, "维托", "There is nothing at this address", NotFound)


def test_late_by_a_moment_and_before_any_job_ran(stage: Stage) -> None:
    stage.cast.clock.set(at(4, 18, 16, 30))
    assert stage.vote.phase == "open"
    refused(stage, "孙浩", "Voting closed on")


def test_the_last_moment_counts(stage: Stage) -> None:
    stage.cast.clock.set(at(4, 18, 16, 30) - timedelta(microseconds=1))
    with stage.cast.acting("孙浩") as work:
        acts.cast_ballot(work, stage.vote_id, "no")
    stage.go(at(4, 18, 16, 31))
    counts = stage.vote.counts
    assert counts is not None
    assert counts["counters"] == {"head": [2, 0, 1, 0, 0]}


def test_too_early(stage: Stage) -> None:
    stage.cast.clock.set(at(4, 18, 14, 29))
    refused(stage, "孙浩", "Voting has not begun")


def test_after_the_result(stage: Stage) -> None:
    stage.go(at(4, 18, 17))
    refused(stage, "孙浩", "Voting closed on")


def change(stage: Stage, name: str) -> None:
    with stage.cast.acting(name) as work:
        acts.change_ballot(work, stage.vote_id, "no")


def test_a_ballot_can_be_changed_until_the_close(stage: Stage) -> None:
    with stage.cast.acting("孙浩") as work:
        first = acts.cast_ballot(work, stage.vote_id, "yes")
    stage.cast.clock.advance(minutes=5)
    with stage.cast.acting("孙浩") as work:
        assert acts.change_ballot(work, stage.vote_id, "no").receipt == first.receipt
    assert ballots(stage) == ["no"]
    stage.cast.clock.set(at(4, 18, 16, 30))
    with pytest.raises(Refusal, match="Voting closed"):
        change(stage, "孙浩")


@pytest.mark.parametrize(
    ("name", "sentence", "kind"),
    [
        ("孙浩", "nothing to change", Refusal),
        ("赵玉梅", "not on the roll", NotAllowed),
        ("维托", "nothing at this address", NotFound),
    ],
)
def test_what_cannot_be_changed(stage: Stage, name: str, sentence: str, kind: type[Refusal]) -> None:
    with pytest.raises(kind, match=sentence):
        change(stage, name)


@pytest.mark.parametrize("act", [acts.cast_ballot, acts.change_ballot])
def test_a_suspended_voter(stage: Stage, act: Callable[..., object]) -> None:
    from civic.people.tables import Person

    with stage.cast.acting("孙浩") as work:
        work.get(Person, stage.cast.people["孙浩"]).suspended = True
    with pytest.raises(Refusal), stage.cast.acting("孙浩") as work:
        act(work, stage.vote_id, "yes")
    with stage.cast.acting(None, write=False) as work:
        assert work.session.scalar(select(func.count(Ballot.id))) == 0
