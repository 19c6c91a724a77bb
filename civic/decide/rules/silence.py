"""Ballots that never came back: excluded here, and the other way of counting shown beside it."""

from civic.decide.rules.kinds import Counter
from civic.decide.rules.tally import Count, Counts


def followed_majority(counts: Counts) -> dict[Counter, Count]:
    """The counts if unreturned ballots went to the larger side, by persons; a tie moves none.

    Some owners' rules say so (owners' assembly guidance of 2009, art. 26; Shanghai 2022 民初16).
    This product excludes them and shows this tally for comparison only (domain 2.1).
    """
    lead = counts.get(Counter.HEAD) or next(iter(counts.values()))
    side = (lead.yes > lead.no) - (lead.yes < lead.no)
    return {counter: _moved(count, side) for counter, count in counts.items()}


def _moved(count: Count, side: int) -> Count:
    silent = count.unreturned if side else 0
    yes, no = (count.yes + silent, count.no) if side > 0 else (count.yes, count.no + silent)
    return Count(count.entitled, yes, no, count.abstain, count.invalid, count.present)
