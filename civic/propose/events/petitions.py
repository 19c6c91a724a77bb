"""A petition: begun, signed, checked, over."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say
from civic.propose.rules.petition import Bar, Ended, Way, at_least


@dataclass(frozen=True, kw_only=True)
class PetitionStarted(Event):
    """Neighbours collect signatures; how many it takes was fixed with this."""

    kind = "propose:petition_started"
    stage = 1
    petition_id: int
    of_residents: int
    needed_residents: int
    of_representatives: int
    needed_representatives: int
    of_owners: int
    needed_owners: int
    ends_on: date

    def told(self) -> Message:
        """On the timeline: 431 of 4,310 residents, or 8 of 23 representatives."""
        return say(
            "A petition began: at least %(people)s put this on the agenda. It runs until %(day)s.",
            people=at_least(self.bars), day=self.ends_on,
        )  # fmt: skip

    @property
    def bars(self) -> list[Bar]:
        """Each way and how many it takes."""
        return [
            Bar(Way.RESIDENT, self.of_residents, self.needed_residents),
            Bar(Way.REPRESENTATIVE, self.of_representatives, self.needed_representatives),
            Bar(Way.OWNER, self.of_owners, self.needed_owners),
        ]


@dataclass(frozen=True, kw_only=True)
class PetitionSigned(Event):
    """Somebody signed on the phone; nobody reads who."""

    kind = "propose:petition_signed"
    stage = 1
    petition_id: int
    way: Way


@dataclass(frozen=True, kw_only=True)
class SignatureWithdrawn(Event):
    """Somebody took their signatures back."""

    kind = "propose:signature_withdrawn"
    stage = 1
    petition_id: int


@dataclass(frozen=True, kw_only=True)
class SignatureEntered(Event):
    """A signature on paper was entered; it counts once somebody else has checked it."""

    kind = "propose:signature_entered"
    stage = 1
    petition_id: int
    signature_id: int
    way: Way


@dataclass(frozen=True, kw_only=True)
class SignatureChecked(Event):
    """A second person compared it with the sheet."""

    kind = "propose:signature_checked"
    stage = 1
    petition_id: int
    signature_id: int
    kept: bool


@dataclass(frozen=True, kw_only=True)
class PetitionSucceeded(Event):
    """Enough have signed: the issue is a topic, whatever the committee thinks."""

    kind = "propose:petition_succeeded"
    stage = 2
    petition_id: int
    way: Way
    signed: int
    needed: int
    of: int

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "The petition succeeded: %(signed)s signed, %(people)s were needed. This is a topic now.",
            signed=self.signed, people=self.bar.words,
        )  # fmt: skip

    @property
    def bar(self) -> Bar:
        """The way that succeeded, and how many it took."""
        return Bar(Way(self.way), self.of, self.needed)

    def ahead(self) -> Ahead:
        """Neighbours discuss it."""
        return Ahead(say("Discuss the topic"), say("Everyone may take part"))


@dataclass(frozen=True, kw_only=True)
class PetitionEnded(Event):
    """It ended without putting the issue on the agenda."""

    kind = "propose:petition_ended"
    stage = 1
    petition_id: int
    how: Ended
    residents: int
    needed_residents: int
    representatives: int
    needed_representatives: int
    again_on: date

    def told(self) -> Message:
        """On the timeline: how far it came, and when another may begin."""
        if self.how == Ended.OVERTAKEN:
            return say("The petition ended: the committee has taken the matter up.")
        if self.how == Ended.PRIVATE:
            return say("The petition ended: on the spot the matter was found to be a private one.")
        return say(
            "The petition fell short: %(residents)s of %(residents_needed)s residents and %(reps)s of %(reps_needed)s "
            "representatives needed. Another may begin on %(day)s.",
            residents=self.residents, residents_needed=self.needed_residents, reps=self.representatives,
            reps_needed=self.needed_representatives, day=self.again_on,
        )  # fmt: skip
