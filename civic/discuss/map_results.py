"""What the picture of an opinion map says, put into words and places for its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from civic.core.message import Message
from civic.discuss.rules.opinion import WHY_UNCLEAR, Unclear
from civic.discuss.rules.statements import State
from civic.discuss.tables import Statement, TopicMap

AT_MOST = 5
Said = tuple[int, int, int]
"""Agreed, disagreed, passed."""


@dataclass(frozen=True)
class Line:
    """A statement with what each group said to it, the first group first."""

    text: str
    groups: Sequence[Said]


@dataclass(frozen=True)
class Whole:
    """A statement with how many of how many took that side."""

    text: str
    count: int
    votes: int


@dataclass(frozen=True)
class Shown:
    """A group: its letter, how many, what speaks for it (agrees or not), where its letter stands."""

    letter: str
    members: int
    speaks: Sequence[tuple[bool, Whole]]
    x: int
    y: int


@dataclass(frozen=True)
class Results:
    """All that the page says; `enough` tells whether figures may be shown at all."""

    people: int
    answers: int
    enough: bool
    common: Sequence[Line] = ()
    differing: Sequence[Line] = ()
    agree: Sequence[Whole] = ()
    disagree: Sequence[Whole] = ()
    groups: Sequence[Shown] = ()
    unclear: Message | None = None
    mine: str = ""
    dots: Sequence[tuple[int, int, str]] = ()
    figures: Sequence[tuple[str, Said]] = ()
    clustered: int = 0
    drawn: bool = False


def results(found: TopicMap, statements: Sequence[Statement], person: str) -> Results | None:
    """None before the first picture. What was left out since then is gone from it; `person` learns their
    own letter and nobody else's."""
    picture: Mapping[str, Any] | None = found.drawn
    if picture is None:
        return None
    people, answers = picture["participants"], picture["answers"]
    if "tallies" not in picture:
        return Results(people, answers, enough=False)
    texts = {str(each.number): each.text for each in statements if each.state == State.SHOWN}
    unclear = picture.get("unclear")
    return Results(
        people=people,
        answers=answers,
        enough=True,
        common=_lines(picture.get("common", ()), texts)[:AT_MOST],
        differing=_lines(picture.get("differing", ()), texts)[:AT_MOST],
        agree=_wholes(picture["consensus"]["agree"], texts),
        disagree=_wholes(picture["consensus"]["disagree"], texts),
        groups=_groups(picture, texts),
        unclear=WHY_UNCLEAR[Unclear(unclear)] if unclear else None,
        mine=(found.kept or {}).get("letters", {}).get(person, ""),
        dots=_places(picture),
        figures=[
            (texts[name], _said(tally)) for name, tally in _numbered(picture["tallies"]) if name in texts
        ],
        clustered=picture.get("clustered", 0),
        drawn="dots" in picture,
    )


def _numbered(tallies: Mapping[str, Sequence[int]]) -> list[tuple[str, Sequence[int]]]:
    return sorted(tallies.items(), key=lambda each: int(each[0]))


def _said(tally: Sequence[int]) -> Said:
    agrees, disagrees, passes = tally
    return agrees, disagrees, passes


def _lines(found: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> list[Line]:
    return [
        Line(texts[each["statement"]], [_said(tally) for tally in each["groups"]])
        for each in found
        if each["statement"] in texts
    ]


def _wholes(found: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> list[Whole]:
    return [
        Whole(texts[each["statement"]], each["count"], each["votes"])
        for each in found
        if each["statement"] in texts
    ]


def _groups(picture: Mapping[str, Any], texts: Mapping[str, str]) -> list[Shown]:
    found = []
    for letter, group in zip("ABCDE", picture.get("groups") or (), strict=False):
        own = [(x, y) for x, y, of in picture["dots"] if of == letter]
        speaks = [
            (
                each["side"] == "agree",
                Whole(texts[each["statement"]], each[f"{each['side']}s"], each["votes"]),
            )
            for each in group["representative"]
            if each["statement"] in texts
        ]
        x, y = (sum(at) // len(own) for at in zip(*own, strict=True))
        found.append(Shown(letter, group["members"], speaks, x, y))
    return found


def _places(picture: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    """Each place once: where several stand on one spot, one dot is drawn."""
    return sorted({(x, y, letter) for x, y, letter in picture.get("dots", ())})
