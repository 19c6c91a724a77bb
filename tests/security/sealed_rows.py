"""What is never public: private words, complaints, mediation: rows of the matrix."""

from tests.security.rows import Row, group, send, show

COMMITTEE, RAISER = group("committee"), group("raiser")
PRIVATE = {"reference": "{private_reference}"}

SEALED: list[Row] = [
    # The raiser's own consent; whoever entered it for them is none of the columns.
    send("/issues/{reference}/consent", "routed", RAISER, {}, params=PRIVATE, yes_other=frozenset()),
    show("/issues/{reference}/nature", "verified", COMMITTEE),
    send("/issues/{reference}/nature", "verified", COMMITTEE, {"nature": "dispute"}),
]
