"""Pieces of queries that several repositories use."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, column, func, select


def listed(values: Collection[str]) -> Select[tuple[Any]]:
    """Return `values` as a subquery for ``in_``: one parameter, so any number of them makes one cached statement."""
    return _from_json(json.dumps(list(values)))


def _from_json(text: str) -> Select[tuple[Any]]:
    return select(column("value")).select_from(func.json_each(text).table_valued("value"))
