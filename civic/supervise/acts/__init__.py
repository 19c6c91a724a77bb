"""Supervise: watch a promise, demand answers, close out with two keys, rate, reopen."""

from civic.supervise.acts.closing import (
    ask_close_out,
    may_ask_close_out,
    may_refuse_close_out,
    may_turn_first_key,
    may_turn_second_key,
    refuse_close_out,
    turn_first_key,
    turn_second_key,
)
from civic.supervise.acts.demanding import answer_demand, make_demand, may_answer_demand, may_make_demand
from civic.supervise.acts.rating import (
    end_rating,
    enter_rating,
    may_enter_rating,
    may_rate_issue,
    may_record_call_back,
    may_record_forms,
    open_rating,
    rate_issue,
    record_call_back,
    record_forms,
)
from civic.supervise.acts.reopening import may_reopen_issue, reopen_issue
from civic.supervise.acts.watching import (
    may_record_observation,
    may_start_watch,
    record_observation,
    start_watch,
)

__all__ = [
    "answer_demand",
    "ask_close_out",
    "end_rating",
    "enter_rating",
    "make_demand",
    "may_answer_demand",
    "may_ask_close_out",
    "may_enter_rating",
    "may_make_demand",
    "may_rate_issue",
    "may_record_call_back",
    "may_record_forms",
    "may_record_observation",
    "may_refuse_close_out",
    "may_reopen_issue",
    "may_start_watch",
    "may_turn_first_key",
    "may_turn_second_key",
    "open_rating",
    "rate_issue",
    "record_call_back",
    "record_forms",
    "record_observation",
    "refuse_close_out",
    "reopen_issue",
    "start_watch",
    "turn_first_key",
    "turn_second_key",
]
