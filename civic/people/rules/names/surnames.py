"""Family names that a reader of Chinese text misreads: as a name they sound otherwise."""

SURNAMES = {
    "万俟": "mo qi", "尉迟": "yu chi", "单于": "chan yu", "长孙": "zhang sun", "澹台": "tan tai", "令狐": "ling hu",
    "鲜于": "xian yu", "濮阳": "pu yang", "宰父": "zai fu", "亓官": "qi guan", "呼延": "hu yan", "皇甫": "huang fu",
    "单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "朴": "piao", "乐": "yue", "区": "ou", "曾": "zeng",
    "翟": "zhai", "秘": "bi", "缪": "miao", "尉": "wei", "盖": "ge", "种": "chong", "覃": "qin", "佴": "nai",
    "员": "yun", "召": "shao", "黑": "he", "折": "she", "晟": "cheng", "能": "nai", "繁": "po", "句": "gou",
    "祭": "zhai", "角": "jue", "藏": "zang", "阚": "kan", "郗": "chi", "牟": "mu", "粘": "nian", "乜": "nie",
    "郇": "xun", "适": "kuo", "洗": "xian", "行": "xing", "相": "xiang", "隗": "wei", "重": "chong", "褚": "chu",
    "逄": "pang", "车": "che", "盛": "sheng", "长": "zhang", "都": "du", "燕": "yan", "过": "guo", "应": "ying",
    "纪": "ji", "宁": "ning", "任": "ren", "哈": "ha", "那": "na", "葛": "ge", "华": "hua", "石": "shi",
}  # fmt: skip
"""From the list that was tried (ux paper, pitfall 5) and the dictionaries' notes on family names; where a name is
read in two ways (覃 tan, 隗 kui), the one heard more often."""
