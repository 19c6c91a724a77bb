"""What hangs on a dwelling: whoever lives, lived, owns or owned there, and its household slips."""

from sqlalchemy import exists, select

from civic.people.tables import Ownership, Residence, Slip
from civic.work import UnitOfWork


def hanging_on(work: UnitOfWork, dwelling_id: int) -> tuple[bool, bool, bool]:
    """Residences, shares, slips: whether there is or ever was any; what was taken back counts too. One statement."""
    row = work.session.execute(
        select(*(exists().where(table.dwelling_id == dwelling_id) for table in (Residence, Ownership, Slip)))
    ).one()
    return bool(row[0]), bool(row[1]), bool(row[2])
