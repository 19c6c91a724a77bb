"""Bodies, choices, effects and rules in the words that people read."""

import re

from civic.core.amount import Article
from civic.core.message import Message, joined, say, say_p
from civic.decide.rules.kinds import WHOLE_ROLL, Base, Choice, Counter, Effect
from civic.decide.rules.share_words import share_words
from civic.decide.rules.terms import Terms

BODIES: dict[str, Message] = {
    "RES_REP": say("representatives' meeting"),
    "OWN_GENERAL": say("owners' assembly"),
    "OWN_SPECIAL": say("owners' assembly"),
    "OWN_FIRST": say("owners' assembly"),
    "OC_REMOVE": say("owners' assembly"),
}
"""Who decides under the presets whose roll this product can draw up."""

SUBJECTS: dict[str, Message] = {
    "RES_REP": say("Representatives' meeting"),
    "OWN_GENERAL": say("Owners, general matter"),
    "OWN_SPECIAL": say("Owners, special matter"),
    "OWN_FIRST": say("Owners, first assembly"),
    "OC_REMOVE": say("Owners, removal from the committee"),
}

CHOICES: dict[Choice, Message] = {
    Choice.YES: say_p("on a ballot", "For"),
    Choice.NO: say_p("on a ballot", "Against"),
    Choice.ABSTAIN: say_p("on a ballot", "Abstain"),
}
"""In the order of every ballot, screen or paper."""

EFFECTS: dict[Effect, Message] = {
    Effect.BINDING: say("Binding: what is adopted is carried out"),
    Effect.OPINION: say("An opinion of the residents; the departments decide by law"),
}

OF: dict[Base, Message] = {
    Base.PARTICIPATING: say("of those taking part"),
    Base.PRESENT: say("of those present"),
    Base.BALLOTS_CAST: say("of all ballots cast"),
    Base.DECIDED: say("of those for or against"),
}


def quorum_words(terms: Terms) -> Message | None:
    """How many have to take part; None where the law names no quorum."""
    if not terms.quorum:
        return None
    share = share_words(terms.quorum[0][1])
    if terms.at_meeting:
        return say("Present: %(share)s of all", share=share)
    return say("Taking part: %(share)s of all", share=share)


def approval_words(terms: Terms) -> Message:
    """How many have to be for it, and of whom."""
    of = say("of all") if terms.approval_base in WHOLE_ROLL else OF[terms.approval_base]
    return say("For: %(share)s %(of)s", share=share_words(terms.approval[0][1]), of=of)


def rule_words(terms: Terms) -> tuple[Message, ...]:
    """The rule in sentences: quorum, pass mark, and that areas count like persons where they do."""
    both = say("Both by persons and by area") if Counter.AREA in terms.counters else None
    return tuple(line for line in (quorum_words(terms), approval_words(terms), both) if line)


LAWS: dict[str, Message] = {
    "CC": say("Civil Code"),
    "RCL": say("Residents' Committees Law"),
    "PMR": say("Property Management Regulations"),
    "WF": say("Weifang property regulations"),
    "SD": say("Shandong property regulations"),
    "QD": say("Qingdao property regulations"),
    "BJ": say("Beijing property regulations"),
}
"""The codes of the presets' sources (domain 2.3)."""

_CODE = re.compile(r"([A-Z]+)([0-9]+(?:[,-][0-9]+)*)")


def source_words(source: str) -> list[Message]:
    """CC278 PMR14: the laws a rule rests on, each with its articles."""
    found = (_CODE.fullmatch(part) for part in source.split())
    return [
        say("%(law)s, %(articles)s", law=LAWS[m[1]], articles=_articles(m[2]))
        for m in found
        if m and m[1] in LAWS
    ]


def _articles(text: str) -> Message:
    """13,28-30: each article, or from one to another."""
    return joined([_article(*piece.split("-")) for piece in text.split(",")], say_p("between articles", ", "))


def _article(first: str, last: str | None = None) -> Message:
    if last is None:
        return say("art. %(number)s", number=Article(int(first)))
    return say("arts. %(first)s–%(last)s", first=Article(int(first)), last=Article(int(last)))
