"""What the W3C Web Annotation model says an annotation, a page and a collection MUST be: one rule a function."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SETS = {"Choice", "Composite", "List", "Independents"}
STATES = {"TimeState", "HttpRequestState"}


def is_uri(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", value) is not None


def is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def types(node: Any) -> set[str]:
    return {each for each in listed(node.get("type")) if isinstance(each, str)} if isinstance(node, dict) else set()


def resources(node: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give every body and target, and what is in the sets among them."""
    for name in ("body", "target"):
        queue = listed(node.get(name))
        while queue:
            each = queue.pop()
            yield name, each
            if isinstance(each, dict):
                queue += listed(each.get("items"))


def selectors(node: dict[str, Any], key: str = "selector") -> Iterator[Any]:
    for _, each in resources(node):
        queue = listed(each.get(key)) if isinstance(each, dict) else []
        while queue:
            one = queue.pop()
            yield one
            if isinstance(one, dict):
                queue += [one[inner] for inner in ("refinedBy", "startSelector", "endSelector") if inner in one]


def header(node: dict[str, Any], kind: str) -> Iterator[str]:
    if CONTEXT not in listed(node.get("@context")):
        yield "context"
    if not is_uri(node.get("id")):
        yield "id"
    if kind not in types(node):
        yield "type"


def life(node: Any) -> Iterator[str]:
    if not isinstance(node, dict):
        return
    yield from (name for name in ("created", "modified", "generated") if name in node and not is_date(node[name]))
    for name in ("rights", "via"):
        if not all(map(is_uri, listed(node.get(name)))):
            yield name
    if "canonical" in node and not is_uri(node["canonical"]):
        yield "canonical"
    if any(each not in {"ltr", "rtl", "auto"} for each in listed(node.get("textDirection"))):
        yield "textDirection"


def is_resource(each: Any, name: str) -> bool:
    if isinstance(each, str):
        return is_uri(each)
    if not isinstance(each, dict):
        return False
    if types(each) & SETS:
        return bool(each.get("items")) and not {"value", "source", "purpose"} & each.keys()
    if "source" in each:
        return not {"items", "value"} & each.keys()
    if "TextualBody" in types(each) or "value" in each:
        return name == "body" and isinstance(each.get("value"), str) and "items" not in each
    return is_uri(each.get("id")) and not {"items", "purpose"} & each.keys()


def is_selector(each: Any) -> bool:
    if isinstance(each, str):
        return is_uri(each)
    if not isinstance(each, dict):
        return False
    kinds = types(each)
    if kinds & {"FragmentSelector", "CssSelector", "XPathSelector"}:
        return isinstance(each.get("value"), str)
    if "TextQuoteSelector" in kinds:
        return all(isinstance(each.get(name, ""), str) for name in ("exact", "prefix", "suffix")) and "exact" in each
    if kinds & {"TextPositionSelector", "DataPositionSelector"}:
        return all(isinstance(each.get(name), int) and each[name] >= 0 for name in ("start", "end"))
    if "SvgSelector" in kinds:
        return "id" in each or isinstance(each.get("value"), str)
    if "RangeSelector" in kinds:
        return {"startSelector", "endSelector"} <= each.keys()
    return bool(kinds & STATES)


def annotation(node: Any, *, has_context: bool = True) -> list[str]:
    """Return the names of the rules that an annotation breaks."""
    if not isinstance(node, dict):
        return ["annotation"]
    faults = [each for each in header(node, "Annotation") if has_context or each != "context"]
    if not listed(node.get("target")):
        faults.append("target")
    if "body" in node and "bodyValue" in node:
        faults.append("body and bodyValue")
    if "bodyValue" in node and not isinstance(node["bodyValue"], str):
        faults.append("bodyValue")
    faults += life(node)
    for name, each in resources(node):
        faults += [] if is_resource(each, name) else [name]
        faults += life(each)
        if isinstance(each, dict) and not all(isinstance(one, str) for one in listed(each.get("styleClass"))):
            faults.append("styleClass")
    faults += ["selector" for each in selectors(node) if not is_selector(each)]
    faults += [
        "state"
        for each in selectors(node, "state")
        if isinstance(each, dict) and not types(each) & STATES and "id" not in each and not is_selector(each)
    ]
    return faults


def collection(node: Any) -> list[str]:
    """Return the names of the rules that a collection with its page inside breaks."""
    faults = list(header(node, "AnnotationCollection")) + list(life(node))
    if "total" in node and not (isinstance(node["total"], int) and node["total"] >= 0):
        faults.append("total")
    page = node.get("first")
    if not isinstance(page, dict):
        return [*faults, "first"]
    faults += [f"page {each}" for each in header(page, "AnnotationPage") if each != "context"]
    faults += ["items"] if not isinstance(page.get("items"), list) else []
    faults += ["partOf"] if not is_uri(page.get("partOf")) else []
    rules: Callable[[Any], list[str]] = lambda each: annotation(each, has_context=False)  # noqa: E731
    return faults + [fault for each in page.get("items", []) for fault in rules(each)]
