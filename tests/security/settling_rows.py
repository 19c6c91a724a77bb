"""What follows from a settlement: who may stay behind, object, hand up: rows of the matrix."""

from tests.security.people_rows import HOME
from tests.security.rows import Row, group, send

AFFECTED, RAISER = group("affected"), group("raiser")
MERGED = {"reference": "{merged_reference}"}
HANDLED = {"reference": "{handled_reference}"}
# Whoever may go along in general was not carried over: that there is something to choose is not for them.
CARRIED = {"params": MERGED, "no": 404, "but": {"nobody": 403, "administrator": 403, "lead": 403}}
CARRIED["but_other"] = CARRIED["but"]
STOOD = dict.fromkeys(HOME - AFFECTED, 409)

SETTLING: list[Row] = [
    send("/issues/{reference}/endorsements/withdrawal", "routed", AFFECTED, {}, but=STOOD, but_other=STOOD),
    send("/issues/{reference}/merger/staying", "routed", AFFECTED, {}, **CARRIED),
    send("/issues/{reference}/merger/coming", "routed", AFFECTED, {}, **CARRIED),
    send("/issues/{reference}/answer/told", "routed", RAISER, {}, params=HANDLED, yes_other=frozenset()),
]
