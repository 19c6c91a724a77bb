"""The people affected say how it turned out."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing
from civic.supervise.rules.grades import Result, percent


@dataclass(frozen=True, kw_only=True)
class RatingOpened(Event):
    """The people affected are asked until 24:00 of a day."""

    kind = "supervise:rating_opened"
    stage = 5
    round_id: int
    until_on: date

    def ahead(self) -> Ahead:
        """Everybody affected."""
        return Ahead(say("Say how it turned out"), NAMES[Standing.AFFECTED], self.until_on, "/rating")


@dataclass(frozen=True, kw_only=True)
class RatingGiven(Event):
    """One grade came in; which one stays out of the ledger."""

    kind = "supervise:rating_given"
    stage = 5
    round_id: int
    paper: bool


@dataclass(frozen=True, kw_only=True)
class FormsCounted(Event):
    """How many forms were given out, how many came back unusable."""

    kind = "supervise:forms_counted"
    stage = 5
    round_id: int
    given: int
    spoiled: int


@dataclass(frozen=True, kw_only=True)
class RatingEnded(Event):
    """The result of the round in counts."""

    kind = "supervise:rating_ended"
    stage = 5
    round_id: int
    given: int
    spoiled: int
    valid: int
    five: int
    four: int
    three: int
    two: int
    one: int

    @property
    def result(self) -> Result:
        """The counts by grade."""
        return Result({5: self.five, 4: self.four, 3: self.three, 2: self.two, 1: self.one})

    def told(self) -> Message:
        """Counts and shares; per cents rounded half up from whole numbers."""
        if not self.valid:
            return say("The rating ended; nobody rated.")
        basic, satisfied = self.result.at_least(3), self.result.at_least(4)
        figures = say(
            "basically satisfied or better %(basic)s (%(basic_share)s), "
            "satisfied or better %(satisfied)s (%(satisfied_share)s)",
            basic=basic,
            basic_share=percent(basic, self.valid),
            satisfied=satisfied,
            satisfied_share=percent(satisfied, self.valid),
        )
        if not self.given:
            return say_n(
                "%(n)s rating: %(figures)s.", "%(n)s ratings: %(figures)s.", self.valid, figures=figures
            )
        return say_n(
            "%(given)s forms given out, %(n)s valid: %(figures)s.",
            "%(given)s forms given out, %(n)s valid: %(figures)s.",
            self.valid,
            given=self.given,
            figures=figures,
        )

    def fact(self) -> Message | None:
        """Under the stage."""
        if not self.valid:
            return None
        return say(
            "%(valid)s ratings, %(share)s satisfied or better",
            valid=self.valid,
            share=percent(self.result.at_least(4), self.valid),
        )

    def evidence(self) -> tuple[str, Message]:
        """The result."""
        return "/satisfaction", say("Satisfaction rating")


@dataclass(frozen=True, kw_only=True)
class CallBackRecorded(Event):
    """Somebody who was not satisfied was called back."""

    kind = "supervise:call_back_recorded"
    stage = 5
    round_id: int
    rating_id: int
    done: int
    of: int
    days_late: int

    def told(self) -> Message | None:
        """Only when all were called."""
        if self.done < self.of:
            return None
        if self.days_late:
            return say_n(
                "All %(of)s who were not satisfied were called back, %(n)s day late.",
                "All %(of)s who were not satisfied were called back, %(n)s days late.",
                self.days_late,
                of=self.of,
            )
        return say_n(
            "The %(n)s person who was not satisfied was called back.",
            "All %(n)s who were not satisfied were called back.",
            self.of,
        )

    def late(self) -> bool:
        """When the last was called after the fifteen working days."""
        return self.done >= self.of and self.days_late > 0
