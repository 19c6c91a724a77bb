"""The named people of the demo: where they live, what they are, who can sign in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """One of the cast; `building` 0 for those who do not live here."""

    name: str
    office: str = ""
    title: str = ""
    building: int = 0
    kind: str = "owner_resident"
    account: bool = False
    scope: tuple[int, ...] = ()
    """Buildings over which the office is held; empty: the whole community."""


COMMITTEE = (
    Member("刘敏", "committee", "居委会主任", 4, account=True),
    Member("郝建平", "committee", "居委会副主任", 9, account=True),
    Member("江雪", "committee", "环境和物业管理委员", 13),
    Member("范玉珍", "committee", "公共服务委员", 18),
    Member("陆永年", "committee", "人民调解委员", 21),
    Member("席文", "committee", "治安保卫委员", 26),
    Member("康丽", "committee", "居务公开委员", 30),
)
"""Seven, as the representatives' meeting counts them."""

PARTY = (
    Member("陈书", "party_committee", "社区党委书记", 6, account=True),
    Member("纪民生", "party_committee", "社区党委副书记", 11),
    Member("石兰英", "party_committee", "社区党委委员", 15),
    Member("毛卫东", "party_committee", "社区党委委员", 23),
    Member("尹秀芝", "party_committee", "社区党委委员", 28),
)

SUPERVISORS = (
    Member("周建", "supervisor", "居务监督委员会主任", 7, account=True),
    Member("古淑贤", "supervisor", "居务监督委员会委员", 12),
    Member("雷振声", "supervisor", "居务监督委员会委员", 20),
    Member("施慧", "supervisor", "居务监督委员会委员", 27),
    Member("龚长青", "supervisor", "居务监督委员会委员", 31),
)
"""No kin of the committee (Residents' Committees Law, art. 36)."""

ADVISORS = (
    Member("吴波", "advisor", "退休市政工程师", 3, account=True),
    Member("柳文渊", "advisor", "退休法官", 8),
    Member("洪桂生", "advisor", "老党员", 14),
    Member("邱淑云", "advisor", "退休教师", 17),
    Member("万仲达", "advisor", "退休交警", 22),
    Member("黎敬之", "advisor", "注册会计师", 25),
    Member("葛素梅", "advisor", "退休卫生院院长", 32),
)

WATCH = tuple(
    Member(name, "citizen_watch", "监督团成员", building, account=name == "郑丽")
    for name, building in zip(
        "郑丽 温永福 章秀云 舒洁 屈德海 岳美华 霍志远 耿玉芬 裴少卿 解冬梅 翟培林 俞晓芳".split(),  # noqa: SIM905 - names read better in a row
        (1, 2, 2, 3, 5, 5, 6, 8, 10, 10, 12, 14),
        strict=True,
    )
)
"""Twelve, who look at the pitches every morning."""

TEAM = (
    Member("许静", "volunteer", "民情服务队队长", 2, account=True),
    Member("辛大成", "volunteer", "民情服务队", 10),
    Member("鲍玉洁", "volunteer", "民情服务队", 19),
    Member("左勇", "volunteer", "平安志愿者队长", 32),
    Member("颜小雨", "volunteer", "平安志愿者", 24, "tenant"),
    Member("郭立春", "volunteer", "摊主自律小组组长", 25, "tenant"),
)

GRID = tuple(
    Member(
        name,
        "grid_worker",
        f"{first}–{first + 5}号楼网格员",
        building,
        account=name == "何苗",
        scope=tuple(range(first, first + 6)),
    )
    for name, building, first in (
        ("何苗", 5, 1),
        ("聂小军", 10, 7),
        ("骆芳", 16, 13),
        ("焦磊", 21, 19),
        ("华珊", 29, 25),
        ("单平", 31, 31),
    )
)

CLERKS = (
    Member("林娜", "clerk", "", 11, account=True),
    Member("高远", "clerk", "", 16, account=True),
    Member("潘洁茹", "clerk", "", 29),
)

OUTSIDE = (
    Member("唐伟", "department", "综合执法中队", kind="official", account=True),
    Member("丁蕾", "department", "市场监管所", kind="official"),
    Member("邵明", "department", "交警中队", kind="official"),
    Member("袁芳菲", "department", "街道办事处", kind="official"),
    Member("盛学文", "department", "曙光学校总务处", kind="official"),
    Member("马军", "property_firm", "工福物业服务中心", kind="firm", account=True),
    Member("向阳", "property_firm", "曙光物业服务中心", kind="firm"),
    Member("关锋", "administrator", "系统管理员", kind="official", account=True),
)

ON_PAPER = "王桂兰"
NEIGHBOURS = (
    Member("赵玉梅", building=2, account=True),
    Member(ON_PAPER, building=2),
    Member("邓小北", building=24, kind="tenant", account=True),
    Member("苗春生", building=23),
    Member("佟志刚", building=23),
    Member("顾秀珍", building=12),
    Member("安可心", building=19),
)
"""赵玉梅 signs in as any resident does; 王桂兰 is 82, without a phone: everything of hers is on paper."""

HEAD_OF_2 = Member("刘志强", "building_head", "2号楼楼长", 2, account=True, scope=(2,))
REPRESENTATIVE = Member("孙浩", "representative", "2号楼居民代表", 2, account=True, scope=(2,))

SEATED = (
    *COMMITTEE, *PARTY, *SUPERVISORS, *ADVISORS, *WATCH, *TEAM, *GRID, *CLERKS, *OUTSIDE, *NEIGHBOURS,
    HEAD_OF_2, REPRESENTATIVE,
)  # fmt: skip
"""Those who have a name of their own; the rest are invented by number."""

OWNERS_COMMITTEE = ("曹国栋", "田雅琴", "任家宁", "夏明远", "姜佩兰")
"""Five owners of 曙光; the first is its chair and can sign in."""
BIG_OWNER = "钟百川"
DEVELOPER = "曙光置业公司（演示）"
