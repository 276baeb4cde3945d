"""Out of quarantine and in again: a contact added, a file mended, wrong ids refused."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from ringback.actions.dismiss import dismiss
from ringback.actions.doctor import waiting_work
from ringback.actions.export import export_rows
from ringback.actions.ingest import ingest_drop
from ringback.actions.people import erase
from ringback.actions.read_again import read_again
from ringback.actions.readmit import chosen_rows, readmit
from ringback.errors import RingbackError, UsageError
from ringback.reports.intake import (
    intake_markdown,
    intake_sentence,
    quarantine_lines,
    readmit_sentence,
    readmitted_lines,
)
from ringback.store.files import digest_of
from ringback.store.queries.counts import quarantine_by_code
from ringback.workspace import Workspace
from schemas.tables import QuarantinedRow, SourceRecord
from schemas.words import FileState, QuarantineState
from tests.standins.homes import INBOX, files, on_both, resting_digests, rows, workspaces

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
NO_CONTACT = """个人简历
姓名：汤未央
性别：女
求职意向：出纳
工作经历
2020.01 - 至今 苏州弥岚商贸有限公司 出纳
负责现金收付、银行对账与凭证整理。
教育背景 2014.09 - 2018.06 江南大学 会计学 本科
"""


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def held(ws: Workspace, text: str = NO_CONTACT, name: str = "汤未央.txt") -> int:
    """Drop a file that is put aside; return its id in quarantine."""
    path = ws.drop / "direct" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    ingest_drop(ws, clock=lambda: NOW)
    return int(rows(ws, QuarantinedRow, QuarantinedRow.id)[-1].id)


@on_both
def test_a_resume_without_contact_comes_in_with_the_phone_that_is_added(ws: Workspace) -> None:
    number = held(ws)
    assert rows(ws, QuarantinedRow)[0].code == "no_contact"
    [result] = readmit(ws, now=NOW, ids=[number], phones=["139 0000 7777"], emails=["Weiyang@Example.com"])
    assert result.outcome == "stored"
    ingest_drop(ws, clock=lambda: NOW)
    [person] = export_rows(ws, "candidates", reveal=True)
    assert (person["name"], person["phones"], person["emails"]) == (
        "汤未央",
        ["+8613900007777"],
        ["weiyang@example.com"],
    )
    assert [row.state for row in files(ws)] == [FileState.ARCHIVED]
    assert [row.state for row in rows(ws, QuarantinedRow)] == [QuarantineState.READMITTED]
    assert len(resting_digests(ws)) == 1
    assert [path for path in ws.quarantine.rglob("*") if path.is_file()] == []


def test_taken_in_twice_it_is_one_record(ws: Workspace) -> None:
    number = held(ws)
    readmit(ws, now=NOW, ids=[number], phones=["13900007777"])
    with pytest.raises(UsageError, match="Not open"):
        readmit(ws, now=NOW, ids=[number], phones=["13900008888"])
    assert len(rows(ws, SourceRecord)) == 1


def test_without_a_contact_it_goes_on_waiting(ws: Workspace) -> None:
    [result] = readmit(ws, now=NOW, ids=[held(ws)])
    ingest_drop(ws, clock=lambda: NOW)
    assert result.outcome == "waiting"
    assert "give one with it (--phone, --email)" in result.message
    assert [row.code for row in rows(ws, QuarantinedRow) if row.state is QuarantineState.OPEN] == ["no_contact"]
    assert len(resting_digests(ws)) == 1


def test_what_is_no_resume_and_names_no_contact_says_so_when_a_person_vouches_for_it(ws: Workspace) -> None:
    number = held(ws, "发票\n价税合计 300 元\n购买方 苏州弥岚商贸有限公司\n销售方 南京禾屿食品有限公司\n", "发票.txt")
    [result] = readmit(ws, now=NOW, ids=[number])
    assert (result.outcome, "give one with it" in result.message) == ("waiting", True)
    assert [row.state for row in rows(ws, QuarantinedRow)] == [QuarantineState.OPEN]


def test_what_readmit_puts_back_is_read_by_the_pass_behind_it(ws: Workspace) -> None:
    held(ws, "nothing of a resume")
    [waiting] = ws.quarantine.rglob("*.txt")
    os.utime(waiting, (NOW.timestamp(), NOW.timestamp()))  # dropped some time ago; only the move is new
    patient = replace(ws, settings=ws.settings.model_copy(update={"settle_seconds": 600.0}))
    assert [one.outcome for one in readmit(patient, now=NOW, code="not_a_resume")] == ["dropped"]
    summary = ingest_drop(patient, clock=lambda: NOW)
    assert (summary.files_waiting, summary.files_quarantined) == (0, 1)


def test_after_the_pass_each_file_says_what_came_of_it(ws: Workspace) -> None:
    first, second = held(ws, "nothing of a resume", "a.txt"), held(ws, "nothing of a resume either", "b.txt")
    (ws.quarantine / "direct" / "a.txt").write_text(NO_CONTACT + "手机：13900007777\n", encoding="utf-8")
    results = readmit(ws, now=NOW, code="not_a_resume")
    assert [one.n_resumes for one in read_again(ws, results)] == [0, 0]  # not read yet
    ingest_drop(ws, clock=lambda: NOW)
    one, other = read_again(ws, results)
    assert (one.quarantine_id, one.n_resumes, one.waits_as) == (first, 1, ())
    assert one.message == "已重读，收入 1 份简历 / read again: 1 resume taken in"
    [again] = other.waits_as
    assert (other.quarantine_id, other.n_resumes, again not in {first, second}) == (second, 0, True)
    assert f"put aside again as #{again} (not_a_resume)" in other.message


def test_two_files_of_one_name_and_a_folder_in_their_place_are_all_kept(ws: Workspace) -> None:
    held(ws, "nothing of a resume")
    held(ws, "nothing of a resume either, that is")
    (ws.drop / "direct" / "汤未央.txt").mkdir()
    assert [one.outcome for one in readmit(ws, now=NOW, code="not_a_resume")] == ["dropped", "dropped"]
    texts = sorted(path.read_text(encoding="utf-8") for path in ws.drop.rglob("*.txt") if path.is_file())
    assert texts == ["nothing of a resume", "nothing of a resume either, that is"]
    assert ingest_drop(ws, clock=lambda: NOW).files_quarantined == 2


def test_another_file_at_the_place_of_one_put_back_must_have_arrived_like_any(ws: Workspace) -> None:
    held(ws, "nothing of a resume")
    readmit(ws, now=NOW, code="not_a_resume")
    ingest_drop(ws, clock=lambda: NOW + timedelta(minutes=1))
    path = ws.drop / "direct" / "汤未央.txt"
    path.write_text(NO_CONTACT, encoding="utf-8")
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))  # as a tool sets it that is still copying
    patient = replace(ws, settings=ws.settings.model_copy(update={"settle_seconds": 600.0}))
    assert ingest_drop(patient, clock=lambda: NOW + timedelta(minutes=2)).files_waiting == 1


@on_both
@pytest.mark.parametrize("moment", ["before the move", "behind the move"])
def test_killed_while_it_puts_a_mended_file_back_the_next_pass_ends_it(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    number = held(ws, "nothing of a resume")
    [waiting] = ws.quarantine.rglob("*.txt")
    waiting.write_text(NO_CONTACT + "手机：13900007777\n", encoding="utf-8")

    def killed(origin: Path, target: Path) -> None:
        if moment == "behind the move":
            origin.rename(target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("ringback.actions.settling.move_file", killed)
        with pytest.raises(KeyboardInterrupt):
            readmit(ws, now=NOW, ids=[number])
    summary = ingest_drop(ws, clock=lambda: NOW)
    assert (summary.files_read, summary.candidates_new) == (1, 1)
    assert [path for path in ws.quarantine.rglob("*") if path.is_file()] == []
    assert [row.state for row in rows(ws, QuarantinedRow)] == [QuarantineState.READMITTED]
    assert [row.stored_path is None for row in files(ws) if row.state is FileState.READMITTED] == [True]


def test_a_file_that_cannot_go_back_says_why_and_goes_back_later(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(ws, "nothing of a resume")

    def refused(origin: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    with monkeypatch.context() as patch:
        patch.setattr("ringback.actions.settling.move_file", refused)
        with pytest.raises(RingbackError, match="cannot be moved back to the drop folder"):
            readmit(ws, now=NOW, code="not_a_resume")
    [told] = [one for one in waiting_work(ws) if one.what == "readmitted files"]
    assert not told.is_ok
    assert "1 not back in the drop folder yet: quarantine/direct/汤未央.txt. Run ringback ingest" in told.found
    assert ingest_drop(ws, clock=lambda: NOW).files_seen == 1
    assert [one.is_ok for one in waiting_work(ws) if one.what == "readmitted files"] == [True]


@on_both
def test_a_file_mended_in_quarantine_is_read_again(ws: Workspace) -> None:
    number = held(ws, "nothing of a resume")
    [waiting] = ws.quarantine.rglob("*.txt")
    waiting.write_text(NO_CONTACT + "手机：13900007777\n", encoding="utf-8")
    [result] = readmit(ws, now=NOW, ids=[number])
    assert result.outcome == "dropped"
    summary = ingest_drop(ws, clock=lambda: NOW)
    assert (summary.files_read, summary.candidates_new) == (1, 1)
    assert [path for path in ws.quarantine.rglob("*") if path.is_file()] == []
    assert [row.state for row in rows(ws, QuarantinedRow)] == [QuarantineState.READMITTED]


def test_the_same_bytes_may_be_tried_again_by_their_code(ws: Workspace) -> None:
    held(ws, "nothing of a resume")
    code = rows(ws, QuarantinedRow)[0].code
    assert [one.outcome for one in readmit(ws, now=NOW, code=code)] == ["dropped"]
    assert ingest_drop(ws, clock=lambda: NOW).files_quarantined == 1
    states = sorted(row.state for row in rows(ws, QuarantinedRow))
    assert states == [QuarantineState.OPEN, QuarantineState.READMITTED]
    assert len(resting_digests(ws)) == 1
    assert readmit(ws, now=NOW, code="needs_ocr") == []


def encrypted(ws: Workspace) -> int:
    """Drop a PDF that asks for a password; return its id in quarantine."""
    [locked] = INBOX.glob("boss/*加密简历.pdf")
    path = ws.drop / "direct" / "简历.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(locked, path)
    ingest_drop(ws, clock=lambda: NOW)
    [row] = rows(ws, QuarantinedRow)
    assert row.code == "encrypted"
    return int(row.id)


@on_both
def test_a_phone_given_with_a_file_that_is_read_again_is_kept_for_it(ws: Workspace) -> None:
    number = encrypted(ws)
    [result] = readmit(ws, now=NOW, ids=[number], phones=["139 0000 7777"])  # nobody has mended it yet
    assert (result.outcome, "the contact you gave" in result.message) == ("dropped", True)
    ingest_drop(ws, clock=lambda: NOW)
    [row] = [row for row in rows(ws, QuarantinedRow) if row.state is QuarantineState.OPEN]
    [waiting] = ws.quarantine.rglob("*.pdf")
    waiting.write_text(NO_CONTACT, encoding="utf-8")
    readmit(ws, now=NOW, ids=[row.id])
    ingest_drop(ws, clock=lambda: NOW)
    [person] = export_rows(ws, "candidates", reveal=True)
    assert (person["name"], person["phones"]) == ("汤未央", ["+8613900007777"])
    assert [row.profile for row in rows(ws, QuarantinedRow)] == [None, None]


def test_whose_a_phone_is_that_was_given_with_a_file_of_several_people_is_not_guessed(ws: Workspace) -> None:
    number = encrypted(ws)
    [waiting] = ws.quarantine.rglob("*.pdf")
    lines = ["姓名,手机,应聘职位", "王一,13900008001,销售", "赵三,13900008003,司机"]
    waiting.write_text("\n".join(lines), encoding="utf-8")
    results = readmit(ws, now=NOW, ids=[number], phones=["139 0000 7777"])
    ingest_drop(ws, clock=lambda: NOW)
    [told] = read_again(ws, results)
    assert (told.n_resumes, "the contact you gave was added to none of them" in told.message) == (2, True)
    phones = [person["phones"] for person in export_rows(ws, "candidates", reveal=True)]
    assert sorted(phones) == [["+8613900008001"], ["+8613900008003"]]


def test_another_file_of_the_same_name_gets_nothing_of_a_kept_phone(ws: Workspace) -> None:
    readmit(ws, now=NOW, ids=[encrypted(ws)], phones=["13900007777"])
    ingest_drop(ws, clock=lambda: NOW)
    held(ws, NO_CONTACT.replace("汤未央", "欧阳静怡"), "简历.pdf")
    assert list(export_rows(ws, "candidates")) == []
    codes = sorted(row.code for row in rows(ws, QuarantinedRow) if row.state is QuarantineState.OPEN)
    assert codes == ["encrypted", "no_contact"]


def test_a_file_that_somebody_took_away_is_missed(ws: Workspace) -> None:
    number = held(ws, "nothing of a resume")
    for path in ws.quarantine.rglob("*.txt"):
        path.unlink()
    assert [one.outcome for one in readmit(ws, now=NOW, ids=[number])] == ["missing"]


def test_a_held_row_of_a_list_comes_in_alone(ws: Workspace) -> None:
    lines = ["姓名,手机,邮箱,应聘职位", "王一,13900008001,w1@example.com,销售", "李二,,,会计", "赵三,13900008003,,司机"]
    path = ws.drop / "agency" / "名单.csv"
    path.parent.mkdir()
    path.write_text("\n".join(lines), encoding="utf-8")
    summary = ingest_drop(ws, clock=lambda: NOW)
    assert (summary.resumes_read, summary.rows_quarantined) == (2, 1)
    [row] = rows(ws, QuarantinedRow)
    readmit(ws, now=NOW, ids=[row.id], emails=["er@example.com"])
    ingest_drop(ws, clock=lambda: NOW)
    assert {person["name"] for person in export_rows(ws, "candidates")} == {"王一", "李二", "赵三"}
    assert len(resting_digests(ws)) == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Say what"),
        ({"ids": [99]}, "Not open in quarantine: 99"),
        ({"ids": [10**20]}, f"Not open in quarantine: {10**20}"),
        ({"ids": [-(10**20)]}, f"Not open in quarantine: {-(10**20)}"),
        ({"code": "nonsense"}, "There is no code 'nonsense' in quarantine. There are: bomb, .*needs_ocr"),
        ({"ids": [1, 2], "phones": ["13900007777"]}, "exactly one id"),
        ({"code": "empty", "emails": ["a@example.com"]}, "exactly one id"),
        ({"ids": [1], "phones": ["12"]}, "not a phone number"),
        ({"ids": [1], "emails": ["nobody"]}, "not a mail address"),
    ],
)
def test_wrong_use_is_said_and_changes_nothing(ws: Workspace, asked: dict[str, list[object]], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        readmit(ws, now=NOW, **asked)  # type: ignore[arg-type]


NOT_MUCH_OF_A_RESUME = "送货单\n收货人 汤未央\n手机 13900007777\n地址 苏州市工业园区\n纸箱 三件\n"


@on_both
def test_what_does_not_look_like_a_resume_comes_in_on_the_word_of_who_names_it(ws: Workspace) -> None:
    number = held(ws, NOT_MUCH_OF_A_RESUME)
    assert rows(ws, QuarantinedRow)[0].code == "not_a_resume"
    [result] = readmit(ws, now=NOW, ids=[number], actor="may")
    assert result.outcome == "stored"
    assert ingest_drop(ws, clock=lambda: NOW).candidates_new == 1
    [person] = export_rows(ws, "candidates", reveal=True)
    assert person["phones"] == ["+8613900007777"]
    assert [row.state for row in files(ws)] == [FileState.ARCHIVED]
    assert [row.state for row in rows(ws, QuarantinedRow)] == [QuarantineState.READMITTED]
    assert len(resting_digests(ws)) == 1


def test_all_of_a_code_are_only_read_again(ws: Workspace) -> None:
    held(ws, NOT_MUCH_OF_A_RESUME)
    assert [one.outcome for one in readmit(ws, now=NOW, code="not_a_resume")] == ["dropped"]
    assert ingest_drop(ws, clock=lambda: NOW).files_quarantined == 1


@on_both
def test_what_is_dismissed_leaves_the_list_and_can_be_called_back(ws: Workspace) -> None:
    number = held(ws, NOT_MUCH_OF_A_RESUME)
    assert [one.outcome for one in dismiss(ws, now=NOW, code="not_a_resume", actor="may")] == ["dismissed"]
    [row] = rows(ws, QuarantinedRow)
    assert (row.state, row.decided_by, row.decided_at) == (QuarantineState.DISMISSED, "may", NOW)
    assert len([path for path in ws.quarantine.rglob("*.txt") if path.is_file()]) >= 1
    assert dismiss(ws, now=NOW, code="not_a_resume") == []
    assert [one.outcome for one in dismiss(ws, now=NOW + timedelta(days=1), ids=[number], actor="lin")] == ["unchanged"]
    [row] = rows(ws, QuarantinedRow)
    assert (row.decided_by, row.decided_at) == ("may", NOW)
    assert readmit(ws, now=NOW, code="not_a_resume") == []
    assert [one.outcome for one in readmit(ws, now=NOW, ids=[number])] == ["stored"]
    assert ingest_drop(ws, clock=lambda: NOW).candidates_new == 1


def test_dismissing_nothing_or_what_does_not_wait_is_refused(ws: Workspace) -> None:
    with pytest.raises(UsageError, match="Say what"):
        dismiss(ws, now=NOW)
    with pytest.raises(UsageError, match="Not open in quarantine: 7"):
        dismiss(ws, now=NOW, ids=[7])


@on_both
def test_what_is_taken_in_at_the_moment_of_its_dismissal_stays_taken_in(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = held(ws, NOT_MUCH_OF_A_RESUME)

    def overtaken(session: Session, *chosen: Any) -> list[QuarantinedRow]:
        found = chosen_rows(session, *chosen)
        with nullcontext(session) if ws.engine.dialect.name == "sqlite" else ws.writing() as somebody:
            somebody.execute(  # what a readmission that is committed between the look and the mark leaves
                update(QuarantinedRow)
                .where(QuarantinedRow.id == number)
                .values(state=QuarantineState.READMITTED)
                .execution_options(synchronize_session=False)
            )
        return found

    monkeypatch.setattr("ringback.actions.dismiss.chosen_rows", overtaken)
    assert [one.outcome for one in dismiss(ws, now=NOW, ids=[number])] == ["readmitted"]
    assert [row.state for row in rows(ws, QuarantinedRow)] == [QuarantineState.READMITTED]


def test_a_row_that_stands_twice_waits_for_nobody(ws: Workspace) -> None:
    folder = ws.drop / "direct"
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["姓名,手机,职位", "汤未央,13900007777,出纳", "汤未央,13900007777,出纳", "欧阳静怡,,出纳"]
    (folder / "名单.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = ingest_drop(ws, clock=lambda: NOW)
    said = intake_sentence(done)
    assert "1 row in quarantine" in said
    assert "1 row is the same as an earlier row" in said
    page = intake_markdown(done)
    assert "`no_contact` x 1" in page
    assert "`duplicate_row`" not in page
    listed = quarantine_lines(list(export_rows(ws, "quarantine")), timezone="Asia/Shanghai")
    assert listed[0].startswith("1 份待处理")
    assert any("无需处理" in line for line in listed)
    assert any("2026-11-23 12:00" in line for line in listed)  # the office's clock
    with ws.reading() as session:
        assert quarantine_by_code(session) == {"no_contact": 1}


@on_both
def test_who_came_in_out_of_quarantine_is_forgotten_there_too(ws: Workspace) -> None:
    number = held(ws)
    readmit(ws, now=NOW, ids=[number], phones=["13900007777"])
    ingest_drop(ws, clock=lambda: NOW)
    assert rows(ws, QuarantinedRow)[0].profile is None  # the record has it
    [person] = export_rows(ws, "candidates")
    erase(ws, candidate=person["candidate_id"], is_confirmed=True, actor="may", now=NOW)
    [left] = rows(ws, QuarantinedRow)
    assert "汤未央" not in f"{left.path} {left.member} {left.message}"


def test_each_part_of_an_archive_that_holds_no_resume_can_be_taken_by_itself(ws: Workspace) -> None:
    folder = ws.drop / "direct"
    folder.mkdir(parents=True, exist_ok=True)
    texts = (
        NOT_MUCH_OF_A_RESUME,
        "请假条\n本周三因病休息一天，望批准。\n欧阳牧之\n电话 13900008888\n",
        "会议通知\n时间 周五下午三点 地点 二楼会议室\n联系人 楚雨荞 13900009999\n请带笔记本\n",
    )
    with zipfile.ZipFile(folder / "单据.zip", "w") as archive:
        for n, text in enumerate(texts):
            archive.writestr(f"单据{n}.txt", text)
    ingest_drop(ws, clock=lambda: NOW)
    waiting = rows(ws, QuarantinedRow, QuarantinedRow.id)
    assert [(row.code, row.member) for row in waiting] == [("not_a_resume", f"单据{n}.txt") for n in range(3)]
    assert [one.outcome for one in readmit(ws, now=NOW, ids=[row.id for row in waiting])] == ["stored"] * 3
    assert ingest_drop(ws, clock=lambda: NOW).candidates_new == 3
    phones = {person["phones"][0] for person in export_rows(ws, "candidates", reveal=True)}
    assert phones == {"+8613900007777", "+8613900008888", "+8613900009999"}


def test_erasing_somebody_reaches_what_quarantine_keeps_of_them_and_nothing_of_others(ws: Workspace) -> None:
    held(ws, "请假条\n本周三因病休息一天，望批准。\n汤未央\n电话 13900007777\n", "请假条.txt")
    held(ws, "会议通知\n时间 周五下午三点 地点 二楼会议室\n联系人 汤未央 13900007777\n请带笔记本\n", "通知.txt")
    others = held(ws, "会议通知\n时间 周四下午三点 地点 二楼会议室\n联系人 楚雨荞 13900009999\n请带伞\n", "别人.txt")
    first, second = (row.id for row in rows(ws, QuarantinedRow, QuarantinedRow.id)[:2])
    dismiss(ws, now=NOW, ids=[first])
    folder = ws.drop / "direct"
    with zipfile.ZipFile(folder / "合集.zip", "w") as archive:
        archive.writestr("汤未央.txt", NO_CONTACT + "电话：13900007777\n")
        archive.writestr("汤未央 附言.txt", NO_CONTACT)
    ingest_drop(ws, clock=lambda: NOW)
    [person] = export_rows(ws, "candidates")
    assert len(rows(ws, QuarantinedRow)) == 4
    erased = erase(ws, candidate=person["candidate_id"], is_confirmed=True, actor="may", now=NOW)
    assert (len(erased.files_deleted), erased.files_kept) == (3, [])
    assert [row.id for row in rows(ws, QuarantinedRow)] == [others]
    left = [path for path in ws.settings.home.rglob("*") if path.is_file() and ws.outbox not in path.parents]
    assert sorted(path.name for path in left if path.is_relative_to(ws.quarantine)) == [
        "别人.txt",
        "别人.txt.reason.json",
    ]
    assert not [path for path in left if path.is_relative_to(ws.archive)]
    with pytest.raises(UsageError, match="Not open"):
        readmit(ws, now=NOW, ids=[second])


def test_erasing_somebody_keeps_the_file_in_which_somebody_else_waits(ws: Workspace) -> None:
    folder = ws.drop / "direct"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / "合集.zip", "w") as archive:
        archive.writestr("欧阳静怡.txt", NO_CONTACT.replace("汤未央", "欧阳静怡") + "电话：13900007777\n")
        archive.writestr("汤未央.txt", NO_CONTACT)
    ingest_drop(ws, clock=lambda: NOW)
    [person] = export_rows(ws, "candidates")
    erased = erase(ws, candidate=person["candidate_id"], is_confirmed=True, actor="may", now=NOW)
    assert (len(erased.files_deleted), len(erased.files_kept)) == (0, 1)
    [waiting] = rows(ws, QuarantinedRow)
    readmit(ws, now=NOW, ids=[waiting.id], phones=["13900001111"])
    assert ingest_drop(ws, clock=lambda: NOW).candidates_new == 1


@on_both
def test_more_rows_than_one_statement_can_name_are_dismissed(ws: Workspace) -> None:
    n_rows = 70_000  # PostgreSQL takes 65,535 values
    row = {
        "source": "x",
        "path": "a.csv",
        "code": "invalid_row",
        "message": "m",
        "hint": "h",
        "state": QuarantineState.OPEN,
    }
    with ws.writing() as session:
        session.execute(
            insert(QuarantinedRow), [{**row, "member": f"row {n}", "received_at": NOW} for n in range(n_rows)]
        )
    assert {one.outcome for one in dismiss(ws, now=NOW, code="invalid_row")} == {"dismissed"}
    assert dismiss(ws, now=NOW, code="invalid_row") == []


def test_a_file_mended_where_it_waits_is_read_though_a_contact_is_given(ws: Workspace) -> None:
    number = held(ws)
    [waiting] = ws.quarantine.rglob("*.txt")
    waiting.write_text(NO_CONTACT.replace("出纳", "会计"), encoding="utf-8")
    [result] = readmit(ws, now=NOW, ids=[number], phones=["13900007777"])
    assert result.outcome == "dropped"
    ingest_drop(ws, clock=lambda: NOW)
    [person] = export_rows(ws, "candidates", reveal=True)
    assert (person["phones"], [path for path in ws.quarantine.rglob("*") if path.is_file()]) == (["+8613900007777"], [])


def test_the_parts_of_an_archive_go_back_with_it_and_none_is_missing(ws: Workspace) -> None:
    folder = ws.drop / "direct"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / "three.zip", "w") as archive:
        for name in ("汤未央", "欧阳静怡", "尹书澜"):
            archive.writestr(f"{name}.txt", NO_CONTACT.replace("汤未央", name))
    ingest_drop(ws, clock=lambda: NOW)
    results = readmit(ws, now=NOW, code="no_contact")
    assert [one.outcome for one in results] == ["dropped"] * 3
    ingest_drop(ws, clock=lambda: NOW)
    again = read_again(ws, results)
    waiting = sorted(row.id for row in rows(ws, QuarantinedRow) if row.state is QuarantineState.OPEN)
    assert [one.waits_as for one in again] == [tuple(waiting)] * 3
    assert readmit_sentence(again).endswith(" ".join(f"#{number}" for number in waiting))


def test_a_file_on_its_way_back_that_cannot_be_read_stops_no_pass(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    held(ws, "nothing of a resume", "a.txt")
    monkeypatch.setattr("ringback.actions.settling.digest_of", refuse)
    with pytest.raises(RingbackError, match="cannot be moved back"):
        readmit(ws, now=NOW, code="not_a_resume")
    ingest_drop(ws, clock=lambda: NOW)
    assert [finding.what for finding in waiting_work(ws) if not finding.is_ok][:1] == ["readmitted files"]


def test_a_file_that_cannot_be_read_where_it_waits_says_so_and_the_others_go_on(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = held(ws, "nothing of a resume", "a.txt"), held(ws, "nothing of one either", "b.txt")

    def refuse(path: Path) -> str:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return digest_of(path)

    with monkeypatch.context() as patch:
        patch.setattr("ringback.actions.readmit.digest_of", refuse)
        for asked in ({"code": "not_a_resume"}, {"ids": [first]}, {"ids": [first], "phones": ["13900007777"]}):
            one, *others = readmit(ws, now=NOW, **asked)
            assert (one.quarantine_id, one.outcome) == (first, "unreadable")
            assert (
                "quarantine/direct/a.txt cannot be read (Permission denied): correct its owner or rights,"
                in one.message
            )
            assert [(row.quarantine_id, row.outcome) for row in others] == ([(second, "dropped")] if others else [])
            assert f"#{first}" in readmit_sentence([one])
    assert readmit(ws, now=NOW, ids=[first])[0].outcome == "waiting"


def test_what_cannot_be_read_in_the_drop_folder_is_another_file(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    held(ws, "nothing of a resume", "a.txt")
    (ws.drop / "direct" / "a.txt").write_text("locked", encoding="utf-8")

    def refuse(path: Path, sha256: str) -> bool:
        raise PermissionError(13, "Permission denied", f"{path} {sha256}")

    monkeypatch.setattr("ringback.actions.settling.has_bytes", refuse)
    [one] = readmit(ws, now=NOW, code="not_a_resume")
    assert one.outcome == "dropped"
    assert len(list((ws.drop / "direct").iterdir())) == 2


@on_both
def test_a_file_read_again_whose_like_waits_in_quarantine_is_not_said_to_be_in_the_pool(ws: Workspace) -> None:
    first, second = held(ws, "nothing of a resume", "a.txt"), held(ws, "nothing of one either", "b.txt")
    waiting = {path.name: path for path in ws.quarantine.rglob("*.txt")}
    shutil.copyfile(waiting["a.txt"], waiting["b.txt"])  # mended by mistake with the bytes of the other
    results = readmit(ws, now=NOW, ids=[second])
    ingest_drop(ws, clock=lambda: NOW)
    [again] = read_again(ws, results)
    assert again.waits_as == (first,)
    assert f"the same file waits in quarantine as #{first} (not_a_resume)" in again.message
    assert "in the pool" not in again.message
    dismiss(ws, now=NOW, ids=[first])
    [again] = read_again(ws, results)
    assert (again.waits_as, f"was dismissed as #{first} " in again.message) == ((), True)


def test_a_pass_that_found_nothing_is_not_told_of(ws: Workspace) -> None:
    results = readmit(ws, now=NOW, ids=[held(ws)])
    summary = ingest_drop(ws, clock=lambda: NOW)
    [line] = readmitted_lines(results, summary)
    assert "give one with it (--phone, --email)" in line
    assert readmitted_lines([], summary) == []
