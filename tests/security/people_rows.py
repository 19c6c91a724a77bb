"""Who may do what with the roll, offices, slips, consents: rows of the matrix, from the domain paper's §4 and §6.

Where something is one person's own (a consent, a file, a request), everybody in the columns is somebody else.
"""

from tests.security.rows import EVERYBODY, SIGNED_IN, Row, group, read, send, show

HOME = group("resident owner tenant raiser affected on_the_roll")
OFFICES = group(
    "building_head entrance_head representative committee party_committee grid_worker owners_committee property_firm"
    " supervisor advisor citizen_watch volunteer department clerk"
)
ALL = HOME | OFFICES
HEADS = group("building_head entrance_head committee")
KEEPERS = HEADS | group("grid_worker")
COMMITTEE = group("committee")
APPOINTERS = group("committee administrator")
WATCHERS = group("supervisor administrator")
IN_OFFICE = OFFICES | group("administrator")

DOORS = [
    read("/in/code", "topic"),
    send("/in/code", "topic", EVERYBODY, {"code": "ABCD2345"}, then=422),
    read("/join/{code}", "topic", params={"code": "ABCD2345"}, then=404, far=False),
    send(
        "/join/{code}", "topic", EVERYBODY, {"name": "赵玉梅", "fact": "0000"}, params={"code": "ABCD2345"},
        then=404, far=False,
    ),
    read("/join/{code}/account", "topic", params={"code": "ABCD2345"}, then=303, far=False),
    send(
        "/join/{code}/account", "topic", EVERYBODY, {"login": "zhao"}, params={"code": "ABCD2345"}, then=303, far=False
    ),
    show("/me/joined", "topic", SIGNED_IN),
    # Nothing is kept for anybody here.
    show("/kept/{code}", "topic", SIGNED_IN, params={"code": "0" * 64}, then=404, far=False),
    # Nobody here proved a first half, and nobody's second factor is on: each page leads to the one before it.
    read("/in/second", "topic", then=303),
    send("/in/second", "topic", EVERYBODY, {"code": "123456"}),
    show("/me/second-factor", "topic", SIGNED_IN),
    send("/me/second-factor", "topic", SIGNED_IN, {"code": "123456"}, then=422),
    show("/me/second-factor/off", "topic", SIGNED_IN, then=303),
    send("/me/second-factor/off", "topic", SIGNED_IN, {"code": "123456"}, then=409),
    show("/me/second-factor/renew", "topic", SIGNED_IN, then=303),
    send("/me/second-factor/renew", "topic", SIGNED_IN, {"code": "123456"}, then=409),
    show("/me/second-factor/codes", "topic", SIGNED_IN, then=303),
    show("/admin/people/{person}/second-factor", "topic", APPOINTERS),
    # That person has none to take away.
    send("/admin/people/{person}/second-factor", "topic", APPOINTERS, {}, then=409),
    show("/admin/second-factors", "topic", WATCHERS),
    # No organisation is set here.
    read("/in/oidc", "topic", then=404),
    read("/in/oidc/back", "topic", then=404),
    read("/in/oidc/as", "topic", then=404),
    send("/in/oidc/as", "topic", EVERYBODY, {}, then=404),
    show("/me/organisation", "topic", SIGNED_IN, then=404),
    send("/me/organisation", "topic", SIGNED_IN, {}, then=404),
    send("/me/organisation/unlink", "topic", SIGNED_IN, {}, then=404),
]  # fmt: skip

ROLL = [
    show("/admin/people", "topic", KEEPERS),
    show("/admin/people/{person}", "topic", KEEPERS),
    show("/admin/gaps/{gap}", "topic", KEEPERS, params={"gap": "area"}, far=False),
    send("/admin/people/{person}/show", "topic", KEEPERS, {}),
    send("/admin/glass", "topic", group("administrator"), {"reason": "水管爆裂，需要马上找到住户"}),
    show("/admin/looks", "topic", WATCHERS),
    show("/admin/exports", "topic", COMMITTEE),
    send("/admin/exports", "topic", COMMITTEE, {"data": "masked"}),
    # Made by a colleague: to others there is no such file.
    show("/admin/exports/{export}", "topic", COMMITTEE, then=404),
    show("/admin/exports/{export}/roll.xlsx", "topic", COMMITTEE, then=404),
    show("/admin/exports/{export}/roll.csv", "topic", COMMITTEE, then=404),
    show("/admin/import", "topic", COMMITTEE),
    show("/admin/import/template.xlsx", "topic", COMMITTEE),
    # Without a file there is nothing to read.
    send("/admin/import", "topic", COMMITTEE, {}, then=422),
    show("/admin/import/{batch}", "topic", COMMITTEE),
    show("/admin/import/{batch}/refused.xlsx", "topic", COMMITTEE),
    # The list changes nothing.
    send("/admin/import/{batch}/commit", "topic", COMMITTEE, {}, then=409),
    send("/admin/import/{batch}/discard", "topic", COMMITTEE, {}),
]

PLACES = [
    show("/admin/buildings", "topic", KEEPERS),
    show("/admin/buildings/new", "topic", COMMITTEE),
    send("/admin/buildings", "topic", COMMITTEE, {"name": "9号楼", "estate": "学府小区", "entrances": "2"}),
    show("/admin/buildings/{building}", "topic", KEEPERS),
    show("/admin/buildings/{building}/print", "topic", KEEPERS),
    show("/admin/buildings/{building}/edit", "topic", COMMITTEE),
    send(
        "/admin/buildings/{building}/edit",
        "topic",
        COMMITTEE,
        {"name": "9号楼", "estate": "学府小区", "entrances": "30"},
    ),
    show("/admin/buildings/{building}/dwellings/new", "topic", COMMITTEE),
    send(
        "/admin/buildings/{building}/dwellings/new", "topic", COMMITTEE,
        {
            "entrance": "1", "door": "2901", "floor": "29", "kind": "home", "area": "89.60",
            "area_source": "register", "state": "sold", "step": "open",
        },
    ),
    show("/admin/dwellings/{dwelling}/door", "topic", COMMITTEE),
    send("/admin/dwellings/{dwelling}/door", "topic", COMMITTEE, {"entrance": "1", "door": "2902"}),
    read("/buildings", "topic"),
    read("/buildings/{building}", "topic"),
]  # fmt: skip

SLOT = {"dwelling": "{slot}"}
ENTERED = {"household": "1", "relation": "tenant", "registered": "no"}

DWELLINGS = [
    show("/admin/dwellings/{dwelling}", "topic", KEEPERS),
    show("/admin/dwellings/{dwelling}/edit", "topic", COMMITTEE),
    send(
        "/admin/dwellings/{dwelling}/edit", "topic", COMMITTEE,
        {"kind": "home", "floor": "5", "area": "91.05", "area_source": "survey", "state": "sold"},
    ),
    show("/admin/dwellings/{dwelling}/in", "topic", COMMITTEE),
    show("/admin/dwellings/{dwelling}/in/{person}", "topic", COMMITTEE, params={"person": "{firm}"}),
    send(
        "/admin/dwellings/{dwelling}/in/{person}", "topic", COMMITTEE, {"from_on": "2026-03-03", **ENTERED},
        params={"person": "{firm}"},
    ),
    show("/admin/residences/{residence}/change", "topic", COMMITTEE),
    send("/admin/residences/{residence}/change", "topic", COMMITTEE, ENTERED),
    show("/admin/residences/{residence}/out", "topic", COMMITTEE),
    send("/admin/residences/{residence}/out", "topic", COMMITTEE, {"to_on": "2026-03-03"}),
    show("/admin/residences/{residence}/mistake", "topic", COMMITTEE),
    send("/admin/residences/{residence}/mistake", "topic", COMMITTEE, {"mistake": "all"}),
    show("/admin/dwellings/{dwelling}/own", "topic", COMMITTEE),
    show("/admin/dwellings/{dwelling}/own/{person}", "topic", COMMITTEE, params={"person": "{firm}", **SLOT}),
    send(
        "/admin/dwellings/{dwelling}/own/{person}", "topic", COMMITTEE, {"share": "1/3", "from_on": "2026-03-03"},
        params={"person": "{firm}", **SLOT},
    ),
    show("/admin/dwellings/{dwelling}/voter", "topic", COMMITTEE),
    send("/admin/dwellings/{dwelling}/voter", "topic", COMMITTEE, {"ownership": "{ownership}"}, params=SLOT),
    show("/admin/ownerships/{ownership}/end", "topic", COMMITTEE),
    send("/admin/ownerships/{ownership}/end", "topic", COMMITTEE, {"to_on": "2026-03-03"}),
    show("/admin/ownerships/{ownership}/mistake", "topic", COMMITTEE),
    send("/admin/ownerships/{ownership}/mistake", "topic", COMMITTEE, {"mistake": "all"}),
    show("/admin/ownerships/{ownership}/share", "topic", COMMITTEE),
    send("/admin/ownerships/{ownership}/share", "topic", COMMITTEE, {"share": "1/4", "why": "typed"}),
    show("/admin/dwellings/{dwelling}/remove", "topic", COMMITTEE),
    # Somebody lives there: it stays.
    send("/admin/dwellings/{dwelling}/remove", "topic", COMMITTEE, {}, then=409),
]  # fmt: skip

EDITED = [
    show("/admin/people/new", "topic", COMMITTEE),
    send("/admin/people/new", "topic", COMMITTEE, {"kind": "person", "name": "钱多多"}),
    show("/admin/people/{person}/edit", "topic", COMMITTEE),
    send("/admin/people/{person}/edit", "topic", COMMITTEE, {"name": "何改名"}),
    show("/admin/people/{person}/gone", "topic", COMMITTEE),
    send(
        "/admin/people/{person}/gone", "topic", COMMITTEE,
        {"why": "died", "gone_on": "2026-03-02", "step": "enter"},
    ),
    # That person is on the roll, and not suspended.
    send("/admin/people/{person}/return", "topic", COMMITTEE, {}, then=409),
    show("/admin/people/{person}/suspend", "topic", COMMITTEE),
    send("/admin/people/{person}/suspend", "topic", COMMITTEE, {"why": "lost"}),
    send("/admin/people/{person}/free", "topic", COMMITTEE, {}, then=409),
    show("/admin/people/{person}/kin", "topic", COMMITTEE),
    send("/admin/people/{person}/kin", "topic", COMMITTEE, {"other": "{kin}", "relation": "sibling"}),
    show("/admin/people/{person}/agent", "topic", COMMITTEE),
    # A grown-up's guardian is proven by a court alone.
    send(
        "/admin/people/{person}/agent", "topic", COMMITTEE,
        {"agent": "{kin}", "document": "court", "document_on": "2026-02-01", "until_on": "2027-02-01"},
    ),
    # Nobody acts for them by law.
    send("/admin/people/{person}/agent/end", "topic", COMMITTEE, {}, then=404),
    # Nothing was declared of them.
    send("/admin/people/{person}/kin/strike", "topic", COMMITTEE, {"other": "{kin}"}, then=409),
]  # fmt: skip

SLIPS = [
    show("/admin/slips", "topic", HEADS),
    show("/admin/slips/{building}", "topic", HEADS),
    # Everybody in the world can sign in already: no home waits for a slip.
    send("/admin/slips/{building}/issue", "topic", HEADS, {"entrance": "2"}, then=409),
    send("/admin/slips/{building}/handed", "topic", HEADS, {"entrance": "2"}),
    show("/admin/slips/{building}/print", "topic", HEADS),
    show("/admin/dwellings/{dwelling}/slip", "topic", HEADS),
    send("/admin/dwellings/{dwelling}/slip", "topic", HEADS, {}),
    show("/admin/people/{person}/code", "topic", KEEPERS),
    send("/admin/people/{person}/code", "topic", KEEPERS, {}),
    show("/admin/codes", "topic", WATCHERS),
]

POSTS = [
    read("/offices", "topic"),
    show("/admin/offices", "topic", APPOINTERS),
    show("/admin/offices/new", "topic", APPOINTERS),
    send("/admin/offices/new", "topic", APPOINTERS, {"step": "check"}, then=404),
    show("/admin/offices/{office}", "topic", APPOINTERS),
    show("/admin/offices/{office}/end", "topic", APPOINTERS),
    send("/admin/offices/{office}/end", "topic", APPOINTERS, {"step": "check"}, then=422),
    send("/admin/offices/{office}/code", "topic", APPOINTERS, {}, then=403),
    show("/admin/offices/{office}/handover", "topic", COMMITTEE),
    show("/admin/offices/{office}/handover/print", "topic", COMMITTEE),
    send("/admin/offices/{office}/held", "topic", COMMITTEE, {"kind": "key", "text": "水箱间钥匙"}),
    send("/admin/offices/{office}/held/strike", "topic", COMMITTEE, {"held": "{held}"}),
    send("/admin/offices/{office}/held/handed", "topic", COMMITTEE, {"held": "{held}", "to": "1"}, then=409),
]

HELP = [
    show("/me/entry", "topic", ALL),
    show("/me/entry/wrong", "topic", ALL),
    send("/me/entry/wrong", "topic", ALL, {"about": "phone", "wanted": "13900000000"}),
    # A neighbour asked: nobody of the columns takes it back.
    send("/me/corrections/{correction}/withdraw", "topic", ALL, {}, then=403),
    send("/me/corrections/{correction}/seen", "topic", ALL, {}, then=403),
    show("/admin/people/{person}/corrections/new", "topic", KEEPERS),
    send(
        "/admin/people/{person}/corrections/new",
        "topic",
        KEEPERS,
        {"about": "name", "wanted": "何改名"},
    ),
    show("/admin/corrections", "topic", COMMITTEE),
    show("/admin/corrections/{correction}", "topic", COMMITTEE),
    send(
        "/admin/corrections/{correction}",
        "topic",
        COMMITTEE,
        {"done": "no", "answer": "与房产证一致"},
    ),
    show("/me/helpers", "topic", ALL),
    send("/me/helpers/seen", "topic", ALL, {"up_to": "1"}, then=409),
    send("/me/helpers/{helping}/end", "topic", ALL, {}, then=404),
    show("/me/helpers/new", "topic", ALL),
    send("/me/helpers/new", "topic", ALL, {"step": "who"}, then=422),
    show("/me/helping", "topic", SIGNED_IN),
    send("/me/helping/stop", "topic", SIGNED_IN, {}, but={"visitor": 404, "stranger": 404}),
    send("/me/helping/{helping}/start", "topic", SIGNED_IN, {}, then=404),
    send("/me/helping/{helping}/end", "topic", SIGNED_IN, {}, then=404),
    show("/admin/people/{person}/helpers", "topic", HEADS),
    show("/admin/people/{person}/helpers/form", "topic", HEADS),
    show("/admin/people/{person}/helpers/print", "topic", HEADS),
    show("/admin/people/{person}/helpers/new", "topic", HEADS),
    send("/admin/people/{person}/helpers", "topic", HEADS, {"name": "赵玉梅"}, then=422),
    send("/admin/people/{person}/helpers/told", "topic", HEADS, {"up_to": "1"}),
    send("/admin/people/{person}/helpers/{helping}/end", "topic", COMMITTEE, {}),
]

KEEPING: list[Row] = [*DOORS, *ROLL, *EDITED, *PLACES, *DWELLINGS, *SLIPS, *POSTS, *HELP]
