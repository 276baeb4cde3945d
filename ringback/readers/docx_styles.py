"""How large a Word document prints what says no size of its own: by its style, else by the defaults of the document."""

from __future__ import annotations

from typing import Any

_SIZE_UNIT = 2.0  # Word counts half points
MAX_BASES = 8  # styles that a style is based on
DEFAULT = ""  # the style of paragraphs that name none


def sizes_of_styles(root: Any) -> dict[str, float]:
    """Return the size of print in points by the id of a style of paragraphs; that of plain text is under ``DEFAULT``."""
    own: dict[str, float] = {}
    bases: dict[str, str] = {}
    plain = 0.0
    for node in root:
        name = _local(node)
        if name == "docDefaults":
            plain = next((_size_in(inner) for inner in node.iter() if _local(inner) == "rPr"), 0.0)
        elif name == "style" and _attribute(node, "type") == "paragraph":
            style = _attribute(node, "styleId")
            parts = {_local(child): child for child in node}
            own[style] = _size_in(parts["rPr"]) if "rPr" in parts else 0.0
            bases[style] = _attribute(parts["basedOn"], "val") if "basedOn" in parts else DEFAULT
            if _attribute(node, "default") in {"1", "true"}:
                own[DEFAULT] = own[style]
    found = {style: _inherited(own, bases, style) or own.get(DEFAULT) or plain for style in own}
    return {**found, DEFAULT: own.get(DEFAULT) or plain}


def _inherited(own: dict[str, float], bases: dict[str, str], style: str) -> float:
    for _ in range(MAX_BASES):
        if own.get(style) or style not in bases:
            break
        style = bases[style]
    return own.get(style, 0.0)


def _size_in(properties: Any) -> float:
    value = next((_attribute(child, "val") for child in properties if _local(child) == "sz"), "")
    return float(value) / _SIZE_UNIT if value.isdigit() else 0.0


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _attribute(node: Any, name: str) -> str:
    return next((str(value) for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")
