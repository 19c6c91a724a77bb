"""A guardian or representative is recorded, replaced, ended."""

from civic.core.verdict import YES, Verdict
from civic.people.acts.people import may_edit_person
from civic.people.events.agents import AgentEnded, AgentNamed
from civic.people.queries.agents import agents_of
from civic.people.queries.helping import party
from civic.people.rules import agents as rules
from civic.people.tables import Consent, Helping, Person, PersonKind
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def ward_of(person: Person) -> rules.Ward:
    """In whose name somebody would act."""
    organisation = person.kind == PersonKind.ORGANISATION
    return rules.Ward(person.id, organisation, person.born_on, person.gone_on is not None)


def may_choose_agent(work: UnitOfWork, person: Person) -> Verdict:
    """The committee; nobody for themselves."""
    return may_edit_person(work, person).then(lambda: rules.may_have_agent(ward_of(person)))


def may_name_agent(
    work: UnitOfWork, person: Person, agent: Person, seen: rules.Seen | None = None
) -> Verdict:
    """As for every edit; a grown-up of the roll, by a document that fits."""
    return (
        may_choose_agent(work, person)
        .then(lambda: rules.may_be_agent(ward_of(person), _agent(work, agent), work.person_id))
        .then(lambda: rules.may_prove(ward_of(person), seen, work.today) if seen else YES)
    )


def _agent(work: UnitOfWork, agent: Person) -> rules.Agent:
    known = party(work, agent.id)
    return rules.Agent(
        agent.id, known.of_age, agent.kind == PersonKind.ORGANISATION, agent.gone_on is not None, known.suspended,
        known.standings,
    )  # fmt: skip


def name_agent(work: UnitOfWork, person_id: int, agent_id: int, seen: rules.Seen) -> Helping:
    """From today on they act; whoever did before acts no more."""
    person, agent = work.get(Person, person_id, lock=True), work.get(Person, agent_id)
    may_name_agent(work, person, agent, seen).demand()
    work.require(P.EDIT_ROLL)
    before = agents_of(work, [person.id]).get(person.id)
    if before:
        _end(work, work.get(Helping, before.helping_id, lock=True))
    row = work.add(
        Helping(
            helper_id=agent.id, person_id=person.id, kind=rules.kind_for(ward_of(person)),
            consent=Consent.DOCUMENT.value, recorded_by=work.person_id, recorded_at=work.now, from_on=work.today,
            until_on=seen.until_on, document=seen.document, document_on=seen.dated_on, told_at=work.now,
        )
    )  # fmt: skip
    work.record(
        AgentNamed(
            helping_id=row.id, person_id=person.id, agent_id=agent.id,
            document_no=rules.DOCUMENTS.index(seen.document) + 1, document_on=seen.dated_on,
            until_on=seen.until_on, replaced_id=before.helping_id if before else None,
        )
    )  # fmt: skip
    return row


def may_end_agent(work: UnitOfWork, person: Person) -> Verdict:
    """As for every edit of that person."""
    return may_edit_person(work, person)


def end_agent(work: UnitOfWork, helping_id: int) -> None:
    """They act no more, from the next request on."""
    row = work.get(Helping, helping_id, lock=True)
    may_end_agent(work, work.get(Person, row.person_id)).demand()
    work.require(P.EDIT_ROLL)
    _end(work, row)
    work.record(AgentEnded(helping_id=row.id, person_id=row.person_id))


def _end(work: UnitOfWork, row: Helping) -> None:
    row.ended_at, row.ended_by = work.now, work.person_id
