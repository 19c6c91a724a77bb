"""The ways in which the product says no."""

from civic.core.message import Message, say


class Refusal(Exception):
    """Not now or not like this (409): the sentence says why, `then` what to do instead."""

    status = 409
    wait_seconds = 0
    """After how many seconds it is worth trying again; 0 where waiting does not help."""

    def __init__(self, because: Message, then: Message | None = None) -> None:
        super().__init__(because.text)
        self.because, self.then = because, then


class NotAllowed(Refusal):
    """Not you (403)."""

    status = 403


class NotFound(Refusal):
    """No such thing here, or none that you may know of (404)."""

    status = 404

    def __init__(self, because: Message | None = None) -> None:
        super().__init__(because or say("There is nothing at this address."))


class TooOften(Refusal):
    """Too many tries (429)."""

    status = 429

    def __init__(self, because: Message, wait_seconds: int) -> None:
        super().__init__(because)
        self.wait_seconds = max(1, wait_seconds)


class Busy(Refusal):
    """More at once than the machine takes (503): what waits would only wait longer."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            say("The system is busy. Please try again in a minute; what you send counts only once.")
        )
