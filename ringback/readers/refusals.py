"""Why a file was not read: every code with its sentence and its next step.

A reader raises :class:`Refused`; :mod:`ringback.readers.read` turns it into an :class:`~schemas.records.Unreadable`, so
that no caller ever sees an exception for bad input. The codes are part of the outside interface.
"""

from __future__ import annotations

from collections.abc import Mapping

from ringback.errors import UsageError
from schemas.records import Unreadable

REFUSALS: Mapping[str, tuple[str, str]] = {
    "empty": (
        "There is nothing in this file. 文件为空。",
        "Ask for the file again, then drop the new copy. 请重新获取文件。",
    ),
    "truncated": (
        "This file is cut off or damaged and cannot be opened. 文件不完整或已损坏。",
        "Download it again and drop the new copy. 请重新下载后再放入。",
    ),
    "encrypted": (
        "This file asks for a password. 文件有密码。",
        "Ask the sender for the password, save the opened file without one, and drop that. 请解除密码后再放入。",
    ),
    "unsupported": (
        "This kind of file is not read. 不支持的文件格式。",
        "Ask for a PDF or Word file, or unpack it, and drop that. 请转换为 PDF 或 Word。",
    ),
    "bomb": (
        "This file unpacks to far more than an honest file does, so it was not opened. 解压后体积异常。",
        "Do not open it. If you trust the sender, ask for the resumes one by one. 请勿打开，可请对方逐个发送。",
    ),
    "traversal": (
        "This archive holds names that point outside its own folder, so those parts were not opened. 压缩包内路径异常。",
        "If you trust the sender, ask for the files packed anew. 请对方重新打包。",
    ),
    "xxe": (
        "This file declares external entities, which no word processor writes, so it was not opened. 文件含外部实体。",
        "If you trust the sender, ask for a PDF. 请对方改发 PDF。",
    ),
    "too_large": (
        "This file is larger than a resume can be. 文件过大。",
        "Ask for a smaller file, or split the list, and drop that. 请缩小或拆分后再放入。",
    ),
    "not_a_resume": (
        "This does not look like a resume. 看起来不是简历。",
        "If it is one, readmit it by its id; otherwise dismiss it. 如确为简历请按编号重新接收（readmit），否则忽略（dismiss）。",
    ),
    "needs_ocr": (
        "This file holds pictures of text only. 文件是扫描件或图片，没有文字。",
        "Install the OCR extra and readmit it, or ask for the original file. 请安装 OCR 组件后重新接收，或索取原件。",
    ),
    "no_contact": (
        "This resume has neither a phone number nor an e-mail address. 简历没有联系方式。",
        "Add a phone number or an e-mail address, then readmit it. 请补充电话或邮箱后重新接收。",
    ),
    "invalid_row": (
        "This row of the list has no name, no phone number and no e-mail address. 此行没有姓名和联系方式。",
        "Complete the row and drop the list again; the good rows are in already. 请补全后重新放入。",
    ),
    "duplicate_row": (
        "This row says the same as an earlier row of this list. 此行与前面的行重复。",
        "Nothing needs to be done. 无需处理。",
    ),
    "reader_died": (
        "The reader of this file broke down, so the file was set aside. 读取程序异常退出。",
        "Ask for a PDF of it; if that fails too, report the file to the engineers. 请改用 PDF。",
    ),
    "unstorable": (
        "The database does not take what was read here, so this record was set aside. 数据库无法保存读出的内容。",
        "Report it to the engineers; once it is mended, readmit it by its id. 请告诉工程师，修好后按编号重新接收（readmit）。",
    ),
    "timeout": (
        "Reading this file took too long, so it was set aside. 读取超时。",
        "Ask for a smaller file, or a PDF of it. 请缩小文件或改用 PDF。",
    ),
    "unreachable": (
        "This file could not be opened on this machine. 无法打开文件。",
        "Check that it is still there and that Ringback may read it. 请检查文件是否存在、是否有读取权限。",
    ),
}
"""Code -> (sentence, next step), English first with the Chinese beside it."""


def known_code(code: str) -> str:
    """Return a code that a person typed.

    Raises:
        UsageError: there is none such; all that there are, are named.
    """
    if code not in REFUSALS:
        raise UsageError(f"There is no code {code!r} in quarantine. There are: {', '.join(sorted(REFUSALS))}.")
    return code


class Refused(Exception):  # noqa: N818 - a refusal is not an error of ours
    """This input is not read, for the reason ``code``; ``detail`` says more where the code alone is not enough."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def explain(code: str, *, detail: str = "", member: str | None = None) -> Unreadable:
    """Return the stored form of a refusal; ``detail`` is put behind the sentence."""
    message, hint = REFUSALS[code]
    return Unreadable(code=code, message=f"{message} ({detail})" if detail else message, hint=hint, member=member)
