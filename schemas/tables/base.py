"""The declarative base: naming rules for constraints and the Python types of columns."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, BigInteger, Enum, Integer, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, mapped_column

from schemas.columns import UTCDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

BigId = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite only makes ``INTEGER PRIMARY KEY`` an alias of the row id."""


class Base(DeclarativeBase):
    """All tables share one metadata, so that one migration history makes the whole database."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UTCDateTime(),
        bytes: LargeBinary(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
        # stored by value, as text without a database enum: adding a word needs no migration
        enum.Enum: Enum(
            enum.Enum, native_enum=False, length=30, values_callable=lambda words: [w.value for w in words]
        ),
    }


SerialId = Annotated[int, mapped_column(BigId, primary_key=True, autoincrement=True)]
Uuid = Annotated[str, mapped_column(String(36), primary_key=True)]
