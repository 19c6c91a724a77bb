"""An ownership ends; what was entered by mistake is taken back, or goes on."""

from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say
from civic.people.acts import owning as acts
from civic.people.forms.dwellings import EndForm, MistakeForm
from civic.people.queries.dwellings import unit_of
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import entry_of
from civic.people.routes.dwellings.mistakes import Mistake
from civic.people.routes.dwellings.ways import about, home
from civic.people.routes.typed import tried
from civic.people.rules.editing import Span
from civic.people.tables import Ownership
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

P = Permission


def ask_end(call: Call, work: UnitOfWork) -> Response:
    """The last day, and what follows from it."""
    row = work.get(Ownership, call.number("ownership"))
    acts.may_end_ownership(work, row).demand()
    form = blank(to_on=work.today.isoformat())
    return call.page("people/dwelling_end.html", form=form, **_ending(call, work, row))


def end(call: Call, work: UnitOfWork) -> Response:
    """Enter it; who follows is entered next."""
    row, form = work.get(Ownership, call.number("ownership")), call.form(EndForm)
    told = form.clean
    ended = told and tried(form, "to_on", lambda: acts.end_ownership(work, row.id, told.to_on))
    if not ended:
        return call.refused("people/dwelling_end.html", form, **_ending(call, work, row))
    return call.done(
        home(call, row.dwelling_id),
        say("Entered: the last day is %(day)s. Please enter who owns it from then on.", day=ended.to_on),
    )


def _ending(call: Call, work: UnitOfWork, row: Ownership) -> dict[str, Any]:
    reach = reach_of(work)
    unit, entry = unit_of(work, reach, row.dwelling_id), entry_of(work, reach, row.person_id)
    others = [each for each in acts.owners_today(work, row.dwelling_id) if each.id != row.id]
    follows: list[Message] = [say("After that day this owner does not vote for this dwelling any more.")]
    if row.named_voter and len(others) > 1:
        follows.append(say("The other owners then name one of them to vote."))
    elif not others:
        follows.append(
            say("Until the next owner is entered, nobody votes for it; in the whole it still counts.")
        )
    if entry.home and entry.home.dwelling_id == row.dwelling_id:
        follows.append(say("Moving out is entered apart: who lives here stays as it is."))
    return about(call, unit, row=row, entry=entry, follows=follows)


def ask_mistake(call: Call, work: UnitOfWork) -> Response:
    """What was wrong: all of it, or its end."""
    mistake = _mistake(call, work)
    mistake.may().demand()
    return call.page("people/dwelling_mistake.html", form=blank(), mistake=mistake, **mistake.about)


def mend(call: Call, work: UnitOfWork) -> Response:
    """Take it back, or let it go on."""
    mistake, form = _mistake(call, work), call.form(MistakeForm)
    told = form.clean
    done = told and tried(
        form, "mistake",
        lambda: (
            acts.take_back_ownership(work, mistake.ident) if told.mistake == "all"
            else acts.resume_ownership(work, mistake.ident)
        ),
    )  # fmt: skip
    if not done:
        return call.refused("people/dwelling_mistake.html", form, mistake=mistake, **mistake.about)
    return call.done(mistake.home, mistake.said(whole=done.to_on is not None))


def _mistake(call: Call, work: UnitOfWork) -> Mistake:
    row = work.get(Ownership, call.number("ownership"))
    unit = unit_of(work, reach_of(work), row.dwelling_id)
    return Mistake(
        row.id, "ownerships", Span(row.from_on, row.to_on), entry_of(work, reach_of(work), row.person_id).name,
        about(call, unit), home(call, row.dwelling_id),
        acts.may_take_back_ownership(work, row), acts.may_resume_ownership(work, row),
    )  # fmt: skip


ROUTES = [
    page("/admin/ownerships/{ownership}/end", ask_end, P.EDIT_ROLL, "me"),
    act("/admin/ownerships/{ownership}/end", end, P.EDIT_ROLL, "me"),
    page("/admin/ownerships/{ownership}/mistake", ask_mistake, P.EDIT_ROLL, "me"),
    act("/admin/ownerships/{ownership}/mistake", mend, P.EDIT_ROLL, "me"),
]
