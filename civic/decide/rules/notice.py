"""Notice and posting: how many days must lie before a vote, and how long its result hangs."""

from datetime import date, timedelta

from civic.core.days import Calendar, clear_days, deadline
from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.decide.rules.terms import Terms


def earliest_day(notified_on: date, notice_days: int) -> date:
    """The first day of a vote: `notice_days` clear days lie between, neither end counted (Civil Code 201)."""
    return notified_on + timedelta(days=notice_days + 1) if notice_days else notified_on


def latest_notice(vote_on: date, notice_days: int) -> date:
    """The last day on which the notice of a vote on that day may go out."""
    return vote_on - timedelta(days=notice_days + 1) if notice_days else vote_on


def may_notify(
    terms: Terms, *, today: date, vote_on: date, agenda_frozen: bool, studied_on: date | None = None
) -> Verdict:
    """Whether the notice may go out today for a vote on that day.

    The Party organisation studies the matter first where the law says so (Residents' Committees,
    art. 30; Villagers' Committees, art. 28); what was not noticed cannot be voted on.
    """
    if not agenda_frozen:
        return no(say("Fix the wording of the motion first: only what the notice says can be voted on."))
    if terms.party_study and (studied_on is None or studied_on > today):
        return no(
            say("The Party organisation has to study this matter before the notice. Please record its date.")
        )
    return may_hold(terms, notified_on=today, vote_on=vote_on)


def may_hold(terms: Terms, *, notified_on: date, vote_on: date) -> Verdict:
    """Whether enough clear days lie between the notice and the vote."""
    earliest = earliest_day(notified_on, terms.notice_days)
    if vote_on >= earliest:
        return YES
    return no(
        say(
            "Too early: the notice must hang for %(days)s full days. The first possible day is %(day)s.",
            days=terms.notice_days,
            day=earliest,
        )
    )


def notice_line(terms: Terms, notified_on: date, vote_on: date) -> Message:
    """The notice in figures, and whether the law or the product asks for it: 9 clear days, 7 needed."""
    days = clear_days(notified_on, vote_on)
    if terms.notice_by_law:
        return say("Notice: %(days)s full days, %(need)s needed.", days=days, need=terms.notice_days)
    return say(
        "Notice: %(days)s full days, %(need)s needed (the law sets none; this is the house rule).",
        days=days,
        need=terms.notice_days,
    )


def declare_by(terms: Terms, closed_on: date, calendar: Calendar) -> date | None:
    """The last day for the provisional result (Shandong property regulations, art. 32); None: no such day."""
    if terms.publish_within_days is None:
        return None
    return deadline(closed_on, terms.publish_within_days, calendar)
