"""A file that is not read, and the sentence that says what to do instead."""

from civic.core.message import Message


class Unfit(Exception):
    """Raised while a file is checked or read; `because` is for the person who sent it."""

    def __init__(self, because: Message) -> None:
        super().__init__(because.text)
        self.because = because
