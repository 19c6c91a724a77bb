"""What is written on the notice of a topic or of an outcome."""

from datetime import date

from civic.core.amount import Money
from civic.core.message import Message, say


def topic_lines(background: str, scope: str) -> list[Message | str]:
    """Topic notice (domain §3.3): background, scope, how to take part."""
    return [
        background,
        scope,
        say("Everybody here may speak: online, by telephone or in the community parlour."),
    ]


def outcome_lines(
    *, agreed: str, not_agreed: str, criterion: str, need: int, of_days: int, cost_fen: int, until: date
) -> list[Message | str]:
    """Outcome notice (domain §3.3): agreed, not agreed, the promise, the money, how to comment."""
    lines: list[Message | str] = [say("Agreed: %(text)s", text=agreed)]
    if not_agreed:
        lines.append(say("Not agreed: %(text)s", text=not_agreed))
    lines.append(
        say(
            "Done when: %(text)s, on at least %(need)s of %(of_days)s days.",
            text=criterion,
            need=need,
            of_days=of_days,
        )
    )
    if cost_fen:
        lines.append(say("Cost: %(cost)s", cost=Money(cost_fen)))
    lines.append(say("Comments are taken until %(until)s.", until=until))
    return lines
