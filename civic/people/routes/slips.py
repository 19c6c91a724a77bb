"""Household slips: how far each building is, the cards of an entrance, one dwelling's card, on paper."""

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import Message, say, say_n
from civic.people.acts import slips as acts
from civic.people.card_words import card_words, code_words, ticked_words
from civic.people.forms.joining import EntranceForm, NothingForm, TickForm
from civic.people.queries.dwellers import doorway
from civic.people.queries.slips import (
    buildings_with_figures,
    card_of,
    cards_of,
    entrances_of,
    printable,
    slip_reach,
    slips_of,
)
from civic.people.tables import Building
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork

PER_PAGE = 20


def list_buildings(call: Call, work: UnitOfWork) -> Response:
    """How far the slips of each building are; heads see their own."""
    found = buildings_with_figures(work, slip_reach(work))
    page_no, pages = call.page_no(), max(1, -(-len(found) // PER_PAGE))
    return call.page(
        "people/slips.html", lines=found[(page_no - 1) * PER_PAGE : page_no * PER_PAGE],
        sums=[sum(getattr(each, name) for each in found) for name in ("homes", "issued", "handed", "joined", "missing")],
        page_no=page_no, pages=pages, href_for=lambda number: call.to(f"/admin/slips?page={number}"), here_only=call.here_only,
    )  # fmt: skip


def show_entrance(call: Call, work: UnitOfWork) -> Response:
    """The cards of an entrance by door, with the list to tick off."""
    building = work.get(Building, call.number("building"))
    acts.may_issue_slips(work, building.id).demand()
    entrances = entrances_of(work, building.id, slip_reach(work))
    entrance = _asked(call, entrances)
    cards = cards_of(work, building.id, entrance)
    here, page_no = f"/admin/slips/{building.id}", call.page_no()
    shown = cards[(page_no - 1) * PER_PAGE : page_no * PER_PAGE]
    return call.page(
        "people/slips_entrance.html", building=building, entrance=entrance, here=here, cards=cards, here_only=call.here_only,
        lines=[(card, card_words(work, card)) for card in shown],
        ticks=any(card.tickable for card in shown),
        wanting=sum(acts.wants_card(work, card) for card in cards),
        printable=sum(card.live > 0 and card.valid_until >= work.today for card in cards if card.valid_until),
        links=[(call.to(f"{here}?entrance={n}"), _entrance(n), None, n == entrance) for n in entrances],
        page_no=page_no, pages=max(1, -(-len(cards) // PER_PAGE)),
        href_for=lambda number: call.to(f"{here}?entrance={entrance}&page={number}"),
    )  # fmt: skip


def _entrance(number: int) -> Message:
    return say("Entrance %(n)s", n=number)


def _asked(call: Call, entrances: list[int]) -> int:
    """The entrance that the address names, else the first."""
    text = call.query.get("entrance", "")
    if not entrances:
        raise NotFound
    if not text:
        return entrances[0]
    if not (text.isascii() and text.isdigit() and len(text) < 5 and int(text) in entrances):
        raise NotFound
    return int(text)


def issue_slips(call: Call, work: UnitOfWork) -> Response:
    """Cards for all doors of an entrance that wait for one."""
    building, form = work.get(Building, call.number("building")), call.form(EntranceForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    cards = acts.issue_slips(work, building.id, form.clean.entrance)
    return call.done(
        f"/admin/slips/{building.id}?entrance={form.clean.entrance}",
        say_n("%(n)s slip is issued. Please print it now.", "%(n)s slips are issued. Please print them now.", cards),
    )  # fmt: skip


def tick_slips(call: Call, work: UnitOfWork) -> Response:
    """What was ticked and unticked since the page was shown."""
    building, form = work.get(Building, call.number("building")), call.form(TickForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    was, now = set(form.clean.was), set(form.clean.handed)
    done = acts.tick_slips(work, building.id, form.clean.entrance, handed=now - was, back=was - now)
    return call.done(f"/admin/slips/{building.id}?entrance={form.clean.entrance}", ticked_words(*done))


def print_cards(call: Call, work: UnitOfWork) -> Response:
    """The cards on A4 with cut lines, those of twenty doors a page of this address."""
    building = work.get(Building, call.number("building"))
    entrance = _asked(call, entrances_of(work, building.id, slip_reach(work)))
    acts.may_issue_slips(work, building.id, entrance).demand()
    door = call.query.get("door", "")
    cards = [card for card in printable(work, building.id, entrance) if not door or card.door == door]
    here, page_no = f"/admin/slips/{building.id}", call.page_no()
    return call.page(
        "people/slip_print.html", building=building, entrance=entrance, page_no=page_no,
        cards=cards[(page_no - 1) * PER_PAGE : page_no * PER_PAGE], pages=max(1, -(-len(cards) // PER_PAGE)),
        short=call.short_address("/j/"), back=f"{here}?entrance={entrance}",
        href_for=lambda number: call.to(f"{here}/print?entrance={entrance}&page={number}"),
    )  # fmt: skip


def show_dwelling(call: Call, work: UnitOfWork) -> Response:
    """One dwelling's codes, used ones by their day alone, and the way to a new card."""
    home = doorway(work, call.number("dwelling"))
    acts.may_issue_slips(work, home.building_id, home.entrance).demand()
    card = card_of(work, home.dwelling_id)
    slips = slips_of(work, [home.dwelling_id])
    return call.page(
        "people/slips_dwelling.html", home=home, card=card, words=card_words(work, card),
        codes=[(slip, code_words(work, slip)) for slip in reversed(slips)],
        back=f"/admin/slips/{home.building_id}?entrance={home.entrance}",
    )  # fmt: skip


def reissue_slip(call: Call, work: UnitOfWork) -> Response:
    """A new card; the old one is worth nothing."""
    dwelling_id = call.number("dwelling")
    if call.form(NothingForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.reissue_slip(work, dwelling_id)
    return call.done(
        f"/admin/dwellings/{dwelling_id}/slip",
        say("The new slip is issued. Unused codes of before are worth nothing."),
    )


P = Permission
ROUTES = [
    page("/admin/slips", list_buildings, P.ISSUE_SLIPS, "me"),
    page("/admin/slips/{building}", show_entrance, P.ISSUE_SLIPS, "me"),
    act("/admin/slips/{building}/issue", issue_slips, P.ISSUE_SLIPS, "me"),
    act("/admin/slips/{building}/handed", tick_slips, P.ISSUE_SLIPS, "me"),
    page("/admin/slips/{building}/print", print_cards, P.ISSUE_SLIPS, "me"),
    page("/admin/dwellings/{dwelling}/slip", show_dwelling, P.ISSUE_SLIPS, "me"),
    act("/admin/dwellings/{dwelling}/slip", reissue_slip, P.ISSUE_SLIPS, "me"),
]
