"""Words that stand beside post and employer and are neither: languages, countries, units, months."""

from __future__ import annotations

OWN_BOSS = frozenset({"freelance", "freelancer", "self-employed", "self employed", "independent", "自由职业"})
LANGUAGES = frozenset([
    "english", "german", "french", "spanish", "italian", "portuguese", "dutch", "russian", "arabic", "chinese",
    "mandarin", "cantonese", "japanese", "korean", "turkish", "polish", "swedish", "danish", "norwegian", "czech",
    "hungarian", "greek", "hebrew", "hindi", "urdu", "bengali", "tamil", "swahili",
])  # fmt: skip  # Content Reviewer with German
# Target heads no lines of a job, but is a department store; the networks are listed because they employ people too.
FIRMS_TOO = frozenset({"target", "facebook", "twitter", "linkedin", "instagram", "snapchat", "tiktok"})
COUNTRIES = frozenset([
    "中国", "中国香港", "美国", "英国", "日本", "韩国", "德国", "法国", "加拿大", "澳大利亚", "新加坡",
    "国外", "国内", "海外", "境外", "D.C.", "U.S.",
    "U.S.A.", "U.K.",
])  # fmt: skip
UNITS = frozenset([
    "med/surg", "med-surg", "medsurg", "medical/surgical", "medical-surgical", "medical surgical", "icu", "ccu",
    "nicu", "picu", "pacu", "micu", "sicu", "telemetry", "cardiac telemetry", "labor and delivery",
    "labor & delivery", "mother/baby", "emergency department", "emergency room", "operating room", "intensive care",
    "intensive care unit", "critical care", "neonatal intensive care", "step-down", "medical ward", "surgical ward",
    "medical unit", "surgical unit", "day shift", "night shift", "first shift", "second shift", "third shift",
    "graveyard shift", "weekends", "front end",
])  # fmt: skip  # of a hospital, a plant or a shop
SHORT_MONTHS = frozenset([
    "jan", "feb", "fev", "fév", "mrt", "mrz", "apr", "abr", "avr", "mai", "mei", "ago", "aug", "aoû", "sept", "sep",
    "set", "out", "oct", "okt", "ott", "nov", "dec", "dez", "dic", "déc", "ene",
])  # fmt: skip
