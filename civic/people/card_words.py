"""How the cards of an entrance are said."""

from datetime import date, datetime

from civic.core.days import day_of
from civic.core.message import Message, joined, say, say_n, say_p
from civic.people.queries.slips import Card, code_of
from civic.people.rules.cards import HomeState
from civic.people.rules.slips import CardState, state_of
from civic.people.tables import Slip
from civic.work import UnitOfWork

COMMA = say_p("between two facts", ", ")


def card_words(work: UnitOfWork, card: Card) -> Message:
    """Where the card of a dwelling stands: not issued, printed, handed out on a day, joined 1 of 2 …"""
    return joined(_facts(work, card), COMMA)


def _facts(work: UnitOfWork, card: Card) -> list[Message]:
    found = [_state(work, card)]
    if card.state is HomeState.JOINED and card.joined < card.adults:
        found += _rest(work, card)
    if card.replaced_at and card.state is not HomeState.NOT_ISSUED:
        found.append(say("replaces one of before %(day)s", day=_day(work, card.replaced_at)))
    return found


def _state(work: UnitOfWork, card: Card) -> Message:
    match card.state:
        case HomeState.JOINED:
            return say(
                "joined %(joined)s of %(adults)s", joined=card.joined, adults=max(card.adults, card.joined)
            )
        case HomeState.EXPIRED:
            return _expired(card.valid_until)
        case HomeState.HANDED if card.handed_at:
            return say("handed out on %(day)s", day=_day(work, card.handed_at))
        case HomeState.NOT_ISSUED:
            return say_p("of a slip", "not issued")
    return say_p("of a slip", "issued, not handed out")


def _rest(work: UnitOfWork, card: Card) -> list[Message]:
    """Of a home where not everybody has joined: what became of the card."""
    if not card.live:
        return []
    if card.valid_until and card.valid_until < work.today:
        return [_expired(card.valid_until)]
    if card.handed_at:
        return [say("handed out on %(day)s", day=_day(work, card.handed_at))]
    return [say_p("of a slip", "issued, not handed out")]


def _expired(last: date | None) -> Message:
    return say("expired on %(day)s", day=last)


def _day(work: UnitOfWork, at: datetime) -> date:
    return day_of(at, work.zone)


def code_words(work: UnitOfWork, slip: Slip) -> Message:
    """What became of one code; never by whom it was used."""
    match state_of(code_of(slip), work.today):
        case CardState.USED if slip.used_at:
            return say("used on %(day)s", day=_day(work, slip.used_at))
        case CardState.REPLACED if slip.replaced_at:
            return say("replaced on %(day)s, worth nothing", day=_day(work, slip.replaced_at))
        case CardState.EXPIRED:
            return _expired(slip.valid_until)
    return say("good until %(day)s", day=slip.valid_until)


def ticked_words(handed: int, back: int) -> Message:
    """What a press on the tick list did."""
    parts = []
    if handed:
        parts.append(
            say_n("%(n)s slip ticked off as handed out", "%(n)s slips ticked off as handed out", handed)
        )
    if back:
        parts.append(say_n("%(n)s tick taken back", "%(n)s ticks taken back", back))
    return joined(parts, COMMA) if parts else say("Nothing has changed.")
