"""UTF-16 that no mark tells: of a script with few letters of one byte noughts stand seldom, and 一 holds one as well."""

from __future__ import annotations

import re

MIN_NOUGHTS = 4
MIN_PLAIN = 0.95
_PLAIN = re.compile(
    "[\t\r\n -~\u00a0-\u024f\u2000-\u206f\u2190-\u2bff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]"
)


def wide_encoding(sample: bytes) -> str | None:
    """Return ``utf-16-le`` or ``utf-16-be`` where a sample without a mark is lines of text in one of them, else None."""
    if sample.count(0) < MIN_NOUGHTS:
        return None
    texts = {name: sample[: len(sample) // 2 * 2].decode(name, "replace") for name in ("utf-16-le", "utf-16-be")}
    best = max(texts, key=lambda name: len(_PLAIN.findall(texts[name])))
    is_text = "\n" in texts[best] and len(_PLAIN.findall(texts[best])) >= MIN_PLAIN * len(texts[best])
    return best if is_text else None
