"""The words that terms, tallies and routes share."""

from enum import StrEnum


class Counter(StrEnum):
    """What is counted: persons, hundredths of a square metre, or one group of persons among others."""

    HEAD = "head"
    AREA = "area"
    OWNER_HEAD = "owner_head"
    REP = "rep"
    RESIDENT = "resident"


class Base(StrEnum):
    """Of what a share is taken (domain 2.3; counting 5a)."""

    ALL = "all"
    ALL_IN_SCOPE = "all_in_scope"
    ALL_INTERESTED = "all_interested"
    PARTICIPATING = "participating"
    PRESENT = "present"
    BALLOTS_CAST = "ballots_cast"
    DECIDED = "decided"


WHOLE_ROLL = frozenset({Base.ALL, Base.ALL_IN_SCOPE, Base.ALL_INTERESTED})


class Secrecy(StrEnum):
    """Whose choice is known to whom: on record, signed on paper, or sealed."""

    NAMED = "named"
    SIGNED = "signed"
    SECRET = "secret"  # noqa: S105 - a word, no password


class Effect(StrEnum):
    """What an adopted motion does: it binds, or it tells others what the residents want."""

    BINDING = "binding"
    OPINION = "opinion"


class Choice(StrEnum):
    """What a ballot may say, in the order in which it is printed."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Outcome(StrEnum):
    """How a vote ends. Inquorate is not rejected: nothing was decided."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    INQUORATE = "inquorate"
    VOID = "void"
