"""Paper that comes in, and the number that goes out on paper: rows of the matrix."""

from tests.security.rows import Row, show


def rows(speakers: frozenset[str]) -> list[Row]:
    """Others than whoever raised or entered it, and the committee, are led to the public page."""
    hands_out = {"committee": 200}
    return [
        show(
            "/issues/{reference}/tear-off", "topic", speakers, then=303, but={"raiser": 200, **hands_out},
            but_other=hands_out,
        ),
    ]  # fmt: skip
