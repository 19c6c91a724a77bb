"""What an outcome must hold (协商成果, domain §3.3): a promise with money, duty and deadline, or why nothing follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.discuss.rules.ways import Way

MOST_DAYS = 1100
"""A promise lies at most three years ahead."""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What is to be done by whom, by when, for whose money, and how one sees it; empty for what is archived."""

    criterion: str = ""
    need: int = 0
    of_days: int = 0
    conditions: str = ""
    cost_fen: int = 0
    payer: str = ""
    duty: str = ""
    """The office or the body that answers for it."""
    deadline_on: date | None = None
    because: str = ""
    """Of what is archived: the public reason."""


def criterion_holds(need: int, of_days: int) -> Verdict:
    """A promise that can be counted: on at least `need` of `of_days` days, at most a year."""
    if not 1 <= of_days <= 366:
        return no(say("Please watch for 1 to 366 days."))
    if not 1 <= need <= of_days:
        return no(say("Please ask for 1 to %(most)s days out of %(most)s.", most=of_days))
    return YES


def promise_faults(promise: Promise, way: Way, today: date) -> dict[str, Message]:
    """What is missing or wrong, by field of the form."""
    return dict(_archived(promise) if way is Way.ARCHIVE else _promised(promise, today))


def _promised(promise: Promise, today: date) -> Iterator[tuple[str, Message]]:
    if not promise.criterion:
        yield "criterion", say("Please write down how one sees that it is done.")
    counted = criterion_holds(promise.need, promise.of_days)
    if counted.because:
        yield "need", counted.because
    if promise.cost_fen and not promise.payer:
        yield "payer", say("Please write down who pays.")
    if not promise.duty:
        yield "duty", say("Please write down which office or body is responsible.")
    if promise.deadline_on is None:
        yield "deadline_on", say("Please write down by when it is to be done.")
    elif not 0 < (promise.deadline_on - today).days <= MOST_DAYS:
        yield "deadline_on", say("Please choose a day to come, within three years.")
    if promise.because:
        yield "because", say("This is for what is archived. Otherwise please leave it empty.")


def _archived(promise: Promise) -> Iterator[tuple[str, Message]]:
    if not promise.because:
        yield "because", say("Please write down why nothing more is done. Everybody can read it.")
    for name in ("criterion", "need", "of_days", "conditions", "cost", "payer", "duty", "deadline_on"):
        if getattr(promise, "cost_fen" if name == "cost" else name):
            yield name, say("What is archived promises nothing. Please leave this empty.")
