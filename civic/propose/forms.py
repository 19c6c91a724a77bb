"""What people type on the pages of Propose."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from civic.propose.rules import Nature
from civic.propose.rules.clock import Term
from civic.propose.rules.petition import Way
from civic.web.forms import Form, Line, LongLine, Paragraph

Ident = Annotated[int, Field(ge=1, le=2**53)]
Code = Annotated[str, Field(pattern="^[a-z]{1,20}[0-9]{0,2}$")]
Days = Annotated[int, Field(ge=1, le=60)]
Sure = Literal["yes", "no"] | None
"""On the check page: yes does it, no goes back to the form; nothing shows the check page."""


class TitleForm(Form):
    """The matter in a sentence."""

    title: Line


class CategoryForm(Form):
    """One of the community's categories: which there are, the page knows."""

    category: Code


class PlaceForm(Form):
    """Building, entrance and floor, none means the whole community; a shared part; whether to show the building."""

    building_id: Ident | None = None
    entrance: Annotated[int, Field(ge=1, le=99)] | None = None
    floor: Annotated[int, Field(ge=1, le=99)] | None = None
    common_part: Literal[
        "stairwell", "lift", "roof", "basement", "courtyard", "road", "green", "gate", "other"
    ] | None = None  # fmt: skip
    hide_building: Literal["yes"] | None = None


class FactsForm(Form):
    """What is wrong, who is affected, and whether people are in danger."""

    facts: Paragraph
    affects: Literal["us", "entrance", "building", "estate", "community"] | None = None
    danger: Literal["yes"] | None = None
    file: Literal[""] | None = None
    """A photo comes beside it; this is what a form sends that is no multipart, where none was chosen."""


class WishForm(Form):
    """What should become of it."""

    wish: Paragraph


class JoinForm(Form):
    """Which issue the matter is already."""

    reference: Annotated[Line, AfterValidator(str.upper)]


class PersonForm(Form):
    """For whom it is entered."""

    person_id: Ident


class ChannelForm(Form):
    """How it was handed in."""

    channel: Literal["slip", "phone", "visit", "meeting"]


class VerifyForm(Form):
    """核实单: what was found, what kind of matter it is."""

    findings: Paragraph
    nature: Nature
    public_because: Paragraph | None = None
    """Why everybody may read what was raised as a private matter."""


class FoundForm(Form):
    """What the firm found and did."""

    what: Paragraph


class SafetyForm(Form):
    """What was done at once, and how many volunteers keep watch."""

    what: Paragraph
    volunteers: Annotated[int, Field(ge=0, le=500)] = 0


class AcceptForm(Form):
    """议题公示: background, scope, and for how many days it is posted (at least five, domain §8)."""

    background: Paragraph
    scope: Paragraph
    days: Annotated[int, Field(ge=5, le=60)]
    circle: Literal["all", "owners", "buildings"]
    estate: Line | None = None
    buildings: tuple[Ident, ...] = ()
    ways: tuple[Literal["here", "parlour", "paper"], ...] = ()
    until_on: date | None = None
    sure: Sure = None


class DeclineForm(Form):
    """不予受理: the public reason."""

    reason: Paragraph
    sure: Sure = None


class ObjectionForm(Form):
    """Why it should not have been declined."""

    text: Paragraph


class PaperObjectionForm(Form):
    """The same for a neighbour: whose, how it came; the door where several bear that name."""

    name: Line
    door: Line | None = None
    channel: Literal["slip", "phone", "visit", "meeting"]
    text: Paragraph


class AnswerObjectionForm(Form):
    """Whether the objection is right, and why."""

    upheld: Literal["yes", "no"]
    answer: Paragraph
    sure: Sure = None


class MergeForm(Form):
    """并案: into which issue, and why."""

    into_reference: Annotated[Line, AfterValidator(str.upper)]
    reason: Paragraph
    sure: Sure = None


class RouteForm(Form):
    """转办: to whom, with which receipt, why, answer due in how many working days."""

    receiver: LongLine
    receipt: LongLine
    reason: Paragraph
    days: Days
    sure: Sure = None


class HandUpForm(Form):
    """上报: to which level, to whom, with which receipt and note; why a level is left out, if one is."""

    level: Literal["subdistrict", "department"]
    receiver: LongLine
    receipt: LongLine
    note: Paragraph
    skipped: Paragraph | None = None
    days: Days
    sure: Sure = None


class HandToCommunityForm(Form):
    """What the building tried, and why the committee is needed."""

    note: Paragraph
    sure: Sure = None


class HandleForm(Form):
    """即办: in which of three ways, what was done, how many trips it took the person."""

    mode: Literal["at_once", "on_behalf", "guided"]
    what: Paragraph
    trips: Annotated[int, Field(ge=0, le=99)]
    sure: Sure = None


class AnswerForm(Form):
    """What the responsible body answered."""

    answer: Paragraph
    sure: Sure = None


class SetCategoryForm(Form):
    """What is promised for a category from now on; no name: the given words."""

    name: Line | None = None
    position: Annotated[int, Field(ge=1, le=99)]
    answer_days: Annotated[int, Field(ge=1, le=99)]
    whole_days: Annotated[int, Field(ge=1, le=999)]
    owner: Literal["committee", "grid_worker", "building_head", "owners_committee", "property_firm"]
    danger: Literal["yes"] | None = None
    closed: Literal["yes"] | None = None


class PutOffForm(Form):
    """Which date goes to which later day, and why."""

    term: Term
    to_on: date
    reason: Paragraph


class WaitForm(Form):
    """Who is waited for, until when at most, and for what."""

    party: LongLine
    until_on: date
    reason: Paragraph


class NatureForm(Form):
    """Of which kind the matter is after all."""

    nature: Nature


class EnteredForm(Form):
    """Whose signature stands on the sheet, and as what; how they were found."""

    q: Line | None = None
    person_id: Ident
    way: Way


class CheckedForm(Form):
    """Whether it stands on the sheet."""

    kept: Literal["yes", "no"]
