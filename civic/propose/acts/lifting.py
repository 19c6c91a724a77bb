"""At its check, what was private from birth stays so, or the committee makes it public."""

from civic.core.verdict import YES, Verdict
from civic.permissions import Permission
from civic.propose.acts.private import give_back, keep_private
from civic.propose.rules import Nature
from civic.propose.rules.born import may_lift
from civic.propose.rules.private import NEUTRAL, PRIVATE, is_private
from civic.propose.tables import Issue, PrivateWords
from civic.words import written
from civic.work import UnitOfWork

P = Permission


def may_verify_as(work: UnitOfWork, issue: Issue, nature: Nature, because: str) -> Verdict:
    """What was raised as private becomes public only by the committee, with a reason."""
    if not is_private(issue.nature):
        return YES
    return may_lift(nature, committee=bool(work.may(P.SETTLE)), because=because)


def place_words(issue: Issue, words: PrivateWords | None, work: UnitOfWork, nature: Nature) -> bool:
    """Its words go where they belong to; whether that is back to everybody."""
    if words is None:
        if nature in PRIVATE:
            keep_private(issue, work)
        return False
    if nature in PRIVATE:
        issue.title = written(NEUTRAL[nature].text, work.community.language)
        return False
    give_back(issue, words, work)
    return True
