"""Paper ballots: in before the close, keyed twice by two people, blind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.decide.rules.kinds import Choice
from civic.decide.rules.phases import VotePhase

INVALID_REASONS: dict[str, Message] = {
    "not_owner": say("not filled in by whoever has the vote"),
    "double_mark": say("marked more than once"),
    "unsigned": say("not signed"),
    "late": say("handed in late"),
}
"""Why a sheet does not count; each stands on the result with its number (domain 3.3)."""


@dataclass(frozen=True)
class Keying:
    """What one clerk read on a sheet; None is an invalid sheet, with the reason."""

    clerk_id: int
    choice: Choice | None
    reason: str = ""


def may_receive_sheet(received_at: datetime, opens_at: datetime, closes_at: datetime) -> Verdict:
    """Whether a sheet came in time; the hour of receipt counts, not that of keying."""
    if received_at >= closes_at:
        return no(say("This sheet came in after the close. It is kept, but not counted."))
    if received_at < opens_at:
        return no(say("This sheet came in before voting began. It is kept, but not counted."))
    return YES


def may_key_sheet(phase: VotePhase, keyings: Sequence[Keying], clerk_id: int) -> Verdict:
    """Whether this clerk may key the sheet: two different people, neither seeing the other's entry."""
    if any(keying.clerk_id == clerk_id for keying in keyings):
        return not_allowed(
            say("You have keyed this sheet already. Another person has to key it the second time.")
        )
    if not (in_hours := may_still_settle(phase)):
        return in_hours
    if len(keyings) >= 2:
        return no(say("This sheet has been keyed twice already."))
    return YES


def may_still_settle(phase: VotePhase) -> Verdict:
    """Whether sheets are being read at all."""
    if phase in (VotePhase.OPEN, VotePhase.CLOSED):
        return YES
    return no(say("Sheets can be keyed from the opening of the vote until its result is declared."))


def must_settle(keyings: Sequence[Keying]) -> bool:
    """Whether the two readings differ, so that the sheet itself has to be looked at."""
    return len({(keying.choice, keying.reason) for keying in keyings}) == 2


def may_settle_sheet(keyings: Sequence[Keying], person_id: int) -> Verdict:
    """Whether this person may settle two differing readings: a third one, with the sheet in hand."""
    if any(keying.clerk_id == person_id for keying in keyings):
        return not_allowed(say("Somebody who did not key this sheet has to settle the difference."))
    if not must_settle(keyings):
        return no(say("There is no difference to settle on this sheet."))
    return YES


def may_count_sheet(keyings: Sequence[Keying], settled: bool) -> Verdict:
    """Whether the sheet may enter the count."""
    if len(keyings) < 2:
        return no(say("This sheet has to be keyed by a second person."))
    if must_settle(keyings) and not settled:
        return no(say("The two readings of this sheet differ. They must be settled before the count."))
    return YES
