"""Offices: given, ended, handed over; the first code of whoever came onto the roll with one."""

from civic.people.acts.offices.ending import end_office, may_begin_to_end, may_end_office
from civic.people.acts.offices.first_code import give_first_code, may_give_first_code
from civic.people.acts.offices.giving import Wanted, appoint, may_appoint
from civic.people.acts.offices.handing import (
    hand_held,
    may_hand_held,
    may_note_held,
    may_read_sheet,
    may_strike_held,
    note_held,
    strike_held,
)

__all__ = [
    "Wanted", "appoint", "end_office", "give_first_code", "hand_held", "may_appoint", "may_begin_to_end",
    "may_end_office", "may_give_first_code", "may_hand_held", "may_note_held", "may_read_sheet",
    "may_strike_held", "note_held", "strike_held",
]  # fmt: skip
