"""The judged queries as a table: a row a query, then all of them, then the rules."""

from collections.abc import Mapping
from typing import cast

MOST_RETURNED = 0.15
"""The part of all passages that one query may return at most."""
ENOUGH = 0.95
"""The part of all expected lines that must be found."""


def rows(outcome: object, before: object = None) -> list[dict[str, object]]:
    """Return the table: a row a query, then all of them, then the rules."""
    whole = cast("dict[str, object]", outcome)
    queries = cast("list[dict[str, object]]", whole["queries"])
    earlier = {
        each["id"]: each["found"]
        for each in cast("list[dict[str, object]]", cast("dict[str, object]", before or {}).get("queries", []))
    }
    made: list[dict[str, object]] = [
        {
            "judged query": f"{each['id']} {each['query']}",
            "found": _part(each["found"], each["expected"]),
            **({"before": earlier.get(each["id"], "")} if earlier else {}),
            "plain BM25": each["stock_found"],
            "passages": each["returned"],
            "of all": f"{cast('float', each['share']):.1%}",
            "missed": " ".join(cast("list[str]", each["missed"])[:6]),
        }
        for each in queries
    ]
    return [*made, _totals(whole, queries, earlier), *map(_rule_row, cast("list[dict[str, object]]", whole["rules"]))]


def _totals(
    whole: Mapping[str, object], queries: list[dict[str, object]], earlier: Mapping[object, object]
) -> dict[str, object]:
    found, expected, stock = (
        sum(cast("int", each[key]) for each in queries) for key in ("found", "expected", "stock_found")
    )
    none = sum(not each["found"] for each in queries)
    stock_none = sum(not each["stock_found"] for each in queries)
    share = max(cast("float", each["share"]) for each in queries)
    return {
        "judged query": f"all: {found / expected:.1%} (must be {ENOUGH:.0%})",
        "found": _part(found, expected),
        **({"before": sum(cast("int", each) for each in earlier.values())} if earlier else {}),
        "plain BM25": stock,
        "passages": whole["passages"],
        "of all": f"{share:.1%}",
        "missed": f"nothing found: {none} (plain BM25: {stock_none}); longest passage {whole['longest']} lines; "
        f"most returned {share:.1%} (may be {MOST_RETURNED:.0%})",
    }


def _rule_row(rule: Mapping[str, object]) -> dict[str, object]:
    return {
        "judged query": rule["query"],
        "found": "holds" if rule["holds"] else "BROKEN",
        "missed": f"{rule['rule']} | {rule['seen']}",
    }


def _part(found: object, expected: object) -> str:
    return f"{found}/{expected}{'' if found == expected else ' *'}"
