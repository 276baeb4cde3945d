from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from ringback.actions.import_candidates import import_candidates
from ringback.actions.import_rows import read_rows
from ringback.errors import UsageError
from ringback.identity.imported_columns import RowMapping
from ringback.workspace import Workspace
from schemas.tables import Candidate, ContactPoint, SourceRecord
from schemas.words import Status

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def lines_of(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_lines(path: Path, rows: list[Any]) -> Path:
    path.write_text(
        "\n".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows),
        encoding="utf-8",
    )
    return path


def test_every_row_gets_a_line_in_the_report(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        {
            "record_id": "1",
            "name": "张伟民",
            "phones": ["138-0013-8001"],
            "emails": "ZWM@qq.com;bad",
            "role_family": "ops",
        },
        {"record_id": "2"},
        {"city": "上海"},
        "not json",
        {
            "record_id": "1",
            "name": "张伟民",
            "phones": ["138-0013-8001"],
            "emails": "ZWM@qq.com;bad",
            "role_family": "ops",
        },
        {
            "record_id": "3",
            "name": "李娜",
            "status": "已联系",
            "owner": "ann",
            "timezone": "Asia/Tokyo",
            "role_family": "astronaut",
        },
        {"record_id": "4", "name": "王芳", "utc_offset_min": -480, "status": "weird"},
    ]
    summary = import_candidates(ws, write_lines(tmp_path / "old.jsonl", rows), now=NOW)
    assert (summary.rows, summary.stored, summary.known, summary.refused) == (7, 4, 1, 2)
    assert summary.candidates_new == 4
    report = lines_of(summary.report)
    assert [line["outcome"] for line in report] == [
        "stored",
        "stored",
        "refused",
        "refused",
        "known",
        "stored",
        "stored",
    ]
    assert [line["row"] for line in report] == [str(n) for n in range(1, 8)]
    assert report[2]["code"] == "empty"
    assert "weird" in report[6]["message"]
    with ws.reading() as session:
        by_name = {c.name: c for c in session.scalars(select(Candidate))}
        assert by_name["张伟民"].role_family == "operations"
        assert by_name["李娜"].role_family == "astronaut"
        assert (by_name["李娜"].status, by_name["李娜"].owner, by_name["李娜"].timezone) == (
            Status.CONTACTED,
            "ann",
            "Asia/Tokyo",
        )
        assert (by_name["王芳"].status, by_name["王芳"].timezone) == (Status.NEW, "Etc/GMT+8")
        assert None in by_name
        values = set(session.scalars(select(ContactPoint.value)))
        assert values == {"+8613800138001", "zwm@qq.com"}


def test_signs_that_no_database_takes_are_left_out(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_text('{"record_id": "1\\u0000", "name": "好\\ud800人", "skills": ["a\\u0000b"]}\n', encoding="utf-8")
    assert import_candidates(ws, path, now=NOW).stored == 1
    table = tmp_path / "old.csv"
    table.write_bytes("record_id,name,phone\n2,王\x00芳,13900001111\n".encode())
    assert import_candidates(ws, table, now=NOW).stored == 1
    with ws.reading() as session:
        assert set(session.scalars(select(Candidate.name))) == {"好?人", "王芳"}


@pytest.mark.parametrize("offset", ["99999", "+-480", "9" * 5000, "eight", "7.5"])
def test_an_offset_that_no_clock_has_is_said_and_the_row_comes_in(ws: Workspace, tmp_path: Path, offset: str) -> None:
    path = write_lines(tmp_path / "old.jsonl", [{"record_id": "1", "name": "张伟民", "utc_offset_min": offset}])
    summary = import_candidates(ws, path, now=NOW)
    [line] = lines_of(summary.report)
    assert (line["outcome"], line["message"][:33]) == ("stored", f"utc_offset_min not understood: {offset}"[:33])


def test_the_same_file_again_changes_nothing_and_new_content_renews(ws: Workspace, tmp_path: Path) -> None:
    rows = [{"record_id": "1", "name": "张伟民", "city": "上海"}, {"record_id": "2", "name": "李娜"}]
    path = write_lines(tmp_path / "old.jsonl", rows)
    import_candidates(ws, path, now=NOW)
    again = import_candidates(ws, path, now=NOW)
    assert (again.known, again.stored, again.updated, again.candidates_new, again.candidates_updated) == (2, 0, 0, 0, 0)
    rows[0]["city"] = "北京"
    renewed = import_candidates(ws, write_lines(path, rows), now=NOW)
    assert (renewed.known, renewed.updated) == (1, 1)
    with ws.reading() as session:
        assert session.scalars(select(Candidate.city).where(Candidate.name == "张伟民")).one() == "北京"


def test_two_people_under_one_record_id_in_one_file_do_not_overwrite_each_other(ws: Workspace, tmp_path: Path) -> None:
    zhang = {"record_id": "7", "name": "张伟民", "phones": "13800138001", "city": "上海"}
    li = {"record_id": "7", "name": "李娜", "phones": "13900139001"}
    namesake = {"record_id": "7", "name": "张伟民", "phones": "13700137001"}
    moved = {**zhang, "city": "杭州", "phones": "13800138001; 13600136001"}
    file = write_lines(
        tmp_path / "twice.jsonl", [zhang, li, zhang, namesake, moved, {"record_id": "8", "name": "王芳"}]
    )
    summary = import_candidates(ws, file, now=NOW)
    lines = lines_of(summary.report)
    assert [line["outcome"] for line in lines] == ["stored", "refused", "known", "refused", "updated", "stored"]
    assert {lines[1]["code"], lines[3]["code"]} == {"duplicate_row"}
    assert "record_id used twice in this file with different content: row 1 has it" in lines[1]["message"]
    assert lines[2]["message"] == "the same as row 1"
    assert "row 1 of this file has the same record_id" in lines[4]["message"]
    with ws.reading() as session:
        assert sorted(session.execute(select(Candidate.name, Candidate.city)).tuples()) == [
            ("张伟民", "杭州"),
            ("王芳", None),
        ]
    later = import_candidates(ws, write_lines(tmp_path / "later.jsonl", [li]), now=NOW)
    [line] = lines_of(later.report)
    assert (line["outcome"], later.updated) == (
        "updated",
        1,
    )  # over two imports the record is renewed, and that is said
    assert "had another name or other contacts before" in line["message"]


def test_a_chinese_spreadsheet_and_a_gbk_csv_with_a_mapping(ws: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["编号", "姓名", "手机", "现公司", "简历日期", "备注"])
    sheet.append(["x1", "张伟民", 13800138001, "星蘅科技", "2026-03-01", "记得回电"])
    book.save(tmp_path / "pool.xlsx")
    import_candidates(ws, tmp_path / "pool.xlsx", now=NOW)
    (tmp_path / "pool.csv").write_bytes("客户,电话2,阶段\n李娜,13900139001,谈过了\n".encode("gb18030"))
    mapping = {
        "columns": {"客户": "name", "电话2": "phones", "阶段": "status"},
        "status": {"谈过了": "contacted"},
        "source": "旧系统",
    }
    import_candidates(ws, tmp_path / "pool.csv", mapping=mapping, now=NOW)
    with ws.reading() as session:
        record = session.scalars(select(SourceRecord).where(SourceRecord.record_id == "x1")).one()
        assert record.document_on == date(2026, 3, 1)
        assert record.profile["extra"]["备注"] == "记得回电"
        assert record.profile["phones"] == ["+8613800138001"]
        other = session.scalars(select(Candidate).where(Candidate.name == "李娜")).one()
        assert (other.status, other.source) == (Status.CONTACTED, "旧系统")


def test_a_file_of_another_kind_is_refused(sqlite_ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a file"):
        import_candidates(sqlite_ws, tmp_path / "none.csv", now=NOW)
    (tmp_path / "pool.pdf").write_bytes(b"%PDF")
    with pytest.raises(UsageError, match="save it as"):
        import_candidates(sqlite_ws, tmp_path / "pool.pdf", now=NOW)


def test_a_broken_spreadsheet_and_a_mapping_to_nowhere_are_refused_with_the_next_step(
    ws: Workspace, tmp_path: Path
) -> None:
    broken = tmp_path / "old.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a spreadsheet")
    with pytest.raises(UsageError, match=r"old\.xlsx cannot be opened"):
        list(read_rows(broken))
    with pytest.raises(UsageError, match="客户: nmae"):
        RowMapping.of({"columns": {"客户": "nmae"}})


def test_columns_that_are_not_known_are_named_once(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "pool.csv"
    file.write_text(
        "record_id,name,手机号码,emial,colour\n1,孟知夏,13900001111,a@example.com,red\n2,乐晓东,13900002222,,\n",
        encoding="utf-8",
    )
    done = import_candidates(ws, file, now=NOW)
    assert (done.rows, done.stored) == (2, 2)
    assert done.unknown_columns == {"emial": "emails", "colour": None}
    assert [line["outcome"] for line in lines_of(done.report)] == [
        "stored",
        "stored",
    ]  # a line for each row, and no other
    assert "emial (emails?), colour. " in done.note
    mapped = import_candidates(ws, file, mapping={"emails": "emial"}, now=NOW)
    assert mapped.unknown_columns == {"colour": None}
