"""One bound put to the count: what was got, of how much, and whether that is enough."""

from dataclasses import dataclass

from civic.core.amount import Area
from civic.core.message import Message, say, say_p
from civic.core.share import Share, percent
from civic.decide.rules.kinds import Counter
from civic.decide.rules.tally import Counts
from civic.decide.rules.terms import Terms

LABELS = {
    Counter.HEAD: say_p("sum", "Persons"),
    Counter.AREA: say_p("sum", "Area (m²)"),
    Counter.OWNER_HEAD: say_p("sum", "Members who are owners"),
    Counter.REP: say_p("sum", "Representatives"),
    Counter.RESIDENT: say_p("sum", "Residents"),
}


def figure(counter: Counter, amount: int) -> int | Area:
    """The amount as people read it: an area in square metres, or a plain number."""
    return Area(amount) if counter is Counter.AREA else amount


@dataclass(frozen=True)
class Check:
    """`got` of `base` against `share`, both in the counter's unit (areas in hundredths)."""

    counter: Counter
    got: int
    base: int
    share: Share

    @property
    def met(self) -> bool:
        """Whether the bound is reached."""
        return self.share.met(self.got, self.base)

    @property
    def need(self) -> int:
        """The figure at the mark: to be passed if the share is strict, else to be reached."""
        return self.share.mark(self.base)

    @property
    def lack(self) -> int:
        """How much is missing, 0 if nothing is."""
        return max(0, self.share.least(self.base) - self.got)

    @property
    def sign(self) -> str:
        """The sign between what was got and the mark: > ≤ for strict shares, else ≥ <."""
        if self.share.strict:
            return ">" if self.met else "≤"
        return "≥" if self.met else "<"

    @property
    def percent(self) -> str:
        """`got` of `base`, cut to two decimals."""
        return percent(self.got, self.base)

    @property
    def label(self) -> Message:
        """The counter's name."""
        return LABELS[self.counter]

    @property
    def got_figure(self) -> int | Area:
        """What was got, to be shown."""
        return figure(self.counter, self.got)

    @property
    def base_figure(self) -> int | Area:
        """Of how much, to be shown."""
        return figure(self.counter, self.base)

    @property
    def need_figure(self) -> int | Area:
        """The mark, to be shown."""
        return figure(self.counter, self.need)

    @property
    def mark_words(self) -> Message:
        """What stands at the mark: 须过 79 for a strict share, 须达 140 for one that includes it."""
        if self.share.strict:
            return say("must pass %(need)s", need=self.need_figure)
        return say("must reach %(need)s", need=self.need_figure)


def quorum_checks(terms: Terms, counts: Counts) -> tuple[Check, ...]:
    """The quorum, one check a counter, over the roll (Civil Code 278; Residents' Committees 27, 29)."""
    return tuple(
        Check(c, counts[c].took_part(terms.approval_base), counts[c].base(terms.quorum_base), share)
        for c, share in terms.quorum
    )


def approval_checks(terms: Terms, counts: Counts) -> tuple[Check, ...]:
    """The votes for, one check a counter, over the base that the terms name."""
    return tuple(
        Check(c, counts[c].yes, counts[c].base(terms.approval_base), share) for c, share in terms.approval
    )
