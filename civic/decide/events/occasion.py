"""A vote is called, opens and closes."""

from dataclasses import dataclass
from datetime import date, datetime

from civic.core.event import Ahead, Event
from civic.core.message import Message, say
from civic.decide.rules.words import BODIES
from civic.permissions import NAMES, Standing

ROLL = say("everybody on the roll")


@dataclass(frozen=True, kw_only=True)
class VoteNotified(Event):
    """The notice went out: rule, text and roll are frozen from here on."""

    kind = "decide:vote_notified"
    stage = 3
    vote_id: int
    preset: str
    effect: str
    entitled: int
    notice_days: int
    opens_at: datetime
    closes_at: datetime

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Notice of a vote of the %(body)s, %(days)s full days ahead; %(entitled)s on the roll.",
            body=BODIES[self.preset],
            days=self.notice_days,
            entitled=self.entitled,
        )

    def fact(self) -> Message:
        """Under the stage."""
        return say("%(entitled)s may vote", entitled=self.entitled)

    def ahead(self) -> Ahead:
        """Voting opens."""
        who = say("For everybody on the roll")
        return Ahead(say("Voting opens"), who, self.opens_at, f"/votes/{self.vote_id}", begins=True)

    def evidence(self) -> tuple[str, Message]:
        """The vote with its frozen text."""
        return f"/votes/{self.vote_id}", say("Question and rule")


@dataclass(frozen=True, kw_only=True)
class RollCorrected(Event):
    """The roll was corrected after an objection, before voting opened."""

    kind = "decide:roll_corrected"
    stage = 3
    vote_id: int
    objection_id: int
    entitled: int
    added: int
    removed: int
    changed: int
    opens_at: datetime

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Roll corrected after an objection: %(added)s added, %(removed)s removed, %(changed)s changed; "
            "%(entitled)s on the roll.",
            added=self.added, removed=self.removed, changed=self.changed, entitled=self.entitled,
        )  # fmt: skip

    def fact(self) -> Message:
        """Under the stage."""
        return say("%(entitled)s may vote", entitled=self.entitled)

    def ahead(self) -> Ahead:
        """Voting opens, as before."""
        who = say("For everybody on the roll")
        return Ahead(say("Voting opens"), who, self.opens_at, f"/votes/{self.vote_id}", begins=True)

    def evidence(self) -> tuple[str, Message]:
        """The roll."""
        return f"/votes/{self.vote_id}/roll", say("Roll")


@dataclass(frozen=True, kw_only=True)
class VoteOpened(Event):
    """The hour of opening."""

    kind = "decide:vote_opened"
    stage = 3
    vote_id: int
    closes_at: datetime
    paper: bool = False

    def told(self) -> Message:
        """On the timeline."""
        return say("Voting opened.")

    def ahead(self) -> Ahead:
        """Those on the roll vote."""
        what = say("Fill in the sheet and hand it in") if self.paper else say("Cast your ballot")
        return Ahead(what, ROLL, self.closes_at, f"/votes/{self.vote_id}")


@dataclass(frozen=True, kw_only=True)
class VoteClosed(Event):
    """The hour of closing; what came in is in."""

    kind = "decide:vote_closed"
    stage = 3
    vote_id: int
    channel: str
    declare_by: date | None = None

    def told(self) -> Message:
        """On the timeline."""
        return say("Voting closed.")

    def ahead(self) -> Ahead:
        """The sheets are counted."""
        return Ahead(
            say("Key in every sheet twice, then declare the result"),
            NAMES[Standing.CLERK],
            self.declare_by,
            f"/votes/{self.vote_id}/sheets",
        )
