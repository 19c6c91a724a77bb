"""Private values planted in the world before its story is told, and people beside the columns who read."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from civic.core.entropy import derived, derived_code, digest
from civic.people.rules.second_factor import secret_of
from civic.people.tables import (
    Account,
    Correction,
    Dwelling,
    Export,
    Held,
    Helping,
    ImportBatch,
    Look,
    Office,
    Ownership,
    Person,
    PersonCode,
    RecoveryCode,
    Residence,
    Slip,
)
from civic.propose.tables import Draft, PrivateWords
from civic.sealed.tables import Complaint
from civic.store.tables import LoginSession
from civic.supervise.tables import Rating
from tests.cast import MORNING
from tests.security.seats import FOR_EVER, LONG_AGO, sign_in
from tests.security.world import Seated, World

READERS: dict[str, tuple[str, str, int]] = {
    "head_elsewhere": ("building_head", "3号楼", 0),
    "entrance_elsewhere": ("entrance_head", "2号楼", 3),
    "grid_elsewhere": ("grid_worker", "3号楼", 0),
    "glass": ("administrator", "", 0),
    "former": ("committee", "", 0),
    "gone": ("committee", "", 0),
    "household": ("", "1号楼", 1),
    "next_door": ("", "1号楼", 1),
    "helper": ("", "3号楼", 2),
    "helper_at_rest": ("", "3号楼", 2),
}
"""Who reads besides the columns of the matrix: office, where it is held or where they live. `glass` is an
administrator with a reason; `former` left the committee last year, `gone` died but the cookie lives; `household`
lives with 丙; `helper` acts for 丙, and at rest reads as themselves."""

ONESELF = {"self 甲": "甲", "self 乙": "乙", "self 丙": "丙", "self 丁": "丁", "self 己": "己"}
"""Planted people who read what concerns themselves."""

FAR_READERS = {"stranger", "self 己"}
"""They are signed in at the next community."""


@dataclass(frozen=True)
class Private:
    """What the roll holds of one planted person."""

    name: str
    phone: str
    born_on: date
    door: str
    login: str


PRIVATE = {
    "甲": Private("何藏名甲", "13871320001", date(1931, 2, 11), "甲7131", "login-jia-7131"),
    "乙": Private("何藏名乙", "13871320002", date(1932, 3, 12), "乙7132", "login-yi-7132"),
    "丙": Private("何藏名丙", "13871320003", date(1933, 4, 13), "丙7133", "login-bing-7133"),
    "丁": Private("何藏名丁", "13871320004", date(1934, 5, 14), "丁7134", "login-ding-7134"),
    "戊": Private("何藏名戊", "13871320005", date(1935, 6, 15), "戊7135", "login-wu-7135"),
    "己": Private("魏藏名己", "13871320006", date(1936, 7, 16), "己7136", "login-ji-7136"),
}
"""甲 and 乙 live in 2号楼, entrance 2, and take part in everything. 丙 owns a home in 1号楼 and lives there. 丁
owns one in 2号楼 and lives in 3号楼. 戊 lived in 2号楼 and has died. 己 takes part in the next community."""

WORDS = {
    "wish of 甲": "订正藏话一", "wish of 丙": "订正藏话二", "answer to 丙": "答复藏话三", "reason of a look": "查看藏话四",
    "reason of a list": "导出藏话五", "key": "钥匙藏话六", "basis": "依据藏话七", "end of an office": "卸任藏话八",
    "rating": "评语藏话九", "draft": "草稿藏话十", "row's name": "贾藏名庚", "row's door": "庚7137",
    "title of a quarrel": "口角藏话十一", "facts of a quarrel": "口角藏话十二", "findings of a quarrel": "口角藏话十三",
    "complaint": "投诉藏话十四",
}  # fmt: skip
"""Words of requests, reasons, drafts and imported lists."""


@dataclass
class Garden:
    """Ids and secrets of what was planted."""

    people: dict[str, int] = field(default_factory=dict)
    homes: dict[str, int] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    """Of what belongs to the `committee` reader: ids for addresses."""


class Gardener:
    """Plants before the story, and once more at each halt what lives for minutes only."""

    def __init__(self) -> None:
        self.garden = Garden()

    def plant(self, session: Session, world: World, seated: Seated) -> None:
        """Everything that lasts."""
        self.session, self.world, self.here = session, world, world.cast.community_id
        self._neighbours(seated)
        self._readers()
        self._secrets()
        self._papers(seated)
        session.flush()

    def _neighbours(self, seated: Seated) -> None:
        near, far = seated.near["neighbour1"], seated.far["neighbour1"]
        for who, ident in (("甲", near), ("乙", seated.near["neighbour2"]), ("己", far)):
            self._private(who, self.session.get_one(Person, ident))
        self.session.get_one(Person, seated.far["neighbour2"]).name = "魏藏名辛"
        self._private("丙", self._person("丙"), "1号楼", 1, owns=True)
        self._private("丁", self._person("丁"), "2号楼", 2, owns=True, lives=False)
        self._lives(self.garden.people["丁"], self._home("3号楼", 1, "丁elsewhere"))
        gone = self._person("戊")
        self._private("戊", gone, "2号楼", 2)
        gone.gone_on = LONG_AGO
        self.session.execute(
            update(Residence).where(Residence.person_id == gone.id).values(
                from_on=date(2020, 1, 1), to_on=LONG_AGO - timedelta(days=1)
            )
        )  # fmt: skip

    def _private(
        self, who: str, person: Person, building: str = "", entrance: int = 0, *, owns: bool = False, lives: bool = True
    ) -> None:  # fmt: skip
        """This person gets the values; who has no home yet gets one."""
        kept = PRIVATE[who]
        person.name, person.phone, person.born_on, person.initials = (
            kept.name,
            kept.phone,
            kept.born_on,
            "hcm",
        )
        self.garden.people[who] = person.id
        if building:
            home = self._home(building, entrance, kept.door)
            if lives:
                self._lives(person.id, home)
            if owns:
                self._owns(person.id, home)
        else:
            at = select(Residence.dwelling_id).where(Residence.person_id == person.id)
            home = self.session.scalars(at).one()
            self.session.get_one(Dwelling, home).door = kept.door
        self.garden.homes[who] = home
        if not self.session.scalars(select(Account).where(Account.person_id == person.id)).one_or_none():
            self._add(Account(person_id=person.id, login=kept.login, password_hash=""))
        self.session.execute(update(Account).where(Account.person_id == person.id).values(login=kept.login))

    def _readers(self) -> None:
        people, world = self.world.people, self.world
        for reader, (office, building, entrance) in READERS.items():
            if reader == "helper_at_rest":
                people[reader] = people["helper"]
                continue
            person = self._add(Person(name=f"钱{'公' if office else '藏名'}{reader}"))
            people[reader] = person.id
            place = world.cast.buildings.get(building)
            if office:
                self._add(
                    Office(
                        person_id=person.id, kind=office, building_id=place, entrance=entrance or None,
                        from_on=date(2020, 1, 1), to_on=date(2025, 12, 31) if reader == "former" else None,
                    )
                )  # fmt: skip
                person.gone_on = LONG_AGO if reader == "gone" else None
            elif reader == "household":
                self._lives(person.id, self.garden.homes["丙"])
            else:
                self._lives(person.id, self._home(building, entrance, f"home of {reader}"))
        people |= {reader: self.garden.people[who] for reader, who in ONESELF.items()}
        helping = self._add(
            Helping(
                helper_id=people["helper"], person_id=self.garden.people["丙"], kind="relative", consent="paper",
                recorded_by=people["committee"], recorded_at=MORNING, from_on=LONG_AGO, until_on=FOR_EVER.date(),
            )
        )  # fmt: skip
        for reader in [*READERS, *ONESELF]:
            community = world.cast.other_id if reader in FAR_READERS else self.here
            sign_in(self.session, community, people[reader], world.token(reader))
        self.session.flush()
        self.session.execute(
            update(LoginSession)
            .where(LoginSession.token_hash == digest(world.token("helper")))
            .values(helping_id=helping.id)
        )

    def _secrets(self) -> None:
        """What opens an account: of 丙, and of 甲's home."""
        secret, garden = self.world.secret, self.garden
        account = self.session.scalars(select(Account).where(Account.person_id == garden.people["丙"])).one()
        account.password_hash = "$argon2id$v=19$m=19456,t=2,p=1$canaryhashofbing$7133713371337133"
        account.oidc_subject = "https://issuer.example|canary-subject-7133"
        account.totp_salt, account.totp_since = "canarysalt7133bing", MORNING
        code = self._add(RecoveryCode(account_id=account.id, code_hash="canary-recovery-hash-7133"))
        slip, spare = self._slip("甲", "canary-slip-salt-7131"), self._slip("乙", "canary-slip-salt-7132")
        garden.own["code"] = derived_code(secret, f"slip:{spare.id}:{spare.salt}")
        token = self.world.token("self 丙")
        garden.secrets = {
            "password hash": account.password_hash,
            "organisation's subject": account.oidc_subject,
            "second factor's salt": account.totp_salt,
            "second factor's key": secret_of(derived(secret, f"totp:{account.id}:{account.totp_salt}")[:20]),
            "recovery code": derived_code(secret, f"recovery:{code.id}:{account.totp_salt}", 8),
            "recovery hash": code.code_hash,
            "session": token,
            "session's hash": digest(token),
            "server's secret": secret.hex(),
            "slip's code": derived_code(secret, f"slip:{slip.id}:{slip.salt}"),
            "slip's salt": slip.salt,
            "slip's hash": slip.code_hash,
        }

    def _slip(self, who: str, salt: str) -> Slip:
        slip: Slip = self._add(
            Slip(
                dwelling_id=self.garden.homes[who], number=1, code_hash=salt, salt=salt, issued_at=MORNING,
                issued_by=self.world.people["committee"], valid_until=FOR_EVER.date(),
            )
        )  # fmt: skip
        slip.code_hash = digest(derived_code(self.world.secret, f"slip:{slip.id}:{salt}"))
        return slip

    def _papers(self, seated: Seated) -> None:
        """Requests, reasons, files, a draft."""
        people, columns = self.garden.people, self.world.people
        head = self.session.scalars(select(Office).where(Office.person_id == seated.near["head1"])).one()
        head.basis = WORDS["basis"]
        left = self._add(
            Office(
                person_id=columns["former"], kind="volunteer", from_on=date(2020, 1, 1), to_on=date(2025, 6, 1),
                end_reason=WORDS["end of an office"],
            )
        )  # fmt: skip
        waiting = self._add(
            Correction(
                person_id=people["甲"], asked_by=people["甲"], about="other", wanted=WORDS["wish of 甲"],
                asked_at=MORNING,
            )
        )  # fmt: skip
        answered = self._add(
            Correction(
                person_id=people["丙"], asked_by=people["丙"], about="other", wanted=WORDS["wish of 丙"],
                asked_at=MORNING, answered_at=MORNING, answered_by=columns["committee"], done=False,
                answer=WORDS["answer to 丙"],
            )
        )  # fmt: skip
        self._add(Held(office_id=head.id, kind="key", text=WORDS["key"]))
        self._add(
            Draft(
                person_id=people["甲"], journey="raise", saved_at=MORNING,
                answers={"title": WORDS["draft"], "facts": WORDS["draft"]},
            )
        )  # fmt: skip
        batch = self._add(
            ImportBatch(
                by_id=columns["committee"], file_name="名册.xlsx", at=MORNING,
                sheet={
                    "rows": [], "unknown": [], "offices": [],
                    "preview": [[2, "refused", ["2号楼", 2, WORDS["row's door"], WORDS["row's name"]], [], []]],
                },
                figures=dict.fromkeys(("new", "changed", "unchanged", "dwellings", "people", "missing"), 0)
                | {"refused": 1},
            )
        )  # fmt: skip
        self.garden.own |= {
            "batch": str(batch.id), "office": str(head.id), "left": str(left.id), "waiting": str(waiting.id),
            "answered": str(answered.id),
        }  # fmt: skip

    def tend(self, session: Session, now: datetime) -> dict[str, str]:
        """What lives for minutes: an open glass, lists to be fetched, a code. Gives their ids."""
        self.session, people = session, self.world.people
        self._add(
            Look(
                viewer_id=people["glass"], standing="administrator", what="glass", reason=WORDS["reason of a look"],
                at=now,
            )
        )  # fmt: skip
        found = {}
        for name, masked in (("full", False), ("masked", True)):
            export = self._add(
                Export(
                    by_id=people["committee"], masked=masked, at=now, expires_at=now + timedelta(minutes=15),
                    reason="" if masked else WORDS["reason of a list"],
                )
            )  # fmt: skip
            found[name] = str(export.id)
        self._code(now)
        session.execute(
            update(Rating).where(Rating.person_id == self.garden.people["乙"]).values(text=WORDS["rating"])
        )
        session.execute(
            update(PrivateWords).where(PrivateWords.community_id == self.here).values(
                title=WORDS["title of a quarrel"], facts=WORDS["facts of a quarrel"], wish=WORDS["facts of a quarrel"],
                findings=WORDS["findings of a quarrel"],
            )
        )  # fmt: skip
        session.execute(
            update(Complaint).where(Complaint.community_id == self.here).values(text=WORDS["complaint"])
        )
        return found

    def _code(self, now: datetime) -> None:
        """The head of 2号楼 has just given 甲 a code."""
        salt = "canary-code-salt-7131"
        given = self._add(
            PersonCode(
                person_id=self.garden.people["甲"], purpose="in_person", code_hash=salt, salt=salt,
                issued_by=self.world.people["building_head"], issued_at=now, expires_at=now + timedelta(minutes=10),
            )
        )  # fmt: skip
        code = derived_code(self.world.secret, f"person_code:{given.id}:{salt}")
        given.code_hash = digest(code)
        self.garden.secrets |= {"code's salt": salt, "code given in person": code}

    def _add(self, row: Any) -> Any:
        row.community_id = self.here
        self.session.add(row)
        self.session.flush()
        return row

    def _person(self, who: str) -> Person:
        person: Person = self._add(Person(name=PRIVATE[who].name))
        return person

    def _home(self, building: str, entrance: int, door: str) -> int:
        place = self.world.cast.buildings[building]
        home = Dwelling(building_id=place, entrance=entrance, floor=1, door=door, area_hundredths=8000)
        return int(self._add(home).id)

    def _lives(self, person_id: int, dwelling_id: int) -> None:
        alone = not self.session.scalars(
            select(Residence).where(Residence.dwelling_id == dwelling_id)
        ).first()
        relation = "householder" if alone else "spouse"
        self._add(
            Residence(person_id=person_id, dwelling_id=dwelling_id, from_on=LONG_AGO, relation=relation)
        )

    def _owns(self, person_id: int, dwelling_id: int) -> None:
        self._add(Ownership(person_id=person_id, dwelling_id=dwelling_id, from_on=LONG_AGO))
