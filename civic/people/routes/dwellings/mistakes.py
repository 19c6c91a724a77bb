"""What was entered by mistake, a residence or an ownership: all of it, or its end alone."""

from dataclasses import dataclass
from typing import Any

from civic.core.message import Message, say
from civic.core.verdict import Verdict
from civic.people.rules.editing import Span


@dataclass(frozen=True)
class Mistake:
    """An entry that somebody doubts, and what may be done about it."""

    ident: int
    kind: str
    """residences or ownerships, as in the address."""
    span: Span
    name: str
    about: dict[str, Any]
    home: str
    may_take_back: Verdict
    may_resume: Verdict

    def may(self) -> Verdict:
        """Whether there is anything that this reader may do."""
        return self.may_take_back if self.may_take_back or not self.may_resume else self.may_resume

    @property
    def lives(self) -> bool:
        """Whether it is about living there, not about owning."""
        return self.kind == "residences"

    @property
    def ways(self) -> list[tuple[str, Message]]:
        """What may have been wrong; what cannot be is not offered."""
        found = []
        if self.may_resume:
            found.append(("end", self._resumes()))
        if self.may_take_back:
            found.append(("all", self._never()))
        return found

    def _resumes(self) -> Message:
        if self.lives:
            return (
                say("Still lives here: only the end was wrong")
                if not self.span.void
                else say("Does live here")
            )
        return say("Still owns it: only the end was wrong") if not self.span.void else say("Does own it")

    def _never(self) -> Message:
        return say("Never lived here") if self.lives else say("Never owned it")

    def said(self, *, whole: bool) -> Message:
        """What happened."""
        return say("Taken back: it counts on no day.") if whole else say("The entry goes on.")
