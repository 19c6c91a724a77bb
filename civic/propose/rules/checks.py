"""When each step of Propose may be taken, when it is due, and why one is left out."""

from datetime import date

from civic.core.days import days_late
from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules.matters import Nature
from civic.propose.rules.road import OVER, STAGE, STATUS, TRANSITIONS, Phase


def reference_of(prefix: str, year: int, number: int) -> str:
    """What people quote: GF-2026-017."""
    return f"{prefix}-{year}-{number:03d}"


def may_endorse(phase: Phase, *, is_raiser: bool, already: bool, private: bool = False) -> Verdict:
    """Once each, not one's own, not what is private, and only while it is undecided what becomes of it."""
    if private:
        return no(say("This matter is not public: nobody is asked to stand behind it."))
    if already:
        return no(say("You have endorsed this issue already."))
    if is_raiser:
        return no(say("You raised this issue yourself; others may endorse it."))
    if STAGE[phase] > 2 or STATUS[phase] in OVER:
        return no(say("This issue has moved on; endorsing is no longer needed."))
    return YES


def may_withdraw(phase: Phase, *, stands: bool) -> Verdict:
    """Whoever stands behind it, while it is undecided what becomes of it: later the number is what was decided on."""
    if not stands:
        return no(say("You do not stand behind this issue."))
    if STAGE[phase] > 2 or STATUS[phase] in OVER:
        return no(say("This issue has moved on; what neighbours stood behind it stays."))
    return YES


def may_stay(into: Phase) -> Verdict:
    """While the issue into which it was merged is under way."""
    return no(say("That issue has ended.")) if STATUS[into] in OVER else YES


def may_move(phase: Phase, step: str) -> Verdict:
    """Whether the road has this step from here."""
    if (phase, step) in TRANSITIONS:
        return YES
    return no(say("This issue has moved on. Please look at its page for what is next."))


def may_settle(phase: Phase, step: str, *, mediating: bool = False) -> Verdict:
    """As the road says; what was handed outside goes on from there up the ladder alone, what is mediated as the
    mediator says."""
    if mediating:
        return no(say("It is being mediated; what comes of it is for the mediator to say."))
    if phase is Phase.ROUTED and step == "route":
        return no(say("It was handed over already. From there it can only be handed up."))
    return may_move(phase, step)


def due_of(phase: Phase, answer_due_on: date, due_on: date | None) -> date | None:
    """The day the step in hand is promised for: first the answer, later what was promised; None when over."""
    if STATUS[phase] in OVER:
        return None
    return answer_due_on if STATUS[phase] == "waiting" else due_on


def late_by(phase: Phase, answer_due_on: date, due_on: date | None, today: date) -> int:
    """By how many days the step in hand is late; 0 when it is not."""
    due = due_of(phase, answer_due_on, due_on)
    return days_late(due, today) if due else 0


def left_out(nature: Nature | None, stage: int, *, discussed: bool) -> Message:
    """Why an issue did not go through a stage (domain §3.1: the product must show skipped steps)."""
    if nature is Nature.PRIVATE_SERVICE:
        return say("one person's service is handled directly")
    if nature is Nature.DISPUTE:
        return say("a quarrel is mediated in private")
    if nature is Nature.EMERGENCY and stage < 4:
        return say("danger does not wait")
    if not discussed:
        return say("the committee settled it directly")
    if stage != 3:
        return say("it was not needed")
    if nature is Nature.PUBLIC_ORDER:
        return say("a government department decides, not a vote")
    return say("it was carried out without a vote")
