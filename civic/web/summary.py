"""The summary of what is wrong with a form names each field as the page does: but stands above them all.

It is drawn first, with a mark for each field; when the page is whole, `field()` has noted what each is
called, and the marks become names. So no name is written twice.
"""

import re
from collections.abc import Iterable
from typing import Any

from civic.core.message import Message, say_p
from civic.web.filters import ph
from civic.web.forms import Filled
from civic.web.words import text_of

MARK = re.compile("\x02(\\d+)\\.(\\d+)\x03")
ENDS = tuple("？?：:。.")


def mark(form: Filled[Any], place: int) -> str:
    """Where the name of the field with this error will stand."""
    return f"\x02{id(form)}.{place}\x03"


def name_fields(body: str, values: Iterable[object]) -> str:
    """The page with names instead of marks; a field that the page does not show has none."""
    if "\x02" not in body:
        return body
    forms = {id(form): form for form in values if isinstance(form, Filled)}

    def name(found: re.Match[str]) -> str:
        form = forms.get(int(found[1]))
        fields = list(form.errors) if form else []
        label = form.labels.get(fields[int(found[2])]) if form and int(found[2]) < len(fields) else None
        return str(ph(_with_colon(label))) if label else ""

    return MARK.sub(name, body)


def _with_colon(names: list[Message | str]) -> str:
    """A name that is a question needs no colon."""
    label = text_of(say_p("between two facts", ", ")).join(text_of(name) for name in names)
    return (
        label
        if label.endswith(ENDS)
        else text_of(say_p("a field and what is wrong", "%(label)s: ", label=label))
    )
