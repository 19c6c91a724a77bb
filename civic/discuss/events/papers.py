"""The option paper, its versions, and the questions about it."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.discuss.events.contribution import OfContribution, page_of
from civic.discuss.rules import COUNTED, LETTERS, listed
from civic.permissions import NAMES, Standing


@dataclass(frozen=True, kw_only=True)
class OfPaper(Event):
    """What a version of the paper comes to."""

    stage = 2
    reference: str
    options: int
    advised: str
    for_advice: int
    against_advice: int

    def ahead(self) -> Ahead:
        """The committee brings people together and writes the outcome."""
        return Ahead(
            say("Talk the options over and write the outcome"), NAMES[Standing.COMMITTEE], None, "/outcome"
        )

    def evidence(self) -> tuple[str, Message]:
        """The paper."""
        return f"/issues/{self.reference}/option-paper", say("Option paper")


@dataclass(frozen=True, kw_only=True)
class OptionPaperFiled(OfPaper):
    """The advisory panel gave its options and its advice."""

    kind = "discuss:option_paper_filed"

    def told(self) -> Message:
        """On the timeline: three options, five to two for B."""
        return say(
            "%(count)s options, %(letters)s: the panel advises %(advised)s, %(for_advice)s to %(against)s.",
            count=COUNTED[self.options],
            letters=listed(list(LETTERS)[: self.options]),
            advised=LETTERS[self.advised],
            for_advice=self.for_advice,
            against=self.against_advice,
        )


@dataclass(frozen=True, kw_only=True)
class OptionPaperRevised(OfPaper):
    """A further version; the ones before stay readable."""

    kind = "discuss:option_paper_revised"
    version: int

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Version %(version)s of the option paper: the panel advises %(advised)s, %(for_advice)s to %(against)s.",
            version=self.version,
            advised=LETTERS[self.advised],
            for_advice=self.for_advice,
            against=self.against_advice,
        )


@dataclass(frozen=True, kw_only=True)
class PaperQuestionAsked(OfContribution):
    """Somebody asks about the paper; it stands with the paper and the discussion, not on the timeline."""

    kind = "discuss:paper_question_asked"
    version: int
    owed_by: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class PaperAnswerOverdue(OfContribution):
    """The day of the answer has passed without one."""

    kind = "discuss:paper_answer_overdue"
    reference: str
    owed_by: str
    due_on: date

    def told(self) -> Message:
        """On the timeline, with the body that owes it."""
        return say(
            "%(body)s: the answer to a question about the option paper was due on %(day)s.",
            body=NAMES[Standing(self.owed_by)],
            day=self.due_on,
        )

    def late(self) -> bool:
        """Always."""
        return True

    def evidence(self) -> tuple[str, Message]:
        """Where it stands."""
        return page_of(self.reference, self.contribution_id)


@dataclass(frozen=True, kw_only=True)
class PaperQuestionAnswered(OfContribution):
    """The answer, a reply under the question; on the timeline only when it was late."""

    kind = "discuss:paper_question_answered"
    reference: str
    question_id: int
    owed_by: str
    late_days: int

    def told(self) -> Message | None:
        """With the days that it was late."""
        if not self.late_days:
            return None
        return say_n(
            "%(body)s: a question about the option paper was answered %(n)s day late.",
            "%(body)s: a question about the option paper was answered %(n)s days late.",
            self.late_days,
            body=NAMES[Standing(self.owed_by)],
        )

    def late(self) -> bool:
        """When it was."""
        return self.late_days > 0

    def evidence(self) -> tuple[str, Message]:
        """Where the answer stands."""
        return page_of(self.reference, self.question_id)
