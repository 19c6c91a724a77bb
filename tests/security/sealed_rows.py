"""What is never public: private words, complaints, mediation: rows of the matrix."""

from tests.security.people_rows import ALL, COMMITTEE
from tests.security.rows import EVERYBODY, Row, group, read, send, show

RAISER, SUPERVISOR = group("raiser"), group("supervisor")
PRIVATE = {"reference": "{private_reference}"}

SEALED: list[Row] = [
    # The raiser's own consent; whoever entered it for them is none of the columns.
    send("/issues/{reference}/consent", "routed", RAISER, {}, params=PRIVATE, yes_other=frozenset()),
    show("/issues/{reference}/nature", "verified", COMMITTEE),
    send("/issues/{reference}/nature", "verified", COMMITTEE, {"nature": "dispute"}),
    read("/sealed", "verified"),
    show("/sealed/new", "verified", ALL),
    send("/sealed/new", "verified", ALL, {"about": "committee", "text": "盖章收烟", "named": "no"}),
    show("/sealed/mine", "verified", ALL),
    read("/sealed/code", "verified"),
    send("/sealed/code", "verified", EVERYBODY, {"code": "ABCD2345"}, then=422),
    show("/sealed/box", "verified", SUPERVISOR),
    show("/sealed/box/new", "verified", SUPERVISOR),
    send("/sealed/box/new", "verified", SUPERVISOR, {"about": "committee", "text": "盖章收烟"}),
    show("/sealed/box/{complaint}", "verified", SUPERVISOR),
    send("/sealed/box/{complaint}/answer", "verified", SUPERVISOR, {"text": "已谈话", "final": "no"}),
]
