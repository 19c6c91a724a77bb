"""What is sent about photos."""

from typing import Annotated, Literal

from pydantic import Field

from civic.core.message import say
from civic.pictures.rules import SHOWN, Size, scaled
from civic.pictures.tables import Picture
from civic.web.forms import Filled, Form, LongLine

Pixel = Annotated[int | None, Field(ge=0, le=4000)]
Percent = Annotated[int, Field(ge=0, le=100)] | None


class AddForm(Form):
    """The file comes beside it; `add` was pressed where one wants to see what was chosen."""

    step: Literal["add"] | None = None
    file: Literal[""] | None = None
    """What a form sends that is no multipart, where no file was chosen."""


class SeenForm(Form):
    """What can be seen on it."""

    seen: LongLine | None = None


class HideForm(Form):
    """Why it is hidden; everybody reads it."""

    because: LongLine


class NoForm(Form):
    """A button alone."""


class BoxForm(Form):
    """A tap on the picture, drawn in one of three widths: a browser sends its place as `m.x` and `m.y`. Without
    mouse or finger the place is typed, in hundredths from the left and from the top."""

    size: Size
    s_x: Pixel = Field(None, alias="s.x")
    s_y: Pixel = Field(None, alias="s.y")
    m_x: Pixel = Field(None, alias="m.x")
    m_y: Pixel = Field(None, alias="m.y")
    l_x: Pixel = Field(None, alias="l.x")
    l_y: Pixel = Field(None, alias="l.y")
    across: Percent = None
    down: Percent = None


def place_of(form: Filled[BoxForm], picture: Picture) -> tuple[int, int] | None:
    """The pixel of the picture that was meant; None, with the reason in the form, where none was.

    The Enter key on the picture sends the corner (0, 0), which nobody taps.
    """
    sent = form.clean
    if sent is None:
        return None
    for name, shown in SHOWN.items():
        x, y = getattr(sent, f"{name}_x"), getattr(sent, f"{name}_y")
        if x and y:
            tall = picture.height * shown // picture.width
            return scaled(x, shown, picture.width), scaled(y, tall, picture.height)
    if sent.across is not None and sent.down is not None:
        return scaled(sent.across, 100, picture.width), scaled(sent.down, 100, picture.height)
    form.refuse("across", say("Please tap on the picture, or say here where the box shall stand."))
    return None
