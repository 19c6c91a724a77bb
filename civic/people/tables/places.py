"""City › community › estate › building › entrance › floor › dwelling."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, community_key, key


class DwellingKind(StrEnum):
    """What a unit is; a parking space counts only where the owners' own rules say so (Ningbo, art. 18)."""

    HOME = "home"
    SHOP = "shop"
    PARKING = "parking"


class AreaSource(StrEnum):
    """Where the area comes from, the first that exists (Shandong, art. 25)."""

    REGISTER = "register"
    SURVEY = "survey"
    CONTRACT = "contract"
    NOT_KNOWN = "not_known"
    """Nobody has said yet: the area counts, and its source is a gap to mend."""


class UnitState(StrEnum):
    """Whether the developer has sold it and handed it over (Interpretation of 2020, art. 9)."""

    SOLD = "sold"
    UNSOLD = "unsold"
    UNDELIVERED = "undelivered"
    NOT_KNOWN = "not_known"
    """Nobody has said yet: who stands on the roll as owner votes; a gap to mend."""


class Building(Base):
    """A building of the community; a garage is one too."""

    __tablename__ = "building"
    __table_args__ = (UniqueConstraint("community_id", "name"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    name: Mapped[str]
    """As people say it, 2号楼."""
    estate: Mapped[str] = mapped_column(default="")
    entrances: Mapped[int] = mapped_column(default=1)
    position: Mapped[int] = mapped_column(default=0)
    """The order in which people count them; the number in the name, 0 without one."""


class Dwelling(Base):
    """A home, shop or parking space: the unit of area; through its owners, of heads."""

    __tablename__ = "dwelling"
    __table_args__ = (
        UniqueConstraint("building_id", "entrance", "door"),
        CheckConstraint(one_of_sql("kind", DwellingKind), name="kind"),
        CheckConstraint(one_of_sql("area_source", AreaSource), name="area_source"),
        CheckConstraint(one_of_sql("state", UnitState), name="state"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"), index=True)
    entrance: Mapped[int]
    floor: Mapped[int | None]
    door: Mapped[str]
    kind: Mapped[str] = mapped_column(default=DwellingKind.HOME.value)
    area_hundredths: Mapped[int | None]
    """Exclusive area in 0.01 m² (Interpretation of 2020, art. 8); None while nobody knows it."""
    area_source: Mapped[str] = mapped_column(default=AreaSource.REGISTER.value)
    state: Mapped[str] = mapped_column(default=UnitState.SOLD.value)
