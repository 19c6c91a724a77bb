"""What can become of an issue: names, what follows, forms, acts."""

from collections.abc import Callable
from dataclasses import dataclass

from civic.core.message import Message, say
from civic.propose import acts, forms
from civic.web.forms import Form


@dataclass(frozen=True)
class Named:
    """What a check page is about."""

    label: Message
    public: bool = False
    """Whether everybody reads it of a matter that is not public, too."""


@dataclass(frozen=True)
class Step:
    """One thing that can become of an issue: its name, what follows, its form, its act."""

    label: Message
    follows: Message
    shape: type[Form]
    do: Callable[..., None]
    done: Message
    public: bool = False
    """Whether everybody reads it of a matter that is not public, too."""
    quietly: Message | None = None
    """What follows of a matter that is not public, where that is something else."""

    def follows_for(self, *, private: bool) -> Message:
        """What follows, as it is true for this matter."""
        return self.quietly if private and self.quietly else self.follows

    def done_for(self, *, private: bool) -> Message:
        """What is said once it is done."""
        return QUIETLY if private and self.quietly else self.done


QUIETLY = say("It is recorded; only those concerned read it.")


STEPS: dict[str, Step] = {
    "accept": Step(
        say("Make it a topic"), say("It is posted, and everyone may discuss it."),
        forms.AcceptForm, acts.accept_issue, say("It is a topic now."),
    ),
    "handle": Step(
        say("Handle it directly"), say("At once, on the person's behalf, or with guidance. It is closed with that."),
        forms.HandleForm, acts.handle_issue, say("It is recorded as handled."),
    ),
    "route": Step(
        say("Hand it to the responsible body"), say("Against a receipt; their answer is published here."),
        forms.RouteForm, acts.route_issue, say("It is recorded as handed over."),
        quietly=say("Against a receipt; only those concerned read the reason and the answer."),
    ),
    "merge": Step(
        say("Merge it into another issue"), say("Raiser and endorsers are carried over, each once; each is told, and may stay behind."),
        forms.MergeForm, acts.merge_issue, say("The issues are one now."), public=True,
    ),
    "decline": Step(
        say("Decline it"), say("With a reason that everyone can read. Whoever raised or endorsed it may object for 15 days."),
        forms.DeclineForm, acts.decline_issue, say("It is declined; the reason is public."), public=True,
    ),
    "answer": Step(
        say("Enter the answer"), say("The answer of the responsible body is published, and the issue is closed."),
        forms.AnswerForm, acts.answer_route, say("The answer is public now."),
        quietly=say("Only those concerned read the answer; the issue is closed."),
    ),
}  # fmt: skip

LABELS: dict[str, Message] = {
    "mode": say("In which way"),
    "what": say("What was done"),
    "trips": say("Trips it took the person"),
    "receiver": say("Receiver"),
    "receipt": say("Receipt"),
    "into_reference": say("Number of the other issue"),
    "background": say("Background"),
    "scope": say("What it covers, and what not"),
    "answer": say("Answer"),
    "reason": say("Reason"),
    "days": say("Days"),
    "until_on": say("People speak until"),
}
"""The fields of all steps in the order in which the check page reads."""
