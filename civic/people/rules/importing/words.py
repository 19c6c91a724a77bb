"""The words of Chinese lists: headings, relations, kinds, marks. Data, compared after NFKC in lower case."""

HEADINGS = {
    "estate": "小区 小区名 小区名称 所属小区 所在小区 住宅小区 院落 estate compound",
    "building": "楼栋 楼号 幢 幢号 楼 栋 栋号 楼栋号 楼幢 楼宇 building block house",
    "entrance": "单元 单元号 门洞 entrance unit staircase",
    "floor": "楼层 层 层数 所在楼层 floor storey",
    "door": "门牌 门牌号 房号 室 室号 房间号 户室 房屋 房屋号 房屋编号 门号 door flat room dwelling",
    "kind": "类型 房屋类型 用途 房屋用途 性质 kind type use",
    "area": "面积 建筑面积 专有面积 专有部分面积 房屋面积 产权面积 area size",
    "area_source": "面积来源 面积依据 areasource sourceofarea",
    "state": "产权状态 销售状态 交付状态 房屋状态 sale state",
    "household": "户号 户序 第几户 household householdnumber",
    "name": "姓名 名字 居民姓名 业主姓名 产权人 产权人姓名 户主姓名 住户姓名 人员姓名 name",
    "relation": "与户主关系 关系 户主关系 与户主的关系 同户主关系 relation relationtohouseholder",
    "capacity": "身份 人员身份 居民身份 住户身份 居住身份 身份类别 身份类型 人员类别 人员类型 居民类别 居民类型 住户类别 住户类型 "
    "capacity residenttype kindofresident ownerortenant ownertenant",
    "owner": "业主 是否业主 产权人否 是否产权人 owner",
    "share": "产权份额 份额 产权比例 比例 share",
    "named_voter": "表决代表 投票代表 表决人 共有人代表 namedvoter votes",
    "phone": "电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 phone mobile telephone",
    "born_on": "出生日期 出生年月日 出生年月 生日 born birthday dateofbirth",
    "registered": "户籍 户籍在此 户口 户籍在册 是否户籍 本地户籍 registered",
    "from_on": "入住日期 迁入日期 入住时间 迁入时间 movedin",
    "to_on": "搬出日期 迁出日期 搬离日期 迁出时间 movedout",
}
OWNERS_ALONE = frozenset(["业主姓名", "产权人", "产权人姓名"])
"""Headings of names that say: whoever stands here owns."""
OFFICES = ("职务", "楼长", "单元长", "网格员", "网格长", "角色", "权限", "管理员", "岗位", "职位", "任职", "账号", "密码",
           "office", "role", "admin", "permission", "password", "account")  # fmt: skip

UNKNOWN = "不详 未知 不清楚 不知道 待核实 待查 notknown unknown"
KINDS = {
    "home": "住宅 住房 住家 普通住宅 公寓 成套住宅 home dwelling residential",
    "shop": "商铺 门面 网点 商业 沿街 沿街房 店铺 商业网点 商业服务 shop commercial",
    "parking": "车位 车库 停车位 地下车位 parking garage parkingspace",
}
AREA_SOURCES = {
    "register": "登记 产权证 房产证 不动产登记 不动产权证 不动产证 登记簿 register registered",
    "survey": "测绘 实测 测绘报告 实测面积 房产测绘 survey surveyed",
    "contract": "合同 购房合同 买卖合同 合同面积 contract",
    "not_known": UNKNOWN,
}
STATES = {
    "sold": "已售 已交付 已售已交付 已出售 自有 sold delivered",
    "unsold": "未售 待售 未出售 unsold",
    "undelivered": "未交付 已售未交付 未交房 undelivered",
    "not_known": UNKNOWN,
}
RELATIONS = {
    "householder": "户主 本人 householder self",
    "spouse": "配偶 夫 妻 丈夫 妻子 爱人 老伴 夫妻 spouse husband wife",
    "child": "子 女 儿子 女儿 子女 长子 次子 三子 长女 次女 三女 独生子 独生女 养子 养女 孩子 child son daughter",
    "parent": "父 母 父亲 母亲 父母 爸爸 妈妈 parent father mother",
    "kin": "兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 孙子 孙女 外孙 外孙女 祖父 祖母 爷爷 奶奶 姥爷 姥姥 外公 外婆 "
    "岳父 岳母 公公 婆婆 儿媳 女婿 侄子 侄女 外甥 外甥女 亲属 其他亲属 亲戚 kin relative",
    "other": "其他 其它 非亲属 保姆 同住人 other",
    "tenant": "租户 租客 承租人 房客 租住 租赁 tenant",
    "elsewhere": "不住 不在此居住 不住此处 外住 业主不住 elsewhere notlivinghere",
}
CAPACITIES = {
    "owner": "业主 房主 房东 产权人 业主本人 业主代表 owner landlord landlady",
    "tenant": "租户 租客 承租人 房客 租住 租住户 租赁户 租房 租户本人 tenant renter lodger",
    "family": "家属 业主家属 家人 家庭成员 亲属 业主亲属 同住亲属 family familymember relative",
    "resident": "居民 住户 常住 常住户 常住居民 常住人口 居住人 实际居住人 resident occupant",
}
"""One column for what are two questions here: who owns, and as what somebody lives there."""
YES = frozenset(
    [
        "是",
        "有",
        "y",
        "yes",
        "true",
        "1",
        "√",
        "✓",
        "✔",
        "对",
        "本地",
        "在册",
        "户籍在此",
        "本社区",
        "本村",
        "已登记",
        "○",
        "o",
    ]
)
NO = frozenset(
    [
        "否",
        "无",
        "n",
        "no",
        "false",
        "0",
        "×",
        "✗",
        "✘",
        "x",
        "非",
        "不是",
        "外地",
        "流动",
        "不在册",
        "户籍不在此",
        "人户分离",
        "没有",
    ]
)

BUILDING = r"(?:第)?(?P<number>[0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,6})(?:号楼|幢|栋|座|#楼|#|楼|号)?(?:building)?"
BUILDING_NAME = "{}号楼"
ENTRANCE = r"(?:第)?(?P<number>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:号)?(?:单元|门洞|门)?"
FLOOR = r"(?P<below>-|负|b|地下)?(?:第)?(?P<number>[0-9]{1,3}|[一二两三四五六七八九十百]{1,5})(?:层|楼|f)?"
HOUSEHOLD_END = "户"
NUMERAL = r"[零〇一二两三四五六七八九十百]{1,6}"
"""A door in Chinese numerals, 三零二: the same as 302."""
DOOR_END = r"(?:室|号房|房|号|户)$"
DWELLING = (
    r"(?P<building>[0-9]{1,4})(?:号楼|幢|栋|#楼|#|楼)?-?(?P<entrance>[0-9]{1,2})(?:单元)?-(?P<door>[0-9]{2,5})",
    r"(?P<building>[0-9一二两三四五六七八九十百]{1,5})(?:号楼|幢|栋|#楼|#|楼)-?"
    r"(?P<entrance>[0-9一二两三四五六七八九十]{1,3})单元-?(?P<door>[0-9]{2,5}|[零〇一二两三四五六七八九十百]{1,6})",
    r"(?P<entrance>[0-9一二两三四五六七八九十]{1,3})单元-?(?P<door>[0-9]{2,5}|[零〇一二两三四五六七八九十百]{1,6})",
    r"(?P<entrance>[0-9]{1,2})-(?P<door>[0-9]{3,5})",
)
"""A whole dwelling typed into the column of doors: 2-1-501, 2号楼1单元501, 1单元501, 1-501."""
DAY = r"(?P<year>[0-9]{4})\s*[-./年]\s*(?P<month>[0-9]{1,2})\s*[-./月]\s*(?P<day>[0-9]{1,2})\s*日?(?:\s+[0-9:]+)?"
AREA_END = r"(?:平方米|平米|平方|平|m2|sqm)$"
DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
ZEROS = "零〇"
TEN, HUNDRED = "十", "百"

NAME_SEPARATORS = "、，,;；/／|\n"
ORGANISATIONS = ("公司", "集团", "合作社", "委员会", "中心", "银行", "学校", "医院", "政府", "管理局", "工厂", "商店", "超市",
                 "办事处", "支行", "基金会", "ltd", "ltd.", "inc.", "company")  # fmt: skip
SUMS = frozenset(["合计", "小计", "总计", "共计", "total", "sum"])
EXAMPLES = ("示例", "样例", "例：", "例:", "example")
