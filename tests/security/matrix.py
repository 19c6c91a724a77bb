"""Who may do what, address by address: the second opinion on civic/permissions.py, written from the domain
paper's table of roles (§4) and not from the code. A route without a row here fails, a row without a route too.
"""

from tests.security.calling_rows import CALLING
from tests.security.drafting_rows import rows as drafting_rows
from tests.security.following_rows import rows as following_rows
from tests.security.handing_rows import rows as handing_rows
from tests.security.map_rows import rows as map_rows
from tests.security.mediation_rows import MEDIATION
from tests.security.paper_rows import rows as paper_rows
from tests.security.people_rows import KEEPING
from tests.security.petition_rows import PETITIONS
from tests.security.picture_rows import rows as picture_rows
from tests.security.raising_rows import rows as joining_rows
from tests.security.round_rows import ROUNDS
from tests.security.rows import EVERYBODY, SIGNED_IN, Row, group, read, send, show
from tests.security.sealed_rows import SEALED
from tests.security.settling_rows import SETTLING
from tests.security.talk_rows import rows as talk_rows

HOME = group("resident owner tenant raiser affected on_the_roll")
"""Who lives or owns here without any office (three of them are something to the subject besides)."""
OFFICES = group(
    "building_head entrance_head representative committee party_committee grid_worker owners_committee property_firm supervisor"
    " advisor citizen_watch volunteer department clerk"
)
SPEAKERS = HOME | OFFICES
"""Everybody with a home or an office; administrators keep the machine and have no voice in the matter."""
ATTENDING = SPEAKERS | group("administrator")
COLLECTORS = group("building_head entrance_head representative committee grid_worker volunteer")
CHECKERS = group("committee grid_worker building_head entrance_head")
COMMITTEE = group("committee")
OBJECTORS = HOME | group("representative building_head entrance_head owners_committee supervisor volunteer")
ENDORSERS = HOME | group("building_head entrance_head representative")
# The owners' committee sorts owners' matters; this one is all residents'.
SORTERS = group("committee grid_worker")
CATEGORY = {"name": "养犬", "position": "1", "answer_days": "3", "whole_days": "20", "owner": "committee"}
ROUTED = {"reference": "{routed_reference}"}

PEOPLE = [
    read("/", "topic"),
    read("/in", "topic"),
    send("/in", "topic", EVERYBODY, {"login": "nobody", "password": "wrong"}, then=422),
    # Only a demo on this machine can be entered by tap; elsewhere one is led to the door.
    send("/in/cast/{person}", "topic", EVERYBODY, {}, params={"person": "1"}, far=False),
    send("/out", "topic", EVERYBODY, {}),
    send("/settings/look", "topic", EVERYBODY, {"size": "xl", "then": "/gongfu/"}),
    # The first administrator's code stands on the console; whatever else is typed leads nowhere.
    read("/first/{code}", "topic", params={"code": "ABCD2345"}, then=404, far=False),
    send("/first/{code}", "topic", EVERYBODY, {}, params={"code": "ABCD2345"}, then=404, far=False),
    show("/me", "topic", SIGNED_IN),
    show("/in/again", "topic", SIGNED_IN),
    # Nobody here has a password: whatever is typed is wrong.
    send("/in/again", "topic", SIGNED_IN, {"again": "wrong wrong"}, then=422),
    show("/me/sessions", "topic", SIGNED_IN),
    send("/me/sessions/end-others", "topic", SIGNED_IN, {}),
    # One's own alone: of any other nobody learns whether there is such a session.
    send(
        "/me/sessions/{session}/end",
        "topic",
        SIGNED_IN,
        {},
        params={"session": "1"},
        then=404,
        far=False,
        but={"nobody": 303},
    ),
    show("/me/password", "topic", SIGNED_IN),
    send("/me/password", "topic", SIGNED_IN, {"new": "纸灯笼挂在老槐树底下"}),
    read("/permissions", "topic"),
    *KEEPING,
]

NOTICES = [
    read("/notices", "result"),
    read("/notices/{notice}", "result"),
    read("/notices/{notice}/print", "result"),
    send("/notices/{notice}/objections", "result", OBJECTORS, {"text": "名册漏了人"}),
    send(
        "/notices/{notice}/objections/{objection}/answer", "result", group("committee owners_committee"),
        {"answer": "没有漏", "upheld": "no"},
    ),
]  # fmt: skip

PROPOSE = [
    read("/search", "topic"),
    read("/issues", "topic"),
    read("/issues/{reference}", "topic"),
    show("/issues/new", "topic", SPEAKERS, then=303),
    show("/issues/new/check", "topic", SPEAKERS, then=303),
    send("/issues/new/check", "topic", SPEAKERS, {}, then=409),
    send("/issues/new/discard", "topic", SPEAKERS, {}),
    *joining_rows("/issues/new", SPEAKERS),
    *joining_rows("/issues/new-for", COLLECTORS),
    show("/issues/new/{step}", "topic", SPEAKERS, params={"step": "title"}, far=False),
    send("/issues/new/{step}", "topic", SPEAKERS, {"title": "灯不亮"}, params={"step": "title"}, far=False),
    show("/issues/new-for", "topic", COLLECTORS, then=303),
    show("/issues/new-for/check", "topic", COLLECTORS, then=303),
    send("/issues/new-for/check", "topic", COLLECTORS, {}, then=409),
    send("/issues/new-for/discard", "topic", COLLECTORS, {}),
    show("/issues/new-for/{step}", "topic", COLLECTORS, params={"step": "channel"}, far=False),
    send("/issues/new-for/{step}", "topic", COLLECTORS, {"channel": "slip"}, params={"step": "channel"}, far=False),
    # The number and the slip are for whoever raised it; others are led to the public page.
    show("/issues/{reference}/raised", "topic", SPEAKERS, then=303, but={"raiser": 200}),
    *handing_rows(SPEAKERS, COLLECTORS),
    *following_rows(SPEAKERS),
    send("/issues/{reference}/endorsements", "submitted", ENDORSERS, {}, but={"raiser": 409}),
    show("/issues/{reference}/verification", "submitted", CHECKERS),
    send("/issues/{reference}/verification", "submitted", CHECKERS, {"findings": "属实", "nature": "self_governance"}),
    # This one came to the committee first.
    show("/issues/{reference}/found", "submitted", group("property_firm"), then=409),
    send("/issues/{reference}/found", "submitted", group("property_firm"), {"what": "换了轴承"}, then=409),
    show("/issues/{reference}/safety", "submitted", CHECKERS),
    send("/issues/{reference}/safety", "submitted", CHECKERS, {"what": "围起来了", "volunteers": "2"}),
    show("/issues/{reference}/settlement", "verified", SORTERS),
    show("/issues/{reference}/settlement/{step}", "verified", SORTERS, params={"step": "decline"}),
    send(
        "/issues/{reference}/settlement/{step}", "verified", SORTERS, {"reason": "不归我们", "sure": "yes"},
        params={"step": "decline"},
    ),
    show("/issues/{reference}/dates", "submitted", COMMITTEE),
    show("/issues/{reference}/dates/put-off", "submitted", COMMITTEE),
    send(
        "/issues/{reference}/dates/put-off", "submitted", COMMITTEE,
        {"term": "whole", "to_on": "2026-06-30", "reason": "配件没到"},
    ),
    # A party is waited for already.
    show("/issues/{reference}/dates/wait", "submitted", COMMITTEE),
    send(
        "/issues/{reference}/dates/wait", "submitted", COMMITTEE,
        {"party": "水务公司", "until_on": "2026-04-30", "reason": "要先停水"}, then=422,
    ),
    send("/issues/{reference}/dates/waits/{wait}/end", "submitted", COMMITTEE, {}),
    read("/categories", "submitted"),
    show("/admin/categories/new", "submitted", COMMITTEE),
    send("/admin/categories", "submitted", COMMITTEE, CATEGORY),
    show("/admin/categories/{category}", "submitted", COMMITTEE, params={"category": "repairs"}, far=False),
    send("/admin/categories/{category}", "submitted", COMMITTEE, CATEGORY, params={"category": "repairs"}, far=False),
    show("/issues/{reference}/answer", "routed", COMMITTEE, params=ROUTED),
    send("/issues/{reference}/answer", "routed", COMMITTEE, {"answer": "已修", "sure": "yes"}, params=ROUTED),
]  # fmt: skip

STUDY = {
    "step": "send",
    "subject": "topic",
    "held_on": "2026-03-03",
    "present": "5",
    "opinion": "同意",
    "agreed": "yes",
}
OUTCOME = {
    "step": "send", "agreed": "换三盏灯", "criterion": "晚上灯亮", "need": "27", "of_days": "30", "cost": "50",
    "payer": "居委会", "duty": "物业公司", "deadline_on": "2026-06-30", "conditions": "先买到灯", "way": "vote",
}  # fmt: skip

DISCUSS = [
    read("/issues/{reference}/views", "topic"),
    show("/issues/{reference}/contributions", "topic", SPEAKERS),
    send("/issues/{reference}/contributions", "topic", SPEAKERS, {"stance": "for", "text": "好", "about": "topic"}),
    read("/issues/{reference}/parlour", "papers"),
    show("/issues/{reference}/parlour/new", "topic", group("committee building_head entrance_head")),
    send(
        "/issues/{reference}/parlour", "topic", group("committee building_head entrance_head"),
        {"step": "send", "held_on": "2026-03-03", "place": "会客厅", "residents": "9", "consensus": "换灯"},
    ),
    read("/issues/{reference}/study", "studied"),
    show("/issues/{reference}/study/new", "topic", group("party_committee")),
    send("/issues/{reference}/study", "topic", group("party_committee"), STUDY),
    show("/issues/{reference}/talk-until", "topic", COMMITTEE),
    send("/issues/{reference}/talk-until", "topic", COMMITTEE, {"to_on": "2026-05-30", "reason": "还有人没说"}),
    read("/issues/{reference}/outcome", "outcome"),
    send("/issues/{reference}/outcome", "ripe", COMMITTEE, OUTCOME),
    show("/issues/{reference}/comments/{comment}", "outcome", COMMITTEE),
    send("/issues/{reference}/comments/{comment}", "outcome", COMMITTEE, {"adopted": "yes", "treatment": "写进成果"}),
    *paper_rows(SPEAKERS),
    *CALLING,
    *drafting_rows(SPEAKERS),
    *talk_rows(SPEAKERS),
    *map_rows(HOME),
]  # fmt: skip

ON_THE_ROLL = group("on_the_roll committee representative")
"""Frozen on the day of the notice: who sat on the committee or represented. The suspended one may not come."""
COUNTERS = group("committee owners_committee")
NOTICE = {
    "step": "send", "preset": "RES_REP", "question": "换灯，您同意吗？", "text": "换三盏灯", "number": "居决4号",
    "opens_on": "2026-04-24", "opens_time": "14:30", "closes_on": "2026-04-24", "closes_time": "16:30",
    "place": "会客厅",
}  # fmt: skip
PAPER = {"vote": "{paper_vote}", "sheet": "{paper_sheet}"}

DECIDE = [
    show("/issues/{reference}/vote-notice", "ready", COUNTERS),
    # The owners' committee calls votes on owners' matters; this one is all residents'.
    send("/issues/{reference}/vote-notice", "ready", COMMITTEE, NOTICE, but={"owners_committee": 422},
         but_other={"owners_committee": 422}),
    read("/votes/{vote}", "open"),
    send("/votes/{vote}/check", "open", ON_THE_ROLL, {"choice": "yes"}, then=200),
    send("/votes/{vote}/ballot", "open", ON_THE_ROLL, {"choice": "yes"}),
    show("/votes/{vote}/change", "cast", ON_THE_ROLL),
    send("/votes/{vote}/change", "cast", ON_THE_ROLL, {"choice": "no", "again": "yes"}),
    show("/votes/{vote}/receipt", "cast", ON_THE_ROLL, no=404),
    read("/votes/{vote}/roll", "open"),
    # Names are on the roll of owners' votes alone; this one is all residents'.
    show("/votes/{vote}/roll/names", "open", group("owners_committee"), then=409),
    send("/votes/{vote}/roll/names", "open", group("owners_committee"), {}, then=409),
    # Corrected only for an upheld objection to the notice, before voting opens: neither is so here.
    show("/votes/{vote}/roll/corrections/{objection}", "result", group("committee owners_committee"), then=409),
    send(
        "/votes/{vote}/roll/corrections/{objection}", "result", group("committee owners_committee"), {}, then=409
    ),
    read("/votes/{vote}/result", "result"),
    read("/votes/{vote}/sheets", "open", params=PAPER),
    send("/votes/{vote}/sheets", "open", group("clerk"), {"number": "2", "choice": "yes"}, params=PAPER),
    send("/votes/{vote}/delivery", "open", group("clerk"),
         {"delivered": "3", "posted": "1"}, params=PAPER),
    show("/votes/{vote}/sheets/print", "open", group("clerk"), params=PAPER),
    show("/votes/{vote}/sheets/{sheet}", "open", COUNTERS, params=PAPER),
    send("/votes/{vote}/sheets/{sheet}", "open", COUNTERS, {"choice": "yes"}, params=PAPER),
    show("/votes/{vote}/declaration", "result", COUNTERS, params=PAPER),
    # One sheet still waits for a third reading.
    send("/votes/{vote}/declaration", "result", COUNTERS, {}, params=PAPER, then=409),
    read("/receipt", "cast"),
]  # fmt: skip

ORDERING = group("committee party_committee")
"""The owners' committee orders work on owners' matters; this one is all residents'."""
NEW_ORDER = {
    "step": "send", "task": "换灯", "nature": "ordinary", "lead_id": "{firm}", "due_on": "2026-05-20",
    "criterion": "灯亮", "cost": "0",
}  # fmt: skip
LEAD = group("lead")
NOBODY = group("")

MANAGE = [
    read("/board", "working"),
    read("/work-orders", "working"),
    read("/work-orders/{order}", "working"),
    show("/issues/{reference}/work-orders/new", "managing", ORDERING),
    send("/issues/{reference}/work-orders", "managing", ORDERING, NEW_ORDER),
    send("/work-orders/{order}/acceptance", "ordered", LEAD, {}, yes_other=NOBODY),
    send("/work-orders/{order}/return", "ordered", LEAD, {"reason": "缺人"}, yes_other=NOBODY),
    send("/work-orders/{order}/reports", "working", LEAD, {"step": "report", "text": "买了灯"}, yes_other=NOBODY),
    send("/work-orders/{order}/completion", "working", LEAD, {"step": "send", "text": "灯亮了"}, yes_other=NOBODY),
    send("/work-orders/{order}/lead", "returned", ORDERING, {"lead_id": "{firm}"}, params={"order": "{back}"}),
]  # fmt: skip

WATCHERS = group("citizen_watch supervisor committee")
OBSERVERS = HOME | group(
    "citizen_watch supervisor building_head entrance_head representative owners_committee volunteer"
)
SUPERVISOR = group("supervisor")
ANSWERING = group("lead committee")
# The owners' committee signs on owners' matters; this one is all residents'.
KEY_ONE, KEY_TWO = group("raiser supervisor"), COMMITTEE
REFUSERS = KEY_ONE | KEY_TWO
AFFECTED = group("affected raiser")
"""At home in the building concerned, or whoever raised it."""
REOPENERS = group("raiser supervisor committee")
COLLECTING = group("building_head entrance_head clerk volunteer")
DEMANDED = {"about": "{order}", "text": "为何逾期", "due_on": "2026-05-20"}
NEIGHBOUR = {"name": "何", "person": "{neighbour}", "grade": "4"}

SUPERVISE = [
    read("/supervision", "late"),
    show("/issues/{reference}/watch", "done", WATCHERS),
    send("/issues/{reference}/watch", "done", WATCHERS, {"first_on": "2026-05-19"}),
    read("/issues/{reference}/observations", "seen"),
    show("/issues/{reference}/observations/new", "looking", OBSERVERS),
    send("/issues/{reference}/observations", "looking", OBSERVERS, {"day": "2026-05-19", "kept": "yes"}),
    show("/issues/{reference}/demands/new", "late", SUPERVISOR),
    send("/issues/{reference}/demands", "late", SUPERVISOR, DEMANDED),
    read("/issues/{reference}/demands/{demand}", "demanded"),
    send("/issues/{reference}/demands/{demand}/answer", "demanded", ANSWERING, {"answer": "等货"}, yes_other=COMMITTEE),
    show("/issues/{reference}/close-out", "kept", ANSWERING, yes_other=COMMITTEE),
    send("/issues/{reference}/close-out", "kept", ANSWERING, {"proof": "照片"}, yes_other=COMMITTEE),
    read("/issues/{reference}/close-outs/{close_out}", "closing"),
    send("/issues/{reference}/close-outs/{close_out}/first-key", "closing", KEY_ONE, {"view": "属实"},
         yes_other=SUPERVISOR),
    send("/issues/{reference}/close-outs/{close_out}/second-key", "closing", KEY_TWO, {}),
    send("/issues/{reference}/close-outs/{close_out}/refusal", "closing", REFUSERS, {"reason": "还暗"},
         yes_other=SUPERVISOR | KEY_TWO),
    show("/issues/{reference}/rating", "rating", AFFECTED, yes_other=group("affected")),
    send("/issues/{reference}/rating", "rating", AFFECTED, {"grade": "4"}, yes_other=group("affected")),
    read("/issues/{reference}/satisfaction", "judged"),
    show("/issues/{reference}/rating/paper", "rating", COLLECTING),
    send("/issues/{reference}/rating/paper", "rating", COLLECTING, NEIGHBOUR),
    send("/issues/{reference}/rating/forms", "rating", COLLECTING, {"given": "9", "spoiled": "1"}),
    show("/issues/{reference}/call-backs", "judged", COMMITTEE),
    send("/issues/{reference}/call-backs/{rating}", "judged", COMMITTEE, {"note": "已去过"}),
    read("/issues/{reference}/reopening", "judged"),
    send("/issues/{reference}/reopening", "judged", REOPENERS, {"reason": "又坏了"}, yes_other=SUPERVISOR | COMMITTEE),
]  # fmt: skip

SHUT = {"suspended": 403}
DEMO = [
    # Outside a demo there is no clock to move and no invented neighbour.
    send("/demo/clock", "topic", EVERYBODY, {"then": "/gongfu/"}, then=409, but=SHUT),
    send("/demo/votes/{vote}/ballots", "open", EVERYBODY, {}, then=409, but=SHUT, far=False),
    send("/demo/votes/{vote}/sheets", "open", EVERYBODY, {}, then=409, but=SHUT, far=False),
]

PICTURES = picture_rows(SPEAKERS, COLLECTORS)

ROWS: list[Row] = [
    *PEOPLE,
    *NOTICES,
    *PICTURES,
    *PROPOSE,
    *SETTLING,
    *ROUNDS,
    *SEALED,
    *PETITIONS,
    *MEDIATION,
    *DISCUSS,
    *DECIDE,
    *MANAGE,
    *SUPERVISE,
    *DEMO,
]
