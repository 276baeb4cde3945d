"""The files of the demo that are no readable resume: what a drop folder really collects, one reason each."""

from __future__ import annotations

import zipfile
from io import BytesIO

from layouts_office import ZIP_TIME

BOMB_MEGABYTES = 60
"""What the archive below unpacks to: far beyond a hundred times its packed size."""


def truncate(document: bytes) -> bytes:
    """Return the first third of a document: a download that broke off."""
    return document[: len(document) // 3]


def write_program() -> bytes:
    """Return the head of a Windows program, which somebody renamed to .pdf; it holds no code."""
    stub = b"This program cannot be run in DOS mode.\r\r\n$"
    header = b"MZ" + bytes(58) + (0x80).to_bytes(4, "little") + stub
    return header.ljust(0x80, b"\0") + b"PE\0\0" + b"\x4c\x01" + bytes(4090)


def write_bomb() -> bytes:
    """Return an archive of some 60 kB whose one member is nothing but zeros when it is unpacked."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(zipfile.ZipInfo("resumes.txt", ZIP_TIME), bytes(BOMB_MEGABYTES << 20), zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def write_job_description() -> bytes:
    """Return a job description, which is about a post and not about a person."""
    lines = ["岗位说明书：区域销售经理（华东）", "", "一、岗位职责"]
    lines += ["1. 负责区域内市场开拓与客户维护，完成公司下达的销售指标；", "2. 管理并培养销售团队，制定月度工作计划；"]
    lines += ["3. 收集市场信息，向产品部门反馈。", "", "二、任职要求"]
    lines += [
        "1. 本科及以上学历，市场营销等相关专业优先；",
        "2. 三年以上同岗位工作经验；",
        "3. 能适应出差。",
        "",
        "三、薪酬福利",
    ]
    lines += ["底薪加提成，五险一金，带薪年假，节日福利。", "", "我们期待您的加入，请将简历发送至公司招聘信箱。", ""]
    return "\r\n".join(lines).encode()
