"""Why and from which day an office ends."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no


class EndReason(StrEnum):
    """Why somebody holds an office no more."""

    TERM = "term"
    RESIGNED = "resigned"
    REMOVED = "removed"
    MOVED = "moved"
    DIED = "died"


REASONS: Mapping[str, Message] = {
    EndReason.TERM: say_p("why an office ended", "the term is over"),
    EndReason.RESIGNED: say_p("why an office ended", "resigned"),
    EndReason.REMOVED: say_p("why an office ended", "removed by a vote"),
    EndReason.MOVED: say_p("why an office ended", "moved away"),
    EndReason.DIED: say_p("why an office ended", "died"),
}


def may_end_on(last_day: date, to_on: date | None, today: date) -> Verdict:
    """Today or later; yesterday means at once. Never later than the term that was given: more is a new term."""
    if last_day < today - timedelta(days=1):
        return no(say("What somebody did in office stays valid. The last day is yesterday at the earliest."))
    if to_on is not None and last_day > to_on:
        return no(say("The term ends on %(day)s already. Whoever goes on gets a new term.", day=to_on))
    return YES


def may_say_why(reason: EndReason, document: str) -> Verdict:
    """A removal rests on a vote, and the vote on its minutes (Residents' Committees Law, art. 20)."""
    if reason is EndReason.REMOVED and not document:
        return no(say("Please name the minutes of the vote that removed this person."))
    return YES


def written(reason: EndReason, document: str) -> str:
    """How it is kept: the word, and after a colon the document."""
    return f"{reason.value}:{document}" if document else reason.value


def read_reason(kept: str) -> tuple[Message | None, str]:
    """The reason in words, and the document."""
    word, _colon, document = kept.partition(":")
    return REASONS.get(word), document
