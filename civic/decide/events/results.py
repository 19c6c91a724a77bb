"""What a count came to, and what becomes of it."""

from dataclasses import dataclass
from datetime import date

from civic.core.amount import Area
from civic.core.event import Ahead, Event
from civic.core.message import Message, say
from civic.permissions import NAMES, Standing

RESULT = say("Result")


@dataclass(frozen=True, kw_only=True)
class ResultDeclared(Event):
    """What the count came to. Areas in hundredths of a square metre, None where they do not count."""

    kind = "decide:result_declared"
    stage = 3
    vote_id: int
    preset: str
    effect: str
    outcome: str
    due: int
    part: int
    need: int
    yes: int
    no: int
    abstain: int
    posting_until_on: date
    part_area: int | None = None
    due_area: int | None = None
    yes_area: int | None = None
    after_reset: int = 0
    """Ballots within 24 hours after a reset of the voter's sign-in: a figure alone."""

    def told(self) -> Message:
        """On the timeline, with the figures."""
        if self.outcome == "inquorate":
            return say(
                "%(part)s of %(due)s took part, %(need)s needed: too few, nothing was decided.",
                part=self.part,
                due=self.due,
                need=self.need,
            )
        return say("%(sum)s: %(outcome)s", sum=self._sum(), outcome=self._word())

    def _sum(self) -> Message:
        sides = {"yes": self.yes, "no": self.no, "abstain": self.abstain}
        if self.part_area is None or self.due_area is None or self.yes_area is None:
            return say(
                "%(part)s of %(due)s took part; %(yes)s for, %(no)s against, %(abstain)s abstained",
                part=self.part,
                due=self.due,
                **sides,
            )
        return say(
            "%(part)s of %(due)s took part; %(yes)s for, %(no)s against, %(abstain)s abstained; "
            "by area %(part_area)s of %(due_area)s m² took part, %(yes_area)s m² for",
            part=self.part,
            due=self.due,
            part_area=Area(self.part_area),
            due_area=Area(self.due_area),
            yes_area=Area(self.yes_area),
            **sides,
        )

    def _word(self) -> Message:
        if self.outcome != "adopted":
            return say("not adopted.") if self.outcome == "rejected" else say("void.")
        return say("adopted as an opinion.") if self.effect == "opinion" else say("adopted.")

    def fact(self) -> Message:
        """Under the stage."""
        return say("%(part)s of %(due)s came, %(yes)s for", part=self.part, due=self.due, yes=self.yes)

    def ahead(self) -> Ahead:
        """It hangs, and takes objections."""
        what = say("The result is posted and takes objections")
        return Ahead(
            what, say("Everyone may look"), self.posting_until_on, f"/votes/{self.vote_id}/result", turn=False
        )

    def evidence(self) -> tuple[str, Message]:
        """The result with its arithmetic."""
        return f"/votes/{self.vote_id}/result", RESULT


@dataclass(frozen=True, kw_only=True)
class VoteFinalised(Event):
    """The time for objections is over and each is answered."""

    kind = "decide:vote_finalised"
    stage = 3
    vote_id: int
    preset: str
    outcome: str

    def told(self) -> Message:
        """On the timeline."""
        return say("The result is final.")

    def ahead(self) -> Ahead | None:
        """What was adopted is carried out."""
        if self.outcome != "adopted":
            return None
        return Ahead(say("Issue the work orders"), NAMES[Standing.COMMITTEE], None, "/work-orders")

    def evidence(self) -> tuple[str, Message]:
        """The result."""
        return f"/votes/{self.vote_id}/result", RESULT


@dataclass(frozen=True, kw_only=True)
class VoteVoided(Event):
    """An objection was right: the result does not stand."""

    kind = "decide:vote_voided"
    stage = 3
    vote_id: int
    outcome: str

    def told(self) -> Message:
        """On the timeline."""
        return say("An objection was right: the vote is void.")

    def evidence(self) -> tuple[str, Message]:
        """The result that does not stand."""
        return f"/votes/{self.vote_id}/result", RESULT
