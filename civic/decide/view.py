"""What the pages of a vote show, put into words and drawings."""

from collections.abc import Sequence
from dataclasses import dataclass

from civic.core.message import Message, building, joined, say, say_p
from civic.decide.queries.ground import terms_for
from civic.decide.queries.roll import draw_roll
from civic.decide.queries.seat import Seat
from civic.decide.rules.holding import holdable
from civic.decide.rules.kinds import Choice, Counter
from civic.decide.rules.notice import earliest_day
from civic.decide.rules.words import CHOICES, SUBJECTS, rule_words
from civic.permissions import NAMES, Standing
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.work import UnitOfWork

OPTIONS: list[tuple[str, Message]] = [(choice.value, CHOICES[choice]) for choice in Choice]
"""Always in this order, on the screen and on paper; nothing chosen."""

READINGS: list[tuple[str, Message]] = [*OPTIONS, ("invalid", say_p("a sheet", "Invalid"))]


STATES: dict[str, Message] = {
    "open": say_p("sheets", "Not keyed"),
    "once": say_p("sheets", "Keyed once"),
    "differs": say_p("sheets", "Different"),
    "done": say_p("sheets", "Keyed twice"),
    "voted": say_p("sheets", "Voted on the screen"),
}
"""Where a sheet stands; never what it says."""


def choice_words(choice: str) -> Message:
    """What stands on a ballot."""
    return CHOICES[Choice(choice)] if choice in list(Choice) else say_p("a sheet", "Invalid")


def standing_words(office: str, label: str) -> Message | str:
    """On what standing somebody votes: 2号楼, residents' representative; or the doors."""
    if not office:
        return label
    name = NAMES[Standing(office)]
    return say("%(building)s, %(office)s", building=building(label), office=name) if label else name


def own_standing(seat: Seat, for_name: str = "") -> Message:
    """The same, said to the voter, or to whoever acts for that person."""
    if for_name:
        words = standing_words(seat.office, seat.label)
        return say("You, for %(name)s: %(standing)s", name=for_name, standing=words)
    return say("You yourself: %(standing)s", standing=standing_words(seat.office, seat.label))


def preset_options(work: UnitOfWork, issue: Issue) -> list[tuple[str, Message, Message]]:
    """The rules that may be chosen for this matter: each with its words, its roll, its first day."""
    if issue.nature is None:
        return []
    return [(p, SUBJECTS[p], _rule_of(work, issue, p)) for p in holdable(Nature(issue.nature))]


def _rule_of(work: UnitOfWork, issue: Issue, preset_id: str) -> Message:
    terms = terms_for(issue, preset_id)
    roll = say("%(entitled)s on the roll", entitled=len(draw_roll(work, issue, preset_id)))
    first = say("first possible day %(day)s", day=earliest_day(work.today, terms.notice_days))
    return joined([*rule_words(terms), roll, first], say_p("between two facts", "; "))


def in_steps(ballots: int) -> int:
    """How many ballots are in, in steps of five: nobody learns who just came (V8)."""
    return ballots // 5 * 5


@dataclass(frozen=True)
class Row:
    """A line of a table: label, cells, kind ("" or "in" or "sum")."""

    label: Message | str
    cells: Sequence[object]
    kind: str = ""


SHORT = {
    Counter.HEAD: say_p("a gauge", "Persons"),
    Counter.AREA: say_p("a gauge", "Area"),
    Counter.OWNER_HEAD: say_p("a gauge", "Owners"),
    Counter.REP: say_p("a gauge", "Representatives"),
    Counter.RESIDENT: say_p("a gauge", "Residents"),
}
