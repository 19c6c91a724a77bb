"""The advisory panel's option paper: its form, its check, the public paper."""

from starlette.responses import Response

from civic.core.amount import Money
from civic.core.message import say
from civic.discuss import acts, queries, rules
from civic.discuss.forms import OptionPaperForm, typed_options
from civic.discuss.routes.looking_over import Rows, looked_over, refuse_unless
from civic.discuss.routes.subject import opened
from civic.discuss.rules import LETTERS, TypedOption
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork

FORM = "discuss/option_paper_form.html"


def show_option_paper(call: Call, work: UnitOfWork) -> Response:
    """The paper; the form for whoever may file it; else that there is none yet."""
    issue, found = opened(call, work)
    if found.paper:
        options = queries.options_of(work, found.paper.id)
        return call.page(
            "discuss/option_paper.html", issue=issue, paper=found.paper, options=options, letters=LETTERS
        )
    may = acts.may_file_option_paper(work, found.paper, found.outcome)
    if may:
        return call.page(FORM, form=blank(), issue=issue, letters=LETTERS, action=_path(issue.reference))
    return call.page("discuss/not_yet.html", issue=issue, name=say("Option paper"), because=may.because)


def file_option_paper(call: Call, work: UnitOfWork) -> Response:
    """Look the paper over, then file it."""
    issue, found = opened(call, work)
    acts.may_file_option_paper(work, found.paper, found.outcome).demand()
    form = call.form(OptionPaperForm)
    options, typed = typed_options(form), form.clean
    if typed and not form.errors:
        verdict = rules.paper_holds(options, typed.advised, typed.for_advice, typed.against_advice)
        refuse_unless(form, verdict, "advised")
    again = looked_over(
        call, form, FORM, title=say("Option paper"), send=say("File the option paper"),
        action=_path(issue.reference), issue=issue, letters=LETTERS,
        rows=_rows(options, typed) if typed else (),
    )  # fmt: skip
    if again is not None:
        return again
    assert typed is not None
    acts.file_option_paper(
        work, found.topic.id, options=options, advised=typed.advised, for_advice=typed.for_advice,
        against_advice=typed.against_advice, dissent=typed.dissent or "",
    )  # fmt: skip
    return call.done(_path(issue.reference), say("The option paper is public now."))


def _path(reference: str) -> str:
    return f"/issues/{reference}/option-paper"


def _rows(options: list[TypedOption], typed: OptionPaperForm) -> Rows:
    shown = [
        row
        for option in options
        for row in (
            (say("Option %(letter)s", letter=LETTERS[option.letter]), option.text),
            (
                say("Cost"),
                say("%(cost)s, borne by %(bearer)s", cost=Money(option.cost_fen), bearer=option.bearer),
            ),
            (say("Risks"), option.risks),
        )
    ]
    return [
        *shown,
        (say("Advice"), LETTERS[typed.advised]),
        (
            say("Votes of the panel"),
            say("%(n)s for, %(against)s against", n=typed.for_advice, against=typed.against_advice),
        ),
        (say("Dissent"), typed.dissent or say("none")),
    ]
