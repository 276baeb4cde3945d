"""Mail: EML and MSG with attachments, and the MHTML that boards export under the name ``.doc``."""

from __future__ import annotations

import email
import email.policy
import io
from email.errors import CloseBoundaryNotFoundDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from ringback.readers.dates import date_of
from ringback.readers.document import Content, Document, Letter, Line, Member
from ringback.readers.html import read_html
from ringback.readers.refusals import Refused, explain
from ringback.readers.text import decode, document_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ringback.readers.limits import ReaderLimits
    from schemas.records import Unreadable

MAX_PARTS = 200
LEFT = "other attachments"  # behind the last that is read
_CUT = (CloseBoundaryNotFoundDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
MIN_CHARS = 20  # less is an empty shell around the other part


def read_mail(data: bytes, limits: ReaderLimits) -> Content:
    """Read a MIME file: a saved page becomes a document, a real mail a letter with its attachments.

    Raises:
        Refused: ``empty`` when there is neither text nor an attachment, ``truncated`` when a page ends within itself.
    """
    message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=email.policy.compat32)
    parts_of_mail = _walk(message)
    walked = list(islice(parts_of_mail, MAX_PARTS))
    n_left = sum(_is_attachment(part) or _is_inner_mail(part) for part in parts_of_mail)
    parts = [part for part in walked if not part.is_multipart()]
    body_parts = [part for part in parts if _is_body(part)]
    attachments = [_attachment(part, number, limits) for number, part in enumerate(parts, 1) if _is_attachment(part)]
    attachments += [_inner_mail(part) for part in walked if _is_inner_mail(part)]
    if _is_cut_off(message, parts):
        raise Refused("truncated", "MIME")  # half a resume
    body = _body(body_parts, limits)
    if body is None:
        if not attachments:
            raise Refused("empty", "mail without text")
        body = Document(format="eml", lines=())
    written = _date(message)
    if _is_saved_page(message, body_parts) and not attachments:
        return _renamed(body, "mhtml", written)
    return Letter(
        body=_renamed(body, "eml", written),
        subject=header_text(message.get("Subject")),
        sender=header_text(message.get("From")),
        attachments=(*attachments, *_left_over(n_left)),
    )


def _walk(part: Message) -> Iterator[Message]:
    """Yield a mail and its parts, but not those of a mail inside it."""
    waiting = [part]  # no calls within calls: parts may be nested thousands deep
    while waiting:
        part = waiting.pop()
        yield part
        if part.is_multipart() and not _is_inner_mail(part):
            waiting += [
                inner for inner in reversed(cast("list[Any]", part.get_payload())) if isinstance(inner, Message)
            ]


def _is_cut_off(message: Message, parts: list[Message]) -> bool:
    """Tell a page that ends where its file was cut; a mailer that forgets the last boundary still ends its page."""
    last = parts[-1] if parts else None
    if last is None or last.get_content_type() != "text/html":
        return False
    page = _payload(last).lower()
    is_open = any(isinstance(defect, _CUT) for defect in (*message.defects, *last.defects))
    return is_open and b"<html" in page and b"</html" not in page


def _is_inner_mail(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822"


def _left_over(n_left: int) -> list[Unreadable]:
    """Return the problem that says how many attachments were not looked at, none where all were."""
    if not n_left:
        return []
    return [
        explain("too_large", detail=f"{n_left} more attachments were not read: send them in other mails", member=LEFT)
    ]


def _renamed(body: Document, name: str, written: date | None) -> Document:
    return Document(
        format=name,
        lines=body.lines,
        title=body.title,
        links=body.links,
        written_on=written,
        warnings=body.warnings,
        text_is_partial=body.text_is_partial,
    )


def header_text(value: Any) -> str:
    """Decode a header: encoded words, and raw GBK bytes as 51job writes them."""
    if value is None:
        return ""
    try:
        pieces = decode_header(str(value) if not isinstance(value, str) else value)
    except (ValueError, LookupError, email.errors.HeaderParseError):
        return str(value)
    out = [piece if isinstance(piece, str) else decode(piece, charset=charset) for piece, charset in pieces]
    text = "".join(out)
    if any("\udc80" <= mark <= "\udcff" for mark in text):
        text = decode(text.encode("utf-8", "surrogateescape"))
    return " ".join(text.split())


def _date(message: Message) -> date | None:
    try:
        return date_of(parsedate_to_datetime(str(message.get("Date"))))
    except (TypeError, ValueError, IndexError):
        return None


def _is_saved_page(message: Message, body_parts: list[Message]) -> bool:
    has_html = any(part.get_content_type() == "text/html" for part in body_parts)
    if message.get("X-51JOB-FLAG") or message.get("Content-Location") or message.get("Snapshot-Content-Location"):
        return has_html
    is_related = message.get_content_type() == "multipart/related"
    is_page = any(part.get("Content-Location") for part in body_parts)
    return has_html and (is_page or (is_related and not message.get("To")) or not message.get("From"))


def _is_body(part: Message) -> bool:
    is_text = part.get_content_type() in {"text/plain", "text/html"}
    return is_text and not part.get_filename() and part.get_content_disposition() != "attachment"


def _is_attachment(part: Message) -> bool:
    if _is_body(part) or part.get_content_maintype() in {"multipart", "message"}:
        return False
    is_named = bool(part.get_filename()) or part.get_content_disposition() == "attachment"
    if part.get_content_maintype() == "image":  # pictures of the signature are inline
        return is_named and part.get_content_disposition() == "attachment" and not part.get("Content-ID")
    return is_named or part.get_content_maintype() == "application"


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _attachment(part: Message, number: int, limits: ReaderLimits) -> Member | Unreadable:
    name = header_text(part.get_filename() or "") or f"attachment {number}"
    data = _payload(part)
    if len(data) > limits.max_file_bytes:
        return explain("too_large", member=name)
    return Member(name=name, data=data)


def _inner_mail(part: Message) -> Member:
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else part
    subject = header_text(cast("Message", first).get("Subject")) if isinstance(first, Message) else ""
    return Member(name=f"{subject or 'forwarded'}.eml", data=first.as_bytes() if isinstance(first, Message) else b"")


def _body(parts: list[Message], limits: ReaderLimits) -> Document | None:
    """Prefer the HTML part (it has the tables), unless the plain one says more."""
    documents: list[Document] = []
    for part in parts:
        data = _payload(part)
        try:
            if part.get_content_type() == "text/html":
                documents.append(read_html(data, limits, charset=part.get_content_charset()))
            else:
                documents.append(document_of_text(decode(data, charset=part.get_content_charset()), limits))
        except Refused:
            continue
    if not documents:
        return None
    return max(documents, key=lambda document: (_says_something(document), document.format == "html"))


def _says_something(document: Document) -> bool:
    return sum(len(line.text) for line in document.lines) >= MIN_CHARS


def read_msg(data: bytes, limits: ReaderLimits) -> Letter:
    """Read an Outlook message by its property streams ([MS-OXMSG] 2.1.3).

    Raises:
        Refused: ``truncated``.
    """
    import olefile  # noqa: PLC0415 - rare

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            entries = ["/".join(entry) for entry in ole.listdir()]
            subject = _property(ole, entries, "", "0037")
            body = _property(ole, entries, "", "1000")
            sender = _property(ole, entries, "", "0C1F") or _property(ole, entries, "", "5D01")
            folders = sorted({entry.split("/")[0] for entry in entries if entry.startswith("__attach_version1.0_")})
            attachments = [_msg_attachment(ole, entries, folder, limits) for folder in folders[:MAX_PARTS]]
            attachments += _left_over(len(folders[MAX_PARTS:]))
    except Refused:
        raise
    except Exception as error:  # olefile raises many kinds on damage
        raise Refused("truncated", "Outlook message") from error
    document = Document(format="msg", lines=tuple(Line(line) for line in body.splitlines()))
    return Letter(body=document, subject=subject, sender=sender, attachments=tuple(attachments))


def _property(ole: Any, entries: list[str], folder: str, tag: str) -> str:
    prefix = f"{folder}/" if folder else ""
    for kind, codec in (("001F", "utf-16-le"), ("001E", "")):
        name = f"{prefix}__substg1.0_{tag}{kind}"
        if name in entries:
            raw = cast("bytes", ole.openstream(name).read())
            return (raw.decode(codec, "replace") if codec else decode(raw)).strip("\x00")
    return ""


def _msg_attachment(ole: Any, entries: list[str], folder: str, limits: ReaderLimits) -> Member | Unreadable:
    name = _property(ole, entries, folder, "3707") or _property(ole, entries, folder, "3704") or "attachment"
    stream = f"{folder}/__substg1.0_37010102"
    if stream not in entries:
        return explain("unsupported", detail="mail within a mail", member=name)
    data = ole.openstream(stream).read()
    return Member(name=name, data=data) if len(data) <= limits.max_file_bytes else explain("too_large", member=name)
