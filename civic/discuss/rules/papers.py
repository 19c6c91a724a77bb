"""What an option paper, minutes and a study record must hold."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from civic.core.message import Message, joined, say, say_p
from civic.core.verdict import YES, Verdict, no
from civic.permissions import NAMES, Standing

PARTIES: dict[str, Message] = {
    "residents": say("Residents"),
    "affected": say("Stallholders and others affected"),
    "building_heads": say("Building heads"),
    "representatives": NAMES[Standing.REPRESENTATIVE],
    "committee": NAMES[Standing.COMMITTEE],
    "party_committee": say("Party committee and grid workers"),
    "owners_committee": NAMES[Standing.OWNERS_COMMITTEE],
    "property_firm": NAMES[Standing.PROPERTY_FIRM],
    "supervisors": NAMES[Standing.SUPERVISOR],
    "advisors": say("Advisory panel"),
    "departments": say("Government departments"),
    "other": say_p("people present", "Others"),
}
"""Who sits at a talk (domain §3.1, 6+X; no. 46)."""

IN_THE_PARLOUR = ("residents", "affected", "building_heads", "advisors", "departments", "other")
"""Whom minutes without a call ask for."""

OF_BODY = {
    "residents": "residents", "building_head": "building_heads", "representative": "representatives",
    "committee": "committee", "party_committee": "party_committee", "grid_worker": "party_committee",
    "owners_committee": "owners_committee", "property_firm": "property_firm", "supervisor": "supervisors",
    "advisor": "advisors", "department": "departments",
}  # fmt: skip
"""Under which party somebody from an invited body is counted."""


def parties_for(bodies: Collection[str]) -> dict[str, Message]:
    """Whom to count at a talk: those invited, and whoever else came."""
    asked = {OF_BODY[body] for body in bodies} | {"residents", "affected", "other"}
    return {party: name for party, name in PARTIES.items() if party in asked}


LETTERS: dict[str, Message] = {
    "A": say_p("option", "A"),
    "B": say_p("option", "B"),
    "C": say_p("option", "C"),
    "D": say_p("option", "D"),
    "E": say_p("option", "E"),
}
COUNTED: dict[int, Message] = {
    2: say_p("number of options", "Two"),
    3: say_p("number of options", "Three"),
    4: say_p("number of options", "Four"),
    5: say_p("number of options", "Five"),
}


@dataclass(frozen=True)
class TypedOption:
    """One option as the advisory panel typed it; cost in fen."""

    letter: str
    text: str
    cost_fen: int
    bearer: str
    risks: str
    effects: str = ""
    """On whom it weighs and whom it helps."""


@dataclass(frozen=True)
class Paper:
    """What an option paper says."""

    options: Sequence[TypedOption]
    advised: str
    for_advice: int
    against_advice: int
    dissent: str
    law_basis: str = ""


def listed(letters: Sequence[str]) -> Message:
    """A, B, C in words: 甲、乙、丙."""
    return joined([LETTERS[letter] for letter in letters], say_p("between options", ", "))


def version_holds(*, current: int, begun_from: int, reason: str, same: bool) -> Verdict:
    """What follows a version says why, changes something, and was begun from that version and no older one."""
    if begun_from != current:
        return no(say("Meanwhile another version was published. Please compare it with yours first."))
    if current and not reason:
        return no(say("Please say why there is a new version; everybody reads it."))
    return no(say("Nothing was changed.")) if same else YES


def may_add(*, written: bool) -> Verdict:
    """Papers and minutes come before the outcome, which rests on them."""
    if written:
        return no(say("The outcome is written already; it cannot rest on what comes later."))
    return YES


def paper_holds(
    options: Sequence[TypedOption], advised: str, for_advice: int, against_advice: int
) -> Verdict:
    """Two to five options with letters in order, one of them advised by somebody (domain §3.3)."""
    letters = [option.letter for option in options]
    if letters != list(LETTERS)[: len(letters)] or len(letters) not in COUNTED:
        return no(say("Please give two to five options, one after the other."))
    if advised not in letters:
        return no(say("Please advise one of the options above."))
    if for_advice < 1 or against_advice < 0:
        return no(say("Please say how many of the panel are for the advice and how many against."))
    if any(option.cost_fen < 0 for option in options):
        return no(say("A cost cannot be less than nothing."))
    return YES


def somebody_present(present: Mapping[str, int]) -> Verdict:
    """Heads by party, one at least."""
    if set(present) - set(PARTIES) or min(present.values(), default=0) < 0 or not sum(present.values()):
        return no(say("Please say how many people were present."))
    return YES


def day_fits(held_on: date, from_on: date, today: date) -> Verdict:
    """What is recorded has happened, and not before there was anything to speak of."""
    if held_on > today:
        return no(say("That day has not come yet. Please record it afterwards."))
    if held_on < from_on:
        return no(say("That day is too early: it cannot lie before %(first)s.", first=from_on))
    return YES
