"""How fast files are read, compared with taking the bare text out of the same files in the same run.

    python bench/reading.py [FOLDER] [--files 1000] [--workers 2] [--light]

Prints files per second of the pool, CPU time a file (median, 95th percentile), the ratio of full reading to bare extraction,
and the share of each stage. FOLDER defaults to the sample resumes of the tests; its files are repeated up to --files,
and what was remembered of the lines of others is forgotten before each. With --light a second ratio is printed: that of
light files, the invented layouts of the tests as TXT, HTML, DOCX and small PDF in turn.
"""

from __future__ import annotations

import argparse
import html
import importlib
import json
import pkgutil
import resource
import statistics
import tempfile
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
LAYOUTS = SAMPLES.with_name("layouts.jsonl")
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


def light_files(folder: Path) -> list[Path]:
    """Write the layouts of the tests into a folder, in a format each; a PDF only where its standard font has the letters."""
    made = []
    for number, line in enumerate(LAYOUTS.read_text(encoding="utf-8").splitlines()):
        lines = [(printable(text), size or 10.5) for text, size, *_ in json.loads(line)["lines"]]
        is_latin = max(map(ord, "".join(text for text, _ in lines))) < 256
        suffix = ("txt", "html", "docx", "pdf" if is_latin else "docx")[number % 4]
        path = folder / f"resume{number:03d}.{suffix}"
        {"txt": write_txt, "html": write_html, "docx": write_docx, "pdf": write_pdf}[suffix](path, lines)
        made.append(path)
    return made


def printable(text: str) -> str:
    return "".join(sign if sign.isprintable() or sign == "\t" else " " for sign in text)


def write_txt(path: Path, lines: list[tuple[str, float]]) -> None:
    path.write_text("\n".join(text for text, _ in lines), encoding="utf-8")


def write_html(path: Path, lines: list[tuple[str, float]]) -> None:
    body = "\n".join(f'<p style="font-size:{size}pt">{html.escape(text)}</p>' for text, size in lines)
    path.write_text(f"<html><head><meta charset=utf-8></head><body>{body}</body></html>", encoding="utf-8")


def write_docx(path: Path, lines: list[tuple[str, float]]) -> None:
    import docx

    document = docx.Document()
    for text, size in lines:
        document.add_paragraph().add_run(text).font.size = docx.shared.Pt(size)
    document.save(str(path))


def write_pdf(path: Path, lines: list[tuple[str, float]]) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas, top = Canvas(str(path)), 800.0
    for text, size in lines:
        if top < 40:
            canvas.showPage()
            top = 800.0
        canvas.setFont("Helvetica", size)
        left = 40.0
        for cell in text.split("\t"):
            canvas.drawString(left, top, cell)
            left += canvas.stringWidth(cell, "Helvetica", size) + 30
        top -= size * 1.4
    canvas.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--light", action="store_true")
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
    if options.light:
        with tempfile.TemporaryDirectory() as folder:
            light = light_files(Path(folder))
            cpu_of(whole, light)
            light_bare, light_full = sum(cpu_of(bare_text, light)), sum(cpu_of(whole, light))
        print(
            f"light files   {light_full / light_bare:7.2f} ({light_bare / len(light) * 1000:.1f} ms bare, "
            f"{light_full / len(light) * 1000:.1f} ms full)"
        )
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
