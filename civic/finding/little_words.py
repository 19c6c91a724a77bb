"""Chinese characters and pairs of them that do not tell one matter from another."""

LITTLE = frozenset("的了着过在是我您你他她它有不没无和就都也还又很太请们这那哪到被把给让对从及与吗呢吧啊")
"""Characters that say nothing about a matter; no pair is made with them."""
EVERYWHERE = frozenset(
    {
        "号楼",
        "单元",
        "小区",
        "社区",
        "居民",
        "邻居",
        "问题",
        "希望",
        "解决",
        "处理",
        "大家",
        "有人",
        "尽快",
        "居委",
        "委会",
    }
)
"""Pairs that half of all matters have."""
