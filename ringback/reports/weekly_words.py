"""The words of the weekly report in both languages; a sentence is a template whose fields carry their counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("候选人联系周报", "Reaching candidates: the week"),
    "period": ("{since} 至 {until}", "{since} to {until}"),
    "calls": ("拨打", "calls"),
    "answered": ("接通", "answered"),
    "wrong": ("空号或不是本人", "wrong numbers"),
    "sent": ("发出消息", "messages sent"),
    "replies": ("收到回复", "replies"),
    "new": ("新候选人", "new candidates"),
    "per_call": ("每百通接通", "answered of 100 calls"),
    "cards": (
        "拨打：有结果的电话，含号码错误，不限时段；未计入：重复的、没有结果的。",
        "Calls: those with a known end, wrong numbers among them, at any hour. Left out: logged twice, without an end.",
    ),
    "cards_messages": (
        "消息、回复：按发出和收到的时间计，到 {until} 为止；那以后的不算。",
        "Messages, replies: by the hour at which they left or came, until {until}; later ones are not in it.",
    ),
    "last_week": ("上周 {n}", "before: {n}"),
    "short": ("一周要点", "In short"),
    "short_no_calls": ("本周没有通话。", "No call was made this week."),
    "short_answers": ("{calls} 通电话，接通 {answered} 通（{rate}）。", "{calls} calls, {answered} answered ({rate})."),
    "short_same": (
        "{calls} 通电话，接通 {answered} 通（{rate}），与上周的 {before} 没有明显差别。",
        "{calls} calls, {answered} answered ({rate}): no clear change from {before} the week before.",
    ),
    "short_more": (
        "{calls} 通电话，接通 {answered} 通（{rate}），比上周的 {before} 明显提高。",
        "{calls} calls, {answered} answered ({rate}): clearly more than {before} the week before.",
    ),
    "short_less": (
        "{calls} 通电话，接通 {answered} 通（{rate}），比上周的 {before} 明显下降。",
        "{calls} calls, {answered} answered ({rate}): clearly fewer than {before} the week before.",
    ),
    "short_no_hours": (
        "没有哪个岗位的时段差别大到值得等：把电话分散在一天里打。",
        "No role family answers so much more at one time of day that waiting for it pays: spread the calls over the day.",
    ),
    "short_early": (
        "通话还太少（{n} 通，至少需要 {needed} 通），说不出哪个时段更好：先把电话分散在一天里打。",
        "Too few calls so far ({n} of at least {needed}) to tell one time of day from another: spread them over the day.",
    ),
    "short_hours": ("值得等到{part}：{roles}。", "Worth waiting for {part}: {roles}."),
    "short_hour": ("{role} {best}（平时 {usual}）", "{role} {best} (usually {usual})"),
    "short_comma": ("、", ", "),
    "short_missed": (
        "{since} 起 {n} 通未接电话：约 {wrong} 号码可能有误，{lost} 可能已无意向，{hour} 时段不好，{rest} 只是没碰上。",
        "{n} missed calls since {since}, likely: {wrong} wrong numbers, {lost} lost people, {hour} poor hours, {rest} bad luck.",
    ),
    "short_missed_anyhow": (
        "{since} 起 {n} 通未接电话：约 {wrong} 号码可能有误，{lost} 可能已无意向，{rest} 只是没碰上；尚不知道哪个时段不好。",
        "{n} missed calls since {since}, likely: {wrong} wrong numbers, {lost} lost people, {rest} bad luck, no poor hour known.",
    ),
    "short_source": (
        "先核对来自 {source} 的号码：约 {wrong} 有误，其次的来源约 {rest}。",
        "Check numbers from {source} first: about {wrong} are wrong, against {rest} at the next source.",
    ),
    "short_waiting": (
        "人才库 {known} 人中还有 {n} 人从未联系过。",
        "Of {known} people in the pool {n} have not been tried yet.",
    ),
    "hours": ("什么时候打得通", "When people answer"),
    "hours_verdicts": ("按岗位的结论", "What can be said of each role family"),
    "role": ("岗位", "role family"),
    "n_calls": ("通话", "calls"),
    "verdict": ("结论", "verdict"),
    "silent": ("为什么没接到", "Why calls are missed"),
    "causes_role": ("按岗位：未接电话归因", "Missed calls by likely cause and role family"),
    "causes_source": ("按来源：未接电话归因", "Missed calls by likely cause and source"),
    "cause": ("原因", "cause"),
    "missed": ("未接", "missed"),
    "associated": (
        "每通未接电话按概率分摊到可能的原因，是推测，不是证明；括号内是 90% 区间。",
        "Each missed call is shared out over what may lie behind it: likely causes, no proof. In brackets: 90 % intervals.",
    ),
    "numbers": ("号码错误率（按来源）", "Wrong numbers by source"),
    "source": ("来源", "source"),
    "people_rung": ("拨打过的人", "people rung"),
    "confirmed": ("已确认", "confirmed"),
    "estimated": ("推算的错误率", "estimated share"),
    "numbers_note": (
        "一通电话不一定能发现号码错误，所以已确认的比例偏低；推算值来自全部通话。未计入：不足 {least} 人的来源。",
        "One call seldom shows a wrong number: the estimate uses every call. Left out: sources below {least} people.",
    ),
    "funnel": ("从人才库到录用", "From the pool to the job"),
    "known": ("人才库", "in the pool"),
    "tried": ("联系过", "tried"),
    "reached": ("联系上", "reached"),
    "booked": ("约到面试", "interview booked"),
    "held": ("已面试", "interviewed"),
    "hired": ("录用", "hired"),
    "trust": ("预测可信吗", "Can the predictions be trusted?"),
    "calibration": (
        "预测接通率与实际（{days} 天前评分的人，此后第一通电话）",
        "Chance of an answer: predicted {days} days ago, and seen since",
    ),
    "calibration_text": (
        "{n} 人：预测 {p} 会接，实际 {rate} 接了；各档预测平均差 {error} 个百分点。",
        "{n} people: {p} were expected to answer, {rate} did; predictions were {error} points off on average.",
    ),
    "drift": ("每天接通率与预期（最近 14 天）", "Answers day by day against what was expected (last 14 days)"),
    "no_drift": ("最近两周与之前的规律一致。", "The last two weeks follow what was known before."),
    "holdout": (
        "为了核对，一小部分电话（{n} 通）打在随机时段：接通 {random}；推荐时段接通 {planned}。",
        "As a check some calls ({n}) go out at random hours: {random} were answered, {planned} at the recommended hours.",
    ),
    "priors": (
        "数据不足，失联概率用的是预设值（尚未学习）。",
        "The chance of being lost still rests on preset values: too little has happened yet to learn from.",
    ),
    "experiments": ("实验", "Experiments"),
    "experiment": ("实验", "experiment"),
    "counted_arms": (
        "统计：开始后分到方案、首次联系已满 72 小时的人；其余的还不计入。",
        "Counted: who got an arm and was first rung or written to 72 hours ago or more. Left out: all others.",
    ),
    "no_experiments": ("没有实验。", "No experiment has been read out yet."),
    "arm": ("方案", "arm"),
    "n": ("人数", "people"),
    "successes": ("72 小时内双向联系", "two-way contact in 72 h"),
    "rate": ("比例（90% 区间）", "rate (90 % interval)"),
    "p_best": ("最优概率", "chance to be best"),
    "fair": ("公平性检查", "Adverse-impact check"),
    "fair_text": (
        "低于最高组的 0.80、不像是偶然、每组至少 30 人才标记。性别、年龄从不参与评分；标记只表示需要人看。",
        "Flagged: below 0.80 of the best group's rate, hardly chance, 30 people a group. Neither gender nor age is ever scored.",
    ),
    "no_groups": (
        "没有足够的人注明性别或年龄（{n} 人），无法检查。",
        "Too few people state gender or age ({n}); nothing can be checked.",
    ),
    "attribute": ("属性", "attribute"),
    "outcome": ("结果", "outcome"),
    "group": ("群体", "group"),
    "ratio": ("与最高组之比", "ratio to the highest"),
    "flag": ("标记", "flag"),
    "gender": ("性别", "gender"),
    "age": ("年龄", "age"),
    "first_half": ("排在名单前半", "in the first half of the list"),
    "not_thought_lost": ("未被判为失联", "not thought lost"),
    "by_chance": ("可能是偶然", "may be chance"),
    "hardly_chance": ("不像是偶然", "hardly chance"),
    "highest": ("最高组", "the highest"),
    "look": ("请核查", "please look"),
    "fine": ("—", "—"),
    "too_few": (
        "数据还不够：{n} 通，至少需要 {needed} 通。",
        "Not enough calls yet: {n}, at least {needed} are needed.",
    ),
    "too_few_cases": (
        "到期可核对的人还不够：{n} 人，至少需要 {needed} 人。",
        "Not enough matured cases yet: {n}, at least {needed} are needed.",
    ),
    "counted_calls": (
        "有结果的呼出电话，共 {n} 通（~ 表示不足 20 通；没有颜色：各时段尚看不出差别，只列通数）",
        "outgoing calls with a known end, {n} in all (~ where fewer than 20; no colour: hours not told apart, counts only)",
    ),
    "left_out_calls": (
        "重复 {duplicates} 通、没有结果 {unknown} 通、号码错误 {wrong} 通、拨打时段以外 {outside} 通",
        "{duplicates} logged twice, {unknown} without an end, {wrong} wrong numbers, {outside} outside the call hours",
    ),
    "counted_missed": (
        "{n} 人自上次接通以来的未接电话，含号码错误、不限时段",
        "missed calls of {n} people since each one's last answer, wrong numbers among them, at any hour",
    ),
    "left_out_missed": (
        "接通以前的未接电话、重复的、没有结果的，以及没有打过的人",
        "misses before an answer, calls logged twice or without an end, people who were never rung",
    ),
    "counted_people": (
        "人才库中的人，按曾达到的阶段；百分比为占上一阶段的比例",
        "people in the pool, by the furthest they ever came; shares are of the stage above",
    ),
    "stages": ("各阶段人数", "People by stage"),
    "left_out_people": ("已合并的重复档案", "merged duplicates"),
    "counted_cases": ("{n} 人，评分后的第一通电话", "{n} people, the first call after their score"),
    "left_out_cases": ("没有结果的电话，此后没打过的人", "calls without a known end, people not rung since"),
    "counted_days": (
        "最近 14 天 {n} 通首次接通前的电话（点：当天接通率；横线：预期；色带：偶然波动的范围；红点：超出范围）",
        "{n} calls to people who had not answered yet (dot: answered; line: expected; band: what chance explains; red: outside)",
    ),
    "left_out_days": (
        "以前接过电话的人、号码错误、重复的、没有结果的、拨打时段以外的，以及不足 {least} 通的日子",
        "who had answered before, wrong numbers, calls twice, without an end or outside the call hours, days below {least} calls",
    ),
    "no_calls": ("没有通话记录", "no calls yet"),
    "appendix": ("附录：给核对数字的人", "Appendix: for whoever checks the figures"),
    "appendix_p": (
        "公平性检查：与最高组的差别纯属偶然的可能（Fisher 精确检验）。",
        "Adverse-impact check: how likely luck alone brings such a difference from the highest group (Fisher's exact test).",
    ),
    "p_value": ("p 值", "p"),
    "footer": (
        "由 Ringback 生成于 {at}；方法见 docs/methods.md。本页不含联系方式。",
        "Made by Ringback at {at}; methods: docs/methods.md. This page holds no contact data.",
    ),
}
