"""Which way an outcome may take: the table of natures (domain §2.2), as far as discussing needs it."""

from dataclasses import dataclass
from enum import StrEnum

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules import Nature


class Way(StrEnum):
    """How it goes on after the outcome."""

    VOTE = "vote"
    OPINION_VOTE = "opinion_vote"
    CARRY_OUT = "carry_out"
    ARCHIVE = "archive"


WAYS: dict[Way, Message] = {
    Way.VOTE: say_p("way of an outcome", "A vote decides"),
    Way.OPINION_VOTE: say_p("way of an outcome", "The representatives vote on an opinion"),
    Way.CARRY_OUT: say_p("way of an outcome", "It is carried out without a vote"),
    Way.ARCHIVE: say_p("way of an outcome", "Nothing more is done: it is archived"),
}


@dataclass(frozen=True)
class Paths:
    """The ways open to a matter, the suggested one first, and why. None: it is not discussed."""

    ways: tuple[Way, ...]
    because: Message


OWNERS = Paths(
    (Way.VOTE, Way.ARCHIVE), say("Shared property: the owners decide by a vote (Civil Code, art. 278).")
)
ALL = Paths(
    (Way.VOTE, Way.CARRY_OUT, Way.ARCHIVE),
    say("A matter of all residents: their meeting decides; what everybody agrees on is simply done."),
)

PATHS: dict[Nature, Paths] = {
    Nature.SELF_GOVERNANCE: ALL,
    Nature.CHARTER: Paths(
        (Way.VOTE, Way.ARCHIVE), say("The charter and the covenant are adopted by a vote (art. 31).")
    ),
    Nature.OWNERS_GENERAL: OWNERS,
    Nature.OWNERS_SPECIAL: OWNERS,
    Nature.BUSINESS_CONVERSION: Paths(
        (Way.VOTE, Way.ARCHIVE), say("The owners affected must all agree (Civil Code, art. 279).")
    ),
    Nature.VILLAGE: Paths(
        (Way.VOTE, Way.ARCHIVE), say("Works of the village are decided by the villagers' vote.")
    ),
    Nature.COLLECTIVE_ASSETS: Paths(
        (Way.VOTE, Way.ARCHIVE), say("Collective assets belong to the members, who decide by a vote.")
    ),
    Nature.PUBLIC_ORDER: Paths(
        (Way.OPINION_VOTE, Way.CARRY_OUT, Way.ARCHIVE),
        say("Public order is for the departments: residents give an opinion, no vote can bind."),
    ),
    Nature.PRIVATE_SERVICE: Paths((), say("One person's service is handled directly, without a discussion.")),
    Nature.DISPUTE: Paths((), say("A quarrel between neighbours is mediated in private, not discussed.")),
    Nature.EMERGENCY: Paths(
        (Way.CARRY_OUT,),
        say("Danger does not wait for a vote: act first, publish after (Civil Code, art. 281)."),
    ),
}


def may_discuss(nature: Nature) -> Verdict:
    """Private requests and quarrels are not put before the neighbours (domain §2.2)."""
    return YES if PATHS[nature].ways else no(PATHS[nature].because)


def may_take_way(nature: Nature, way: Way) -> Verdict:
    """Whether an outcome of this nature may go on that way; the no says who decides."""
    return YES if way in PATHS[nature].ways else no(PATHS[nature].because)


def needs_study(nature: Nature, way: Way) -> bool:
    """Whether the Party committee studies it before the vote (Residents' Committees Law, art. 30)."""
    residents = nature in {Nature.SELF_GOVERNANCE, Nature.CHARTER, Nature.VILLAGE, Nature.PUBLIC_ORDER}
    return residents and way in {Way.VOTE, Way.OPINION_VOTE}
