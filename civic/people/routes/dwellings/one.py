"""The page of one dwelling: what it is, what is missing, who lives there and who owns it, now and before."""

from starlette.responses import Response

from civic.core.message import Message
from civic.people.acts.places import may_change_dwelling
from civic.people.behind import Behind, behind
from civic.people.edit_words import share_words
from civic.people.place_words import KINDS, SOURCES, STATES, floor_words
from civic.people.queries.dwellings import Unit, gaps_of, inside, unit_of
from civic.people.queries.gaps import Gap
from civic.people.queries.reach import reach_of
from civic.people.routes.dwellings.ways import about, back_of, came
from civic.people.routes.glass import behind_glass
from civic.people.spoken import GAPS
from civic.people.tables import DwellingKind
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork


def show_dwelling(call: Call, work: UnitOfWork) -> Response:
    """As far as this reader may see it."""
    reach = reach_of(work)
    unit = unit_of(work, reach, call.number("dwelling"))
    found = inside(work, reach, unit.dwelling.id)
    edits, shown = bool(work.may(P.EDIT_ROLL)), behind(work, reach, unit, found)
    return call.page(
        "people/dwelling.html", reach=reach, back=back_of(call, unit), behind=shown,
        gaps=_to_mend(call, work, unit, shown), today=work.today, share_words=share_words,
        kind=KINDS[unit.dwelling.kind], source=SOURCES[unit.dwelling.area_source],
        state=STATES[unit.dwelling.state], floor=floor_words(unit.dwelling.floor),
        homely=unit.dwelling.kind != DwellingKind.PARKING, may_edit=may_change_dwelling(work, unit.dwelling),
        edits=edits, may_slip=work.may(P.ISSUE_SLIPS),
        rolls=call.house.rolls_now(work, found.on(work.today)) if edits else (), **about(call, unit),
    )  # fmt: skip


def _to_mend(call: Call, work: UnitOfWork, unit: Unit, shown: Behind) -> list[tuple[str, Message]]:
    """What is missing, each with the form or the rows where it is mended."""
    mended = dict(MENDED)
    if len(shown.owners) < 2 or all(row.gone_on for row in shown.owners):
        # Nobody of them can be named: whoever follows is entered as an owner.
        mended[Gap.VOTER] = ("", "#owns")
    here = f"/admin/dwellings/{unit.dwelling.id}"
    return [
        (f"{here}{mended[gap][0]}{came(call)}{mended[gap][1]}", GAPS[gap])
        for gap in gaps_of(work, unit.dwelling.id)
    ]


MENDED = {
    Gap.AREA: ("/edit", ""), Gap.EMPTY: ("/in", ""), Gap.UNOWNED: ("/own", ""), Gap.VOTER: ("/voter", ""),
    Gap.HOUSEHOLDER: ("", "#lives"), Gap.SOURCE: ("/edit", ""), Gap.STATE: ("/edit", ""), Gap.SHARE: ("", "#owns"),
}  # fmt: skip
P = Permission
ROUTES = [page("/admin/dwellings/{dwelling}", behind_glass(show_dwelling), P.READ_ROLL, "me")]
