"""Anybody with a receipt can ask whether that ballot is counted; never what it says."""

from starlette.responses import Response

from civic.core.message import say
from civic.decide.queries.votes import ballot_with
from civic.decide.rules.receipts import tidy_receipt
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork


def check_receipt(call: Call, work: UnitOfWork) -> Response:
    """The field for a code; then counted, or not found."""
    typed = call.query.get("code", "")[:40]
    form = blank(code=typed)
    code = tidy_receipt(typed)
    if typed and code is None:
        form.refuse("code", say("A receipt has 8 letters and digits, for example 7K4M 29QX."))
        return call.refused("decide/receipt_check.html", form, code=None, counted=False)
    counted = code is not None and ballot_with(work, code)
    return call.page("decide/receipt_check.html", form=form, code=code, counted=counted)
