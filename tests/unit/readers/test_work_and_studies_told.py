"""Studies and jobs told by verbs under one heading: where somebody works is no school, and the verb is no part of a name."""

from __future__ import annotations

from collections.abc import Callable

from schemas.records import Reading

TEXT = (
    "教师简介\n姓名\t卢晓东\n职称\t讲师\n个人简介\n一、学习/工作经历\n1998年，毕业于江海大学数学院 大学本科\n"
    "2005年，毕业于江海大学海洋工程学院 硕士\n1998年至2001年，工作于江海省科学院计算中心\n"
    "2001年至今，工作于青禾建筑大学海洋工程学院\n二、科研方向\n自然语言处理"
)


def test_present_house_behind_its_verb(read: Callable[..., Reading]) -> None:
    (resume,) = read(TEXT).resumes
    assert resume.current_employer == "青禾建筑大学海洋工程学院"


def test_school_behind_its_verb_under_one_heading(read: Callable[..., Reading]) -> None:
    (resume,) = read(TEXT).resumes
    assert ((resume.school or "")[:4], resume.highest_degree) == ("江海大学", "master")
