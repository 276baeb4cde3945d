"""The face that PDFium takes for letters whose own face a PDF does not bring: boxes from a file beside, never the machine's.

A letter without a drawing has no width for PDFium, and a text object of one such letter is dropped: on a machine without
Chinese fonts 男 alone in its cell is lost, and lines have no height. With the machine's fonts in its place a
resume would read otherwise on the next machine. Boxes of the size of letters (``bench/fitting/lent_face.py`` draws them)
make it the same everywhere, and spare the look through all folders of fonts.
"""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2.raw as pdfium

_FOLDERS = (str(Path(__file__).with_name("data") / "faces").encode(), None)
_PATHS = (ctypes.c_char_p * len(_FOLDERS))(*_FOLDERS)  # PDFium keeps the pointer, so it lives as long as the module


def lend_face() -> None:
    """Start PDFium anew with this face alone beside its own fourteen; call it before any document is opened."""
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(
        pdfium.FPDF_LIBRARY_CONFIG(
            version=2,
            m_pUserFontPaths=ctypes.cast(_PATHS, ctypes.POINTER(ctypes.POINTER(ctypes.c_char))),
            m_pIsolate=None,
            m_v8EmbedderSlot=0,
        )
    )
