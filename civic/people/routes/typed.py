"""What only reading or the act itself can find wrong with a form: said beside the field, nothing typed is lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.rules.importing.fault import Fault
from civic.web.forms import Filled

T = TypeVar("T")


def parsed(form: Filled[Any], name: str, read: Callable[[str], T]) -> T | None:
    """What was typed there, read as the import reads it; None where nothing was, or with its error."""
    text = getattr(form.clean, name, None) if form.clean else None
    if not text:
        return None
    try:
        return read(text)
    except Fault as fault:
        form.refuse(name, fault.because)
        return None


def tried(form: Filled[Any], name: str, act: Callable[[], T]) -> T | None:
    """Do the act; a refusal that whoever typed can mend stands at this field. Acts ask before they change."""
    if form.errors:
        return None
    try:
        return act()
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        form.refuse(name, refusal.because)
        return None
