"""What a petition shows on the page of its issue."""

from civic.core.message import Message, say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.queries.petitions import Standing, standing_of
from civic.propose.rules.petition import AS, ENDS, PEOPLE, Ended, at_least
from civic.propose.tables import Issue
from civic.web.house import Door, Panel
from civic.work import UnitOfWork

START = say("Begin a petition")


def panel(work: UnitOfWork, issue: Issue) -> Panel | None:
    """The newest petition, or the door to one: one statement where there was one, else none."""
    person_id = work.actor.person_id if work.actor else None
    standing = standing_of(work, issue, person_id)
    start = acts.may_start_petition(work, issue, standing)
    doors = [Door(START, "/petition/new", start)] if start else []
    if standing is None:
        return Panel(1, doors) if doors else None
    return Panel(1, doors, "propose/petition.html", {"petitioned": shown(work, standing)})


def shown(work: UnitOfWork, standing: Standing) -> dict[str, object]:
    """Figures, never names; what the reader may do about them."""
    petition = standing.petition
    ways = [(way, AS[way]) for way in standing.open_ways() if acts.may_sign_petition(work, standing, way)]
    return {
        "petition": petition,
        "people": at_least(list(standing.bars)),
        "rows": [(PEOPLE[bar.way], [bar.signed, bar.needed], "") for bar in standing.bars if bar.of],
        "waiting": standing.waiting,
        "runs": standing.runs(work.now),
        "end": ENDS[Ended(petition.ended)] if petition.ended else None,
        "ways": ways,
        "signed": bool(standing.signed),
        "on_paper": standing.on_paper,
        "may_withdraw": acts.may_withdraw_signature(work, standing),
        "may_enter": acts.may_enter_signature(work, standing),
        "may_check": bool(work.may(Permission.CHECK_SIGNATURE)) and bool(standing.waiting) and not petition.ended,
        "why_not": _why_not(work, standing) if standing.runs(work.now) and not ways else None,
    }  # fmt: skip


def _why_not(work: UnitOfWork, standing: Standing) -> Message | None:
    """Why somebody signed in cannot sign; nothing for whoever has signed, and for visitors."""
    if work.actor is None or standing.signed or standing.on_paper:
        return None
    return acts.may_sign_petition(work, standing, standing.open_ways()[0]).because
