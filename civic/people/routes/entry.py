"""My own entry as the roll has it, who looked at it, and what I asked to have corrected."""

from typing import Any

from starlette.responses import Response

from civic.people.acts.corrections import may_withdraw_correction
from civic.people.queries.codes import given_to
from civic.people.queries.corrections import requests_of
from civic.people.queries.looks import looks_at
from civic.people.queries.person import file_of
from civic.people.queries.reach import Reach
from civic.people.queries.roll import entry_of, household
from civic.people.rules.corrections import line_of
from civic.people.rules.sight import Field
from civic.people.seeing import seen
from civic.people.spoken import LOOKED, door_words, office_words
from civic.permissions import NAMES, Permission, Standing
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork


def show_entry(call: Call, work: UnitOfWork) -> Response:
    """Every line; a helper sees as much of it as a helper may."""
    own = Reach(Standing.RESIDENT, everybody=True)
    entry = entry_of(work, own, work.person_id)
    person = seen(work, own, entry)
    file = file_of(work, own, entry)
    alone = Field.LOOKS in person.open
    return call.page(
        "people/entry.html",
        person=person,
        registered=entry.registered,
        members=[seen(work, own, each) for each in household(work, own, entry)] if alone else (),
        shares=[(share, door_words(share.place)) for share in file.shares],
        terms=[(term, office_words(term)) for term in file.terms if not term.over],
        requests=_requests(work),
        **_seen_by(work, alone=alone),
        alone=alone,
    )


def _requests(work: UnitOfWork) -> list[tuple[Any, Any, bool]]:
    found = requests_of(work, work.person_id)
    return [
        (each, line_of(each.correction.about), bool(may_withdraw_correction(work, each.correction)))
        for each in found
    ]


def _seen_by(work: UnitOfWork, *, alone: bool) -> dict[str, Any]:
    """Who looked, and which codes were given; for oneself alone."""
    return {
        "looks": looks_at(work, work.person_id) if alone else (),
        "codes": given_to(work, work.person_id) if alone else (),
        "looked": LOOKED,
        "posts": {standing.value: name for standing, name in NAMES.items()},
    }


P = Permission
ROUTES = [page("/me/entry", show_entry, P.ASK_CORRECTION, "me")]
