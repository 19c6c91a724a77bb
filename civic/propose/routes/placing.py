"""The question where it is: what it offers, what is wrong with an answer, how the answer reads."""

from dataclasses import replace
from typing import Any

from civic.core.message import Message, building, say
from civic.people.queries.places import buildings, home_of
from civic.people.tables import Building
from civic.propose.drafts import Answers
from civic.propose.rules import COMMON_PARTS, Further, place_in_words
from civic.web.forms import Filled
from civic.work import UnitOfWork


def places(work: UnitOfWork, neighbour_id: int | None) -> dict[str, Any]:
    """The building of whoever raises it stands first; it is not chosen for them."""
    home, _entrance = home_of(work, neighbour_id or work.person_id)
    known = sorted(buildings(work.session, work.community.id), key=lambda b: b.id != home)
    last = max((b.entrances for b in known), default=1)
    lives = say("%(building)s, where they live") if neighbour_id else say("%(building)s, where you live")
    return {
        "buildings": [
            (
                b.id,
                replace(lives, params={"building": building(b.name)}) if b.id == home else building(b.name),
            )
            for b in known
        ],
        "entrances": [(n, say("Entrance %(n)s", n=n)) for n in range(1, last + 1)],
        "parts": list(COMMON_PARTS.items()),
    }


def placed(work: UnitOfWork, form: Filled[Any], answers: Answers) -> Answers | None:
    """The answers to keep; None when something is wrong, which then stands in the form's errors."""
    known = {building.id: building for building in buildings(work.session, work.community.id)}
    ident, entrance = answers["building_id"], answers["entrance"]
    if ident is None and entrance is not None:
        form.refuse("building_id", say("Please choose the building of that entrance, or no entrance."))
    elif ident is not None and ident not in known:
        form.refuse("building_id", say("Please choose a building from the list."))
    elif ident is None and answers["floor"] is not None:
        form.refuse("building_id", say("Please choose the building of that floor, or no floor."))
    elif ident is not None and entrance is not None and entrance > known[ident].entrances:
        n = known[ident].entrances
        form.refuse("entrance", say("That building has no such entrance; its last is %(n)s.", n=n))
    else:
        return {**answers, "place": known[ident].name if ident else ""}
    return None


def further(answers: Answers) -> Further:
    """What was said besides; drafts from before these were asked say nothing."""
    return Further(
        floor=answers.get("floor"),
        common_part=answers.get("common_part") or "",
        affects=answers.get("affects") or "",
        hide_building=answers.get("hide_building") == "yes",
    )


def betrayed(answers: Answers) -> bool:
    """Whether the answers themselves name the building that is not to be shown."""
    name = answers.get("place") or ""
    texts = (answers[each] for each in ("title", "facts", "wish"))
    return bool(name) and further(answers).hide_building and any(name in text for text in texts)


def place_of(work: UnitOfWork, answers: Answers) -> Message:
    """Building, entrance, floor and shared part in words."""
    ident, more = answers.get("building_id"), further(answers)
    name = work.get(Building, ident).name if ident else ""
    return place_in_words(name, answers.get("entrance"), more.floor, more.common_part)
