"""Up to where somebody has read."""

from typing import Annotated

from pydantic import Field

from civic.web.forms import Form


class LookedForm(Form):
    """The newest entry that stood on the page; what happens meanwhile stays new."""

    height: Annotated[int, Field(ge=0, le=2**31 - 1)]
