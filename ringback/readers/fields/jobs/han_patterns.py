"""Patterns of Chinese houses and workers, made of the words in ``han_job_words.tsv``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import rows_by_key

_WORDS = {key: words[0] for key, words in rows_by_key("han_job_words.tsv").items()}
_HOUSES, _WORKSHOPS = (_WORDS[kind].replace(" ", "|") for kind in ("house", "workshop"))
HOUSE = re.compile(
    f"[\u4e00-\u9fff]{{2,}}(?:{_HOUSES})|[\u4e00-\u9fff]{{4,}}(?:{_WORKSHOPS})"
    "|(?:中国)?(?:人民)?(?:解放军|武警)[\u4e00-\u9fff]+部"
)  # with a door of its own: no department of the firm beside it
WORKER = re.compile(
    f"[A-Za-z]{{0,6}}[\u4e00-\u9fff]{{2,10}}(?:师|员)(?<![{_WORDS['before_member']}]员)(?<![{_WORDS['before_master']}]师)"
    f"|[\u4e00-\u9fff]{{2,5}}(?<![{_WORDS['before_worker']}])工"
    f"|(?:[\u4e00-\u9fff]{{1,3}}|上等)(?<![{_WORDS['before_soldier']}])兵"
    f"|[A-Za-z]{{0,6}}[\u4e00-\u9fff]{{2,10}}(?<![{_WORDS['before_post']}])岗"
)  # 主管护师, 信贷员, 环卫工, 通信兵, 风险管理岗: whoever works, but no member of a party or a team
