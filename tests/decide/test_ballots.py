"""One right, one vote, in time, on paper as on the phone."""

from datetime import UTC, datetime, timedelta

import pytest

from civic.core.verdict import Kind, Verdict
from civic.decide.rules.ballots import may_cast, may_change
from civic.decide.rules.channels import may_vote_online
from civic.decide.rules.kinds import Choice, Secrecy
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.presets import for_vote
from civic.decide.rules.proxies import may_appoint_proxy
from civic.decide.rules.receipts import printed_receipt, receipt_length, tidy_receipt
from civic.decide.rules.sheets import (
    Keying,
    may_count_sheet,
    may_key_sheet,
    may_receive_sheet,
    may_settle_sheet,
    must_settle,
)

OPENS = datetime(2026, 5, 24, 1, tzinfo=UTC)
CLOSES = datetime(2026, 6, 7, 12, tzinfo=UTC)
LAST_SECOND = CLOSES - timedelta(seconds=1)
WANG, LIU, ZHAO = 1, 2, 3


def cast(now: datetime = OPENS, phase: VotePhase = VotePhase.OPEN, **who: bool | Secrecy) -> Verdict:
    facts = {"on_roll": True, "already": False} | who
    return may_cast(phase, OPENS, CLOSES, now, **facts)  # type: ignore[arg-type]


def change(now: datetime = OPENS, phase: VotePhase = VotePhase.OPEN, **who: bool | Secrecy) -> Verdict:
    facts = {"on_roll": True, "already": True} | who
    return may_change(phase, OPENS, CLOSES, now, **facts)  # type: ignore[arg-type]


def said(verdict: Verdict, kind: Kind = Kind.REFUSED) -> str:
    """The sentence of a no of this kind."""
    assert verdict.kind is kind
    assert verdict.because is not None
    return verdict.because.text


@pytest.mark.parametrize("now", [OPENS - timedelta(days=1), OPENS, CLOSES])
def test_a_stranger_is_told_so_at_any_hour(now: datetime) -> None:
    assert "not on the roll" in said(cast(now, on_roll=False, already=True), Kind.NOT_ALLOWED)
    assert "not on the roll" in said(change(now, on_roll=False), Kind.NOT_ALLOWED)


@pytest.mark.parametrize("phase", [VotePhase.NOTIFIED, VotePhase.OPEN])
def test_nobody_votes_before_the_opening(phase: VotePhase) -> None:
    verdict = cast(OPENS - timedelta(seconds=1), phase)
    assert "has not begun" in said(verdict)
    assert verdict.because is not None
    assert verdict.because.params == {"at": OPENS}


@pytest.mark.parametrize("phase", [VotePhase.NOTIFIED, VotePhase.OPEN, VotePhase.CLOSED, VotePhase.FINAL])
def test_late_is_late_whatever_is_stored(phase: VotePhase) -> None:
    assert "Voting closed on" in said(cast(CLOSES, phase))
    assert "Voting closed on" in said(change(CLOSES, phase))


def test_a_void_vote_takes_nothing() -> None:
    assert "void" in said(cast(phase=VotePhase.VOID))


def test_a_vote_that_was_closed_takes_nothing() -> None:
    assert "Voting is closed" in said(cast(phase=VotePhase.CLOSED))


def test_twice_is_once() -> None:
    assert "Change my ballot" in said(cast(already=True))
    assert "cast once" in said(cast(already=True, secrecy=Secrecy.SECRET))


def test_a_secret_ballot_keeps_to_its_channel() -> None:
    assert "paper ballot" in said(cast(paper_taken=True, secrecy=Secrecy.SECRET))
    assert cast(paper_taken=True, secrecy=Secrecy.SIGNED)


def test_what_cannot_be_changed() -> None:
    assert "cast once" in said(change(secrecy=Secrecy.SECRET))
    assert "not voted yet" in said(change(already=False))


@pytest.mark.parametrize("now", [OPENS, LAST_SECOND])
@pytest.mark.parametrize("phase", [VotePhase.NOTIFIED, VotePhase.OPEN])  # the timer may be late
def test_from_the_opening_to_the_last_second(now: datetime, phase: VotePhase) -> None:
    assert cast(now, phase)
    assert change(now, phase)


def test_a_sheet_out_of_time_is_kept_and_not_counted() -> None:
    assert "after the close" in said(may_receive_sheet(CLOSES, OPENS, CLOSES))
    assert "before voting began" in said(may_receive_sheet(OPENS - timedelta(hours=1), OPENS, CLOSES))
    assert may_receive_sheet(LAST_SECOND, OPENS, CLOSES)


def test_one_clerk_never_keys_a_sheet_twice() -> None:
    keyed = [Keying(WANG, Choice.YES)]
    assert "Another person" in said(may_key_sheet(VotePhase.CLOSED, keyed, WANG), Kind.NOT_ALLOWED)


@pytest.mark.parametrize("phase", [VotePhase.NOTIFIED, VotePhase.DECLARED, VotePhase.FINAL, VotePhase.VOID])
def test_sheets_are_keyed_between_opening_and_result(phase: VotePhase) -> None:
    assert "Sheets can be keyed" in said(may_key_sheet(phase, [], WANG))


def test_two_keyings_are_enough() -> None:
    keyed = [Keying(WANG, Choice.YES), Keying(LIU, Choice.YES)]
    assert "twice already" in said(may_key_sheet(VotePhase.CLOSED, keyed, ZHAO))


def test_a_difference_is_settled_by_a_third() -> None:
    keyed = [Keying(WANG, Choice.YES), Keying(LIU, None)]
    assert must_settle(keyed)
    assert "must be settled" in said(may_count_sheet(keyed, settled=False))
    assert "did not key" in said(may_settle_sheet(keyed, LIU), Kind.NOT_ALLOWED)
    assert may_settle_sheet(keyed, ZHAO)
    assert may_count_sheet(keyed, settled=True)


def test_a_sheet_keyed_once_or_alike() -> None:
    once = [Keying(WANG, Choice.NO)]
    alike = [*once, Keying(LIU, Choice.NO)]
    assert "second person" in said(may_count_sheet(once, settled=False))
    assert "no difference" in said(may_settle_sheet(alike, ZHAO))
    assert may_key_sheet(VotePhase.OPEN, [], WANG)
    assert may_key_sheet(VotePhase.CLOSED, once, LIU)
    assert may_count_sheet(alike, settled=False)


def test_owners_online_where_the_city_keeps_its_own_system() -> None:
    assert "city's own system" in said(may_vote_online(for_vote("OWN_GENERAL"), official_system=True))
    assert may_vote_online(for_vote("OWN_GENERAL"), official_system=False)
    assert may_vote_online(for_vote("RES_REP"), official_system=True)


def test_proxies() -> None:
    owners = for_vote("OWN_GENERAL")
    assert "in person" in said(may_appoint_proxy(for_vote("RES_REP"), held_already=0))
    assert "at most" in said(may_appoint_proxy(owners, held_already=3))
    assert "cannot represent" in said(may_appoint_proxy(owners, held_already=0, itself_proxied=True))
    assert may_appoint_proxy(owners, held_already=2)
    assert may_appoint_proxy(for_vote("RES_MEETING_PERSON"), held_already=9)


@pytest.mark.parametrize("typed", ["", "7K4M", "7K4M 29QU", "7K4M 29Q*", "7K4M 29QX 7"])
def test_what_is_no_receipt(typed: str) -> None:
    assert tidy_receipt(typed) is None


def test_receipts() -> None:
    assert tidy_receipt(" 7k4m-29qo ") == "7K4M29Q0"
    assert printed_receipt("7K4M29QX") == "7K4M 29QX"
    assert [receipt_length(s) for s in (Secrecy.NAMED, Secrecy.SIGNED, Secrecy.SECRET)] == [8, 8, 16]
