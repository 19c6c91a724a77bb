"""A share that stands wrongly on the roll: what it really is, and why."""

from fractions import Fraction
from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import shares as acts
from civic.people.edit_words import WHY_SHARE, share_words
from civic.people.forms.dwellings import ShareForm
from civic.people.queries.dwellings import inside, unit_of
from civic.people.queries.reach import reach_of
from civic.people.routes.dwellings.ways import about, home
from civic.people.routes.typed import parsed, tried
from civic.people.rules.importing.numbers import share_of
from civic.people.tables import Ownership
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_share(call: Call, work: UnitOfWork) -> Response:
    """The share as the roll has it, and those of the other owners."""
    row = work.get(Ownership, call.number("ownership"))
    acts.may_correct(work, row).demand()
    form = blank(share=str(Fraction(row.share_num, row.share_den)))
    return call.page("people/dwelling_share.html", form=form, **_shares(call, work, row))


def correct_share(call: Call, work: UnitOfWork) -> Response:
    """Correct it; whom the owners named stays."""
    row, form = work.get(Ownership, call.number("ownership")), call.form(ShareForm)
    acts.may_correct(work, row).demand()
    share, told = parsed(form, "share", share_of), form.clean
    done = (told and share) and tried(
        form, "share", lambda: acts.correct_ownership_share(work, row.id, Fraction(*share), told.why)
    )
    if not done:
        return call.refused("people/dwelling_share.html", form, **_shares(call, work, row))
    return call.done(home(call, row.dwelling_id), say("The share is corrected."))


def _shares(call: Call, work: UnitOfWork, row: Ownership) -> dict[str, Any]:
    reach = reach_of(work)
    unit, found = unit_of(work, reach, row.dwelling_id), inside(work, reach, row.dwelling_id)
    lasting = [each for each in found.holdings if each.id != row.id and each.span.lasts(work.today)]
    return about(
        call, unit, row=row, name=found.people[row.person_id].name, whys=list(WHY_SHARE.items()),
        others=[(found.people[each.person_id].name, share_words(each.share)) for each in lasting],
        rolls=call.house.rolls_now(work, found.on(work.today)),
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/admin/ownerships/{ownership}/share", ask_share, P.EDIT_ROLL, "me"),
    act("/admin/ownerships/{ownership}/share", correct_share, P.EDIT_ROLL, "me"),
]
