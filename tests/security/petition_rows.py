"""Who begins, signs, enters and checks a petition, from the domain paper's §4: "put on agenda: petition" for whoever
lives or owns here and for representatives; on paper: whoever may enter for another.
"""

from tests.security.rows import Row, group, read, send, show

NEIGHBOURS = group("resident owner tenant raiser affected on_the_roll representative")
COLLECTORS = group("building_head entrance_head representative committee grid_worker volunteer")
CHECKERS = COLLECTORS | group("supervisor")
HERE = {"reference": "{petitioned_reference}"}
ENTERED = {"q": "孙立群", "person_id": "{signer}", "way": "representative"}

PETITIONS: list[Row] = [
    show("/issues/{reference}/petition/new", "submitted", NEIGHBOURS),
    send("/issues/{reference}/petition", "submitted", NEIGHBOURS, {}),
    # Nobody's birthday is on the roll here, so nobody else was entitled on the day it began.
    send(
        "/issues/{reference}/petition/signatures/{way}", "routed", group("representative"), {},
        params={**HERE, "way": "representative"},
    ),
    send("/issues/{reference}/petition/withdrawal", "routed", NEIGHBOURS, {}, params=HERE, then=409),
    read("/issues/{reference}/petition/print", "routed", params=HERE),
    show("/issues/{reference}/petition/paper", "routed", COLLECTORS, params=HERE),
    send("/issues/{reference}/petition/paper", "routed", COLLECTORS, ENTERED, params=HERE),
    show("/issues/{reference}/petition/entries", "routed", CHECKERS, params=HERE),
    send("/issues/{reference}/petition/entries/{signature}", "routed", CHECKERS, {"kept": "yes"}, params=HERE),
]  # fmt: skip
