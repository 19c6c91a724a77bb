"""The three ways in which the product says no."""

from civic.core.message import Message, say


class Refusal(Exception):
    """Not now or not like this (409): the sentence says why, `then` what to do instead."""

    status = 409

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
