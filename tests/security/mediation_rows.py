"""Who begins, leads and reads a mediation: rows of the matrix. The mediator is none of the columns."""

from tests.security.rows import Row, group, send, show

COMMITTEE, RAISER = group("committee"), group("raiser")
MEDIATORS = group(
    "building_head entrance_head representative committee grid_worker volunteer party_committee advisor"
)
QUARREL = {"reference": "{private_reference}"}
HERE = {"reference": "{mediated_reference}"}
NEW = {
    "mediator": "{mediated_mediator}", "raiser_consent": "phone", "raiser_on": "2026-03-01", "other": "钱对门",
    "other_consent": "paper", "other_on": "2026-03-01", "until_on": "2026-03-20",
}  # fmt: skip
NOT_THE_MEDIATOR = {"params": HERE, "then": 409}

MEDIATION: list[Row] = [
    show("/issues/{reference}/mediation/new", "routed", COMMITTEE, params=QUARREL),
    send("/issues/{reference}/mediation/new", "routed", COMMITTEE, NEW, params=QUARREL),
    show("/issues/{reference}/mediation", "routed", COMMITTEE | RAISER, params=HERE, yes_other=COMMITTEE),
    send(
        "/issues/{reference}/mediation/sessions", "routed", MEDIATORS,
        {"on": "2026-03-05", "hour": "19:30", "place": "会客厅"}, **NOT_THE_MEDIATOR,
    ),
    # Of a mediation that somebody may not read they do not learn whether it has ended.
    show("/issues/{reference}/mediation/end", "routed", COMMITTEE, **NOT_THE_MEDIATOR),
    send("/issues/{reference}/mediation/end", "routed", COMMITTEE, {"outcome": "not_agreed"}, **NOT_THE_MEDIATOR),
    send("/issues/{reference}/mediation/review", "routed", COMMITTEE, {"kept": "yes"}, **NOT_THE_MEDIATOR),
]  # fmt: skip
