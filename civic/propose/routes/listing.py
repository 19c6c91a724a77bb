"""The list of issues."""

from urllib.parse import urlencode

from starlette.responses import Response

from civic.permissions import Permission
from civic.propose import acts
from civic.propose.queries.listing import PER_PAGE, Wanted, counts, listed
from civic.propose.rules import STATUSES, categories_of
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork


def list_issues(call: Call, work: UnitOfWork) -> Response:
    """One page of issues, by status and category."""
    status, category = call.query.get("status", ""), call.query.get("category", "")
    categories = {code: each.name for code, each in categories_of(work.community.categories).items()}
    wanted = Wanted(status if status in STATUSES else "", category if category in categories else "")
    known = counts(work)
    pages = max(1, -(-known.of(wanted.status, wanted.category) // PER_PAGE))
    page_no = min(call.page_no(), pages)
    return call.page(
        "propose/list.html",
        issues=listed(work, wanted, page_no),
        wanted=wanted,
        known=known,
        page_no=page_no,
        pages=pages,
        address=lambda **change: call.to("/issues" + _query(wanted, change)),
        href_for=lambda number: call.to("/issues" + _query(wanted, {"page": number})),
        form=blank(category=wanted.category),
        statuses=STATUSES,
        categories=categories,
        may_raise=work.actor is None or work.may(Permission.RAISE),
        may_raise_for=acts.may_raise_on_behalf(work),
    )


def _query(wanted: Wanted, change: dict[str, str | int]) -> str:
    asked = {"status": wanted.status, "category": wanted.category, **change}
    kept = {name: value for name, value in asked.items() if value and (name, value) != ("page", 1)}
    return f"?{urlencode(kept)}" if kept else ""
