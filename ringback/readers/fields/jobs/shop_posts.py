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
_BRAND = re.compile(_BRANDS, re.IGNORECASE)
_NO_SHOPS_POST = frozenset({"兼职", "打工"})  # Python兼职: what somebody knows, beside his studies


def at_shop_post(text: str) -> tuple[str, str] | None:
    """Split a house and the post of a shop that nothing parts; a kind of shop alone is no house (超商店員)."""
    plain = fold(text)
    glued = _GLUED.fullmatch(plain) if len(plain) == len(text) and not plain.isascii() else None
    if glued and glued["post"] in _NO_SHOPS_POST and glued["house"].isascii() and not _BRAND.fullmatch(glued["house"]):
        return None
    return (text[: glued.start("post")], text[glued.start("post") :]) if glued else None
