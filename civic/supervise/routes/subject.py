"""The issue an address is about, and refusals that belong to one field of a form."""

from collections.abc import Callable
from typing import Any, TypeVar

from civic.core.errors import NotFound, Refusal
from civic.propose.tables import Issue
from civic.store.base import Base
from civic.web.call import Call
from civic.web.forms import Filled
from civic.work import UnitOfWork

Row = TypeVar("Row", bound=Base)


def issue_of(call: Call, work: UnitOfWork) -> Issue:
    """The issue of the address; `NotFound` if this community has none."""
    return work.one(Issue, reference=call.path["reference"])


def below(call: Call, work: UnitOfWork, table: type[Row], name: str) -> tuple[Issue, Row]:
    """The issue and the row of the address that belongs to it."""
    issue = issue_of(call, work)
    row = work.get(table, call.number(name))
    if getattr(row, "issue_id", None) != issue.id:
        raise NotFound
    return issue, row


def held(form: Filled[Any], name: str, do: Callable[[], object]) -> bool:
    """Whether the act was done; a moment's refusal goes beside the field, so that nothing typed is lost."""
    try:
        do()
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        form.refuse(name, refusal.because)
        return False
    return True


def home(issue: Issue, path: str = "") -> str:
    """An address of the issue."""
    return f"/issues/{issue.reference}{path}"
