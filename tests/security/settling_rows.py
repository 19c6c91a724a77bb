"""What follows from a settlement: who may stay behind, object, hand up: rows of the matrix."""

from tests.security.people_rows import HOME
from tests.security.rows import Row, group, send, show

AFFECTED, RAISER = group("affected"), group("raiser")
MERGED = {"reference": "{merged_reference}"}
HANDLED = {"reference": "{handled_reference}"}
# Whoever may go along in general was not carried over: that there is something to choose is not for them.
CARRIED = {"params": MERGED, "no": 404, "but": {"nobody": 403, "administrator": 403, "lead": 403}}
CARRIED["but_other"] = CARRIED["but"]
DECLINED = {"reference": "{declined_reference}"}
CONTESTED = {"reference": "{contested_reference}"}
COLLECTORS = group("building_head entrance_head representative committee grid_worker volunteer")
SUPERVISOR = group("supervisor")
PAPER = {"name": "{declined_supporter}", "channel": "slip", "text": "门还是坏的"}
REJECTED = {"reference": "{rejected_reference}", "contest": "{rejected_contest}"}
TAKEN = {"reference": "{taken_reference}"}
HEADS = group("building_head entrance_head")
COMMITTEE = group("committee")
DONE = {"mode": "at_once", "what": "换了灯泡", "trips": "0", "sure": "yes"}
UP = {
    "level": "subdistrict", "receiver": "街道城建科", "receipt": "12号", "note": "社区没有资金", "days": "10",
    "sure": "yes",
}  # fmt: skip
STOOD = dict.fromkeys((HOME | HEADS | group("representative")) - AFFECTED, 409)

SETTLING: list[Row] = [
    send("/issues/{reference}/endorsements/withdrawal", "routed", AFFECTED, {}, but=STOOD, but_other=STOOD),
    send("/issues/{reference}/merger/staying", "routed", AFFECTED, {}, **CARRIED),
    send("/issues/{reference}/merger/coming", "routed", AFFECTED, {}, **CARRIED),
    send("/issues/{reference}/answer/told", "routed", RAISER, {}, params=HANDLED, yes_other=frozenset()),
    show("/issues/{reference}/objection", "routed", RAISER | AFFECTED, params=DECLINED, yes_other=AFFECTED),
    send(
        "/issues/{reference}/objection", "routed", RAISER | AFFECTED, {"text": "物业说不归他们"}, params=DECLINED,
        yes_other=AFFECTED,
    ),
    show("/issues/{reference}/objection/paper", "routed", COLLECTORS, params=DECLINED),
    send("/issues/{reference}/objection/paper", "routed", COLLECTORS, PAPER, params=DECLINED),
    show("/issues/{reference}/objection/answer", "routed", SUPERVISOR, params=CONTESTED),
    send(
        "/issues/{reference}/objection/answer", "routed", SUPERVISOR,
        {"upheld": "yes", "answer": "看过合同", "sure": "yes"}, params=CONTESTED,
    ),
    send("/issues/{reference}/objections/{contest}/told", "routed", AFFECTED, {}, params=REJECTED),
    show("/issues/{reference}/building", "verified", HEADS),
    send("/issues/{reference}/building", "verified", HEADS, DONE),
    send("/issues/{reference}/building/taking", "verified", HEADS, {}),
    show("/issues/{reference}/building/hand-up", "routed", HEADS, params=TAKEN),
    send(
        "/issues/{reference}/building/hand-up", "routed", HEADS, {"note": "配件要三百元", "sure": "yes"}, params=TAKEN
    ),
    show("/issues/{reference}/hand-up", "verified", COMMITTEE),
    send("/issues/{reference}/hand-up", "verified", COMMITTEE, UP),
]  # fmt: skip
