"""Who may see which planted value on which kind of page: written down from the domain paper (§4 "See identity
data", §6, §3.3), not computed from the product's own table of sight. Whatever is not named here is nobody's.
"""

from tests.security.reading import EVERYBODY

Table = dict[str, dict[str, str]]

ALL = " ".join(reader.replace(" ", "_") for reader in EVERYBODY)
COMMITTEE = "committee"
"""Need to know, logged: telephone, birthday and login only once it was pressed for, or on a list with a reason."""
ROLL = "committee glass"
"""The whole roll; an administrator only behind a broken glass."""
AT_2 = "building_head entrance_head grid_worker"
"""Their own building or entrance: 2号楼, entrance 2."""
AT_3 = "head_elsewhere grid_elsewhere"
"""The same at 3号楼, where 丁 lives."""
FOR_2 = f"{COMMITTEE} {AT_2}"
"""For whom they enter something: the committee finds everybody, heads and grid workers their own; others, who type
a whole name, learn neither a name nor a door from it."""
HEADS_2 = "building_head entrance_head"
"""They hand out slips there; a grid worker does not."""
LIVE_AT_2 = "affected self_甲 self_乙"
"""Neighbours see the doors of their own building, never who lives behind them."""
LIVE_AT_1 = "household next_door self_丙 helper"
ON_SHEETS = "committee owners_committee clerk"
"""Paper ballots go by door, without names: who counts them."""
HELPER = "helper"
"""Acts for 丙, with a recorded consent: sees who that is and where, never a telephone in full or a login."""
FAR = "stranger"
"""An officer of the next community, there."""

QUARREL = {"issue": "committee supervisor raiser building_head"}
"""It happened at no entrance in particular: no head of one reads it."""

NOBODY: dict[str, str] = {}
"""The last four digits open an account together with a slip: no page shows them beside the stars."""


def near_2(who: str) -> Table:
    """Of somebody who lives in 2号楼."""
    keepers, me = f"{ROLL} {AT_2}", f"self_{who}"
    return {
        f"{who} name": {
            "roll": keepers, "shown": keepers, "code": f"{COMMITTEE} {AT_2}", "lists": COMMITTEE, "me": me,
            "for another": FOR_2,
        },
        f"{who} phone": {"shown": keepers, "lists": COMMITTEE, "me": me},
        f"{who} last digits": NOBODY,
        f"{who} birthday": {"shown": keepers, "lists": COMMITTEE, "me": me},
        f"{who} door": {
            "roll": keepers, "shown": keepers, "code": f"{COMMITTEE} {AT_2}", "slips": f"{COMMITTEE} {HEADS_2}",
            "lists": COMMITTEE, "doors": LIVE_AT_2, "posted roll": ALL, "sheets": ON_SHEETS, "me": me,
            "for another": FOR_2,
        },
        f"{who} login": {"shown": ROLL, "me": me},
    }  # fmt: skip


def also(table: Table, more: Table) -> Table:
    """Both; further kinds of page, or further readers of a kind."""
    return {
        value: {
            kind: " ".join(filter(None, (table.get(value, {}).get(kind), more.get(value, {}).get(kind))))
            for kind in table.get(value, {}).keys() | more.get(value, {}).keys()
        }
        for value in table.keys() | more.keys()
    }


JIA: Table = also(
    near_2("甲"),
    {
        # Raised the issue: the committee knows by whom, the public a pseudonym. 乙 is the helper whom 甲 named.
        "甲 name": {"issue": COMMITTEE, "corrections": COMMITTEE, "me": "self_乙"},
        "甲 door": {"corrections": COMMITTEE},
    },
)

YI: Table = also(
    near_2("乙"),
    {
        # Gave a bad grade: the committee calls back.
        "乙 name": {"call-backs": COMMITTEE, "me": "self_甲"},
        # A slip was printed for this home: whoever holds it reads the door on the page that it leads to.
        "乙 door": {"slip's address": ALL},
    },
)

BING: Table = {
    "丙 name": {
        "roll": ROLL, "shown": ROLL, "code": COMMITTEE, "lists": COMMITTEE, "corrections": COMMITTEE,
        "me": "self_丙 household helper helper_at_rest", "for another": COMMITTEE,
    },
    "丙 phone": {"shown": ROLL, "lists": COMMITTEE, "me": "self_丙"},
    "丙 last digits": NOBODY,
    "丙 birthday": {"shown": ROLL, "lists": COMMITTEE, "me": "self_丙"},
    "丙 door": {
        "roll": ROLL, "shown": ROLL, "code": COMMITTEE, "slips": COMMITTEE, "lists": COMMITTEE, "doors": LIVE_AT_1,
        "corrections": COMMITTEE,
        "posted roll": ALL, "sheets": ON_SHEETS, "vote": "self_丙 helper", "me": "self_丙 household helper",
        "for another": COMMITTEE,
    },
    "丙 login": {"shown": ROLL, "me": "self_丙"},
}  # fmt: skip

DING: Table = {
    "丁 name": {
        "roll": f"{ROLL} {AT_2} {AT_3}", "shown": f"{ROLL} {AT_2} {AT_3}", "code": f"{COMMITTEE} {AT_2} {AT_3}",
        "lists": COMMITTEE, "me": "self_丁", "for another": f"{COMMITTEE} {AT_3}",
    },
    "丁 phone": {"shown": f"{ROLL} {AT_2} {AT_3}", "lists": COMMITTEE, "me": "self_丁"},
    "丁 last digits": NOBODY,
    "丁 birthday": {"shown": f"{ROLL} {AT_2} {AT_3}", "lists": COMMITTEE, "me": "self_丁"},
    # What they own at 2号楼; who keeps 3号楼 reads of their home there alone.
    "丁 door": {
        "roll": f"{ROLL} {AT_2}", "shown": f"{ROLL} {AT_2}", "slips": f"{COMMITTEE} {HEADS_2}", "lists": COMMITTEE,
        "doors": LIVE_AT_2, "posted roll": ALL, "sheets": ON_SHEETS, "vote": "self_丁", "me": "self_丁",
    },
    "丁 login": {"shown": ROLL, "me": "self_丁"},
}  # fmt: skip

WU: Table = {
    # Dead: off every list, found by whoever keeps the whole roll.
    "戊 name": {"roll": ROLL, "shown": ROLL},
    "戊 phone": {"shown": ROLL},
    "戊 last digits": NOBODY,
    "戊 birthday": {"shown": ROLL},
    "戊 door": {
        "roll": f"{ROLL} {AT_2}", "shown": ROLL, "slips": f"{COMMITTEE} {HEADS_2}", "lists": COMMITTEE, "doors": LIVE_AT_2,
        "posted roll": ALL, "sheets": ON_SHEETS,
    },
    "戊 login": {"shown": ROLL},
}  # fmt: skip

JI: Table = {
    # Of the next community: nobody here. There, the same as here.
    "己 name": {"roll": FAR, "code": FAR, "corrections": FAR, "issue": FAR, "me": "self_己"},
    "己 phone": {"me": "self_己"},
    "己 last digits": NOBODY,
    "己 birthday": {"me": "self_己"},
    "己 door": {
        "roll": FAR, "code": FAR, "slips": FAR, "corrections": FAR, "doors": "stranger self_己",
        "posted roll": "stranger self_己", "sheets": FAR, "me": "self_己",
    },
    "己 login": {"me": "self_己"},
}  # fmt: skip

SECRETS: Table = {
    # Made again from the server's secret for whoever gives it out, stored nowhere.
    "slip's code": {"slips": f"{COMMITTEE} {HEADS_2}"},
    "code given in person": {"code": "building_head"},
    # Nobody's, on no page.
    "password hash": {}, "organisation's subject": {}, "second factor's salt": {}, "second factor's key": {},
    "recovery code": {}, "recovery hash": {}, "session": {}, "session's hash": {}, "server's secret": {},
    "slip's salt": {}, "slip's hash": {}, "code's salt": {},
}  # fmt: skip

PAPERS: Table = {
    "wish of 甲": {"corrections": COMMITTEE, "me": "self_甲"},
    "wish of 丙": {"corrections": COMMITTEE, "me": "self_丙 helper"},
    "answer to 丙": {"corrections": COMMITTEE, "me": "self_丙 helper"},
    "reason of a look": {"log": "supervisor administrator glass"},
    "reason of a list": {"lists": COMMITTEE},
    "key": {"offices": COMMITTEE},
    "basis": {"offices": "committee administrator glass"},
    "end of an office": {},
    "rating": {"call-backs": COMMITTEE},
    "draft": {"me": "self_甲"},
    "row's name": {"imports": COMMITTEE},
    "row's door": {"imports": COMMITTEE},
    # Nobody's but those concerned: who raised it, the heads of the place, the committee, the supervisors.
    "title of a quarrel": {**QUARREL, "raised": "raiser"},
    "facts of a quarrel": QUARREL,
    "findings of a quarrel": QUARREL,
    "complaint": {"sealed box": "supervisor", "me": "self_甲"},
}

MAY: Table = {**JIA, **YI, **BING, **DING, **WU, **JI, **SECRETS, **PAPERS}

BANNERS = {("丙 name", "helper")}
"""On every page of theirs: for whom the helper acts."""
