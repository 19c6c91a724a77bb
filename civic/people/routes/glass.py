"""Before the roll stands a glass for administrators: the page that offers to break it."""

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.looks import break_glass as open_roll
from civic.people.acts.looks import may_break_glass
from civic.people.forms.keeping import GlassForm
from civic.people.queries.reach import GlassShut
from civic.people.routes.entering import safe_next
from civic.people.rules.keeping import GLASS
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import Handler, act
from civic.work import UnitOfWork

MINUTES = int(GLASS.total_seconds()) // 60


def behind_glass(handler: Handler) -> Handler:
    """The page; for an administrator who has not broken the glass, the form that offers it (403)."""

    def guarded(call: Call, work: UnitOfWork) -> Response:
        try:
            return handler(call, work)
        except GlassShut:
            call.house.hold(work, Permission.BREAK_GLASS)
            return call.page("people/glass.html", status=403, form=blank(then=call.here), minutes=MINUTES)

    return guarded


def break_glass(call: Call, work: UnitOfWork) -> Response:
    """Open the roll for an hour, for a reason that the supervisory committee reads."""
    form = call.form(GlassForm)
    if form.clean and (short := may_break_glass(work, form.clean.reason)).because:
        form.refuse("reason", short.because)
    if form.clean is None or form.errors:
        return call.refused("people/glass.html", form, minutes=MINUTES)
    look = open_roll(work, form.clean.reason)
    back = safe_next(call, form.clean.then or call.to("/admin/people")).removeprefix(call.to(""))
    return call.done(back, say("The roll is open to you until %(until)s.", until=look.at + GLASS))


ROUTES = [act("/admin/glass", break_glass, Permission.BREAK_GLASS, "me")]
