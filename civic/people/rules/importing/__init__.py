"""An imported list against the roll: what would be new, changed, refused, row by row. Pure.

`plan.plan_import(rows, known, today) -> Plan`; `apply.apply(plan, registry, today)` for tests. An import knows
neither offices nor accounts: there is no column, no field and no figure here by which anybody gains one.
"""
