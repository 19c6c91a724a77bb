"""The result sheet: for everybody, signed in or not."""

from starlette.responses import Response

from civic.decide.queries.counting import ballots_in, entitled_in
from civic.decide.queries.votes import notices_of, occasion
from civic.decide.result_view import next_words, other_rule_words, result_of, tabled
from civic.decide.rules.notice import declare_by
from civic.decide.rules.words import BODIES, EFFECTS
from civic.decide.view import in_steps
from civic.web.call import Call
from civic.work import UnitOfWork


def show_result(call: Call, work: UnitOfWork) -> Response:
    """What the ballots came to, with the sum to be checked by hand; before the close, when that will be."""
    found = occasion(work, call.number("vote"))
    result = result_of(found)
    if result is None:
        return call.page(
            "decide/result_before.html", found=found, vote=found.vote,
            ballots=in_steps(ballots_in(work.session, found.vote.id)),
            entitled=entitled_in(work.session, found.vote.id),
            by=declare_by(found.terms, found.vote.closes_at.astimezone(work.zone).date(), work.calendar),
        )  # fmt: skip
    posted = [notice for notice in notices_of(work, found.vote) if notice.subject != "vote"]
    return call.page(
        "decide/result.html", found=found, vote=found.vote, result=result, body=BODIES[found.vote.preset],
        effect=EFFECTS[found.terms.effect], posted=posted,
        rows=tabled(result.rows), ballots=tabled(result.ballots), other_rule=other_rule_words(found.terms),
        next_words=next_words(found),
        open_notice=next((n for n in posted if n.takes_objections and n.ends_at > work.now), None),
    )  # fmt: skip
