"""The teaching panel: what the same ballots would have meant under another rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from civic.core.message import Message, say
from civic.decide.rules.checks import Check, figure
from civic.decide.rules.kinds import Outcome

WOULD = {
    Outcome.ADOPTED: say("Under this rule it would be adopted."),
    Outcome.REJECTED: say("Under this rule it would not be adopted."),
    Outcome.INQUORATE: say("Under this rule too few would have taken part."),
    Outcome.VOID: say("The vote is void."),
}


@dataclass(frozen=True)
class Supposition:
    """An outcome that is shown and never declared, with each check that falls short."""

    outcome: Outcome
    quorum: tuple[Check, ...]
    approval: tuple[Check, ...]
    headline: Message
    shortfalls: tuple[Message, ...]


def suppose(outcome: Outcome, quorum: Sequence[Check], approval: Sequence[Check]) -> Supposition:
    """The supposition with its sentences: persons 118 < 119, 1 short."""
    missing = [_quorum_gap(check) for check in quorum if not check.met]
    missing += [_approval_gap(check) for check in approval if not check.met]
    return Supposition(outcome, tuple(quorum), tuple(approval), WOULD[outcome], tuple(missing))


def _quorum_gap(check: Check) -> Message:
    return say(
        "%(counter)s: %(part)s took part %(sign)s %(need)s, %(lack)s short.",
        counter=check.label,
        part=check.got_figure,
        sign=check.sign,
        need=check.need_figure,
        lack=figure(check.counter, check.lack),
    )


def _approval_gap(check: Check) -> Message:
    return say(
        "%(counter)s: for %(yes)s %(sign)s %(mark)s, %(lack)s short.",
        counter=check.label,
        yes=check.got_figure,
        sign=check.sign,
        mark=check.need_figure,
        lack=figure(check.counter, check.lack),
    )
