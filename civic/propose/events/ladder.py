"""Up the ladder: taken on in the building, handed up, answered late."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say
from civic.permissions import NAMES, Standing
from civic.propose.rules.ladder import LEVELS, Level

COMMITTEE, HEAD = NAMES[Standing.COMMITTEE], NAMES[Standing.BUILDING_HEAD]


@dataclass(frozen=True, kw_only=True)
class IssueTakenOn(Event):
    """The building tries first; the committee is asked when that does not help."""

    kind = "propose:issue_taken_on"
    stage = 1
    answer_due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("Taken on in the building, first.")

    def ahead(self) -> Ahead:
        """The building head settles it, or hands it up."""
        return Ahead(say("Settle it in the building, or hand it up"), HEAD, self.answer_due_on, "/building")


@dataclass(frozen=True, kw_only=True)
class IssueHandedUp(Event):
    """A step up the ladder, with a note; outside the community against a receipt."""

    kind = "propose:issue_handed_up"
    stage_no: int
    level_from: Level
    level_to: Level
    due_on: date
    skipped: bool

    def told(self) -> Message:
        """On the timeline."""
        below, above = LEVELS[Level(self.level_from)], LEVELS[Level(self.level_to)]
        if self.skipped:
            return say(
                "Handed up: %(below)s → %(above)s, answer due by %(day)s; a level was left out, the reason is public.",
                below=below, above=above, day=self.due_on,
            )  # fmt: skip
        return say(
            "Handed up: %(below)s → %(above)s, answer due by %(day)s.", below=below, above=above, day=self.due_on
        )  # fmt: skip

    def ahead(self) -> Ahead:
        """The committee says what becomes of it, or enters the answer from outside."""
        if self.level_to == Level.COMMUNITY:
            return Ahead(say("Say what becomes of the matter"), COMMITTEE, self.due_on, "/settlement")
        return Ahead(say("Enter the answer of the responsible body"), COMMITTEE, self.due_on, "/answer")


@dataclass(frozen=True, kw_only=True)
class HandUpMissed(Event):
    """The day for the answer has passed; the timetable writes it down."""

    kind = "propose:hand_up_missed"
    stage = 4
    hand_up_id: int
    level: Level
    due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("The answer of the responsible body is late since %(day)s.", day=self.due_on)

    def late(self) -> bool:
        """It is lateness."""
        return True
