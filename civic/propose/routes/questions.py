"""The questions of raising an issue: their shapes, what they offer, how answers read again."""

from typing import Any

from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.propose import drafts, forms
from civic.propose.queries.people import Neighbour, neighbour, neighbours
from civic.propose.reach import Reach, reach_of
from civic.propose.routes.placing import place_of, placed, places
from civic.propose.rules import (
    AFFECTS,
    CHANNELS,
    Category,
    categories_of,
)
from civic.propose.rules.born import BORN_PRIVATE
from civic.web.forms import Filled, Form
from civic.work import UnitOfWork

FOR_WHOM = ("person", "channel")
ABOUT_IT = ("title", "category", "place", "facts", "wish")

SHAPES: dict[str, type[Form]] = {
    "person": forms.PersonForm,
    "channel": forms.ChannelForm,
    "title": forms.TitleForm,
    "category": forms.CategoryForm,
    "place": forms.PlaceForm,
    "facts": forms.FactsForm,
    "wish": forms.WishForm,
}

KEY = {step: next(iter(shape.model_fields)) for step, shape in SHAPES.items()}
"""The answer that shows that a step was taken."""

TOLD = ("person_id", "channel", "title", "facts", "wish", "category", "building_id", "entrance")

NAMES: dict[str, Message] = {
    "person": say("For whom"),
    "channel": say("Handed in by"),
    "title": say("The matter"),
    "category": say("Category"),
    "place": say("Place"),
    "facts": say("What is wrong"),
    "wish": say("What is wished"),
}


def checked(work: UnitOfWork, step: str, form: Filled[Any]) -> drafts.Answers | None:
    """The answers to keep; None when something is wrong, which then stands in the form's errors."""
    if step in {"category", "channel", "person"} and form.clean is None and KEY[step] not in form.sent:
        form.refuse(KEY[step], say("Please choose one of the answers."))
    if form.clean is None:
        return None
    answers: drafts.Answers = form.clean.model_dump(mode="json", exclude={"file"})
    if step == "person":
        return _chosen(work, form, answers)
    if step == "place":
        return placed(work, form, answers)
    if step == "category" and answers["category"] not in {each.code for each in open_ones(work)}:
        form.refuse("category", say("Please choose one of the answers."))
        return None
    return answers


def open_ones(work: UnitOfWork) -> list[Category]:
    """The categories under which something may be raised, in the community's order."""
    return [each for each in categories_of(work.community.categories).values() if not each.closed]


def _chosen(work: UnitOfWork, form: Filled[Any], answers: drafts.Answers) -> drafts.Answers | None:
    try:
        found = neighbour(work, _reach(work), answers["person_id"])
    except NotFound:
        form.refuse("person_id", say("Please choose somebody from the list."))
        return None
    return {**answers, "person": {"name": found.name, "home": home_of(found)}}


def _reach(work: UnitOfWork) -> Reach:
    assert work.actor is not None
    return reach_of(work.actor)


def home_of(found: Neighbour) -> str:
    """Building and door, as the collector writes it on the slip."""
    return f"{found.building} {found.door}".strip()


def offered(work: UnitOfWork, step: str, typed: str, answers: drafts.Answers) -> dict[str, Any]:
    """What a question's page needs besides the form; choices as (value, words) or with one more line."""
    if step == "place":
        return places(work, answers.get("person_id"))
    if step == "facts":
        return {"affected": list(AFFECTS.items()), "private": answers.get("category") in BORN_PRIVATE}
    if step == "person":
        reach, name = _reach(work), typed[:60].strip()
        found = neighbours(work, reach, name)
        people = [(n.person_id, n.name, home_of(n)) for n in found]
        return {"typed": name, "reach": reach, "people": people}
    offline = [(name, words) for name, words in CHANNELS.items() if name != "online"]
    return {"categories": [(each.code, each.name) for each in open_ones(work)], "channels": offline}


def answered(
    work: UnitOfWork, steps: tuple[str, ...], answers: drafts.Answers
) -> list[tuple[str, Message, Message | str]]:
    """Each answer for the check page: its step, its name, how it reads."""
    return [(step, NAMES[step], _reading(work, step, answers)) for step in steps]


def _reading(work: UnitOfWork, step: str, answers: drafts.Answers) -> Message | str:
    if step == "person":
        return "{home} {name}".format(**answers["person"])
    if step == "category":
        return categories_of(work.community.categories)[answers["category"]].name
    if step == "channel":
        return CHANNELS[answers["channel"]]
    if step == "place":
        return place_of(work, answers)
    text: str = answers[KEY[step]]
    return text
