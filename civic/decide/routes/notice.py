"""The notice of a vote: who may decide, the motion, the hours; looked over once; sent."""

from datetime import datetime
from typing import Any

from starlette.responses import Response

from civic.core.days import day_of
from civic.core.message import say
from civic.decide import acts
from civic.decide.forms import NoticeForm
from civic.decide.queries.ground import Ground, ground_of, terms_for
from civic.decide.queries.numbers import proposed_number
from civic.decide.queries.roll import draw_roll
from civic.decide.rules.holding import Plan, channel_of, holdable
from civic.decide.rules.notice import notice_line
from civic.decide.rules.router import route
from civic.decide.rules.words import BODIES, EFFECTS, rule_words
from civic.decide.view import preset_options
from civic.propose.rules import NATURES, Nature
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.words import text_of
from civic.work import UnitOfWork

FORM = "decide/notice_form.html"


def show_notice_form(call: Call, work: UnitOfWork) -> Response:
    """Who may decide a matter of this nature, and the form if a vote is one of the ways."""
    issue = work.one(Issue, reference=call.path["reference"])
    ground = ground_of(work, issue)
    form = blank(
        text=_agreed(work, ground), number=text_of(proposed_number(work, issue), work.community.language)
    )
    return call.page(FORM, form=form, **_subject(work, ground))


def _agreed(work: UnitOfWork, ground: Ground) -> str:
    """The draft of the resolution as it stands; without one what the outcome says was agreed, with its conditions."""
    if ground.draft:
        return ground.draft
    if not ground.conditions:
        return ground.agreed_outcome
    said = text_of(say("On condition: %(text)s", text=ground.conditions), work.community.language)
    return f"{ground.agreed_outcome}\n{said}"


def notify_vote(call: Call, work: UnitOfWork) -> Response:
    """Look the notice over, then let it go out: rule, text and roll are fixed from then on."""
    issue = work.one(Issue, reference=call.path["reference"])
    ground, form = ground_of(work, issue), call.form(NoticeForm)
    acts.may_begin_notice(work, ground).demand()
    if form.clean and form.raw("step") == "change":
        return call.page(FORM, form=form, **_subject(work, ground))
    if form.clean:
        _refuse(work, form, ground)
    if form.errors or form.clean is None:
        return call.refused(FORM, form, **_subject(work, ground))
    if form.clean.step == "check":
        return call.page("decide/notice_check.html", **_restated(work, ground, form, form.clean))
    typed, plan = form.clean, _plan(work, form.clean)
    vote = acts.notify_vote(
        work, issue.id, preset=plan.preset, question=typed.question, text=typed.text, number=typed.number,
        opens_at=plan.opens_at, closes_at=plan.closes_at, place=typed.place, channel=plan.channel,
    )  # fmt: skip
    return call.done(f"/votes/{vote.id}", say("The notice is out. Rule, text and roll are fixed."))


def _refuse(work: UnitOfWork, form: Filled[NoticeForm], ground: Ground) -> None:
    """Put the rules' no beside the field that it is about."""
    assert form.clean is not None
    assert ground.issue.nature is not None
    if form.clean.preset not in holdable(Nature(ground.issue.nature)):
        form.refuse("preset", say("Please choose one of the answers."))
        return
    verdict = acts.may_notify_vote(work, ground, _plan(work, form.clean))
    if verdict.because is not None:
        form.refuse("opens_on", verdict.because)


def _plan(work: UnitOfWork, typed: NoticeForm) -> Plan:
    return Plan(
        preset=typed.preset,
        opens_at=datetime.combine(typed.opens_on, typed.opens_time, work.zone),
        closes_at=datetime.combine(typed.closes_on, typed.closes_time, work.zone),
        channel=channel_of(typed.preset),
    )


def _subject(work: UnitOfWork, ground: Ground) -> dict[str, Any]:
    issue = ground.issue
    nature = Nature(issue.nature) if issue.nature else None
    may = acts.may_begin_notice(work, ground)
    return {
        "issue": issue,
        "nature": NATURES[nature] if nature else None,
        "way": route(nature) if nature else None,
        "effects": EFFECTS,
        "may": may,
        "presets": preset_options(work, issue) if may else [],
        "action": f"/issues/{issue.reference}/vote-notice",
    }


def _restated(
    work: UnitOfWork, ground: Ground, form: Filled[NoticeForm], typed: NoticeForm
) -> dict[str, Any]:
    plan, terms = _plan(work, typed), terms_for(ground.issue, typed.preset)
    return {
        "issue": ground.issue,
        "typed": typed,
        "plan": plan,
        "terms": terms,
        "body": BODIES[plan.preset],
        "effect": EFFECTS[terms.effect],
        "rules": rule_words(terms),
        "entitled": len(draw_roll(work, ground.issue, plan.preset)),
        "days": notice_line(terms, work.today, day_of(plan.opens_at, work.zone)),
        "hidden": [(name, value) for name, values in form.sent.items() if name != "step" for value in values],
        "action": f"/issues/{ground.issue.reference}/vote-notice",
    }
