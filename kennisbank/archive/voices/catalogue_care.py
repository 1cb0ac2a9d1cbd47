"""Persons and editions, as maintainers change them one at a time."""

from urllib.parse import urlsplit

from sqlalchemy import select

from kennisbank.archive.mail.post import one_line
from kennisbank.archive.schema import tables as t
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError
from kennisbank.sync.protocol import Gone, Record, RecordKind
from kennisbank.sync.protocol_bodies import EditionBody, PersonBody
from kennisbank.sync.protocol_codec import body_from


def put_person(tx: Transaction, actor: str, person: str, said: PersonBody) -> Record:
    """Write a person down and return the record; the name to show is one of the names.

    Raises:
        FaultError: ``invalid``: there is no name, or a name is another person's already.
    """
    name = one_line(said.name)
    names = tuple(dict.fromkeys(filter(None, (name, *map(one_line, said.names)))))
    if not name:
        raise FaultError("invalid", detail="name")
    tx.counter.lock()
    for other in tx.records.public("person"):
        if other.id != person and other.body is not None and set(names).intersection(other.body.get("names", ())):
            raise FaultError("invalid", detail="names")
    body = body_from(PersonBody(name, names, said.reach.strip()))
    return _put(tx, actor, "person", person, body)


def remove_person(tx: Transaction, actor: str, person: str) -> None:
    """Take a person out.

    Raises:
        FaultError: ``not_found``.
    """
    record = tx.records.get("person", person)
    if record is None or record.gone is not None:
        raise FaultError("not_found")
    tx.records.withdraw("person", person, Gone("deleted"))
    tx.audit.add(actor, "person_removed", person)


def put_edition(tx: Transaction, actor: str, edition: str, said: EditionBody) -> Record:
    """Write an edition down and return the record. An archived website stays where it is replayed.

    Raises:
        FaultError: ``invalid``: the code is empty, another edition's, or can't change as contributions name it; the
            website isn't an address; nothing is archived.
    """
    tx.counter.lock()
    before = tx.records.get("edition", edition)
    known = {} if before is None or before.body is None else dict(before.body)
    _check_code(tx, edition, said, known.get("code", ""))
    body = {**known, **body_from(said), "code": said.code.strip()}
    for name in ("website", "programme"):
        if body[name] and urlsplit(body[name]).scheme not in {"https", "http"}:
            raise FaultError("invalid", detail=name)
    if said.website_kind == "archived":
        if known.get("website_kind") != "archived":
            raise FaultError("invalid", detail="website_kind")
        body["website"] = known["website"]
    return _put(tx, actor, "edition", edition, body)


def _check_code(tx: Transaction, edition: str, said: EditionBody, before: str) -> None:
    r = t.records.c
    code = said.code.strip()
    same = select(r.id).where(r.kind == "edition", r.edition == code, r.owner.is_(None), r.gone.is_(None))
    if not code or tx.connection.execute(same.where(r.id != edition).limit(1)).first() is not None:
        raise FaultError("invalid", detail="code")
    of_it = select(r.id).where(r.kind == "contribution", r.edition == before, r.owner.is_(None)).limit(1)
    if before and code != before and tx.connection.execute(of_it).first() is not None:
        raise FaultError("invalid", detail="code")


def _put(tx: Transaction, actor: str, kind: RecordKind, record_id: str, body: dict[str, object]) -> Record:
    put = tx.records.put_public(kind, record_id, body, revives=True)
    if put.outcome != "unchanged":
        tx.audit.add(actor, f"{kind}_{put.outcome}", record_id)
    record = tx.records.get(kind, record_id)
    assert record is not None, "it was written"
    return record
