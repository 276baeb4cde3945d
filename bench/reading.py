"""How fast files are read, compared with taking the bare text out of the same files in the same run.

    python bench/reading.py [FOLDER] [--files 1000] [--workers 2]

Prints files per second of the pool, CPU time a file (median, 95th percentile), the ratio of full reading to bare extraction,
and the share of each stage. FOLDER defaults to the sample resumes of the tests; its files are repeated up to --files,
and what was remembered of the lines of others is forgotten before each.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import resource
import statistics
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import ringback
from ringback import readers
from ringback.readers.boards import read_file_name
from ringback.readers.document import Container, Document, Letter, Member
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.formats import read_content
from ringback.readers.limits import ReaderLimits
from ringback.readers.pool import ReaderPool, ReadJob
from ringback.readers.read import read_file
from ringback.readers.refusals import Refused
from schemas.policy import RoleFamily, RoleTaxonomy

SAMPLES = Path(__file__).parents[1] / "tests" / "data" / "resumes" / "drop"
LIMITS = ReaderLimits()
PICTURES = {".jpg", ".png"}
LEAST_OF_LINES = 100  # smaller memories hold tables of the policy


def taxonomy() -> RoleTaxonomy:
    policy = tomllib.loads(Path(ringback.__file__).with_name("policy.toml").read_text(encoding="utf-8"))
    return {name: RoleFamily(**family) for name, family in policy["roles"]["families"].items()}


def bare_text(path: Path) -> int:
    """Take the text out and nothing else: PDFium's own order for PDF, the format's walk for the others, attachments too."""
    return bare_text_of(path.read_bytes())


def bare_text_of(data: bytes) -> int:
    if data.startswith(b"%PDF"):
        import pypdfium2

        try:
            with pypdfium2.PdfDocument(data) as pdf:
                return sum(len(page.get_textpage().get_text_bounded()) for page in pdf)
        except pypdfium2.PdfiumError:
            return 0
    found = content_of(data)
    if isinstance(found, Letter):
        return letters(found.body) + sum(bare_text_of(part.data) for part in members(found.attachments))
    if isinstance(found, Container):
        return sum(bare_text_of(part.data) for part in members(found.members))
    return letters(found) if isinstance(found, Document) else 0


def letters(document: Document) -> int:
    return sum(len(line.text) for line in document.lines)


def members(parts: Iterable[object]) -> Iterator[Member]:
    """Yield the parts of a mail or an archive; one that gives more than an archive may ends it, as in full reading."""
    try:
        yield from (part for part in parts if isinstance(part, Member))
    except Refused:
        return


def content_of(data: bytes) -> object:
    try:
        return read_content(data, LIMITS)
    except Refused:
        return None


def content(path: Path) -> object:
    return content_of(path.read_bytes())


def remembered() -> list[Any]:
    """Return what the readers remember of lines they saw: no two files of a drop folder share them."""
    modules = [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(readers.__path__, "ringback.readers.")
    ]
    functions = {
        id(value): value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")
    }
    return [value for value in functions.values() if (value.cache_parameters()["maxsize"] or 0) >= LEAST_OF_LINES]


def cpu_of(step: Callable[[Path], object], files: list[Path]) -> list[float]:
    spent, lines = [], remembered()
    for file in files:
        for memory in lines:
            memory.cache_clear()
        began = time.process_time()
        step(file)
        spent.append(time.process_time() - began)
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    found = sorted(file for file in options.folder.rglob("*") if file.is_file() and file.suffix not in PICTURES)
    files = [found[number % len(found)] for number in range(options.files)]
    families = taxonomy()

    def whole(path: Path) -> object:
        return read_file(path, source=None, taxonomy=families, limits=LIMITS)

    def sheet(path: Path) -> object:
        read = content(path)
        return make_sheet(read, read_file_name(path.name, source=None)) if isinstance(read, Document) else None

    cpu_of(whole, found)  # the first file of a format loads its reader
    bare, opened, prepared, full = (cpu_of(step, files) for step in (bare_text, content, sheet, whole))
    print(f"{len(files)} files ({len(found)} different), no OCR")
    print(f"bare text     {sum(bare) / len(files) * 1000:7.1f} ms CPU a file")
    print(
        f"full reading  {sum(full) / len(files) * 1000:7.1f} ms CPU a file, median {statistics.median(full) * 1000:.1f},"
        f" 95th percentile {statistics.quantiles(full, n=20)[-1] * 1000:.1f}"
    )
    print(f"ratio         {sum(full) / sum(bare):7.2f}")
    stages = {
        "text and layout": sum(opened),
        "lines, sections, labels": sum(prepared) - sum(opened),
        "fields": sum(full) - sum(prepared),
    }
    for stage, seconds in stages.items():
        print(f"  {stage:<24}{max(0.0, seconds) / sum(full):6.0%}")
    began = time.perf_counter()
    first = None
    with ReaderPool(options.workers, LIMITS, families) as pool:
        for _ in pool.read(ReadJob(file) for file in files):
            first = first or time.perf_counter() - began
    wall = time.perf_counter() - began
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = (children.ru_utime + children.ru_stime) / wall
    print(f"pool of {options.workers}     {len(files) / wall:7.1f} files/s, {busy:.2f} cores busy")
    print(f"first result  {first or 0:7.2f} s after the start")
    print(f"memory        {children.ru_maxrss / 1024:7.0f} MB in the largest child")


if __name__ == "__main__":
    main()
