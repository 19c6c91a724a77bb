"""A voter's pages: question, check, cast, change, receipt."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.decide import acts
from civic.decide.forms import BallotForm
from civic.decide.queries.counting import ballots_in, entitled_in
from civic.decide.queries.seat import seat_of
from civic.decide.queries.votes import Occasion, occasion
from civic.decide.rules.words import BODIES, EFFECTS, rule_words, source_words
from civic.decide.view import OPTIONS, choice_words, in_steps, own_standing
from civic.people.rules.helping import may_see_receipt
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

FOR_OTHERS = say("The ballot is recorded. Its receipt is shown to the voter alone.")


def helping(work: UnitOfWork) -> bool:
    """Whether somebody acts here in the voter's place by their consent; who acts by law is as the voter."""
    return work.actor is not None and work.actor.helper_id is not None and not work.actor.agent


def show_vote(call: Call, work: UnitOfWork) -> Response:
    """The question with all options for whoever may vote; for the others why not, and what comes."""
    return call.page("decide/vote.html", form=blank(), **_asked(call, work))


def show_change(call: Call, work: UnitOfWork) -> Response:
    """The question again, for a ballot that is on record."""
    found = _asked(call, work)
    found["may_change"].demand()
    return call.page("decide/vote.html", form=blank(), **{**found, "again": True})


def check_ballot(call: Call, work: UnitOfWork) -> Response:
    """The ballot restated before it is cast; nothing is recorded yet."""
    found = _asked(call, work)
    form = call.form(BallotForm)
    again = form.raw("again") == "yes"
    found["may_change" if again else "may_cast"].demand()
    if form.clean is None:
        return _unanswered(call, form, found | {"again": again})
    found |= {"again": again, "choice": form.clean.choice, "words": choice_words(form.clean.choice)}
    return call.page("decide/check.html", form=form, **found)


def cast_ballot(call: Call, work: UnitOfWork) -> Response:
    """Cast it, once."""
    vote_id, form = call.number("vote"), call.form(BallotForm)
    if form.clean is None:
        return _asked_again(call, work, form)
    acts.cast_ballot(work, vote_id, form.clean.choice)
    if helping(work):
        return call.done(f"/votes/{vote_id}", FOR_OTHERS)
    return call.done(f"/votes/{vote_id}/receipt")


def change_ballot(call: Call, work: UnitOfWork) -> Response:
    """Change it, until the vote closes."""
    vote_id, form = call.number("vote"), call.form(BallotForm)
    if form.clean is None:
        return _asked_again(call, work, form)
    acts.change_ballot(work, vote_id, form.clean.choice)
    return call.done(f"/votes/{vote_id}/receipt", say("Your ballot was changed."))


def show_receipt(call: Call, work: UnitOfWork) -> Response:
    """The voter's own receipt: proves that the ballot counts, without saying what it says."""
    may_see_receipt(helping=helping(work)).demand()
    found, seat = occasion(work, call.number("vote")), seat_of(work, call.number("vote"))
    if seat.receipt is None:
        raise NotFound
    address = call.short_address(call.to(f"/receipt?code={seat.receipt}"))
    return call.page("decide/receipt.html", found=found, vote=found.vote, seat=seat, address=address)


def _asked_again(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    return _unanswered(call, form, _asked(call, work) | {"again": form.raw("again") == "yes"})


def _unanswered(call: Call, form: Filled[Any], found: dict[str, Any]) -> Response:
    if "choice" in form.errors:
        form.refuse("choice", say("Please choose one: for, against or abstain."))
    return call.refused("decide/vote.html", form, **found)


def _asked(call: Call, work: UnitOfWork) -> dict[str, Any]:
    found = occasion(work, call.number("vote"))
    seat = seat_of(work, found.vote.id)
    return {
        "found": found,
        "vote": found.vote,
        "seat": seat,
        "own": own_standing(seat, work.actor.name if work.actor and work.actor.helper_id else ""),
        "chosen": choice_words(seat.choice) if seat.choice and not helping(work) else None,
        "options": OPTIONS,
        "again": False,
        "may_cast": acts.may_cast_ballot(work, seat),
        "may_change": acts.may_change_ballot(work, seat),
        **_facts(work, found),
    }


def _facts(work: UnitOfWork, found: Occasion) -> dict[str, Any]:
    return {
        "bodies": BODIES,
        "effects": EFFECTS,
        "rules": rule_words(found.terms),
        "sources": source_words(found.terms.source),
        "entitled": entitled_in(work.session, found.vote.id),
        "ballots": in_steps(ballots_in(work.session, found.vote.id)),
    }
