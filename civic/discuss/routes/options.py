"""The option paper for everybody: what holds, what held before, what changed."""

from datetime import date
from typing import Any

from starlette.responses import Response

from civic.core.days import day_of
from civic.core.errors import NotFound
from civic.core.message import say
from civic.discuss import acts, queries
from civic.discuss.paper_view import asked, changes, compared
from civic.discuss.queries.questions import PER_PAGE
from civic.discuss.routes.subject import opened
from civic.discuss.rules import LETTERS
from civic.discuss.tables import OptionPaper
from civic.permissions import NAMES, Standing
from civic.web.call import Call
from civic.work import UnitOfWork


def show_option_paper(call: Call, work: UnitOfWork) -> Response:
    """The options side by side, the advice, questions and answers, earlier versions."""
    issue, found = opened(call, work)
    if found.paper is None:
        may = acts.may_file_option_paper(work, found.outcome)
        return call.page(
            "discuss/not_yet.html", issue=issue, name=say("Option paper"), because=may.because,
            go=("/option-paper/writing", say("Write the option paper")) if may else None,
        )  # fmt: skip
    pages = max(1, -(-found.questions // PER_PAGE))
    page_no = min(call.page_no(), pages)
    here = f"/issues/{issue.reference}/option-paper"
    return call.page(
        "discuss/option_paper.html", issue=issue, here=here, found=found, today=work.today,
        versions=_versions(work, found.topic.id) if found.paper.version > 1 else [],
        questions=asked(work, found.topic.id, page_no) if found.questions else [],
        may_ask=acts.may_ask_about_paper(work, found.paper, found.outcome),
        may_write=acts.may_file_option_paper(work, found.outcome),
        page_no=page_no, pages=pages, href_for=lambda number: call.to(f"{here}?page={number}#questions"),
        **_paper(work, found.paper),
    )  # fmt: skip


def show_version(call: Call, work: UnitOfWork) -> Response:
    """One version, and what it changed of the one before."""
    issue, found = opened(call, work)
    versions = {each.version: each for each in queries.versions_of(work, found.topic.id)}
    number = call.number("version")
    if number not in versions:
        raise NotFound
    paper, before = queries.said_by(work, versions[number]), queries.said_by(work, versions.get(number - 1))
    assert paper is not None
    return call.page(
        "discuss/option_version.html", issue=issue, here=f"/issues/{issue.reference}/option-paper",
        newest=max(versions), changes=changes(before, paper) if before else [], **_paper(work, versions[number]),
    )  # fmt: skip


def _versions(work: UnitOfWork, topic_id: int) -> list[tuple[OptionPaper, date]]:
    return [(each, day_of(each.filed_at, work.zone)) for each in queries.versions_of(work, topic_id)]


def _paper(work: UnitOfWork, filed: OptionPaper) -> dict[str, Any]:
    paper = queries.said_by(work, filed)
    assert paper is not None
    return {
        "paper": filed,
        "letters": LETTERS,
        "options": [each.letter for each in paper.options],
        "rows": compared(paper.options),
        "by": NAMES[Standing(filed.role)],
    }
