"""The pile is looked at once more and sent; what cannot be sent stays in it."""

from dataclasses import replace
from datetime import date

from starlette.responses import Response

from civic.core.errors import Refusal
from civic.core.message import say, say_n
from civic.permissions import Permission
from civic.propose import acts, drafts, piles
from civic.propose.drafts import Answers
from civic.propose.routes.pile import BASE, in_words
from civic.propose.rules import Further, categories_of
from civic.propose.rules.places import place_in_words
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_check(call: Call, work: UnitOfWork) -> Response:
    """Each slip of the pile, with what stands in its way."""
    answers = drafts.kept(work, piles.JOURNEY)
    entries, common = piles.slips(answers), piles.about(answers)
    if common is None or not entries:
        return call.redirect(call.to(BASE))
    wrong, kinds = piles.problems(work, entries), categories_of(work.community.categories)
    rows = [
        (entry, kinds[entry["category"]].name, place_in_words(entry["place"], entry["entrance"], None, ""))
        for entry in entries
    ]
    return call.page(
        "propose/pile_check.html",
        rows=rows,
        problems=wrong,
        ready=len(entries) - len(wrong),
        **in_words(common),
    )


def send(call: Call, work: UnitOfWork) -> Response:
    """Each becomes an issue of its own, all in one transaction; the bad ones stay in the pile."""
    answers = drafts.kept(work, piles.JOURNEY)
    entries, common = piles.slips(answers), piles.about(answers)
    if common is None or not entries:
        raise Refusal(
            say("There is nothing to send: it was sent already, or thrown away."),
            say("To enter another pile, begin anew."),
        )
    wrong = piles.problems(work, entries)
    sent = [_raise(work, entry, common) for place, entry in enumerate(entries) if place not in wrong]
    if not sent:
        return call.done(BASE, say("None of them could be sent: please look at each once more."))
    if wrong:
        piles.keep(work, answers, [entries[place] for place in sorted(wrong)])
    else:
        drafts.throw_away(work, piles.JOURNEY)
    done = say_n("%(n)s issue is raised.", "%(n)s issues are raised.", len(sent))
    return call.done(f"/issues/{sent[0].reference}/pile", done)


def _raise(work: UnitOfWork, entry: Answers, common: Answers) -> Issue:
    day = date.fromisoformat(common["received_on"])
    more = replace(Further(), received_on=day if day < work.today else None)
    return acts.raise_on_behalf(work, channel=common["channel"], more=more, **piles.told(entry))


P = Permission
ROUTES = [
    page(f"{BASE}/check", show_check, P.RAISE_FOR, "issues"),
    act(f"{BASE}/check", send, P.RAISE_FOR, "issues"),
]
