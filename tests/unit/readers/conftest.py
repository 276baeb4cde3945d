from __future__ import annotations

import io
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import ringback
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.read import read_file
from schemas.policy import RoleFamily, RoleTaxonomy
from schemas.records import Reading


@pytest.fixture(scope="session")
def taxonomy() -> RoleTaxonomy:
    policy = Path(ringback.__file__).with_name("policy.toml")
    families = tomllib.loads(policy.read_text(encoding="utf-8"))["roles"]["families"]
    return {name: RoleFamily(**family) for name, family in families.items()}


@pytest.fixture(scope="session")
def limits() -> ReaderLimits:
    return ReaderLimits()


@pytest.fixture
def sheet_of() -> Callable[..., Sheet]:
    def make(text: str, *, name: str = "x.txt", sizes: Mapping[int, float] | None = None) -> Sheet:
        lines = [
            Line(line, size=(sizes or {}).get(number, 10.0 if sizes else 0.0))
            for number, line in enumerate(text.split("\n"))
        ]
        return make_sheet(Document(format="txt", lines=tuple(lines)), read_file_name(name, source=None))

    return make


@pytest.fixture
def read(tmp_path: Path, taxonomy: RoleTaxonomy, limits: ReaderLimits) -> Callable[..., Reading]:
    def one(
        data: bytes | str, name: str = "x.txt", *, source: str | None = None, bounds: ReaderLimits = limits
    ) -> Reading:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_file(path, source=source, taxonomy=taxonomy, limits=bounds)

    return one


@pytest.fixture(scope="session")
def zip_of() -> Callable[[Mapping[str, bytes]], bytes]:
    def pack(members: Mapping[str, bytes]) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return stream.getvalue()

    return pack


RESUME = """个人简历
姓名：林晓月
性别：女
手机：138-1234-5678
邮箱：xiaoyue.lin@example.com
现居住地：杭州
求职意向：销售经理
工作经历
2021.03 - 至今  杭州云上贸易有限公司  销售经理
负责重点客户的开发与维护
教育经历
2013.09 - 2017.06  浙江大学  市场营销  本科
"""


@pytest.fixture(scope="session")
def resume_text() -> str:
    return RESUME
