"""Keep a matter private, let it become public with the raiser's consent."""

from civic.core.message import say
from civic.core.verdict import Verdict, not_allowed
from civic.permissions import Permission, Standing
from civic.propose import events
from civic.propose.queries.private import words_of
from civic.propose.rules import Nature, Phase
from civic.propose.rules.private import NEUTRAL, PRIVATE, is_private, may_agree, may_correct
from civic.propose.tables import Issue, PrivateWords
from civic.words import written
from civic.work import UnitOfWork

P = Permission
MOVED = ("title", "facts", "wish", "findings", "background", "scope")


def keep_private(issue: Issue, work: UnitOfWork) -> None:
    """Its words leave the issue; part of an act, never one by itself."""
    issue.public_because = ""
    words = PrivateWords(issue_id=issue.id, done=issue.reason, receipt=issue.receipt)
    for name in MOVED:
        setattr(words, name, getattr(issue, name))
        setattr(issue, name, "")
    issue.reason = issue.receipt = ""
    assert issue.nature is not None
    issue.title = written(NEUTRAL[Nature(issue.nature)].text, work.community.language)
    work.add(words)


def give_back(issue: Issue, words: PrivateWords, work: UnitOfWork) -> None:
    """They return to the issue, for everybody; part of an act, never one by itself."""
    for name in MOVED:
        setattr(issue, name, getattr(words, name))
    issue.reason, issue.receipt = words.done, words.receipt
    work.session.delete(words)


def _raiser(work: UnitOfWork, issue: Issue) -> tuple[Standing, ...]:
    return (Standing.RAISER,) if work.actor and issue.raiser_id == work.actor.person_id else ()


def may_agree_to_publish(work: UnitOfWork, issue: Issue, words: PrivateWords | None) -> Verdict:
    """The raiser's own tap; or whoever entered it for them notes that they said so. No helper, no colleague."""
    verdict = work.may(P.AGREE_PUBLIC, *_raiser(work, issue))
    if verdict and work.person_id not in {issue.raiser_id, issue.collector_id}:
        verdict = not_allowed(say("Only the raiser agrees to this, or whoever entered it notes it for them."))
    return verdict.then(
        lambda: may_agree(
            Phase(issue.phase), private=words is not None, agreed=bool(words and words.agreed_at)
        )
    )


def agree_to_publish(work: UnitOfWork, issue_id: int) -> None:
    """The raiser agrees that it becomes public; the committee may then correct its kind."""
    issue = work.get(Issue, issue_id, lock=True)
    words = words_of(work, issue)
    may_agree_to_publish(work, issue, words).demand()
    work.require(P.AGREE_PUBLIC, *_raiser(work, issue))
    assert words is not None
    words.agreed_at, words.agreed_by = work.now, work.person_id
    work.record(events.PublicAgreed(issue_id=issue.id, noted=work.person_id != issue.raiser_id))


def may_correct_nature(
    work: UnitOfWork, issue: Issue, words: PrivateWords | None, target: Nature | None = None
) -> Verdict:
    """The committee, until it is said what becomes of it; to a public kind only with the raiser's consent."""
    return work.may(P.SETTLE).then(
        lambda: may_correct(Phase(issue.phase), issue.nature, target, agreed=bool(words and words.agreed_at))
    )


def correct_nature(work: UnitOfWork, issue_id: int, nature: Nature) -> None:
    """Another kind of matter: its words leave the public, or return to it."""
    issue = work.get(Issue, issue_id, lock=True)
    words = words_of(work, issue)
    may_correct_nature(work, issue, words, nature).demand()
    work.require(P.SETTLE)
    was, issue.nature = issue.nature, nature.value
    if words is not None and nature not in PRIVATE:
        give_back(issue, words, work)
    elif words is not None:
        issue.title = written(NEUTRAL[nature].text, work.community.language)
    elif nature in PRIVATE and not is_private(was):
        keep_private(issue, work)
    work.record(events.NatureCorrected(issue_id=issue.id, nature=nature.value))


def say_done(issue: Issue, work: UnitOfWork, said: str, receipt: str = "") -> None:
    """What was done or answered: in public, or beside the private words; part of an act, never one by itself.

    Why a matter is declined or merged is public all the same.
    """
    words = words_of(work, issue)
    if words is None:
        issue.reason, issue.receipt = said, receipt
    else:
        words.done, words.receipt = said, receipt or words.receipt
