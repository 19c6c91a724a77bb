"""What is typed about a round of the listening team."""

from datetime import date
from typing import Annotated

from pydantic import Field

from civic.propose.forms import Ident
from civic.web.forms import Form

Noted = Annotated[str, Field(pattern="^[0-9]{1,10}:(met|away|declined|open)$")]


class RoundForm(Form):
    """Where, who goes, and when."""

    building_id: Ident
    entrance: Annotated[int, Field(ge=1, le=99)] | None = None
    walker_id: Ident
    walk_on: date


class DoorsForm(Form):
    """What is noted of each door, as door:outcome."""

    noted: Annotated[tuple[Noted, ...], Field(max_length=500)] = ()


class EndRoundForm(Form):
    """Nothing is typed."""
