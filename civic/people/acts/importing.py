"""Take a list into the roll: preview, then all of it in one commit, or throw it away."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, update

from civic.core.errors import Refusal
from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.people.events.importing import ListDiscarded, ListImported, ListPreviewed
from civic.people.preview import figures_of, pack_kept, pack_rows
from civic.people.queries.registry import registry
from civic.people.rules.importing.plan import plan_import
from civic.people.rules.importing.planned import Outcome, Plan, rows_that
from civic.people.rules.names import initials
from civic.people.sheets.sheet import Row, Sheet
from civic.people.tables import (
    BatchState,
    Building,
    Dwelling,
    ImportBatch,
    Ownership,
    Person,
    Residence,
)
from civic.permissions import Permission
from civic.store.base import Base
from civic.work import UnitOfWork

TABLES: dict[str, type[Base]] = {
    "building": Building, "dwelling": Dwelling, "person": Person, "residence": Residence, "ownership": Ownership,
}  # fmt: skip
TOLD = ("new", "changed", "unchanged", "refused", "dwellings", "people")
"""Of the figures, those that the ledger tells."""
P = Permission


def plan_of(work: UnitOfWork, sheet: Sheet) -> Plan:
    """What the list would do to the roll of today; changes nothing."""
    return _plan(work, sheet.rows)


def _plan(work: UnitOfWork, rows: Iterable[Row], registered: bool | None = None) -> Plan:
    mine = work.actor.person_id if work.actor else None
    return plan_import(rows, registry(work), work.today, mine, registered)


def may_preview_list(work: UnitOfWork) -> Verdict:
    """The residents' committee keeps the roll."""
    return work.may(P.IMPORT_ROLL)


def preview_list(work: UnitOfWork, file_name: str, sheet: Sheet, plan: Plan) -> ImportBatch:
    """Keep what was read and planned, for whoever decides; an undecided one of the same person gives way."""
    may_preview_list(work).demand()
    work.require(P.IMPORT_ROLL)
    work.session.execute(
        delete(ImportBatch).where(
            ImportBatch.community_id == work.community.id,
            ImportBatch.by_id == work.person_id,
            ImportBatch.state == BatchState.PREVIEWED.value,
        )
    )
    batch = work.add(
        ImportBatch(
            by_id=work.person_id, file_name=file_name[-120:], at=work.now, figures=figures_of(plan),
            sheet={
                "rows": [[number, row] for number, row in sheet.rows],
                "unknown": list(sheet.unknown),
                "offices": list(sheet.offices),
                "preview": pack_rows(plan.rows),
            },
        )
    )  # fmt: skip
    work.record(ListPreviewed(batch_id=batch.id, **_told(batch.figures)))
    return batch


def may_commit_list(work: UnitOfWork, batch: ImportBatch) -> Verdict:
    """The committee, while nobody has decided, and only if it would change something."""
    figures: dict[str, int] = batch.figures
    return (
        work.may(P.IMPORT_ROLL)
        .then(lambda: _undecided(batch))
        .then(lambda: YES if figures["new"] + figures["changed"] else no(_nothing(figures)))
    )


def _nothing(figures: dict[str, int]) -> Message:
    if figures.get("refused"):
        return say("Nothing of this list can come in yet: the reasons stand with the refused rows.")
    return say("This list changes nothing on the roll.")


def _undecided(batch: ImportBatch) -> Verdict:
    if batch.state == BatchState.PREVIEWED.value:
        return YES
    return no(say("This list was decided on already. Please upload it again if it has changed."))


def commit_list(work: UnitOfWork, batch_id: int, *, registered: bool | None = None) -> None:
    """All rows that are not refused, in one transaction. Planned once more against the roll of this moment:
    if it has changed since the preview, nobody would know what they agreed to. `registered`: what is said, once
    for the whole list, of people of whom it does not say whether they are registered here; None leaves it open."""
    batch = work.get(ImportBatch, batch_id, lock=True)
    may_commit_list(work, batch).demand()
    work.require(P.IMPORT_ROLL)
    rows = ((number, row) for number, row in batch.sheet["rows"])
    plan = _plan(work, rows, registered)
    if figures_of(plan) != batch.figures:
        raise Refusal(say("The roll has changed since this preview. Please upload the list again."))
    homes, people = _write_plan(work, plan)
    batch.state, batch.decided_at = BatchState.COMMITTED.value, work.now
    if batch.figures["unsaid"]:
        batch.figures = {**batch.figures, "registered": bool(registered)}
    # What was refused stays for whoever mends the list; of the rest, whom and which door it is about: what was
    # written stands on the roll now, and on the roll alone.
    batch.sheet = {
        **_only_refused(batch.sheet),
        "preview": pack_rows(rows_that(plan.rows, Outcome.REFUSED)),
        "kept": pack_kept(plan.rows, homes, people),
    }
    work.record(ListImported(batch_id=batch.id, **_told(batch.figures)))


def _told(figures: dict[str, int]) -> dict[str, int]:
    return {name: number for name, number in figures.items() if name in TOLD}


def _only_refused(sheet: Any) -> dict[str, Any]:
    return {"rows": [], "unknown": sheet["unknown"], "offices": sheet["offices"]}


def may_discard_list(work: UnitOfWork, batch: ImportBatch) -> Verdict:
    """The committee, while nobody has decided."""
    return work.may(P.IMPORT_ROLL).then(lambda: _undecided(batch))


def discard_list(work: UnitOfWork, batch_id: int) -> None:
    """Throw the list away; what was read of it is forgotten."""
    batch = work.get(ImportBatch, batch_id, lock=True)
    may_discard_list(work, batch).demand()
    work.require(P.IMPORT_ROLL)
    batch.state, batch.decided_at = BatchState.DISCARDED.value, work.now
    batch.sheet = {**_only_refused(batch.sheet), "preview": []}
    work.record(ListDiscarded(batch_id=batch.id))


def _write_plan(work: UnitOfWork, plan: Plan) -> tuple[dict[int, int], dict[int, int]]:
    """Write what is new and what changes, in the plan's order; by their ids below 0, the ids on the roll of the
    dwellings and people that are new."""
    buildings = _insert(
        work, Building,
        [
            {"name": b.name, "estate": b.estate, "entrances": b.entrances, "position": b.position}
            for b in plan.buildings
        ],
    )  # fmt: skip
    known = {b.name: b.id for b in registry(work).buildings} | dict(
        zip((b.name for b in plan.buildings), buildings, strict=True)
    )
    homes = _insert(
        work, Dwelling,
        [
            {
                "building_id": known[d.building], "entrance": d.entrance, "door": d.door, "floor": d.floor,
                "kind": d.kind, "area_hundredths": d.area_hundredths, "area_source": d.area_source, "state": d.state,
            }
            for d in plan.dwellings
        ],
    )  # fmt: skip
    people = _insert(
        work, Person,
        [
            {"name": p.name, "initials": initials(p.name), "phone": p.phone, "born_on": p.born_on, "kind": p.kind}
            for p in plan.people
        ],
    )  # fmt: skip
    ids = (
        dict(zip((d.ref for d in plan.dwellings), homes, strict=True)),
        dict(zip((p.ref for p in plan.people), people, strict=True)),
    )
    _change(work, plan)
    _move_in(work, plan, *ids)
    return ids


def _change(work: UnitOfWork, plan: Plan) -> None:
    for change in plan.changes:
        values = {change.field: change.after}
        if change.table == "person" and change.field == "name":
            values["initials"] = initials(str(change.after))
        table = TABLES[change.table]
        work.session.execute(
            update(table)
            .where(table.__table__.c.id == change.id, table.__table__.c.community_id == work.community.id)
            .values(**values)
        )


def _move_in(work: UnitOfWork, plan: Plan, homes: dict[int, int], people: dict[int, int]) -> None:
    _insert(
        work, Residence,
        [
            {
                "person_id": people.get(r.person, r.person), "dwelling_id": homes.get(r.dwelling, r.dwelling),
                "household": r.household, "relation": r.relation, "registered": r.registered,
                "from_on": r.from_on, "to_on": r.to_on,
            }
            for r in plan.residences
        ],
    )  # fmt: skip
    _insert(
        work, Ownership,
        [
            {
                "person_id": people.get(o.person, o.person), "dwelling_id": homes.get(o.dwelling, o.dwelling),
                "share_num": o.share_num, "share_den": o.share_den, "named_voter": o.named_voter,
                "from_on": o.from_on, "share_known": o.share_known,
            }
            for o in plan.ownerships
        ],
    )  # fmt: skip


def _insert(work: UnitOfWork, table: type[Base], rows: list[dict[str, Any]]) -> list[int]:
    if not rows:
        return []
    whole = [{"community_id": work.community.id, **row} for row in rows]
    ident = table.__table__.c.id
    return list(work.session.scalars(insert(table).returning(ident, sort_by_parameter_order=True), whole))
