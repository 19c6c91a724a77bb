"""When an opinion map is opened, what a statement must be, who looks it over, when a picture is drawn anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any
from unicodedata import category, normalize

from civic.core.message import Message, say, say_n, say_p
from civic.core.verdict import YES, Verdict, no
from civic.discuss.rules.opinion import FEWEST

STATEMENT_LIMIT = 140
FEWEST_SEEDS, MOST_SEEDS = 3, 20
FEWEST_DAYS, MOST_DAYS = 3, 60
SUGGESTIONS = 5
"""So many statements one person may suggest for one map."""
PAUSE = timedelta(minutes=5)
"""A living map is drawn no oftener than that …"""
ENOUGH_PEOPLE = 5
"""… and only when so many people answered since: from two pictures nobody can read what one person said."""

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


@dataclass(frozen=True)
class Picture:
    """What a map says as of an instant: `shown` is public, `kept` never."""

    read_at: datetime
    shown: Mapping[str, Any]
    kept: Mapping[str, Any] = field(repr=False)


def plain_words(text: str) -> str:
    """By what two statements are the same: NFKC, casefold, without punctuation and blanks."""
    return "".join(sign for sign in normalize("NFKC", text).casefold() if category(sign)[0] not in "PZCS")


def may_open_map(*, opened: bool, written: bool) -> Verdict:
    """Once a topic, before its outcome."""
    if opened:
        return no(say("This topic has an opinion map already."))
    if written:
        return no(say("The outcome is written; an opinion map would come too late."))
    return YES


def days_fit(closes_on: date, today: date) -> Verdict:
    """Three days at least, sixty at most."""
    if not FEWEST_DAYS <= (closes_on - today).days <= MOST_DAYS:
        return no(
            say(
                "Please choose a day from %(first)s to %(last)s.",
                first=today + timedelta(days=FEWEST_DAYS),
                last=today + timedelta(days=MOST_DAYS),
            )
        )
    return YES


def seeds_hold(texts: list[str]) -> Verdict:
    """Three to twenty, none too long, none without words, none twice."""
    if not FEWEST_SEEDS <= len(texts) <= MOST_SEEDS:
        return no(
            say("Please write %(few)s to %(many)s statements, one a line.", few=FEWEST_SEEDS, many=MOST_SEEDS)
        )
    known = dict[str, int]()
    for line, text in enumerate(texts, 1):
        words = plain_words(text)
        if not words:
            return no(say("Statement %(line)s has no words.", line=line))
        if len(text) > STATEMENT_LIMIT:
            return no(
                say("Statement %(line)s is longer than %(n)s characters.", line=line, n=STATEMENT_LIMIT)
            )
        if words in known:
            return no(say("Statements %(one)s and %(other)s are the same.", one=known[words], other=line))
        known[words] = line
    return YES


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


def draw_at(drawn_at: datetime | None, last_at: datetime, people: int) -> datetime | None:
    """When a living map is to be drawn: first with 15 people, then when five answered since the last
    picture, five minutes after it at the earliest. None: there is not enough that is new."""
    if people < (FEWEST if drawn_at is None else ENOUGH_PEOPLE):
        return None
    return last_at if drawn_at is None else max(last_at, drawn_at + PAUSE)


def numbered_anew(votes: Mapping[tuple[str, str], int], chance: bytes) -> list[tuple[str, str, str]]:
    """Lines of a file: participants as 1, 2, 3 … in an order by lot, then statements by their numbers.

    `chance` is drawn for this one file, so nobody is known again in another."""
    people = sorted({who for who, _ in votes}, key=lambda who: sha256(chance + who.encode()).digest())
    number = {who: at for at, who in enumerate(people, 1)}
    lines = sorted((number[who], int(what), vote) for (who, what), vote in votes.items())
    return [(str(who), str(what), str(vote)) for who, what, vote in lines]
