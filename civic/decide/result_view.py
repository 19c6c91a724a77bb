"""The result sheet: its gauges, its arithmetic, its tables, drawn from what was counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from civic.core.amount import Area
from civic.core.message import Message, say, say_p
from civic.core.share import percent
from civic.decide.queries.counting import Counted, counted_from
from civic.decide.queries.votes import Occasion
from civic.decide.rules.assess import Assessment, evaluate
from civic.decide.rules.checks import Check, figure
from civic.decide.rules.kinds import Counter, Effect, Outcome
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.presets import for_vote
from civic.decide.rules.sheets import INVALID_REASONS
from civic.decide.rules.tally import Count
from civic.decide.rules.terms import Terms
from civic.decide.rules.whatif import Supposition
from civic.decide.rules.words import approval_words, quorum_words
from civic.decide.tables import Vote
from civic.decide.view import SHORT, Row, choice_words

VERDICTS: Mapping[Outcome, Message] = {
    Outcome.ADOPTED: say_p("verdict", "Passed"),
    Outcome.REJECTED: say_p("verdict", "Not passed"),
    Outcome.INQUORATE: say_p("verdict", "Too few came"),
    Outcome.VOID: say_p("verdict", "Void"),
}

OTHER_REASON = say("other")

OTHER_RULE = {"OWN_GENERAL": "OWN_SPECIAL", "OWN_SPECIAL": "OWN_GENERAL"}
"""What the teaching panel compares with: repair and rebuilding (Civil Code, art. 278)."""


@dataclass(frozen=True)
class Gauge:
    """One bar: lengths in thousandths of the whole."""

    label: Message
    check: Check
    kind: str

    @property
    def filled(self) -> int:
        """How far the bar is filled."""
        return min(1000, self.check.got * 1000 // self.check.base) if self.check.base else 0

    @property
    def mark(self) -> int:
        """Where the mark stands."""
        return self.check.share.num * 1000 // self.check.share.den

    @property
    def need(self) -> str:
        """The figure at the mark, with its unit where it has one."""
        unit = " m²" if self.check.counter is Counter.AREA else ""
        return f"{figure_text(self.check.need_figure)}{unit}"


@dataclass(frozen=True)
class Test:
    """One test of the rule: taking part, or being for it."""

    title: Message
    met: bool
    word: Message
    gauges: list[Gauge]


@dataclass(frozen=True)
class Result:
    """Everything the result sheet shows of a count."""

    counted: Counted
    found: Assessment
    tests: list[Test]
    heads: list[Message]
    rows: list[Row]
    ballots: list[Row]
    unreturned: int
    other: Supposition | None
    other_gauges: list[Gauge]
    silence: Supposition | None

    @property
    def verdict(self) -> Message:
        """The one word."""
        return VERDICTS[self.found.outcome]


def result_of(occasion: Occasion) -> Result | None:
    """The sheet of a vote; None before anything was counted."""
    vote, terms = occasion.vote, occasion.terms
    if vote.counts is None:
        return None
    counted = counted_from(vote.counts)
    found = evaluate(terms, counted.counts)
    other = OTHER_RULE.get(terms.preset)
    supposed = found.if_rule(for_vote(other)) if other else None
    lead = counted.counts[terms.counters[0]]
    return Result(
        counted=counted,
        found=found,
        tests=_tests(found),
        heads=_heads(found),
        rows=_rows(found),
        ballots=_ballots(vote, counted, lead),
        unreturned=lead.unreturned,
        other=supposed,
        other_gauges=[_gauge(check, "if") for check in supposed.approval] if supposed else [],
        silence=found.if_silence_followed() if terms.weighted and lead.unreturned else None,
    )


def _tests(found: Assessment) -> list[Test]:
    tests = []
    title = quorum_words(found.terms)
    if title is not None:
        met = all(check.met for check in found.quorum)
        word = say_p("a quorum", "enough") if met else say_p("a quorum", "too few")
        tests.append(Test(title, met, word, [_gauge(c) for c in found.quorum]))
    if found.outcome is not Outcome.INQUORATE:
        met = found.adopted
        word = say_p("a majority", "passed") if met else say_p("a majority", "not passed")
        tests.append(Test(approval_words(found.terms), met, word, [_gauge(c) for c in found.approval]))
    return tests


def _gauge(check: Check, kind: str = "") -> Gauge:
    return Gauge(SHORT[check.counter], check, kind or ("enough" if check.met else "short"))


def _heads(found: Assessment) -> list[Message]:
    heads = [say_p("a column", "Persons"), say_p("a column", "Share")]
    if found.terms.weighted:
        heads += [say_p("a column", "Area m²"), say_p("a column", "Share")]
    return heads


def _rows(found: Assessment) -> list[Row]:
    counts = [found.counts[c] for c in found.terms.counters]
    weighted = found.terms.weighted
    rows = []
    for choice, name in (("yes", "yes"), ("no", "no"), ("abstain", "abstain")):
        cells: list[object] = []
        for counter, count in zip(found.terms.counters, counts, strict=True):
            amount = getattr(count, name)
            cells += [figure_text(figure(counter, amount)), percent(amount, count.valid)]
        rows.append(Row(choice_words(choice), cells))
    total: list[object] = [figure_text(counts[0].valid), ""]
    if weighted:
        total += [figure_text(Area(counts[-1].valid)), ""]
    return [*rows, Row(say("Valid ballots"), total, "sum")]


def _ballots(vote: Vote, counted: Counted, lead: Count) -> list[Row]:
    """Every ballot accounted for: issued, served how, returned, invalid why, valid."""
    rows = [Row(say("Sheets issued") if vote.channel == "paper" else say("On the roll"), [lead.entitled])]
    if vote.sheets_delivered or vote.sheets_posted:
        rows += [
            Row(say("Delivered by hand"), [vote.sheets_delivered], "in"),
            Row(say("Served by posted notice"), [vote.sheets_posted], "in"),
        ]
    rows.append(Row(say("Returned") if vote.channel == "paper" else say("Ballots cast"), [lead.returned]))
    if vote.after_reset:
        rows.append(Row(say("of them within 24 h after a reset of the sign-in"), [vote.after_reset], "in"))
    rows += [
        Row(say("Invalid: %(why)s", why=INVALID_REASONS.get(reason, OTHER_REASON)), [number], "in")
        for reason, number in sorted(counted.invalid.items())
    ]
    return [*rows, Row(say_p("ballots", "Valid"), [lead.valid], "sum")]


def tabled(rows: list[Row]) -> list[tuple[Message | str, Sequence[object], str]]:
    """As the table's macro takes them."""
    return [(row.label, row.cells, row.kind) for row in rows]


def other_rule_words(terms: Terms) -> Message | None:
    """What the other rule asks for."""
    other = OTHER_RULE.get(terms.preset)
    return approval_words(for_vote(other)) if other else None


def next_words(occasion: Occasion) -> Message:
    """What becomes of it after the posting."""
    if occasion.vote.outcome != Outcome.ADOPTED.value or occasion.phase is VotePhase.VOID:
        return say("The matter can be put to a vote again when the facts have changed.")
    if occasion.terms.effect is Effect.OPINION:
        return say("After that, work orders go to the departments; they decide by law.")
    return say("After that, work orders are issued; their days can be seen on the board.")


def figure_text(amount: int | Area) -> str:
    """A figure as it stands in a table."""
    return str(amount) if isinstance(amount, Area) else f"{amount:,}"
