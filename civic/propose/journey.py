"""The road of an issue as its page shows it, drawn from what was recorded about it. Pure."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from civic.core.days import day_of, days_late, end_of
from civic.core.event import Ahead
from civic.core.message import Message, say_n
from civic.permissions import NAMES, Standing
from civic.propose.drawing import Group, Line, Next, Stop, Subject, Told
from civic.propose.rules import OVER, STATUS, left_out


def stops(about: Subject, told: Sequence[Told]) -> list[Stop]:
    """The five stages with their days, one fact each, and why one was left out."""
    by = {number: [t for t in told if t.event.at_stage == number] for number in range(1, 6)}
    return [_stop(about, number, by[number], discussed=bool(by[2])) for number in by]


def _stop(about: Subject, number: int, told: Sequence[Told], *, discussed: bool) -> Stop:
    here, status = about.stage, STATUS[about.phase]
    days = [day_of(t.at, about.zone) for t in told]
    first, last = (min(days), max(days)) if days else (None, None)
    if number > here and status != "closed":
        return Stop(number, "ahead", first, last)
    if not days and (number != here or status == "closed"):
        return Stop(number, "skipped", why=left_out(about.nature, number, discussed=discussed))
    fact = next((f for t in reversed(told) if (f := t.event.fact())), None)
    if fact is None and number == 1 and about.endorsements:
        fact = say_n("%(n)s endorsement", "%(n)s endorsements", about.endorsements)
    if number < here or status in OVER:
        return Stop(number, "past", first, last, fact)
    return Stop(number, "late" if about.late_days else "here", first, last, fact)


def timeline(about: Subject, told: Sequence[Told]) -> list[Group]:
    """What happened, by stage, the newest first: a posting that ends while the vote goes on stands with its own
    stage. An issue that went back, as when it was reopened, has another round above the one before."""
    groups: list[Group] = []
    for entries in _rounds(told):
        # Nothing of the present round stands above the stage that the issue is at.
        highest = 5 if groups else about.stage
        groups += [
            Group(stage, here=False, entries=[_line(about, run) for run in _runs(about, some)])
            for stage, some in _by_stage(entries, highest)
        ]
    if groups:
        groups[0].here = groups[0].stage == about.stage and STATUS[about.phase] not in OVER
    return groups


def lines(about: Subject, told: Sequence[Told]) -> list[Line]:
    """What happened, whichever stage it belongs to, the newest first."""
    return [_line(about, run) for run in _runs(about, [t for t in told if t.event.told() is not None])]


def _rounds(told: Sequence[Told]) -> list[list[Told]]:
    """The newest round first; the entry with which the issue went back begins its round."""
    rounds: list[list[Told]] = [[]]
    for entry in told:
        if entry.event.back_to:
            rounds.append([])
        rounds[-1].append(entry)
    return rounds[::-1]


def _by_stage(entries: Sequence[Told], highest: int) -> list[tuple[int, list[Told]]]:
    """What is told of one round, the highest stage first; what has no stage goes with what came before."""
    found: dict[int, list[Told]] = {}
    stage = 1
    for entry in entries:
        if entry.event.told() is not None:
            stage = min(entry.event.back_to or entry.event.at_stage or stage, highest)
            found.setdefault(stage, []).append(entry)
    return sorted(found.items(), reverse=True)


def _runs(about: Subject, told: Sequence[Told]) -> list[list[Told]]:
    """Entries newest first; those of one kind and day that can be told in one sentence stand together."""
    runs: list[list[Told]] = []
    for entry in reversed(told):
        if runs and _goes_with(about, runs[-1][0], entry):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _goes_with(about: Subject, newest: Told, entry: Told) -> bool:
    same_day = day_of(newest.at, about.zone) == day_of(entry.at, about.zone)
    alike = same_day and newest.event.kind == entry.event.kind
    return alike and None not in (newest.event.told_many(2), entry.event.told_many(2))


def _line(about: Subject, run: Sequence[Told]) -> Line:
    newest = run[0]
    many = newest.event.told_many(len(run)) if len(run) > 1 else None
    roles = {entry.role for entry in run}
    evidence = newest.event.evidence() if many is None else None
    return Line(
        day=day_of(newest.at, about.zone),
        text=many or newest.event.told() or Message(""),
        who=_named(newest.role) if len(roles) == 1 else None,
        evidence=(about.address(evidence[0]), evidence[1]) if evidence else None,
        late=newest.event.late(),
    )


def _named(role: str) -> Message | None:
    return NAMES[Standing(role)] if role in Standing._value2member_map_ else None


def documents(about: Subject, told: Sequence[Told]) -> list[tuple[str, Message, date]]:
    """Every paper that an entry names, newest first, each once: address, name, day."""
    found: dict[str, tuple[str, Message, date]] = {}
    others = f"{about.root}/issues/"
    for entry in reversed(told):
        named = entry.event.evidence() if entry.event.told() else None
        if named is None:
            continue
        address = about.address(named[0])
        if not address.startswith(others) or address.startswith(about.address("/")):
            found.setdefault(address, (address, named[1], day_of(entry.at, about.zone)))
    return list(found.values())


def what_is_next(about: Subject, told: Sequence[Told]) -> Next | None:
    """From the newest entry that says what is ahead; nothing once the road has ended."""
    if STATUS[about.phase] in OVER:
        return None
    for entry in reversed(told):
        ahead = entry.event.ahead()
        if ahead is None:
            continue
        until, day = _last_moment(ahead.by, about.zone)
        return Next(
            what=ahead.what,
            who=ahead.who,
            until=until,
            path=about.address(ahead.path) if ahead.path else "",
            late_days=days_late(day, about.today) if day and _can_be_late(about, ahead) else 0,
            begins=ahead.begins,
            turn=ahead.turn and not ahead.begins,
        )
    return None


def _can_be_late(about: Subject, ahead: Ahead) -> bool:
    """Whoever holds an office can be late; when everybody had time, the time is up."""
    return about.late_days > 0 or ahead.who in NAMES.values()


def _last_moment(by: date | datetime | None, zone: ZoneInfo) -> tuple[datetime | None, date | None]:
    """The instant until which there is time, and the day it belongs to: a day lasts until 24:00."""
    if isinstance(by, datetime):
        return by, day_of(by, zone)
    return (end_of(by, zone), by) if by else (None, None)
