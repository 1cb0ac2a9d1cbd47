"""What maintainers say of persons and editions: public records, changed at once and by hand."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from kennisbank.archive.voices.catalogue_care import put_edition, put_person, remove_person
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.messages import body_bytes, described
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import Record
from kennisbank.sync.protocol_bodies import EditionBody, PersonBody
from kennisbank.sync.protocol_codec import decode

router = APIRouter(tags=["publishing"])
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
Maintainer = Annotated[Viewer, Depends(require("maintainer"))]
RecordId = Annotated[str, Path(pattern="^[0-9A-Za-z._:-]{1,64}$", description="Its id, made by whoever adds it.")]
Body = Annotated[bytes, Depends(body_bytes)]


@router.put(
    "/persons/{person}",
    summary="Join the spellings of a person's name",
    response_model=Record,
    responses=_REFUSED,
    openapi_extra=described(PersonBody),
)
def put_person_route(request: Request, person: RecordId, maintainer: Maintainer, body: Body) -> Response:
    """Add or change a person; answer with the record."""
    said = decode(PersonBody, body)
    archive: Archive = request.app.state.archive
    with archive.write() as tx:
        record = put_person(tx, maintainer.account or "", person, said)
    return answer(request, record)


@router.delete(
    "/persons/{person}",
    summary="Take the spellings of a name apart again",
    status_code=204,
    response_class=Response,
    responses={**_REFUSED, **faults("not_found")},
)
def delete_person_route(request: Request, person: RecordId, maintainer: Maintainer) -> Response:
    """Remove the person; what they wrote stays, under each spelling apart."""
    archive: Archive = request.app.state.archive
    with archive.write() as tx:
        remove_person(tx, maintainer.account or "", person)
    return Response(status_code=204)


@router.put(
    "/editions/{edition}",
    summary="Say what is known of an edition",
    response_model=Record,
    responses=_REFUSED,
    openapi_extra=described(EditionBody),
)
def put_edition_route(request: Request, edition: RecordId, maintainer: Maintainer, body: Body) -> Response:
    """Add or change an edition; answer with the record."""
    said = decode(EditionBody, body)
    archive: Archive = request.app.state.archive
    with archive.write() as tx:
        record = put_edition(tx, maintainer.account or "", edition, said)
    return answer(request, record)
