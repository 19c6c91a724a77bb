"""Dates of an issue: fallen due, put off, standing still; what a community promises for each category."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event
from civic.core.message import Message, say
from civic.propose.rules.clock import TERMS, Term


@dataclass(frozen=True, kw_only=True)
class DateMissed(Event):
    """A date has passed, or three times its limit, and nothing came; the timetable writes it down."""

    kind = "propose:date_missed"
    stage_no: int
    term: Term
    due_on: date
    times: int

    def told(self) -> Message:
        """On the timeline."""
        what = TERMS[Term(self.term)]
        if self.times == 3:
            return say(
                "%(what)s: three times the limit has passed (due %(day)s).", what=what, day=self.due_on
            )
        return say("%(what)s: late since %(day)s.", what=what, day=self.due_on)

    def late(self) -> bool:
        """It is lateness."""
        return True


@dataclass(frozen=True, kw_only=True)
class DatePutOff(Event):
    """A date was put off; the old one stays."""

    kind = "propose:date_put_off"
    stage_no: int
    term: Term
    was_on: date
    now_on: date

    def told(self) -> Message:
        """On the timeline."""
        what = TERMS[Term(self.term)]
        return say(
            "%(what)s: put off from %(was)s to %(now)s; the reason is public.",
            what=what, was=self.was_on, now=self.now_on,
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class WaitBegun(Event):
    """The clock stands while a named party is waited for; the party's name is on the page, not here."""

    kind = "propose:wait_begun"
    stage_no: int
    wait_id: int
    until_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("Waiting for another party until %(day)s at most; the clock stands.", day=self.until_on)


@dataclass(frozen=True, kw_only=True)
class WaitEnded(Event):
    """What was waited for came, earlier than the last day; the clock runs again."""

    kind = "propose:wait_ended"
    stage_no: int
    wait_id: int
    ended_on: date
    until_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("What was waited for came; the clock runs again.")


@dataclass(frozen=True, kw_only=True)
class CategorySet(Event):
    """What is promised for a category from now on; older issues keep their dates."""

    kind = "propose:category_set"
    category: str
    position: int
    answer_days: int
    whole_days: int
    owner: str
    danger: bool
    closed: bool
