"""Taking a list out of the roll: masked, or in full with a written reason."""

from civic.core.verdict import YES, Verdict
from civic.people.events.keeping import RollExported
from civic.people.rules.keeping import KEPT, may_give_reason
from civic.people.tables import Building, Export, Look, Looked
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_take_export(work: UnitOfWork, *, masked: bool, reason: str = "") -> Verdict:
    """The residents' committee; in full only with a reason that somebody else can check."""
    return work.may(P.EXPORT_ROLL).then(lambda: YES if masked else may_give_reason(reason))


def take_export(
    work: UnitOfWork, *, masked: bool, reason: str = "", building_id: int | None = None
) -> Export:
    """Log it; its maker may fetch the list for a quarter of an hour."""
    may_take_export(work, masked=masked, reason=reason).demand()
    if building_id is not None:
        work.get(Building, building_id)
    work.require(P.EXPORT_ROLL)
    said = "" if masked else reason
    export = work.add(
        Export(
            by_id=work.person_id, reason=said, masked=masked, building_id=building_id, at=work.now,
            expires_at=work.now + KEPT,
        )
    )  # fmt: skip
    work.add(
        Look(
            viewer_id=work.person_id, standing=work.role, what=Looked.EXPORT.value, building_id=building_id,
            reason=said, at=work.now,
        )
    )  # fmt: skip
    work.record(RollExported(export_id=export.id, masked=masked, building_id=building_id))
    return export
