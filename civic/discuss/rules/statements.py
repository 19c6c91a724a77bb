"""Statements of an opinion map: which are the same, who suggests and looks over, what one answers."""

from enum import StrEnum
from unicodedata import category, normalize

from civic.core.message import Message, say, say_n, say_p
from civic.core.verdict import YES, Verdict, no

SUGGESTIONS = 5
"""So many statements one person may suggest for one map."""
ANSWERS: dict[str, int] = {"agree": 1, "disagree": -1, "pass": 0}
ANSWER_WORDS: dict[int, Message] = {
    1: say_p("an answer", "Agree"),
    -1: say_p("an answer", "Disagree"),
    0: say_p("an answer", "Pass"),
}


class State(StrEnum):
    """What became of a statement."""

    WAITING = "waiting"
    SHOWN = "shown"
    LEFT_OUT = "left_out"


def plain_words(text: str) -> str:
    """By what two statements are the same: NFKC, casefold, without punctuation and blanks."""
    return "".join(sign for sign in normalize("NFKC", text).casefold() if category(sign)[0] not in "PZCS")


def may_suggest(*, closed: bool, given: int) -> Verdict:
    """While the map is open, five times."""
    if not closed and given >= SUGGESTIONS:
        return no(
            say_n(
                "You suggested %(n)s statement. Please leave room for others.",
                "You suggested %(n)s statements. Please leave room for others.",
                given,
            )
        )
    return may_answer(closed=closed)


def is_new(text: str, known: State | None) -> Verdict:
    """No statement comes twice, however it is spelled; `known` is what became of the first one."""
    if not plain_words(text):
        return no(say("Please write this in words."))
    if known is State.LEFT_OUT:
        return no(say("This was suggested before and left out; the reason is public."))
    if known is not None:
        return no(say("Somebody has said this already."))
    return YES


def may_answer(*, closed: bool) -> Verdict:
    """Until 24:00 of its last day."""
    return no(say("The opinion map is closed.")) if closed else YES


def may_look_over(*, closed: bool, own: bool, state: State, shown: bool, reason: str) -> Verdict:
    """Somebody else's statement, while the map is open; what is left out is left out with a public reason."""
    if closed:
        return may_answer(closed=True)
    if own:
        return no(say("Somebody else looks over what you suggested."))
    if state is (State.SHOWN if shown else State.LEFT_OUT):
        return no(say("This was decided already."))
    if not shown and not reason:
        return no(say("Please write the reason; it is public."))
    return YES
