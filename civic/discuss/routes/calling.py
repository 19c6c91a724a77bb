"""Call a talk from a topic, read it, print it."""

from datetime import date, datetime, time
from typing import Any

from starlette.responses import Response

from civic.core.message import say, say_p
from civic.discuss import acts, queries, rules
from civic.discuss.acts.calling import Invitation
from civic.discuss.calling_forms import CallForm
from civic.discuss.queries.calling import invited_to, minutes_of_talk, moves_of
from civic.discuss.routes.looking_over import Rows, looked_over, refuse_unless
from civic.discuss.routes.subject import issue_of, opened
from civic.discuss.rules import calling
from civic.discuss.rules.calling import BODIES, KINDS, Kind
from civic.discuss.tables import Talk
from civic.permissions import NAMES, Standing
from civic.propose.rules.mediation import may_begin
from civic.propose.rules.road import Phase
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork

FORM = "discuss/call_form.html"


def show_call(call: Call, work: UnitOfWork) -> Response:
    """The call to fill in; a quarrel is mediated in private instead."""
    issue = issue_of(call, work)
    if may_begin(Phase(issue.phase), issue.nature):
        return call.done(f"/issues/{issue.reference}/mediation/new")
    issue, found = opened(call, work)
    acts.may_call_talk(work, found.outcome).demand()
    return call.page(FORM, form=blank(), issue=issue, action=at_page(issue), **CHOICES)


def call_talk(call: Call, work: UnitOfWork) -> Response:
    """Look the call over, then it is public."""
    issue, found = opened(call, work)
    acts.may_call_talk(work, found.outcome).demand()
    form = call.form(CallForm)
    typed = form.clean
    to = _invitation(typed, work) if typed else None
    if to:
        refuse_unless(form, calling.invitation_fits(to.kind, to.bodies), "bodies")
        refuse_unless(form, calling.hour_fits(to.starts_at, work.now), "on")
    again = looked_over(
        call, form, FORM, title=say("Call a talk"), send=say("Call it"), action=at_page(issue), issue=issue,
        rows=_rows(to) if to else (), **CHOICES,
    )  # fmt: skip
    if again is not None:
        return again
    assert to is not None
    talk = acts.call_talk(work, found.topic.id, to)
    return call.done(at_page(issue, talk), say("The talk is called."))


def show_talk(call: Call, work: UnitOfWork) -> Response:
    """What it is about, when, where, who is invited; what became of it."""
    issue, talk = talk_of(call, work)
    outcome = queries.outcome_of(work, issue.id)
    return call.page(
        "discuss/talk.html", issue=issue, talk=talk, kind=KINDS[Kind(talk.kind)], at=at_page(issue, talk),
        invited=calling.bodies_named(invited_to(work, talk.id)), by=NAMES[Standing(talk.role)],
        moves=moves_of(work, talk.id), minutes=minutes_of_talk(work, talk.id), parties=rules.PARTIES,
        begun=talk.starts_at <= work.now, may_move=acts.may_move_talk(work, talk),
        may_call_off=acts.may_call_off_talk(work, talk),
        may_conclude=acts.may_conclude_talk(work, talk, outcome),
    )  # fmt: skip


def print_talk(call: Call, work: UnitOfWork) -> Response:
    """The invitation as a sheet for the board."""
    issue, talk = talk_of(call, work)
    return call.page(
        "discuss/talk_print.html", issue=issue, talk=talk, kind=KINDS[Kind(talk.kind)], at=at_page(issue, talk),
        invited=calling.bodies_named(invited_to(work, talk.id)), by=NAMES[Standing(talk.role)],
        moves=moves_of(work, talk.id), address=call.short_address(f"/i/{issue.code}"),
    )  # fmt: skip


def talk_of(call: Call, work: UnitOfWork) -> tuple[Issue, Talk]:
    """The issue and the talk of the address; `NotFound` unless they belong together."""
    issue, found = opened(call, work)
    return issue, work.one(Talk, id=call.number("talk"), topic_id=found.topic.id)


def at_page(issue: Issue, talk: Talk | None = None) -> str:
    """Where the talk stands; without one, where it is called."""
    return f"/issues/{issue.reference}/talks" + (f"/{talk.id}" if talk else "")


CHOICES: dict[str, Any] = {
    "kinds": [(kind.value, words) for kind, words in KINDS.items()],
    "bodies": list(BODIES.items()),
}


def _invitation(typed: CallForm, work: UnitOfWork) -> Invitation:
    return Invitation(
        Kind(typed.kind), tuple(dict.fromkeys(typed.bodies)), instant(typed.on, typed.hour, work), typed.place,
        typed.agenda,
    )  # fmt: skip


def instant(on: date, hour: time, work: UnitOfWork) -> datetime:
    """That hour of that day here."""
    return datetime.combine(on, hour.replace(tzinfo=None), work.zone)


def _rows(to: Invitation) -> Rows:
    return [
        (say("What kind of talk?"), KINDS[to.kind]),
        (say_p("of a talk", "When"), to.starts_at),
        (say("Place"), to.place),
        (say("Who is invited"), calling.bodies_named(to.bodies)),
        (say("What is to be talked over"), to.about),
    ]
