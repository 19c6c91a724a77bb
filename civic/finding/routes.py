"""Search."""

from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from civic.core.errors import TooOften
from civic.core.message import Message, building, say, say_n
from civic.finding.forms import SearchForm
from civic.finding.queries.found import Wanted, found, numbers
from civic.finding.rules import KINDS, MOST, PER_PAGE
from civic.finding.view import hits
from civic.people.queries.places import buildings
from civic.people.rules.limits import network
from civic.permissions import Permission
from civic.propose.rules import STATUSES, categories_of
from civic.store.search import phrases_of
from civic.web.call import Call
from civic.web.forms import read_form
from civic.web.routing import page
from civic.work import UnitOfWork


def search(call: Call, work: UnitOfWork) -> Response:
    """What fits the words and filters of the address, newest first, twenty a page."""
    # Whoever shares an address may hang more on it.
    known = [(name, value) for name, value in call.query.items() if name in SearchForm.model_fields]
    form = read_form(SearchForm, known)
    asked = form.clean or SearchForm()
    wanted = _wanted(asked)
    searches = bool(wanted.phrases or (wanted.narrowed and not asked.q))
    if searches:
        _keep_pace(call, work)
    ids = numbers(work, wanted) if searches else []
    pages = max(1, -(-min(len(ids), MOST) // PER_PAGE))
    page_no = min(call.page_no(), pages)
    shown = found(work, ids[(page_no - 1) * PER_PAGE : page_no * PER_PAGE])
    return call.page(
        "finding/search.html",
        status=200 if form.clean else 422,
        form=form,
        asked=asked,
        wanted=wanted,
        hits=hits(shown, wanted.phrases, work.zone),
        count=len(ids),
        most=MOST,
        page_no=page_no,
        pages=pages,
        href_for=lambda number: call.to("/search" + _query(asked, number)),
        everywhere=call.to("/search" + (f"?{urlencode({'q': asked.q})}" if asked.q else "")),
        **_filters(work, wanted),
    )


def _keep_pace(call: Call, work: UnitOfWork) -> None:
    """Thirty a minute for a person or, not signed in, a network; `TooOften` says how long to wait."""
    actor = work.actor
    # Whoever acts for several neighbours is still one.
    who = f"person {actor.helper_id or actor.person_id}" if actor else network(call.address)
    if wait := call.house.searches.step(who, work.now):
        because = say_n(
            "That was 30 searches within a minute. Please wait %(n)s second.",
            "That was 30 searches within a minute. Please wait %(n)s seconds.",
            wait,
        )
        refusal = TooOften(because, wait)
        refusal.then = say("The list of issues stays open to you meanwhile.")
        raise refusal


def _filters(work: UnitOfWork, wanted: Wanted) -> dict[str, Any]:
    """What the search may be narrowed to, and in words to what it is."""
    places = [(each.id, building(each.name)) for each in buildings(work.session, work.community.id)]
    categories = {code: each.name for code, each in categories_of(work.community.categories).items()}
    named: dict[Any, Message | str] = {**KINDS, **categories, **dict(places)}
    only = [named[one] for one in (wanted.kind, wanted.category, wanted.building_id) if one in named]
    return {"kinds": KINDS, "categories": categories, "statuses": STATUSES, "places": places, "only": only}


def _wanted(asked: SearchForm) -> Wanted:
    since, until = asked.since, asked.until
    if since and until and since > until:
        since, until = until, since
    return Wanted(
        phrases_of(asked.q), asked.kind or "", asked.category or "", asked.building, asked.status or "",
        since, until,
    )  # fmt: skip


def _query(asked: SearchForm, page_no: int) -> str:
    kept = asked.model_dump(exclude_defaults=True) | ({"page": page_no} if page_no > 1 else {})
    return f"?{urlencode(kept)}" if kept else ""


ROUTES = [page("/search", search, Permission.READ, "issues")]
