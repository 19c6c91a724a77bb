"""What the roll takes when it is edited by hand: days that can be, shares that fit, spans that do not overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from civic.core.days import LONG_AGO, known
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed

FIRST = date(1900, 1, 1)
AHEAD_DAYS = 366
"""As far ahead as a day may lie: a lease that begins next year."""

SUSPENDED_FOR = ("misuse", "lost", "request")
"""Why an account is suspended: its number in this list stands in the ledger, from 1."""

SHARE_WRONG = ("typed", "register", "imported")
"""Why a share is corrected in place: typed wrongly, the register says otherwise, the imported list named none.
Its number in this list stands in the ledger, from 1."""

OWN = say("This is your own entry or your own door. Please let a colleague change it.")


@dataclass(frozen=True)
class Span:
    """From when to when something holds, its last day included; one that ends before it begins never held."""

    from_on: date
    to_on: date | None = None

    @property
    def begun(self) -> date | None:
        """The first day; None where nobody knows it."""
        return known(self.from_on)

    @property
    def void(self) -> bool:
        """Whether it was taken back as a mistake."""
        return self.to_on is not None and self.to_on < self.from_on

    def lasts(self, day: date) -> bool:
        """Whether it holds on that day or on a later one."""
        return not self.void and (self.to_on is None or self.to_on >= day)


def may_touch(*, own: bool) -> Verdict:
    """Nobody edits their own entry, home or property: a colleague does (four eyes)."""
    return not_allowed(OWN) if own else YES


def may_begin(day: date, today: date, born_on: date | None = None) -> Verdict:
    """A first day: neither before 1900 nor before birth, at most a year ahead; or not known."""
    if day == LONG_AGO:
        return YES
    if day < FIRST:
        return no(say("This day lies before 1900. Please look it up again."))
    if (day - today).days > AHEAD_DAYS:
        return no(say("This day lies more than a year ahead. Please enter it when it is nearer."))
    if born_on is not None and day < born_on:
        return no(say("This day lies before the birthday. One of the two is wrong."))
    return YES


def may_end(span: Span, last: date, today: date) -> Verdict:
    """A last day: not before the first one, at most a year ahead."""
    if last < span.from_on or last == LONG_AGO:
        return no(
            say(
                "It began on %(day)s only. If it was entered by mistake, please take it back.",
                day=span.from_on,
            )
        )
    return may_begin(last, today)


def may_be_born(born_on: date, today: date, begun: Iterable[date] = ()) -> Verdict:
    """A birthday: since 1900, not still to come, not after anything that the person has already done."""
    if born_on < FIRST:
        return no(say("This day lies before 1900. Please look it up again."))
    if born_on > today:
        return no(say("This birthday is still to come. Please look it up again."))
    if any(day < born_on for day in begun):
        return no(
            say("On the roll, this person lived or owned here before that birthday. One of the two is wrong.")
        )
    return YES


def may_be_gone(gone_on: date, today: date, born_on: date | None, begun: Iterable[date] = ()) -> Verdict:
    """The first day without any right: not still to come, because whoever leaves later moves out later; after
    the first day of all homes and shares that began already."""
    if gone_on > today:
        return no(say("This day is still to come. Please enter it when it has come."))
    late = max((day for day in begun if gone_on < day <= today), default=None)
    if late is not None:
        return no(
            say(
                "On the roll, something of theirs began on %(day)s only. One of the two days is wrong.",
                day=late,
            )
        )
    return may_begin(gone_on, today, born_on)


def may_be_kin(relation: str, born_on: date | None, other_born_on: date | None) -> Verdict:
    """What the other is to somebody, with both birthdays as far as they are known: parents are older."""
    if relation not in {"parent", "child"} or born_on is None or other_born_on is None:
        return YES
    parent, child = (other_born_on, born_on) if relation == "parent" else (born_on, other_born_on)
    if parent >= child:
        return no(
            say("By their birthdays the parent would not be older than the child. Please look it up again.")
        )
    return YES


def may_live(spans: Iterable[Span], from_on: date) -> Verdict:
    """One home a person: what is on the roll must have ended before the new one begins."""
    if from_on == LONG_AGO and any(not span.void for span in spans):
        return no(
            say("This person lives or lived at another door here. Please give the first day in the new home.")
        )
    if any(span.lasts(from_on) for span in spans):
        return no(say("On that day this person lives elsewhere here. First enter until when."))
    return YES


def may_hold(held: Iterable[tuple[Span, Fraction]], share: Fraction, from_on: date) -> Verdict:
    """The shares of a dwelling come to one whole at most, on the first day and on every later one."""
    lasting = [(span, part) for span, part in held if span.lasts(from_on)]
    days = [from_on, *(span.from_on for span, _part in lasting if span.from_on > from_on)]
    most = max(sum((part for span, part in lasting if _on(span, day)), Fraction(0)) for day in days)
    if most + share > 1:
        left = 1 - most
        return no(
            say("Only %(num)s/%(den)s is left. First end what another owner gave up.", num=left.numerator, den=left.denominator)
            if left > 0
            else say("All shares are on the roll. First end what another owner gave up.")
        )  # fmt: skip
    return YES


def may_correct_share(
    others: Iterable[tuple[Span, Fraction]], span: Span, before: Fraction | None, share: Fraction
) -> Verdict:
    """Another share than before (None: nobody knew it), which fits beside the others on every day of its span."""
    if share == before:
        return no(say("The roll says so already."))
    beside = [each for each in others if span.to_on is None or each[0].from_on <= span.to_on]
    return may_hold(beside, share, span.from_on)


def _on(span: Span, day: date) -> bool:
    return span.from_on <= day and span.lasts(day)
