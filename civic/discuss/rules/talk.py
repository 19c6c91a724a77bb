"""When one may speak, and how often."""

from datetime import date, datetime, timedelta
from html import escape

from civic.core.message import Message, say, say_p
from civic.core.names import masked
from civic.core.verdict import YES, Verdict, no
from civic.discuss.rules.circle import still_open

STANCES: dict[str, Message] = {
    "for": say_p("stance", "For"),
    "against": say_p("stance", "Against"),
    "question": say_p("stance", "Question"),
}
TEXT_LIMIT = 1000
OFTEN, WINDOW = 10, timedelta(minutes=10)
"""So many contributions of one person in so long a time, no more."""


def may_contribute(
    *, written: bool, on_outcome: bool, comments_until_on: date | None, today: date, recent: int,
    speak_until_on: date | None = None,
) -> Verdict:  # fmt: skip
    """On the topic until 24:00 of its last day and until its outcome is written; on the outcome until 24:00
    of its comment days."""
    if on_outcome and comments_until_on is None:
        return no(say("The outcome is not written yet. Please speak on the topic itself."))
    if on_outcome and comments_until_on is not None and today > comments_until_on:
        return no(say("Comments on the outcome were open until %(until)s.", until=comments_until_on))
    if written and not on_outcome:
        return no(say("The outcome is written. Please comment on the outcome instead."))
    return (YES if on_outcome else still_open(speak_until_on, today)).then(lambda: may_speak_again(recent))


def may_speak_again(recent: int) -> Verdict:
    """At most ten contributions of one person within ten minutes."""
    if recent >= OFTEN:
        return no(say("You wrote ten times within ten minutes. Please let others speak and come back later."))
    return YES


def window_from(now: datetime) -> datetime:
    """The instant from which a person's contributions are counted."""
    return now - WINDOW


def paragraphs(text: str) -> str:
    """What was typed as HTML, escaped: blank lines part paragraphs, line ends stay. Kept at write time."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in parts)


def shown_as(name: str, building: str, *, in_office: bool) -> str:
    """王**，2号楼 for a neighbour; the full name of whoever speaks in an office (its title stands beside)."""
    if in_office:
        return name
    return "，".join(part for part in (masked(name), building) if part)
