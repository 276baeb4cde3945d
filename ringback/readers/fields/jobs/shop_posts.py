"""Posts of shops and kitchens that Chinese resumes write right behind the house: 麥當勞服務員, 晨光便利商店店員."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import rows_by_key
from ringback.readers.normalise import fold

_WORDS = {key: words[0] for key, words in rows_by_key("han_job_words.tsv").items()}
_BRANDS, _SHOPS, _POSTS, _ANY_SHOP = (
    _WORDS[kind].replace(" ", "|") for kind in ("shop_brand", "shop", "shop_post", "any_shop")
)
_GLUED = re.compile(
    f"(?P<house>{_BRANDS}|(?!(?:KTV|SPA|VIP|POS|OK|4S))[A-Za-z][A-Za-z0-9'’&.-]{{1,18}}[A-Za-z]|(?!{_ANY_SHOP})[\u4e00-\u9fffA-Za-z0-9]{{2,12}}(?:{_SHOPS}))"
    f"(?P<post>(?:兼职|正职|门市|外场|内场|夜班|大夜|晚班|早班|假日|暑期)?(?:{_POSTS}))",
    re.IGNORECASE,
)
_INTERN = re.compile(  # 青禾科技实习生, not 金融科技实习生
    "(?P<house>(?!(?:信息|金融|数字|生物|医疗|医药|农业|教育|互联网?|智能|高新|新能源|投资|商业|私人|企业|游戏|影视|网络|体育|汽车|人工|健康)+(?:科技|银行|证券|传媒|集团)实习)"
    "[\u4e00-\u9fff]{2,6}(?:科技|集团|银行|证券|传媒))(?P<post>实习生)"
)
_BRAND = re.compile(_BRANDS, re.IGNORECASE)
_NO_SHOPS_POST = frozenset({"兼职", "打工"})  # Python兼职: what somebody knows, beside his studies


def at_shop_post(text: str) -> tuple[str, str] | None:
    """Split a house and the post of a shop that nothing parts; a kind of shop alone is no house (超商店員)."""
    plain = fold(text)
    is_han = len(plain) == len(text) and not plain.isascii()
    glued = (_GLUED.fullmatch(plain) or _INTERN.fullmatch(plain)) if is_han else None
    if glued and glued["post"] in _NO_SHOPS_POST and glued["house"].isascii() and not _BRAND.fullmatch(glued["house"]):
        return None
    return (text[: glued.start("post")], text[glued.start("post") :]) if glued else None
