"""Propose: raise, endorse, verify, and say what becomes of an issue."""

from civic.propose.acts.categories import may_set_category, set_category
from civic.propose.acts.checking import (
    may_take_safety_measure,
    may_verify_issue,
    take_safety_measure,
    verify_issue,
)
from civic.propose.acts.clock import (
    end_wait,
    may_end_wait,
    may_put_date_off,
    may_wait_for,
    note_missed,
    put_date_off,
    wait_for,
)
from civic.propose.acts.merging import may_merge_issue, merge_issue
from civic.propose.acts.objecting import (
    answer_decline,
    enter_objection,
    may_answer_decline,
    may_enter_objection,
    may_object_to_decline,
    note_objection_missed,
    object_to_decline,
)
from civic.propose.acts.raising import (
    enter_handovers,
    may_raise_issue,
    may_raise_on_behalf,
    raise_issue,
    raise_on_behalf,
)
from civic.propose.acts.road import advance_issue, set_due
from civic.propose.acts.settling import (
    accept_issue,
    answer_route,
    decline_issue,
    handle_issue,
    may_settle_issue,
    route_issue,
)
from civic.propose.acts.supporting import (
    come_along,
    endorse_issue,
    has_endorsed,
    may_come_along,
    may_endorse_issue,
    may_stay_behind,
    may_withdraw_endorsement,
    stay_behind,
    withdraw_endorsement,
)
from civic.propose.acts.telling import may_note_told, note_told

__all__ = [
    "accept_issue",
    "advance_issue",
    "answer_decline",
    "answer_route",
    "come_along",
    "decline_issue",
    "end_wait",
    "endorse_issue",
    "enter_handovers",
    "enter_objection",
    "handle_issue",
    "has_endorsed",
    "may_answer_decline",
    "may_come_along",
    "may_end_wait",
    "may_endorse_issue",
    "may_enter_objection",
    "may_merge_issue",
    "may_note_told",
    "may_object_to_decline",
    "may_put_date_off",
    "may_raise_issue",
    "may_raise_on_behalf",
    "may_set_category",
    "may_settle_issue",
    "may_stay_behind",
    "may_take_safety_measure",
    "may_verify_issue",
    "may_wait_for",
    "may_withdraw_endorsement",
    "merge_issue",
    "note_missed",
    "note_objection_missed",
    "note_told",
    "object_to_decline",
    "put_date_off",
    "raise_issue",
    "raise_on_behalf",
    "route_issue",
    "set_category",
    "set_due",
    "stay_behind",
    "take_safety_measure",
    "verify_issue",
    "wait_for",
    "withdraw_endorsement",
]
