"""What happens to work orders. Each event carries the outlook of all orders of its issue, so that the
newest one says what is next."""

from dataclasses import dataclass
from datetime import date

from civic.core.amount import Money
from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing

COMMITTEE = NAMES[Standing.COMMITTEE]


@dataclass(frozen=True, kw_only=True)
class OrderEvent(Event):
    """Which order, whose, and how all orders of the issue stand after it."""

    stage = 4
    order_id: int
    number: int
    """The third order of its issue."""
    office: Standing
    managing: bool
    """Whether the work is what the issue waits for; false while its promise is watched."""
    orders: int
    cost_fen: int
    open: int
    returned: bool
    next_id: int | None
    next_office: Standing | None
    next_due_on: date | None

    def fact(self) -> Message:
        """Under the stage: all orders and their money."""
        if self.cost_fen:
            return say_n(
                "%(n)s work order, %(cost)s", "%(n)s work orders, %(cost)s", self.orders, cost=Money(self.cost_fen)
            )  # fmt: skip
        return say_n("%(n)s work order", "%(n)s work orders", self.orders)

    def evidence(self) -> tuple[str, Message]:
        """The order itself."""
        return f"/work-orders/{self.order_id}", say("Work order %(number)s", number=self.number)

    def ahead(self) -> Ahead | None:
        """A returned order goes to another lead; open ones are carried out; then it is shown to hold."""
        if not self.managing:
            return None
        path = f"/work-orders/{self.next_id}"
        if self.returned:
            return Ahead(
                say("Find another lead for the returned work order"), COMMITTEE, self.next_due_on, path
            )
        if self.open and self.next_office is not None:
            what = say_n("Carry out the work order", "Carry out %(n)s work orders", self.open)
            return Ahead(what, NAMES[self.next_office], self.next_due_on, path)
        return Ahead(say("Watch whether the promise is kept, or ask to close the issue"), COMMITTEE)


@dataclass(frozen=True, kw_only=True)
class OrderIssued(OrderEvent):
    """A task has a lead and a day."""

    kind = "manage:order_issued"
    due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Work order %(number)s to %(office)s, due %(due)s.",
            number=self.number,
            office=NAMES[self.office],
            due=self.due_on,
        )

    def told_many(self, n: int) -> Message:
        """Several on one day; with the money when these are all of them."""
        if n == self.orders and self.cost_fen:
            cost = Money(self.cost_fen)
            return say_n(
                "%(n)s work order issued, %(cost)s in all.",
                "%(n)s work orders issued, %(cost)s in all.",
                n,
                cost=cost,
            )
        return say_n("%(n)s work order issued.", "%(n)s work orders issued.", n)


@dataclass(frozen=True, kw_only=True)
class OrderAccepted(OrderEvent):
    """The lead took it on."""

    kind = "manage:order_accepted"

    def told(self) -> Message:
        """On the timeline."""
        return say("Work order %(number)s accepted.", number=self.number)

    def told_many(self, n: int) -> Message:
        """Several on one day."""
        return say_n("%(n)s work order accepted.", "%(n)s work orders accepted.", n)


@dataclass(frozen=True, kw_only=True)
class OrderReturned(OrderEvent):
    """The lead is not the one to do it, and says why."""

    kind = "manage:order_returned"

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Work order %(number)s returned by %(office)s, with the reason.",
            number=self.number,
            office=NAMES[self.office],
        )


@dataclass(frozen=True, kw_only=True)
class OrderRerouted(OrderEvent):
    """What came back went to somebody else, within so many days."""

    kind = "manage:order_rerouted"
    from_office: Standing
    days: int

    def told(self) -> Message:
        """On the timeline."""
        by, to = NAMES[self.from_office], NAMES[self.office]
        if not self.days:
            return say(
                "Work order %(number)s, returned by %(by)s, went to %(office)s the same day.",
                number=self.number,
                by=by,
                office=to,
            )
        return say_n(
            "Work order %(number)s, returned by %(by)s, went to %(office)s within %(n)s day.",
            "Work order %(number)s, returned by %(by)s, went to %(office)s within %(n)s days.",
            self.days,
            number=self.number,
            by=by,
            office=to,
        )


@dataclass(frozen=True, kw_only=True)
class ProgressReported(OrderEvent):
    """The lead says how far it is."""

    kind = "manage:progress_reported"

    def told(self) -> Message:
        """On the timeline."""
        return say("Progress reported on work order %(number)s.", number=self.number)


@dataclass(frozen=True, kw_only=True)
class OrderCompleted(OrderEvent):
    """Done, with proof; late in words when it was."""

    kind = "manage:order_completed"
    days_late: int

    def told(self) -> Message:
        """On the timeline."""
        if self.days_late:
            return say_n(
                "%(n)s day late, work order %(number)s done.",
                "%(n)s days late, work order %(number)s done.",
                self.days_late,
                number=self.number,
            )
        return say("Work order %(number)s done in time.", number=self.number)

    def told_many(self, n: int) -> Message | None:
        """Several on one day; a late one stands by itself."""
        if self.days_late:
            return None
        return say_n("%(n)s work order done in time.", "%(n)s work orders done in time.", n)

    def late(self) -> bool:
        """Whether the day was missed."""
        return self.days_late > 0
