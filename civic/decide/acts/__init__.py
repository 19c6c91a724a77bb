"""Decide: call a vote, take ballots and sheets, declare, make final."""

from civic.decide.acts.ballots import (
    cast_ballot,
    change_ballot,
    may_cast_ballot,
    may_change_ballot,
)
from civic.decide.acts.hours import close_vote, declare_at_close, open_vote
from civic.decide.acts.notice import may_begin_notice, may_call_vote_on, may_notify_vote, notify_vote
from civic.decide.acts.owner_roll import may_show_owner_roll, show_owner_roll
from civic.decide.acts.results import (
    declare_result,
    finalise_vote,
    may_declare_result,
    may_finalise_vote,
    may_void_vote,
    void_vote,
)
from civic.decide.acts.rolls import change_of_roll, correct_roll, may_change, may_correct_roll
from civic.decide.acts.sheets import (
    key_sheet,
    may_key_sheet,
    may_record_delivery,
    may_settle_sheet,
    record_delivery,
    settle_sheet,
)

__all__ = [
    "cast_ballot",
    "change_ballot",
    "change_of_roll",
    "close_vote",
    "correct_roll",
    "declare_at_close",
    "declare_result",
    "finalise_vote",
    "key_sheet",
    "may_begin_notice",
    "may_call_vote_on",
    "may_cast_ballot",
    "may_change",
    "may_change_ballot",
    "may_correct_roll",
    "may_declare_result",
    "may_finalise_vote",
    "may_key_sheet",
    "may_notify_vote",
    "may_record_delivery",
    "may_settle_sheet",
    "may_show_owner_roll",
    "may_void_vote",
    "notify_vote",
    "open_vote",
    "record_delivery",
    "settle_sheet",
    "show_owner_roll",
    "void_vote",
]
