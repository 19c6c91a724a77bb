"""A paper is looked over once before it is public: form, check page, sent; without a script."""

from collections.abc import Sequence
from typing import Any

from starlette.responses import Response

from civic.core.message import Message
from civic.core.verdict import Verdict
from civic.web.call import Call
from civic.web.forms import Filled

Rows = Sequence[tuple[Message, Any]]


def refuse_unless(form: Filled[Any], verdict: Verdict, name: str = "") -> None:
    """Put a rule's no beside the field it is about, or above the form."""
    if not verdict and verdict.because is not None:
        form.refuse(name, verdict.because)


def looked_over(
    call: Call, form: Filled[Any], template: str, *, title: Message, send: Message, action: str, rows: Rows,
    **context: Any,
) -> Response | None:  # fmt: skip
    """The form again, or the check page; None when it was looked over and may be sent."""
    if form.errors or form.clean is None:
        return call.refused(template, form, action=action, **context)
    if form.raw("step") == "change":
        return call.page(template, form=form, action=action, **context)
    if form.raw("step") == "send":
        return None
    hidden = [(name, value) for name, values in form.sent.items() if name != "step" for value in values]
    return call.page(
        "discuss/check.html", title=title, send=send, action=action, rows=rows, hidden=hidden, **context
    )
