"""Questions about the option paper: who answers, by when, until when one may think better of it."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed

QUESTION_DAYS = 5
"""Working days for the answer: as long as a first answer to an issue may take."""


def may_ask(*, filed: bool) -> Verdict:
    """There must be something to ask about."""
    return YES if filed else no(say("There is no option paper yet to ask about."))


def may_answer_question(*, asked: bool, answered: bool, withdrawn: bool, hidden: bool, owes: bool) -> Verdict:
    """Once, by the body whose paper it is, while the question can be read."""
    if not asked:
        return no(say("This is no question about the option paper."))
    if answered:
        return no(say("This question was answered already."))
    if withdrawn:
        return no(say("The question was withdrawn. There is nothing to answer."))
    if hidden:
        return no(say("The question is hidden. It is answered once it is shown again."))
    if not owes:
        return not_allowed(
            say("The answer is owed by those who published the paper. Please leave it to them.")
        )
    return YES


def may_take_back(*, answered: bool, is_answer: bool) -> Verdict:
    """A question goes only before its answer; an answer stays, since somebody relies on it."""
    if is_answer:
        return no(say("This is the answer to a question. It stays; please correct it in a reply."))
    return no(say("Your question was answered, so it stays with its answer.")) if answered else YES
