"""Speak on a topic or its outcome, and read all that was said."""

from urllib.parse import urlencode

from starlette.responses import Response

from civic.core.message import say, say_p
from civic.discuss import acts, queries
from civic.discuss.forms import ContributionForm
from civic.discuss.panels import speaks_in_office, spoken
from civic.discuss.queries.said import PER_PAGE
from civic.discuss.routes.subject import opened
from civic.discuss.rules import STANCES
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
        may=acts.may_contribute(work, found.outcome, on_outcome=found.outcome is not None),
        stance_rows=list(STANCES.items()),
        speaks_in_office=speaks_in_office(work),
        quiet=False,
    )


def show_views(call: Call, work: UnitOfWork) -> Response:
    """All contributions, fifty a page, by stance."""
    issue, found = opened(call, work)
    stance = call.query.get("stance", "") if call.query.get("stance") in STANCES else ""
    counts = queries.stance_counts(work, found.topic.id)
    total = counts.get(stance, 0) if stance else sum(counts.values())
    pages = max(1, -(-total // PER_PAGE))
    page_no = min(call.page_no(), pages)
    here = f"/issues/{issue.reference}/views"
    return call.page(
        "discuss/views.html",
        issue=issue,
        total=sum(counts.values()),
        said=spoken(work, queries.said_page(work, found.topic.id, stance, page_no)),
        links=[
            (call.to(here), say_p("contributions", "All"), sum(counts.values()), not stance),
            *(
                (call.to(f"{here}?stance={s}"), word, counts.get(s, 0), s == stance)
                for s, word in STANCES.items()
            ),
        ],
        may=acts.may_contribute(work, found.outcome, on_outcome=found.outcome is not None),
        page_no=page_no,
        pages=pages,
        href_for=lambda number: call.to(f"{here}?{urlencode({'stance': stance, 'page': number})}"),
    )
