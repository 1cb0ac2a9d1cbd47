"""Acts about claims: claiming, the code that was mailed, taking a claim back, and how one hears of feedback."""

from dataclasses import replace

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.claiming.claims import UNDECIDED, ClaimRow, ClaimRows
from kennisbank.archive.claiming.granting import end, grant
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.people.claim_codes import ClaimCodes
from kennisbank.archive.people.contacts import Contact, Contacts, is_same_name
from kennisbank.archive.people.notify import set_pace
from kennisbank.archive.people.waiting import tell_maintainers
from kennisbank.sync.protocol_acts import ClaimBody, ClaimCodeBody, NotifyBody, WithdrawalBody

CLAIMS_AN_HOUR = 20
"""Of one account: an author may have written a dozen papers."""


def claim(scene: ActScene) -> None:
    """Take a claim: granted at once to whoever has proved the author's own address, else a code goes there.

    Where no address is known, a maintainer decides.
    """
    body: ClaimBody = scene.body
    author = _author(scene, body)
    rows = ClaimRows(scene.tx)
    if rows.one(scene.act.id) is not None:
        raise ActRefused("other_content")
    limits = Limits(scene.tx.connection, scene.keyed)
    if limits.count(Limit("claim", scene.account.id, CLAIMS_AN_HOUR), scene.now):
        raise ActWaits("too_many")
    contact = Contacts(scene.tx.connection).of_author(body.contribution, author)
    is_own = contact is not None and scene.account.confirmed is not None and contact.key == mail_key(scene.account.mail)
    is_by_code = contact is not None and not is_own
    if contact is not None and is_by_code and limits.count(_mails(scene, contact), scene.now):
        raise ActWaits("too_many")
    mine = rows.of(scene.account.id, body.contribution)
    for each in mine:
        if each.state in UNDECIDED:  # claimed again: that one counts
            end(scene.tx, each, "withdrawn", scene.now)
    made = _new(scene, author, contact)
    granted = next((each for each in mine if each.state == "granted"), None)
    if granted is not None:
        rows.add(replace(made, state="granted", way=granted.way, mail="", decided=stamp(scene.now)))
        return
    rows.add(made)
    scene.tx.audit.add(scene.account.id, "claimed", scene.act.id, body.contribution)
    if is_own:
        grant(scene.tx, made, "own", scene.now)
    elif contact is not None:
        _send_code(scene, contact)
    else:
        tell_maintainers(scene.tx, "claim", scene.now)


def claim_code(scene: ActScene) -> None:
    """Take the code that was mailed; of a claim that is granted already it doesn't matter any more."""
    body: ClaimCodeBody = scene.body
    found = ClaimRows(scene.tx).one(body.claim)
    if found is None or found.account != scene.account.id:
        raise ActWaits
    if found.state == "granted":
        return
    if found.state != "code_sent":
        raise ActRefused("gone", "this claim doesn't wait for a code any more")
    attempts = Limit("attempt", f"claim of {scene.account.id}", scene.config.limits.attempts_an_hour)
    if Limits(scene.tx.connection, scene.keyed).count(attempts, scene.now):
        raise ActRefused("too_many", "too many codes were tried; try again in an hour")
    if not ClaimCodes(scene.tx.connection, scene.keyed).redeem(found.id, body.code, scene.now):
        raise ActRefused("wrong_code", "the code is wrong, was used, or is too old")
    grant(scene.tx, found, "code", scene.now)


def withdraw_claim(scene: ActScene) -> None:
    """Take back a claim of one's own, granted or not."""
    body: WithdrawalBody = scene.body
    found = ClaimRows(scene.tx).one(body.id)
    if found is None or found.account != scene.account.id:
        raise ActWaits
    if found.state not in UNDECIDED | {"granted"}:
        return
    end(scene.tx, found, "withdrawn", scene.now)
    ClaimCodes(scene.tx.connection, scene.keyed).forget(found.id)
    scene.tx.audit.add(scene.account.id, "claim_withdrawn", found.id)


def notify(scene: ActScene) -> None:
    """Set how one hears of new feedback, and in which language one is written to."""
    body: NotifyBody = scene.body
    set_pace(scene.tx.connection, scene.account.id, body.when)
    AccountRows(scene.tx.connection).change(scene.account, language=body.language)
    Seats(scene.tx).give(scene.account.id, "settings", "settings")


def _author(scene: ActScene, body: ClaimBody) -> str:
    """Return the name of the claimed author as the contribution has it.

    Raises:
        ActWaits: the contribution isn't here.
        ActRefused: it was taken out, or names no such author.
    """
    record = scene.tx.records.get("contribution", body.contribution)
    if record is None:
        raise ActWaits
    if record.gone is not None or record.body is None:
        raise ActRefused("gone")
    names = [str(each.get("name", "")) for each in record.body.get("authors", ())]
    found = next((each for each in names if is_same_name(each, body.author)), None)
    if found is None:
        raise ActRefused("invalid", "the contribution has no author of that name")
    return found


def _new(scene: ActScene, author: str, contact: Contact | None) -> ClaimRow:
    return ClaimRow(
        id=scene.act.id,
        account=scene.account.id,
        contribution=scene.body.contribution,
        author=author,
        words=scene.body.words,
        state="waiting" if contact is None else "code_sent",
        way="",
        mail="" if contact is None else contact.mail,
        earlier="none",
        answer="",
        created=stamp(scene.now),
        decided="",
    )


def _mails(scene: ActScene, contact: Contact) -> Limit:
    """Return how often a code goes to an address, whoever asks."""
    return Limit("claim", f"mail {contact.key}", scene.config.limits.mails_an_hour)


def _send_code(scene: ActScene, contact: Contact) -> None:
    outgoing = Outgoing(scene.tx.connection)
    outgoing.add("claim_code", contact.mail, scene.account.language, scene.now, {"claim": scene.act.id})
