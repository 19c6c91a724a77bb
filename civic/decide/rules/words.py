"""Bodies, choices, effects and rules in the words that people read."""

from civic.core.message import Message, say, say_p
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


def rule_words(terms: Terms) -> tuple[Message, ...]:
    """The quorum and the pass mark in words, one sentence each; by area too where areas count."""
    by = Counter.AREA in terms.counters
    found = []
    if terms.quorum:
        found.append(_quorum(terms, by))
    if terms.approval:
        found.append(_approval(terms, by))
    return tuple(found)


def _quorum(terms: Terms, by_area: bool) -> Message:
    share = share_words(terms.quorum[0][1])
    if by_area:
        return say("Taking part: %(share)s of all, by persons and by area", share=share)
    if terms.at_meeting:
        return say("Present: %(share)s of all", share=share)
    return say("Taking part: %(share)s of all", share=share)


def _approval(terms: Terms, by_area: bool) -> Message:
    share = share_words(terms.approval[0][1])
    of = say("of all") if terms.approval_base in WHOLE_ROLL else OF[terms.approval_base]
    if by_area:
        return say("For: %(share)s %(of)s, by persons and by area", share=share, of=of)
    return say("For: %(share)s %(of)s", share=share, of=of)
