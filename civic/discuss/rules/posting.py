"""What is written on the notice of a topic or of an outcome."""

from datetime import date

from civic.core.amount import Money
from civic.core.message import Message, say
from civic.discuss.rules.promise import Promise
from civic.propose.rules.invitation import BYS, Invitation


def topic_lines(background: str, scope: str, invitation: Invitation, until: date) -> list[Message | str]:
    """Topic notice (domain §3.3): background, scope, how to take part."""
    return [
        background,
        scope,
        say("Who takes part: %(who)s", who=invitation.who),
        say("How: %(ways)s", ways=ways_in_words(invitation)),
        say("People speak until %(day)s, 24:00.", day=until),
    ]


def ways_in_words(invitation: Invitation) -> Message:
    """One, two or three ways in a row."""
    first, *more = (BYS[each] for each in invitation.ways)
    for each in more:
        first = say("%(first)s, %(second)s", first=first, second=each)
    return first


def outcome_lines(*, agreed: str, not_agreed: str, promise: Promise, until: date) -> list[Message | str]:
    """Outcome notice (domain §3.3): agreed, not agreed, the promise or why there is none, how to comment."""
    lines: list[Message | str] = [say("Agreed: %(text)s", text=agreed)]
    if not_agreed:
        lines.append(say("Not agreed: %(text)s", text=not_agreed))
    lines += _promise_lines(promise)
    lines.append(say("Comments are taken until %(until)s.", until=until))
    return lines


def _promise_lines(promise: Promise) -> list[Message | str]:
    if promise.because:
        return [say("Nothing more is done: %(text)s", text=promise.because)]
    lines: list[Message | str] = []
    if promise.conditions:
        lines.append(say("On condition: %(text)s", text=promise.conditions))
    lines.append(
        say(
            "Done when: %(text)s, on at least %(need)s of %(of_days)s days.",
            text=promise.criterion,
            need=promise.need,
            of_days=promise.of_days,
        )
    )
    if promise.duty:
        lines.append(say("Responsible: %(text)s", text=promise.duty))
    if promise.deadline_on:
        lines.append(say("To be done by: %(day)s", day=promise.deadline_on))
    if promise.cost_fen and promise.payer:
        lines.append(
            say("Cost: %(cost)s, paid by %(payer)s", cost=Money(promise.cost_fen), payer=promise.payer)
        )
    elif promise.cost_fen:
        lines.append(say("Cost: %(cost)s", cost=Money(promise.cost_fen)))
    return lines
