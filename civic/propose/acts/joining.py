"""Stand behind an issue in a neighbour's place, as their collector 代录, and take that back."""

from civic.core.verdict import Verdict
from civic.people.tables import Person
from civic.permissions import Permission
from civic.propose import events, rules
from civic.propose.acts.adding import Words, add_words
from civic.propose.acts.raising import may_raise_on_behalf
from civic.propose.acts.supporting import stand, stand_no_more, stands_behind
from civic.propose.rules import Phase
from civic.propose.rules.private import is_private
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_endorse_for(work: UnitOfWork, issue: Issue, person: Person) -> Verdict:
    """Whoever may enter an issue for this neighbour, where the neighbour may endorse."""
    return may_raise_on_behalf(work, person).then(
        lambda: rules.may_endorse(
            Phase(issue.phase),
            is_raiser=issue.raiser_id == person.id,
            already=stands_behind(work, issue.id, person.id),
            private=is_private(issue.nature),
        )
    )


def endorse_for(work: UnitOfWork, issue_id: int, person_id: int, words: Words | None = None) -> None:
    """The neighbour stands behind it, with what was typed for them; the ledger names who entered that."""
    issue, person = work.get(Issue, issue_id, lock=True), work.get(Person, person_id)
    may_endorse_for(work, issue, person).demand()
    work.require(P.RAISE_FOR)
    stand(issue, work, person.id)
    add_words(issue, work, person.id, words)
    work.record(events.IssueEndorsed(issue_id=issue.id, on_behalf=True))


def may_withdraw_for(work: UnitOfWork, issue: Issue, person: Person) -> Verdict:
    """Whoever may enter one for this neighbour, while it is undecided."""
    return may_raise_on_behalf(work, person).then(
        lambda: rules.may_withdraw(Phase(issue.phase), stands=stands_behind(work, issue.id, person.id))
    )


def withdraw_for(work: UnitOfWork, issue_id: int, person_id: int) -> None:
    """It was another matter after all."""
    issue, person = work.get(Issue, issue_id, lock=True), work.get(Person, person_id)
    may_withdraw_for(work, issue, person).demand()
    work.require(P.RAISE_FOR)
    stand_no_more(issue, work, person.id)
    work.record(events.EndorsementWithdrawn(issue_id=issue.id, on_behalf=True))
