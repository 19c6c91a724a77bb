"""File a complaint, answer it."""

from dataclasses import dataclass

from civic.core.days import working_days_after
from civic.core.errors import NotFound
from civic.core.message import say
from civic.core.verdict import Verdict, no
from civic.people.queries.offices import of_today
from civic.permissions import Permission, Standing
from civic.sealed import events, rules
from civic.sealed.queries import code_of, from_box, hash_of, next_number
from civic.sealed.tables import Complaint
from civic.work import UnitOfWork

P = Permission


@dataclass(frozen=True)
class About:
    """A body, or somebody in it."""

    body: str
    subject_id: int | None = None


def about(work: UnitOfWork, key: str) -> About:
    """What a choice of the list stands for; `NotFound` for anything that is not on it."""
    if key in {body.value for body in rules.BODIES}:
        return About(key)
    for each in of_today(work):
        if key == f"o{each.office_id}" and each.kind in {kind.value for kind in rules.PEOPLE}:
            return About(each.kind, each.person_id)
    raise NotFound


def may_file_complaint(work: UnitOfWork) -> Verdict:
    """Everybody signed in, for themselves."""
    return work.may(P.COMPLAIN)


def file_complaint(work: UnitOfWork, key: str, text: str, *, named: bool) -> Complaint:
    """One's own; the ledger keeps neither by whom nor about whom."""
    may_file_complaint(work).demand()
    work.require(P.COMPLAIN)
    found = _filed(work, about(work, key), text, "online", work.person_id, named=named)
    work.record(_event(found), nameless=True)
    return found


def may_enter_complaint(work: UnitOfWork) -> Verdict:
    """A supervisor, from paper."""
    return work.may(P.KEEP_COMPLAINTS)


def enter_complaint(work: UnitOfWork, key: str, text: str) -> Complaint:
    """What came on paper; whoever brought it comes back with the code alone."""
    may_enter_complaint(work).demand()
    work.require(P.KEEP_COMPLAINTS)
    found = _filed(work, about(work, key), text, "paper", None, named=False)
    work.record(_event(found))
    return found


def may_answer_complaint(work: UnitOfWork, complaint: Complaint) -> Verdict:
    """A supervisor who is not close to it, until it is settled."""
    verdict = work.may(P.KEEP_COMPLAINTS)
    settled = no(say("This complaint is settled."))
    return verdict.then(lambda: settled) if complaint.final_at is not None else verdict


def answer_complaint(work: UnitOfWork, complaint_id: int, text: str, *, final: bool) -> None:
    """The first answer, or the last one; `NotFound` for whoever is close to it."""
    work.require(P.KEEP_COMPLAINTS)
    complaint = from_box(work, complaint_id).complaint
    may_answer_complaint(work, complaint).demand()
    if complaint.first_at is None:
        complaint.first_answer, complaint.first_at = text, work.now
    if final:
        complaint.final_answer, complaint.final_at = text, work.now
    elif complaint.first_answer != text:
        complaint.first_answer = f"{complaint.first_answer}\n{text}"
    work.record(events.ComplaintAnswered(complaint_id=complaint.id, final=final))


def _filed(
    work: UnitOfWork, whom: About, text: str, channel: str, person_id: int | None, *, named: bool
) -> Complaint:
    year = work.today.year
    complaint = Complaint(
        community_id=work.community.id, year=year, number=next_number(work, year), salt=work.entropy.bytes(16).hex(),
        person_id=person_id, named=named, body=Standing(whom.body).value, subject_id=whom.subject_id, text=text,
        channel=channel, filed_at=work.now,
        first_due_on=working_days_after(work.today, rules.FIRST_DAYS, work.calendar),
        whole_due_on=working_days_after(work.today, rules.WHOLE_DAYS, work.calendar),
    )  # fmt: skip
    complaint.code_hash = hash_of(code_of(work, complaint))
    return work.add(complaint)


def _event(complaint: Complaint) -> events.ComplaintFiled:
    return events.ComplaintFiled(
        complaint_id=complaint.id, first_due_on=complaint.first_due_on, whole_due_on=complaint.whole_due_on
    )
