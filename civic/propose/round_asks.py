"""What the page Today asks of the listening team: one's own rounds whose day has come."""

from civic.core.message import building, say, say_n
from civic.permissions import Permission
from civic.propose.queries.round_sheet import waiting_rounds
from civic.web.house import Ask
from civic.work import UnitOfWork


def round_asks(work: UnitOfWork) -> list[Ask]:
    """At most one statement; none for whoever is not of the team."""
    if not work.may(Permission.WALK_ROUND):
        return []
    return [
        Ask(
            "check", say("Round of the listening team: %(building)s", building=building(each.building)),
            say("Note the doors"), f"/rounds/{each.round_id}", None,
            say_n("%(n)s door is still open", "%(n)s doors are still open", each.open_doors),
        )
        for each in waiting_rounds(work)
    ]  # fmt: skip
