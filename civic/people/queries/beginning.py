"""Whether a community has a roll and a committee at all."""

from sqlalchemy import exists, select

from civic.people.queries.home import in_office
from civic.people.tables import Office, OfficeKind, Ownership, Residence
from civic.work import UnitOfWork


def nobody_lives_here(work: UnitOfWork) -> bool:
    """Whether no residence and no ownership was ever entered: one statement."""
    rows = (exists().where(table.community_id == work.community.id) for table in (Residence, Ownership))
    return not any(work.session.execute(select(*rows)).one())


def nobody_governs(work: UnitOfWork) -> bool:
    """Whether nobody sits in the residents' committee today: one statement."""
    sits = exists().where(
        Office.community_id == work.community.id,
        Office.kind == OfficeKind.COMMITTEE.value,
        in_office(work.today),
    )
    return not work.session.scalar(select(sits))
