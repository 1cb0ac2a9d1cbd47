"""OAI-PMH 2.0: the catalogue for harvesters, at ``/oai``. Sets are editions; what was withdrawn stays as deleted."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Annotated
from urllib.parse import parse_qsl, quote, unquote

from fastapi import APIRouter, Body, Request
from starlette.responses import Response

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.harvesting.oai_errors import OaiError
from kennisbank.archive.harvesting.oai_metadata import dublin_core_of
from kennisbank.archive.harvesting.oai_question import Question, question_of
from kennisbank.archive.harvesting.oai_rows import Item, OaiRows
from kennisbank.archive.harvesting.oai_token import Place, place_of, token_of
from kennisbank.archive.harvesting.oai_xml import DC_NAMESPACE, DC_SCHEMA, around, document, dublin_core, element
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.answers import answer_text
from kennisbank.archive.world import Archive
from kennisbank.domain.oai_sets import set_of_edition
from kennisbank.sync.protocol_codec import body_of

PATH = "/oai"
PREFIX = "oai_dc"
PAGE = 200
"""Records in an answer."""
_MEDIA_TYPE = "text/xml"
_FORM = "application/x-www-form-urlencoded"
_EARLIEST = "2000-01-01T00:00:00Z"
"""What an empty archive says of its earliest record: nothing was ever before."""
_MOST_ARGUMENTS = 20
_MARGIN = timedelta(seconds=5)
"""An answer says that it was given a little earlier: whoever asks next time for what changed since then will be told
too of what was just being committed."""
_MAIL = re.compile(r"\S+@(\S+\.)+\S+")
_NO_MAIL = "noreply@archive.invalid"
"""The protocol asks for an address; not every archive has one."""

router = APIRouter(tags=["OAI-PMH"])
_XML: dict[int | str, dict[str, object]] = {200: {"description": "The answer.", "content": {_MEDIA_TYPE: {}}}}


@router.get(PATH, summary="Harvest the catalogue (OAI-PMH 2.0)", response_class=Response, responses=_XML)
def get_oai(request: Request) -> Response:
    """Answer any of the six verbs; the arguments are OAI-PMH's own."""
    return _answered(request, request.url.query)


@router.post(PATH, summary="Harvest the catalogue (OAI-PMH 2.0)", response_class=Response, responses=_XML)
def post_oai(request: Request, form: Annotated[bytes, Body(media_type=_FORM)] = b"") -> Response:
    """Answer any of the six verbs; the arguments are in a form."""
    return _answered(request, form.decode("utf-8", "replace"))


def _answered(request: Request, arguments: str) -> Response:
    archive: Archive = request.app.state.archive
    config: ArchiveConfig = request.app.state.config
    root = config.url.rstrip("/") or str(request.base_url).rstrip("/")
    moment = (datetime.now(UTC) - _MARGIN).strftime("%Y-%m-%dT%H:%M:%SZ")
    with archive.read() as tx:
        data = Repository(tx, config, Keyed(archive.key.private), root).answer(arguments, moment)
    return answer_text(request, data, _MEDIA_TYPE)


@dataclass(frozen=True, slots=True)
class Repository:
    """The archive as OAI-PMH sees it, in one transaction; `root` is its own address."""

    tx: Transaction
    config: ArchiveConfig
    keyed: Keyed
    root: str

    def answer(self, arguments: str, moment: str) -> bytes:
        """Return the answer to arguments as they stand in an address or a form; `moment`: when it says it was given."""
        said: Mapping[str, str] = {}
        try:
            question = question_of(_pairs(arguments))
            said = question.arguments
            inside = around(question.verb, self._inside(question))
        except OaiError as error:
            said = {} if error.code in {"badVerb", "badArgument"} else said
            inside = element("error", error.words, {"code": error.code})
        return document(moment, self.root + PATH, said, inside)

    def _inside(self, question: Question) -> Iterable[str]:
        if question.prefix not in {"", PREFIX}:
            raise OaiError("cannotDisseminateFormat", f"Here is only {PREFIX}.")
        return _VERBS[question.verb](self, question)

    def identify(self, _question: Question) -> Iterable[str]:
        """Say who this is."""
        yield element("repositoryName", self.config.name)
        yield element("baseURL", self.root + PATH)
        yield element("protocolVersion", "2.0")
        yield element("adminEmail", self.config.address if _MAIL.fullmatch(self.config.address) else _NO_MAIL)
        yield element("earliestDatestamp", self._rows.earliest() or _EARLIEST)
        yield element("deletedRecord", "persistent")
        yield element("granularity", "YYYY-MM-DDThh:mm:ssZ")
        yield element("compression", "gzip")

    def list_formats(self, question: Question) -> Iterable[str]:
        """Say in which formats records are to be had."""
        if question.identifier:
            self._item(question.identifier)
        described = (("metadataPrefix", PREFIX), ("schema", DC_SCHEMA), ("metadataNamespace", DC_NAMESPACE))
        yield around("metadataFormat", (element(name, value) for name, value in described))

    def list_sets(self, question: Question) -> Iterable[str]:
        """Say which editions there are; all of them at once, so there is no token that could be right."""
        if question.token:
            raise OaiError("badResumptionToken", "All sets come in one answer.")
        editions = self._rows.editions()
        if not editions:
            raise OaiError("noSetHierarchy", "There are no editions yet, and so no sets.")
        for code, name in editions:
            yield around("set", (element("setSpec", set_of_edition(code)), element("setName", name or code)))

    def get_record(self, question: Question) -> Iterable[str]:
        """Give one record."""
        yield self._record(self._item(question.identifier))

    def list_identifiers(self, question: Question) -> Iterable[str]:
        """Give a page of headers."""
        return self._page(question, self._header)

    def list_records(self, question: Question) -> Iterable[str]:
        """Give a page of records."""
        return self._page(question, self._record)

    @property
    def _rows(self) -> OaiRows:
        return OaiRows(self.tx.connection)

    def _page(self, question: Question, written: Callable[[Item], str]) -> Iterable[str]:
        epoch = self.tx.identity.epoch
        place = Place(question.verb, question.since, question.before, question.set, 0, 0)
        if question.token:
            place = place_of(question.token, question.verb, epoch, self.keyed)
        items = self._rows.page(place, PAGE)
        if not items:
            raise OaiError("noRecordsMatch", "There is no record of that set and time.")
        yield from map(written, items)
        left = self._rows.count(place)
        if left <= len(items) and not question.token:
            return
        after = replace(place, revision=items[-1].record.revision, done=place.done + len(items))
        attributes = {"completeListSize": str(place.done + left), "cursor": str(place.done)}
        token = token_of(after, epoch, self.keyed) if left > len(items) else ""
        yield element("resumptionToken", token, attributes)

    def _item(self, identifier: str) -> Item:
        prefix = self._identifier("")
        item = self._rows.get(unquote(identifier.removeprefix(prefix))) if identifier.startswith(prefix) else None
        if item is None:
            raise OaiError("idDoesNotExist", "There is no such record.")
        return item

    def _identifier(self, record_id: str) -> str:
        # By the archive's id, for its address may change and identifiers are for ever.
        return f"oai:{self.tx.identity.id}:{quote(record_id, safe='-._~')}"

    def _header(self, item: Item) -> str:
        inside = [element("identifier", self._identifier(item.record.id)), element("datestamp", item.stamp)]
        if item.edition:
            inside.append(element("setSpec", set_of_edition(item.edition)))
        return around("header", inside, {"status": "deleted"} if item.record.gone is not None else None)

    def _record(self, item: Item) -> str:
        header = self._header(item)
        if item.record.gone is not None or item.record.body is None:
            return around("record", (header,))
        body = body_of("contribution", item.record.body)
        api = f"{self.config.url.rstrip('/')}/v1" if self.config.url else ""
        values = dublin_core_of(item.record.id, body, self.config.foundation or self.config.name, api)
        return around("record", (header, around("metadata", (dublin_core(values),))))


_VERBS: Mapping[str, Callable[[Repository, Question], Iterable[str]]] = MappingProxyType(
    {
        "Identify": Repository.identify,
        "ListMetadataFormats": Repository.list_formats,
        "ListSets": Repository.list_sets,
        "GetRecord": Repository.get_record,
        "ListIdentifiers": Repository.list_identifiers,
        "ListRecords": Repository.list_records,
    }
)


def _pairs(arguments: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(arguments, keep_blank_values=True, max_num_fields=_MOST_ARGUMENTS)
    except ValueError as error:
        raise OaiError("badArgument", "There are too many arguments.") from error
