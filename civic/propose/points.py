"""The key points of an issue in rows of a name and a value, for the public page."""

from datetime import date

from civic.core.days import day_of
from civic.core.message import Message, building, say, say_n
from civic.permissions import NAMES, Permission, Standing
from civic.propose.queries.dates import clocks_of
from civic.propose.queries.page import Shown
from civic.propose.readers import reads
from civic.propose.rules import (
    AFFECTS,
    CHANNELS,
    DECIDERS,
    NATURES,
    Nature,
    Phase,
    categories_of,
    place_in_words,
    place_without_building,
)
from civic.propose.rules.clock import Term, working_days_between
from civic.propose.rules.ladder import LEVELS, Level
from civic.propose.rules.private import is_private
from civic.propose.rules.road import OVER, STATUS
from civic.propose.sight import sees_building
from civic.work import UnitOfWork

DUE = {Term.ANSWER: say("First answer by"), Term.WHOLE: say("All of it by")}
Points = list[tuple[Message, Message | str | date]]


def key_points(work: UnitOfWork, found: Shown) -> Points:
    """Category, place, raiser (by building, never by name), channel, nature, who may decide."""
    issue, sees = found.issue, sees_building(work, found.issue)
    read = reads(work, issue)
    points: Points = [
        (say("Category"), categories_of(work.community.categories)[issue.category].name),
        (say("Place"), _place(found, sees=sees)),
        (say("Raised by"), _raiser(found, sees=sees)),
        (say("Raised on"), day_of(issue.raised_at, work.zone)),
    ]
    if read:
        points.append((say("Came by"), CHANNELS[issue.channel]))
    if issue.received_on:
        points.insert(3, (say("Handed in on"), issue.received_on))
    if issue.affects and read:
        points.insert(2, (say("Who is affected"), AFFECTS[issue.affects]))
    if issue.hide_building and sees:
        points.append((say("Building"), say("Not shown to the public, as the raiser asked")))
    if STATUS[Phase(issue.phase)] not in OVER and read:
        points.append((say("In whose hands first"), NAMES[Standing(issue.owner)]))
    points += [(words, day) for term, words in DUE.items() if (day := clocks_of(work, issue).due(term))]
    if issue.nature:
        nature = Nature(issue.nature)
        points += [(say("Kind of matter"), NATURES[nature]), (say("Who may decide"), DECIDERS[nature])]
    if issue.endorsements:
        points.append((say("Endorsed by"), say_n("%(n)s neighbour", "%(n)s neighbours", issue.endorsements)))
    if issue.level != Level.COMMUNITY:
        points.append((say("Level"), LEVELS[Level(issue.level)]))
    if issue.phase == Phase.HANDLED.value and issue.settled_at:
        days = working_days_between(
            day_of(issue.raised_at, work.zone), day_of(issue.settled_at, work.zone), work.calendar
        )
        points.append((say("Took"), say_n("%(n)s working day", "%(n)s working days", days)))
    if issue.receiver and issue.phase != "routed":
        points.append((say("Answered by"), issue.receiver))
    if work.may(Permission.SETTLE):
        points.append((say("Raiser (only the committee sees this)"), found.raiser))
    return points


def _place(found: Shown, *, sees: bool) -> Message:
    issue = found.issue
    if is_private(issue.nature):  # the building alone: the entrance would say of whom it is
        return place_in_words(found.building, None, None, "") if sees else place_without_building("")
    if not sees:
        return place_without_building(issue.common_part)
    return place_in_words(found.building, issue.entrance, issue.floor, issue.common_part)


def _raiser(found: Shown, *, sees: bool) -> Message:
    who = (
        say("a resident, %(building)s", building=building(found.raiser_building))
        if found.raiser_building and sees
        else say("somebody of this community")
    )
    if found.collector:
        return say("%(who)s; entered by %(collector)s", who=who, collector=found.collector)
    return who
