"""How long a result hangs, and until when it can be objected to."""

from datetime import date

from civic.core.days import Calendar, deadline, working_days_after
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.terms import Terms


def objections_end(terms: Terms, posted_on: date, calendar: Calendar) -> date:
    """The last day for objections, a holiday moving it on (Civil Code 201, 203): owners 7 days 询异,
    residents as long as the result hangs."""
    return deadline(posted_on, terms.objection_days, calendar)


def posting_ends(terms: Terms, posted_on: date, calendar: Calendar) -> date:
    """The last day on which the result hangs: 15 days for residents (Residents' Committees, art. 34),
    never shorter than the objections."""
    objections = objections_end(terms, posted_on, calendar)
    if terms.publish_for_workdays is not None:
        return max(objections, working_days_after(posted_on, terms.publish_for_workdays, calendar))
    return max(objections, deadline(posted_on, terms.publish_for_days or terms.objection_days, calendar))


def may_object(phase: VotePhase, today: date, last_day: date) -> Verdict:
    """Whether an objection to the provisional result is still in time; the last day counts in full."""
    if phase is VotePhase.FINAL or (phase is VotePhase.DECLARED and today > last_day):
        return no(say("Objections were possible until %(day)s.", day=last_day))
    if phase is not VotePhase.DECLARED:
        return no(say("There is no provisional result to object to."))
    return YES


def may_finalise(phase: VotePhase, today: date, last_day: date, unanswered: int) -> Verdict:
    """Whether the result may become final: the time for objections is over, each is answered."""
    if phase is not VotePhase.DECLARED:
        return no(say("Only a provisional result can become final."))
    if today <= last_day:
        return no(
            say("Objections are possible until %(day)s. The result becomes final after that.", day=last_day)
        )
    if unanswered:
        return no(say("Please answer every objection first. Still open: %(count)s.", count=unanswered))
    return YES
