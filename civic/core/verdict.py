"""May I? A yes, or a no with a sentence that a resident can read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from civic.core.errors import NotAllowed, Refusal
from civic.core.message import Message


class Kind(Enum):
    """Why not: the wrong person (403) or the wrong moment (409)."""

    YES = "yes"
    NOT_ALLOWED = "not_allowed"
    REFUSED = "refused"


@dataclass(frozen=True)
class Verdict:
    """The answer that both the button and the act ask for."""

    kind: Kind
    because: Message | None = None

    def __bool__(self) -> bool:
        return self.kind is Kind.YES

    def then(self, follow: "Callable[[], Verdict]") -> "Verdict":
        """Ask the next question only if this one was answered with yes."""
        return follow() if self else self

    def demand(self) -> None:
        """Raise the no: `NotAllowed` for the wrong person, `Refusal` for the wrong moment."""
        if self:
            return
        assert self.because is not None
        raise (NotAllowed if self.kind is Kind.NOT_ALLOWED else Refusal)(self.because)


YES = Verdict(Kind.YES)


def no(because: Message) -> Verdict:
    """Refused now, whoever asks: the page answers 409 with this sentence."""
    return Verdict(Kind.REFUSED, because)


def not_allowed(because: Message) -> Verdict:
    """Refused to this person: the page answers 403 with this sentence."""
    return Verdict(Kind.NOT_ALLOWED, because)
