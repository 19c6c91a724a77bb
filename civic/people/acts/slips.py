"""Household slips: issued by entrance, issued anew by dwelling, ticked off at the door."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select

from civic.core.entropy import digest
from civic.core.errors import NotFound
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.events.joining import SlipReissued, SlipsHanded, SlipsIssued
from civic.people.queries.slips import Card, card_of, cards_of, slip_code, slip_reach
from civic.people.rules.slips import cards_due, valid_until
from civic.people.tables import Dwelling, Slip
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission

ELSEWHERE = say("Heads issue slips in their own building or entrance. Please leave this to its head or the committee.")  # fmt: skip


def may_issue_slips(work: UnitOfWork, building_id: int, entrance: int | None = None) -> Verdict:
    """The committee everywhere; heads in their own building or entrance. Without an entrance: in any of it."""
    return work.may(P.ISSUE_SLIPS).then(lambda: _within(work, building_id, entrance))


def _within(work: UnitOfWork, building_id: int, entrance: int | None) -> Verdict:
    reach = slip_reach(work)
    some = entrance is None and any(building == building_id for building, _ in reach.entrances)
    return YES if some or reach.covers(building_id, entrance) else not_allowed(ELSEWHERE)


def issue_slips(work: UnitOfWork, building_id: int, entrance: int) -> int:
    """A card for every dwelling of an entrance that has none worth anything and where not everybody has
    joined; how many cards."""
    may_issue_slips(work, building_id, entrance).demand()
    work.require(P.ISSUE_SLIPS)
    cards = cards_of(work, building_id, entrance)
    if not cards:
        raise NotFound
    wanting = [card for card in cards if wants_card(work, card)]
    may_issue_to(wanting).demand()
    codes, _void = _fresh(work, wanting)
    work.record(SlipsIssued(building_id=building_id, entrance=entrance, cards=len(wanting), codes=codes))
    return len(wanting)


def wants_card(work: UnitOfWork, card: Card) -> bool:
    """Whether its door waits for a card: none yet, or past its day, and somebody there cannot sign in yet."""
    good = card.live and card.valid_until is not None and card.valid_until >= work.today
    return not good and (card.adults == 0 or card.joined < card.adults)


def may_issue_to(wanting: Sequence[Card]) -> Verdict:
    """Only where a card is wanting."""
    return YES if wanting else no(say("Every dwelling of this entrance has a card or has joined already."))


def may_reissue_slip(work: UnitOfWork, dwelling: Dwelling) -> Verdict:
    """As for issuing."""
    return may_issue_slips(work, dwelling.building_id, dwelling.entrance)


def reissue_slip(work: UnitOfWork, dwelling_id: int) -> Card:
    """A new card for one dwelling; codes of the old one that nobody used are worth nothing from now on."""
    dwelling = work.get(Dwelling, dwelling_id, lock=True)
    may_reissue_slip(work, dwelling).demand()
    work.require(P.ISSUE_SLIPS)
    card = card_of(work, dwelling.id)
    codes, void = _fresh(work, [card])
    work.record(SlipReissued(dwelling_id=dwelling.id, codes=codes, replaced=void))
    return card


def may_tick_slips(work: UnitOfWork, building_id: int, entrance: int) -> Verdict:
    """As for issuing."""
    return may_issue_slips(work, building_id, entrance)


def tick_slips(
    work: UnitOfWork, building_id: int, entrance: int, *, handed: Collection[int], back: Collection[int]
) -> tuple[int, int]:
    """Tick off the dwellings that got their card, take back wrong ticks; how many of each it was. What
    somebody else ticked meanwhile stays."""
    may_tick_slips(work, building_id, entrance).demand()
    work.require(P.ISSUE_SLIPS)
    known = {card.dwelling_id: card for card in cards_of(work, building_id, entrance) if card.tickable}
    if not known.keys() >= {*handed, *back}:
        raise NotFound
    ticked = {ident for ident in handed if known[ident].handed_at is None}
    unticked = {ident for ident in back if known[ident].handed_at is not None}
    for slip in _open_slips(work, ticked | unticked):
        now = slip.dwelling_id in ticked
        slip.handed_at, slip.handed_by = (work.now, work.person_id) if now else (None, None)
    if ticked or unticked:
        work.record(
            SlipsHanded(
                building_id=building_id, entrance=entrance, handed=len(ticked), taken_back=len(unticked)
            )
        )
    return len(ticked), len(unticked)


def _open_slips(work: UnitOfWork, dwelling_ids: Iterable[int]) -> list[Slip]:
    return list(
        work.session.scalars(
            select(Slip)
            .where(
                Slip.community_id == work.community.id, Slip.dwelling_id.in_(list(dwelling_ids)),
                Slip.replaced_at.is_(None), Slip.used_at.is_(None),
            )
            .with_for_update()
        )
    )  # fmt: skip


def _fresh(work: UnitOfWork, cards: Sequence[Card]) -> tuple[int, int]:
    """New codes for these dwellings: the salt is drawn, the code derived, only its hash kept. Codes of the
    card before that nobody used are worth nothing from now on. How many are new, how many void."""
    void = _open_slips(work, [card.dwelling_id for card in cards])
    for old in void:
        old.replaced_at = work.now
    slips = [
        _slip(work, card.dwelling_id, number)
        for card in cards
        for number in range(1, cards_due(card.adults - card.joined) + 1)
    ]
    work.session.add_all(slips)
    work.session.flush()
    for slip in slips:
        slip.code_hash = digest(slip_code(work.secret, slip))
    return len(slips), len(void)


def _slip(work: UnitOfWork, dwelling_id: int, number: int) -> Slip:
    salt = work.entropy.bytes(16).hex()
    # The code needs the row's id; until it has one, the salt's hash holds its place.
    return Slip(
        community_id=work.community.id, dwelling_id=dwelling_id, number=number, code_hash=digest(salt),
        salt=salt, issued_at=work.now, issued_by=work.person_id, valid_until=valid_until(work.today),
    )  # fmt: skip
