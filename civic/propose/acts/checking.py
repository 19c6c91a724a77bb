"""Check an issue on the spot, act at once in danger."""

from datetime import datetime

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import HEADS, Permission, Standing
from civic.propose import events, rules
from civic.propose.acts.lifting import may_verify_as, place_words
from civic.propose.acts.sorting import NOT_YOURS, comes_to_owners
from civic.propose.queries.private import words_of
from civic.propose.reach import covers
from civic.propose.readers import reads
from civic.propose.rules import Nature, Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_verify_issue(work: UnitOfWork, issue: Issue) -> Verdict:
    """Committee and grid workers; a building head in the own building; the owners' committee what comes to it first;
    what is private, whoever reads it."""
    return _may_check_here(work, issue).then(lambda: rules.may_move(Phase(issue.phase), "verify"))


def _may_check_here(work: UnitOfWork, issue: Issue) -> Verdict:
    verdict = work.may(P.VERIFY).then(lambda: YES if reads(work, issue) else no(NOT_YOURS))
    held = set(work.actor.standings) if work.actor else set()
    everywhere = bool(held & {Standing.COMMITTEE, Standing.GRID_WORKER})
    if (
        verdict
        and work.actor
        and not everywhere
        and not covers(work.actor, issue.building_id, issue.entrance)
    ):
        if Standing.OWNERS_COMMITTEE in held and (
            issue.owner == Standing.OWNERS_COMMITTEE or not held & HEADS
        ):
            return comes_to_owners(issue)
        return no(
            say("A building head checks matters of the own building. Please leave this to the committee.")
        )
    return verdict


def verify_issue(
    work: UnitOfWork, issue_id: int, *, findings: str, nature: Nature, public_because: str = ""
) -> None:
    """Checked on the spot and classified (核实单): the nature says who may decide.

    The words of a quarrel or of one person's service leave the public with this act; those of a matter that was
    private from birth come to the public only with the committee's reason.
    """
    issue = work.get(Issue, issue_id, lock=True)
    may_verify_issue(work, issue).then(lambda: may_verify_as(work, issue, nature, public_because)).demand()
    work.require(P.VERIFY)
    words, issue.nature = words_of(work, issue), nature.value
    found = words or issue
    # What was done at once, or found by whom it came to first, stays above it.
    found.findings = f"{found.findings}\n{findings}".strip()
    step_on(issue, "verify", work.now)
    lifted = place_words(issue, words, work, nature)
    if lifted:
        issue.public_because = public_because
    work.record(
        events.IssueVerified(
            issue_id=issue.id, nature=nature.value, answer_due_on=issue.answer_due_on, lifted=lifted
        )
    )


def may_report_found(work: UnitOfWork, issue: Issue) -> Verdict:
    """The property firm, of what its category brings to it first, until the committee has checked it."""
    return (
        work.may(P.REPORT_FOUND)
        .then(lambda: YES if issue.owner == Standing.PROPERTY_FIRM and reads(work, issue) else no(NOT_THEIRS))
        .then(lambda: rules.may_move(Phase(issue.phase), "verify"))
    )


NOT_THEIRS = say("This matter did not come to the property firm first.")


def report_found(work: UnitOfWork, issue_id: int, *, what: str) -> None:
    """The firm's first answer to the committee, under its name; the committee checks it and says what becomes of it."""
    issue = work.get(Issue, issue_id, lock=True)
    may_report_found(work, issue).demand()
    work.require(P.REPORT_FOUND)
    name = work.actor.name if work.actor else ""
    issue.findings = f"{issue.findings}\n{name}：{what}".strip()
    work.record(events.FoundReported(issue_id=issue.id))


def take_safety_measure(work: UnitOfWork, issue_id: int, *, what: str, volunteers: int) -> None:
    """Danger: act first, publish after (Civil Code 281). Written into the findings."""
    issue = work.get(Issue, issue_id, lock=True)
    may_take_safety_measure(work, issue).demand()
    work.require(P.VERIFY)
    issue.danger = True
    found = words_of(work, issue) or issue
    found.findings = f"{found.findings}\n{what}".strip()
    work.record(events.SafetyTaken(issue_id=issue.id, volunteers=volunteers))


def may_take_safety_measure(work: UnitOfWork, issue: Issue) -> Verdict:
    """Whoever checks matters here, until the issue has ended."""
    ended = rules.STATUS[Phase(issue.phase)] in {"ended", "closed"}
    return _may_check_here(work, issue).then(lambda: no(say("This issue has ended.")) if ended else YES)


def step_on(issue: Issue, step: str, now: datetime) -> None:
    """Propose takes its own step on the road; part of an act, never one by itself."""
    issue.phase = rules.TRANSITIONS[(Phase(issue.phase), step)].value
    issue.settled_at = issue.moved_at = now
    issue.told_at = None
