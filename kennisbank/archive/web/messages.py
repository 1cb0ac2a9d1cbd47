"""Large messages as they come in: read without blocking, and turned into values in a thread."""

from typing import Any

from fastapi import Request
from pydantic import TypeAdapter


async def body_bytes(request: Request) -> bytes:
    """Return a request's body. A dependency: it stands after the one that asks who may, so that is asked first."""
    return await request.body()


def described(kind: type) -> dict[str, Any]:
    """Return what OpenAPI says of a body of this type, for FastAPI's ``openapi_extra``, complete in itself."""
    schema = TypeAdapter(kind).json_schema(ref_template="#/components/schemas/{model}")
    parts = schema.pop("$defs", {})
    content = {"application/json": {"schema": _inlined(schema, parts)}}
    return {"requestBody": {"required": True, "content": content}}


def _inlined(schema: Any, parts: dict[str, Any]) -> Any:
    """Return a schema with the parts that it refers to in their places; none of ours refers to itself."""
    if isinstance(schema, list):
        return [_inlined(each, parts) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _inlined(parts[name], parts)
    return {name: _inlined(value, parts) for name, value in schema.items()}
