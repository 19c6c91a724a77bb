"""The two ways through the questions: for oneself, and for a neighbour."""

from dataclasses import dataclass

from civic.core.errors import Refusal
from civic.core.message import say
from civic.propose.drafts import Answers
from civic.propose.routes.questions import ABOUT_IT, FOR_WHOM, KEY


@dataclass(frozen=True)
class Journey:
    """A way through the questions: under which name its draft is kept, where its pages stand."""

    name: str
    base: str
    steps: tuple[str, ...]

    def after(self, step: str) -> str:
        """The address of the page that follows a step."""
        place = self.steps.index(step) + 1
        return f"{self.base}/{self.steps[place] if place < len(self.steps) else 'check'}"

    def before(self, step: str, *, checking: bool) -> str:
        """The address that “Back” leads to; the check page when one came from there."""
        if checking:
            return f"{self.base}/check"
        place = self.steps.index(step)
        return f"{self.base}/{self.steps[place - 1]}" if place else "/issues"

    def missing(self, answers: Answers) -> str:
        """The first step without an answer; the check page when all have one."""
        open_ones = (s for s in self.steps if s != "place" and KEY[s] not in answers)
        return next(open_ones, "check")

    def complete(self, answers: Answers) -> Answers:
        """All the answers; `Refusal` where one is missing."""
        if self.missing(answers) != "check":
            raise Refusal(
                say("There is nothing to send: it was sent already, or thrown away."),
                say("Your issues stand under “Me”. To raise another, begin anew."),
            )
        return answers


OWN = Journey("raise", "/issues/new", ABOUT_IT)
FOR = Journey("raise_for", "/issues/new-for", (*FOR_WHOM, *ABOUT_IT))
