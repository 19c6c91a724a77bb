"""What happens to the outcome of a discussion: studied, posted, commented on, standing."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing

COMMITTEE = NAMES[Standing.COMMITTEE]
PARTY_COMMITTEE = NAMES[Standing.PARTY_COMMITTEE]


def _call_vote(by: date | None) -> Ahead:
    return Ahead(say("Call the vote"), COMMITTEE, by, "/vote-notice")


def _adopted(comments: int, adopted: int) -> Message:
    return say_n(
        "%(n)s comment on the outcome, %(adopted)s adopted.",
        "%(n)s comments on the outcome, %(adopted)s adopted.",
        comments,
        adopted=adopted,
    )


@dataclass(frozen=True, kw_only=True)
class StudyRecorded(Event):
    """The Party committee studied the topic or its outcome (Residents' Committees Law, art. 30)."""

    kind = "discuss:study_recorded"
    reference: str
    subject: str
    held_on: date
    agreed: bool
    vote_next: bool = False
    posted_until_on: date | None = None

    @property
    def at_stage(self) -> int:
        """The topic is put on the agenda in the first stage, its outcome sent on in the second."""
        return 1 if self.subject == "topic" else 2

    def told(self) -> Message:
        """On the timeline."""
        return {
            ("topic", True): say("The topic was studied and put on the agenda."),
            ("topic", False): say("The topic was studied and not put on the agenda."),
            ("outcome", True): say("The outcome was studied; it may go to the vote."),
            ("outcome", False): say("The outcome was studied; it does not go to the vote yet."),
        }[(self.subject, self.agreed)]

    def ahead(self) -> Ahead | None:
        """After the outcome's comment days: the vote."""
        return _call_vote(self.posted_until_on) if self.vote_next and self.agreed else None

    def evidence(self) -> tuple[str, Message]:
        """The record."""
        return f"/issues/{self.reference}/study", say("Study record")


@dataclass(frozen=True, kw_only=True)
class OutcomeWritten(Event):
    """What was agreed, with a promise that can be counted; posted and open to comments."""

    kind = "discuss:outcome_written"
    stage = 2
    reference: str
    outcome_id: int
    need: int
    of_days: int
    cost_fen: int
    way: str
    posted_until_on: date
    comments_until_on: date
    deadline_on: date | None = None
    """None in entries of the first release, and where nothing is promised."""

    def told(self) -> Message:
        """On the timeline."""
        if self.way == "archive":
            return say(
                "Outcome written: it shall be archived; posted until %(until)s.", until=self.posted_until_on
            )
        return say(
            "Outcome written, promise: %(need)s of %(of_days)s days; posted until %(until)s.",
            need=self.need,
            of_days=self.of_days,
            until=self.posted_until_on,
        )

    def ahead(self) -> Ahead:
        """Seven days for comments."""
        return Ahead(say("Comment on the outcome"), say("Everyone here"), self.comments_until_on, "/outcome")

    def evidence(self) -> tuple[str, Message]:
        """The outcome."""
        return f"/issues/{self.reference}/outcome", say("The outcome")


@dataclass(frozen=True, kw_only=True)
class CommentsEnded(Event):
    """The days for comments on the outcome are over."""

    kind = "discuss:comments_ended"
    stage = 2
    reference: str
    comments: int
    adopted: int
    untreated: int
    way: str
    study_missing: bool
    posted_until_on: date

    def told(self) -> Message:
        """On the timeline."""
        if self.comments and not self.untreated:
            return _adopted(self.comments, self.adopted)
        return say_n(
            "%(n)s comment on the outcome; the time for comments is over.",
            "%(n)s comments on the outcome; the time for comments is over.",
            self.comments,
        )

    def ahead(self) -> Ahead:
        """Study and vote, or the end of the posting."""
        if self.way in {"carry_out", "archive"}:
            who = say("Everyone may look")
            return Ahead(say("The posting ends"), who, self.posted_until_on, "/outcome", turn=False)
        if self.study_missing:
            return Ahead(say("Study the outcome"), PARTY_COMMITTEE, self.posted_until_on, "/study")
        return _call_vote(self.posted_until_on)

    def evidence(self) -> tuple[str, Message]:
        """The outcome with its comments."""
        return f"/issues/{self.reference}/outcome#comments", say("Comments on the outcome")


@dataclass(frozen=True, kw_only=True)
class CommentTreated(Event):
    """The committee said whether a comment on the outcome is taken up."""

    kind = "discuss:comment_treated"
    stage = 2
    reference: str
    contribution_id: int
    taken_up: bool
    comments: int
    adopted: int
    untreated: int
    ended: bool

    def told(self) -> Message | None:
        """On the timeline when it was the last one and no more can come."""
        return _adopted(self.comments, self.adopted) if self.ended and not self.untreated else None

    def evidence(self) -> tuple[str, Message]:
        """The outcome with its comments."""
        return f"/issues/{self.reference}/outcome#comments", say("Comments on the outcome")


@dataclass(frozen=True, kw_only=True)
class OutcomeStands(Event):
    """The outcome hung for its days."""

    kind = "discuss:outcome_stands"
    stage = 2
    reference: str
    outcome_id: int
    way: str
    carried_out: bool
    archived: bool = False

    def told(self) -> Message:
        """On the timeline."""
        if self.archived:
            return say("The outcome's posting ended; the matter is archived, its reason is public.")
        if self.carried_out:
            return say("The outcome's posting ended; it is carried out without a vote.")
        return say("The outcome's posting ended.")

    def ahead(self) -> Ahead | None:
        """Work orders, where nothing is voted on."""
        if not self.carried_out:
            return None
        return Ahead(say("Give out the work orders"), COMMITTEE, None, "/work-orders")

    def evidence(self) -> tuple[str, Message]:
        """The outcome."""
        return f"/issues/{self.reference}/outcome", say("The outcome")
