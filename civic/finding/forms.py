"""What somebody looks for."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from civic.web.forms import Form, LongLine


class SearchForm(Form):
    """Words, and what narrows them; all of it may be left out."""

    q: LongLine = ""
    kind: Literal["issue", "contribution", "notice"] | None = None
    category: Annotated[str, Field(pattern=r"^[a-z0-9]{1,20}$")] | None = None
    """The code of one of the community's; any other finds nothing."""
    building: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None
    status: Literal["waiting", "discussing", "voting", "managing", "rating", "closed", "ended"] | None = None
    since: date | None = None
    until: date | None = None
