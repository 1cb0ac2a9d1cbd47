"""The lists of claims, and of authors who would read what was sent before their claim.

A claim for which a code was mailed a day ago waits for a maintainer too: the address may be one that nobody reads.
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.claiming.claims import ClaimRow, ClaimRows
from kennisbank.archive.claiming.granting import earlier_threads, end, grant
from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState, Writer
from kennisbank.archive.people.claim_codes import ClaimCodes
from kennisbank.archive.schema.people_tables import claims
from kennisbank.archive.threads.opening import open_earlier
from kennisbank.sync.protocol_desk import DeskAct, DeskItem, DeskVerb

_UNANSWERED = timedelta(days=1)
_DECIDED = {"accepted": ("granted",), "declined": ("refused", "ended")}
_STATES = {"granted": "accepted", "refused": "declined", "ended": "declined"}


def _waits(scene: DeskScene) -> ColumnElement[bool]:
    late = and_(claims.c.state == "code_sent", claims.c.created <= stamp(scene.now - _UNANSWERED))
    return or_(claims.c.state == "waiting", late)


def _claims(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
    decided = claims.c.state.in_(_DECIDED.get(state, ("granted", "refused", "ended") if state == "all" else ()))
    wanted = {"open": _waits(scene), "all": or_(_waits(scene), decided)}.get(state, decided)
    return [_claim(scene, each) for each in ClaimRows(scene.tx).where(wanted, limit=MOST_ITEMS)]


def _count_claims(scene: DeskScene) -> int:
    query = select(func.count()).select_from(claims).where(_waits(scene))
    return int(scene.tx.connection.execute(query).scalar_one())


def _one_claim(scene: DeskScene, item_id: str) -> DeskItem | None:
    found = ClaimRows(scene.tx).one(item_id)
    return None if found is None or found.state == "withdrawn" else _claim(scene, found)


def _claim(scene: DeskScene, claim: ClaimRow) -> DeskItem:
    account = AccountRows(scene.tx.connection).one(claim.account)
    is_open = claim.state in {"waiting", "code_sent"}
    verbs: tuple[DeskVerb, ...] = ("accept", "decline") if is_open else ()
    if claim.state == "granted":
        verbs = ("decline",)
    return DeskItem(
        "claim",
        claim.id,
        "open" if is_open else _STATES[claim.state],  # type: ignore[arg-type]  # the words of DeskItem
        claim.created,
        claim.contribution,
        _title(scene, claim),
        "" if account is None else account.name,
        claim.words,
        _days(scene, claim.created) if is_open else 0,
        claim.answer,
        verbs,
        {
            "author": claim.author,
            "mail": "" if account is None else account.mail,
            "address": claim.mail,
            "way": claim.way,
        },
    )


def _decide_claim(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    claim = ClaimRows(scene.tx).one(item.id)
    assert claim is not None, "the desk has just shown it"
    ClaimCodes(scene.tx.connection, scene.keyed).forget(claim.id)
    if act.verb == "accept":
        granted = grant(scene.tx, claim, "maintainer", scene.now, actor=scene.actor)
        ClaimRows(scene.tx).change(granted, answer=act.words.strip())
    else:
        state = "ended" if claim.state == "granted" else "refused"
        end(scene.tx, claim, state, scene.now, answer=act.words.strip())


def _earlier(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
    words = {"open": ("waiting",), "accepted": ("granted",), "declined": ("refused",)}
    wanted = words.get(state, ("waiting", "granted", "refused") if state == "all" else ())
    found = ClaimRows(scene.tx).where(claims.c.earlier.in_(wanted), limit=MOST_ITEMS)
    return [_earlier_item(scene, each) for each in found]


def _count_earlier(scene: DeskScene) -> int:
    query = select(func.count()).select_from(claims).where(claims.c.earlier == "waiting")
    return int(scene.tx.connection.execute(query).scalar_one())


def _one_earlier(scene: DeskScene, item_id: str) -> DeskItem | None:
    found = ClaimRows(scene.tx).one(item_id)
    return None if found is None or found.earlier == "none" else _earlier_item(scene, found)


def _earlier_item(scene: DeskScene, claim: ClaimRow) -> DeskItem:
    """Return who asks and how many threads it is about: nothing of what stands in them."""
    item = _claim(scene, claim)
    is_open = claim.earlier == "waiting"
    state = {"waiting": "open", "granted": "accepted", "refused": "declined"}[claim.earlier]
    return DeskItem(
        "earlier",
        claim.id,
        state,  # type: ignore[arg-type]  # the words of DeskItem
        claim.decided,
        claim.contribution,
        item.title,
        item.who,
        claim.words,
        _days(scene, claim.decided) if is_open else 0,
        "",
        ("accept", "decline") if is_open else (),
        {**item.details, "threads": len(earlier_threads(scene.tx, claim))},
    )


def _decide_earlier(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    claim = ClaimRows(scene.tx).one(item.id)
    assert claim is not None, "the desk has just shown it"
    is_granted = act.verb == "accept"
    values = {"answer": act.words.strip()} if act.words.strip() else {}
    claim = ClaimRows(scene.tx).change(claim, earlier="granted" if is_granted else "refused", **values)
    if is_granted:
        open_earlier(scene.tx, claim.contribution, claim.account, scene.now)


def _title(scene: DeskScene, claim: ClaimRow) -> str:
    record = scene.tx.records.get("contribution", claim.contribution)
    return "" if record is None or record.body is None else str(record.body.get("title", ""))[:1000]


def _days(scene: DeskScene, since: str) -> int:
    return max(0, (scene.now - moment_of(since)).days)


def _writer(scene: DeskScene, item_id: str) -> Writer | None:
    found = ClaimRows(scene.tx).one(item_id)
    return None if found is None else Writer(found.account)


CLAIMS = DeskRoom(_claims, _count_claims, _one_claim, _decide_claim, _writer)
EARLIER = DeskRoom(_earlier, _count_earlier, _one_earlier, _decide_earlier, _writer)
