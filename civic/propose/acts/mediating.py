"""Mediate a quarrel in private: begin with both sides' consent, meet, end, look at the agreement again."""

from dataclasses import dataclass
from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.tables import Person
from civic.permissions import Permission
from civic.propose import events
from civic.propose.acts.checking import step_on
from civic.propose.acts.settling import take_step
from civic.propose.queries.mediation import Mediated, mediation_of
from civic.propose.rules import Phase
from civic.propose.rules import mediation as rules
from civic.propose.rules.mediation import Settled
from civic.propose.tables import Issue, Mediation, MediationParty, MediationSession
from civic.work import UnitOfWork

P = Permission


@dataclass(frozen=True)
class Agreed:
    """One side's consent: who, how, when; no person for somebody who is not on the roll."""

    person_id: int | None
    name: str
    consent: str
    on: date


def may_mediate_issue(work: UnitOfWork, issue: Issue) -> Verdict:
    """The committee, a quarrel that is checked."""
    return work.may(P.SETTLE).then(lambda: rules.may_begin(Phase(issue.phase), issue.nature))


def may_be_mediated(mediator_id: int, sides: tuple[Agreed, Agreed], today: date, until_on: date) -> Verdict:
    """Two different sides who have agreed, a mediator who is neither, a day."""
    people = [each.person_id for each in sides]
    if mediator_id in people:
        return no(say("Whoever mediates is not one of the two sides."))
    if people[0] == people[1]:
        return no(say("The other side is somebody else than the raiser."))
    for each in sides:
        if not (verdict := rules.may_have_agreed(today, each.on)):
            return verdict
    return rules.may_run(today, until_on)


def mediate_issue(
    work: UnitOfWork, issue_id: int, *, mediator_id: int, post: str, sides: tuple[Agreed, Agreed], until_on: date
) -> Mediation:  # fmt: skip
    """Both sides agreed by telephone, on paper or in person; the raiser's side comes first."""
    issue = work.get(Issue, issue_id, lock=True)
    may_mediate_issue(work, issue).demand()
    may_be_mediated(mediator_id, sides, work.today, until_on).demand()
    take_step(issue, work, "mediate")
    work.require(P.SETTLE)
    issue.mediation, issue.due_on = "open", until_on
    row = work.add(
        Mediation(
            issue_id=issue.id, mediator_id=work.get(Person, mediator_id).id, post=post, begun_at=work.now,
            begun_by_id=work.person_id, until_on=until_on,
        )
    )  # fmt: skip
    for side in sides:
        work.add(
            MediationParty(
                mediation_id=row.id, person_id=side.person_id, name=side.name, consent=side.consent,
                consent_on=side.on,
            )
        )  # fmt: skip
    work.record(events.MediationBegun(issue_id=issue.id, until_on=until_on))
    return row


def may_read_mediation(work: UnitOfWork, found: Mediated | None) -> Verdict:
    """Both sides, the mediator, the committee that began it."""
    inside = found is not None and (found.party or found.leads or bool(work.may(P.SETTLE)))
    return work.may(P.READ_MEDIATION).then(
        lambda: (
            YES
            if inside
            else not_allowed(say("Only the two sides, the mediator and the committee read this."))
        )
    )


def may_set_session(work: UnitOfWork, found: Mediated | None) -> Verdict:
    """The mediator, while it runs."""
    return _may_lead(work, found)


def set_session(work: UnitOfWork, issue_id: int, *, on: date, hour: str, place: str) -> None:
    """A day, an hour and a place to meet; the two sides read it, nobody else."""
    issue = work.get(Issue, issue_id, lock=True)
    found = mediation_of(work, issue)
    may_set_session(work, found).demand()
    work.require(P.MEDIATE)
    assert found is not None
    work.add(MediationSession(mediation_id=found.row.id, on=on, hour=hour, place=place))
    work.record(events.MediationSessionSet(issue_id=issue.id, mediation_id=found.row.id))


def may_end_mediation(work: UnitOfWork, found: Mediated | None) -> Verdict:
    """The mediator, while it runs."""
    return _may_lead(work, found)


def end_mediation(
    work: UnitOfWork, issue_id: int, *, outcome: Settled, agreement: str = "", review_on: date | None = None
) -> None:
    """Agreed, not agreed, or one side does not go on; everybody reads whether it settled, the two sides how."""
    issue = work.get(Issue, issue_id, lock=True)
    found = mediation_of(work, issue)
    may_end_mediation(work, found).demand()
    rules.may_end_so(outcome, agreement, review_on, work.today).demand()
    work.require(P.MEDIATE)
    assert found is not None
    row, settled = found.row, outcome is Settled.AGREED
    row.outcome, row.ended_at, row.agreement, row.review_on = outcome.value, work.now, agreement, review_on
    step_on(issue, "end_mediation", work.now)
    issue.mediation, issue.due_on = "settled" if settled else "not_settled", None
    work.record(events.MediationEnded(issue_id=issue.id, settled=settled))


def may_review_agreement(work: UnitOfWork, found: Mediated | None) -> Verdict:
    """The mediator, once, from the day that was named."""
    row = found.row if found else None
    return work.may(P.MEDIATE).then(
        lambda: rules.may_review(
            mediator=bool(found and found.leads), agreed=bool(row and row.outcome == Settled.AGREED),
            reviewed=bool(row and row.reviewed_at),
            due=bool(row and row.review_on and row.review_on <= work.today),
        )
    )  # fmt: skip


def review_agreement(work: UnitOfWork, issue_id: int, *, kept: bool) -> None:
    """Whether it is kept: for the two sides and the mediator."""
    issue = work.get(Issue, issue_id, lock=True)
    found = mediation_of(work, issue)
    may_review_agreement(work, found).demand()
    work.require(P.MEDIATE)
    assert found is not None
    found.row.kept, found.row.reviewed_at = kept, work.now
    work.record(events.AgreementReviewed(issue_id=issue.id, mediation_id=found.row.id))


def _may_lead(work: UnitOfWork, found: Mediated | None) -> Verdict:
    return work.may(P.MEDIATE).then(
        lambda: rules.may_lead(
            mediator=bool(found and found.leads), open_=bool(found and found.row.ended_at is None)
        )
    )
