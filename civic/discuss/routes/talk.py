"""Speak on a topic or its outcome, and read all that was said."""

from urllib.parse import urlencode

from starlette.responses import Response

from civic.core.message import Message, say, say_p
from civic.discuss import acts, queries, rules
from civic.discuss.forms import ContributionForm
from civic.discuss.panels import speaks_in_office
from civic.discuss.queries import Said
from civic.discuss.queries.said import PER_PAGE
from civic.discuss.routes.subject import opened
from civic.discuss.rules import STANCES
from civic.discuss.spoken import spoken
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_contribute(call: Call, work: UnitOfWork) -> Response:
    """The form alone, for whoever comes from a link."""
    _issue, found = opened(call, work)
    return _form(call, work, blank(about="outcome" if found.outcome else "topic"))


def contribute(call: Call, work: UnitOfWork) -> Response:
    """Take what somebody says."""
    issue, found = opened(call, work)
    form = call.form(ContributionForm)
    if form.clean is None:
        return _form(call, work, form, status=422)
    on_outcome = form.clean.about == "outcome"
    acts.contribute(
        work, found.topic.id, stance=form.clean.stance, text=form.clean.text, on_outcome=on_outcome
    )
    # Without a fragment: htmx would only scroll on the page it is on, and show it as it was.
    return call.done(f"/issues/{issue.reference}", say("Published. Thank you for speaking."))


def _form(call: Call, work: UnitOfWork, form: Filled[ContributionForm], status: int = 200) -> Response:
    issue, found = opened(call, work)
    return call.page(
        "discuss/contribute.html",
        fragment="contribute_form",
        status=status,
        issue=issue,
        form=form,
        may=acts.may_contribute(
            work, found.topic, issue, found.outcome, on_outcome=found.outcome is not None
        ),
        stance_rows=list(STANCES.items()),
        speaks_in_office=speaks_in_office(work),
        quiet=False,
    )


def show_views(call: Call, work: UnitOfWork) -> Response:
    """All contributions with their first replies, fifty a page: by stance, the newest first, or the sides in
    turn. Never more statements than that takes, however many there are."""
    issue, found = opened(call, work)
    stance = call.query.get("stance", "") if call.query.get("stance") in STANCES else ""
    in_turn = not stance and call.query.get("order") == "turn"
    counts = queries.stance_counts(work, found.topic.id)
    pages = max(1, -(-(counts.get(stance, 0) if stance else queries.places(counts)) // PER_PAGE))
    page_no = min(call.page_no(), pages)
    rows = _rows(work, found.topic.id, stance, page_no, in_turn=in_turn)
    here = f"/issues/{issue.reference}/views"
    may = acts.may_contribute(work, found.topic, issue, found.outcome, on_outcome=found.outcome is not None)
    kept = {"stance": stance} if stance else {"order": "turn"} if in_turn else {}
    return call.page(
        "discuss/views.html",
        issue=issue,
        total=queries.standing(counts),
        said=spoken(work, rows, queries.replies_under(work, [row.id for row in rows]), answering=bool(may)),
        links=_by_stance(call, here, counts, stance),
        orders=[] if stance else _by_order(call, here, in_turn=in_turn),
        may=may,
        page_no=page_no,
        pages=pages,
        href_for=lambda number: call.to(f"{here}?{urlencode({**kept, 'page': number})}"),
    )


def _rows(work: UnitOfWork, topic_id: int, stance: str, page_no: int, *, in_turn: bool) -> list[Said]:
    if not in_turn:
        return queries.said_page(work, topic_id, stance, page_no)
    numbers = rules.balanced(queries.said_numbers(work, topic_id))
    return queries.said_these(work, rules.page_of(numbers, page_no, PER_PAGE))


Links = list[tuple[str, Message, int | None, bool]]


def _by_stance(call: Call, here: str, counts: dict[str, int], stance: str) -> Links:
    return [
        (call.to(here), say_p("contributions", "All"), queries.standing(counts), not stance),
        *(
            (call.to(f"{here}?stance={s}"), word, counts.get(s, 0), s == stance)
            for s, word in STANCES.items()
        ),
    ]


def _by_order(call: Call, here: str, *, in_turn: bool) -> Links:
    return [
        (call.to(here), say("Newest first"), None, not in_turn),
        (call.to(f"{here}?order=turn"), say("Sides in turn"), None, in_turn),
    ]
