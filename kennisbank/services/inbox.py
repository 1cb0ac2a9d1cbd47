"""Postvak in: what readers write to the authors of a contribution, and what authors ask of the archive."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import (
    Attachment,
    Claim,
    InboxCounts,
    InboxFolder,
    Notice,
    Notify,
    Submission,
    Thread,
    ThreadRow,
    Verdict,
)
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import NotSaidError
from kennisbank.library.acts import ActRow
from kennisbank.library.files import FileStore
from kennisbank.library.library import Library
from kennisbank.library.mailbox import MailboxRow
from kennisbank.services import saying
from kennisbank.services.attaching import kept, kept_version
from kennisbank.services.thread_acts import ThreadActs
from kennisbank.services.withdrawing import withdraw
from kennisbank.sync.moments import moment_text
from kennisbank.sync.thread_standing import instant

_WAITING = ("queued", "sent", "failed", "accepted")
_SETTINGS = "settings"
_MOST_CODE = 40


class InboxService:
    """An author's side. Every method may be called from any thread; nothing here speaks to the archive."""

    def __init__(
        self,
        library: Library,
        *,
        download: Callable[[str], AbstractContextManager[Iterator[bytes]]],
        language: Callable[[], str],
    ) -> None:
        """Write in `library`; `download` gives an attachment by its id, `language` says in which mails are to come."""
        self._library = library
        self._store = FileStore(library.paths.attachments)
        self._threads = ThreadActs(library, self._store, download)
        self._language = language

    # Threads.

    def counts(self, contribution: ContributionId | None = None) -> InboxCounts:
        """Return how many threads are in each folder, of one contribution or of all."""
        with self._library.read() as tx:
            return tx.mailbox.counts(contribution)

    def rows(
        self, folder: InboxFolder, contribution: ContributionId | None = None, limit: int = 200, offset: int = 0
    ) -> tuple[ThreadRow, ...]:
        """Return the threads of a folder, the latest moved first.

        ``open``: unread or to be answered; ``unread`` and ``to_answer`` share none; ``done``: all others.
        """
        with self._library.read() as tx:
            return tuple(tx.mailbox.rows("author", folder, contribution, limit=limit, offset=offset))

    def contributions(self) -> tuple[tuple[ContributionId, str, str], ...]:
        """Return the contributions that there are threads of, by title: id, title, the edition's code."""
        with self._library.read() as tx:
            ids = tx.mailbox.contributions("author")
            names = tx.mailbox.names(ids)
        found = [(each, *names.get(each, ("", ""))) for each in ids]
        return tuple(sorted(found, key=lambda each: (each[1].casefold(), each[0])))

    def thread(self, thread_id: str) -> Thread:
        """Return a thread with all its messages, what waits to be sent too.

        Raises:
            NotFoundError: there is none.
        """
        return self._threads.thread(thread_id)

    def seen(self, thread_id: str) -> ChangeSet:
        """Note that a thread was read up to its end; its reader will hear of it."""
        return self._threads.seen(thread_id)

    def reply_draft(self, thread_id: str) -> str:
        """Return the answer that is being written in a thread; empty for none."""
        return self._threads.draft(thread_id)

    def save_reply_draft(self, thread_id: str, text: str) -> ChangeSet:
        """Keep the answer that is being written in a thread; an empty one is none, unless a file is to go with it."""
        return self._threads.save_draft(thread_id, text)

    def reply_file(self, thread_id: str) -> Attachment | None:
        """Return the file that is to go with the answer that is being written in a thread, if any."""
        return self._threads.draft_file(thread_id)

    def attach_reply(self, thread_id: str, path: Path | None) -> ChangeSet:
        """Let a copy of the file at `path` go with the answer that is being written; None: let none go with it.

        Raises:
            NotSaidError: the file can't go along.
            StorageError: the copy can't be written.
        """
        made = None if path is None else kept(self._store, path, by_role=False)
        return self._threads.attach_draft(thread_id, made)

    def reply(
        self,
        thread_id: str,
        text: str,
        *,
        verdict: Verdict | None = None,
        version: str = "",
        reason: str = "",
        attachment: Path | None = None,
        ends_draft: bool = True,
    ) -> ChangeSet:
        """Queue an answer, and what is done with the feedback: adopted in `version`, declined for `reason`.

        With `ends_draft` the draft of one is used up by it, and its file goes along where no other is given.

        Raises:
            NotFoundError: there is no such thread.
            NotLoggedInError: nobody is logged in; the draft stays.
            NotSaidError: it can't be sent so.
        """
        judged = None if verdict is None else _verdict(verdict, version, reason)
        made = None if attachment is None else kept(self._store, attachment, by_role=False)
        return self._threads.reply(thread_id, text, attachment=made, verdict=judged, ends_draft=ends_draft)

    def judge(self, thread_id: str, verdict: Verdict, version: str = "", reason: str = "") -> ChangeSet:
        """Queue what is done with feedback, without a word to it; ``open`` takes it back.

        Raises:
            NotFoundError: there is no such thread.
            NotLoggedInError: nobody is logged in.
            NotSaidError: version or reason is too long.
        """
        return self._threads.judge(thread_id, _verdict(verdict, version, reason))

    def retry(self, message_id: str) -> ChangeSet:
        """Queue a message, or something else that was refused, once more.

        Raises:
            NotFoundError: there is none.
            NotLoggedInError: nobody is logged in.
        """
        return self._threads.retry(message_id)

    def take_back(self, thread_id: str, message_id: str = "") -> ChangeSet:
        """Take back what waits in a thread and was never tried: the answer is a draft again, the verdict is gone.

        Raises:
            NotSaidError: the answer is on its way, or was sent (``too_late``).
        """
        return self._threads.take_back(thread_id, message_id)

    def ask_maintainer(self, thread_id: str, words: str) -> ChangeSet:
        """Queue a question to the maintainers about a thread: they get to see it as its authors do.

        Raises:
            NotFoundError: there is no such thread.
            NotLoggedInError: nobody is logged in.
            NotSaidError: it can't be sent so.
        """
        body = {"subject": "thread", "id": thread_id, "purpose": "help", "words": saying.said(words)}
        contribution = self._threads.thread(thread_id).contribution
        return self._say("report", body, contribution=contribution, about=thread_id)

    def fetch(self, attachment_id: str, target: Path, ctx: Any = None) -> Path:
        """Fetch an attached file to `target`, which appears when it is whole; return it.

        Raises:
            KennisbankError: the archive can't be reached, or doesn't give it.
            StorageError: it can't be written.
        """
        return self._threads.fetch(attachment_id, target, ctx)

    # Being an author.

    def claims(self) -> tuple[Claim, ...]:
        """Return what this account claims to be the author of, the latest first.

        `answer` is a code (``wrong_code``) where the archive refused the claim or its mailed code, else its words.
        """
        with self._library.read() as tx:
            told = tx.mailbox.all("claim")
            known = {each.id for each in told}
            acts = [each for each in tx.acts.all(("claim",), _WAITING) if each.id not in known]
            names = tx.mailbox.names([*(each.contribution for each in told), *(each.contribution for each in acts)])
            refused = {each.about: each.reason for each in tx.acts.all(("claim_code",), ("failed",))}
        found = [_claim(each, names, refused.get(each.id, "")) for each in told]
        found += [_own_claim(each, names) for each in acts]
        return tuple(sorted(found, key=lambda each: (each.moment, each.id), reverse=True))

    def claim(self, contribution: ContributionId, author: str, words: str = "") -> ChangeSet:
        """Queue that one is `author` of a contribution, as it names them; `words` are for the maintainer.

        Raises:
            NotFoundError: there is no such contribution.
            NotLoggedInError: nobody is logged in.
            NotSaidError: it can't be sent so.
        """
        body = {"author": saying.said(author, saying.MOST_LINE), "words": saying.at_most(words, saying.MOST_TEXT)}
        with self._library.write() as tx:
            saying.shown_contribution(tx, contribution)
            saying.replace_waiting(tx, "claim", contribution=contribution)
            saying.queue(tx, "claim", body, contribution=contribution)
            return tx.changes

    def confirm(self, claim_id: str, code: str) -> ChangeSet:
        """Queue the code that was mailed to the claimed author.

        Raises:
            NotLoggedInError: nobody is logged in.
            NotSaidError: there is no code, or it is none.
        """
        body = {"claim": claim_id, "code": saying.said(code, _MOST_CODE)}
        with self._library.write() as tx:
            saying.replace_waiting(tx, "claim_code", about=claim_id)
            saying.queue(tx, "claim_code", body, about=claim_id)
            return tx.changes

    def withdraw(self, subject: str, subject_id: str) -> ChangeSet:
        """Take back a claim, a proposal or a version (`subject`): at once where it never left, else by the archive.

        Raises:
            NotLoggedInError: nobody is logged in.
        """
        return withdraw(self._library, subject, subject_id)

    def submit_version(self, contribution: ContributionId, path: Path, words: str = "") -> ChangeSet:
        """Queue a new version of a paper, for a maintainer to publish.

        Raises:
            NotFoundError: there is no such contribution.
            NotLoggedInError: nobody is logged in.
            NotSaidError: the file can't be read, is too large, or no paper.
            StorageError: its copy can't be written.
        """
        with self._library.read() as tx:
            saying.speaker(tx)
            saying.shown_contribution(tx, contribution)
        made = kept_version(self._store, path)
        body = {"file": made, "words": saying.at_most(words, saying.MOST_TEXT)}
        return self._say("version", body, contribution=contribution, attachment=made["hash"])

    def submissions(self) -> tuple[Submission, ...]:
        """Return the versions that were handed in, the latest first."""
        with self._library.read() as tx:
            told = tx.mailbox.all("version")
            known = {each.id for each in told}
            acts = [each for each in tx.acts.all(("version",), _WAITING) if each.id not in known]
        found = [_submission(each) for each in told] + [_own_submission(each) for each in acts]
        return tuple(sorted(found, key=lambda each: (each.moment, each.id), reverse=True))

    # Being told.

    def notify(self) -> Notify:
        """Return when this account hears of new feedback by mail; at once, unless it said otherwise."""
        with self._library.read() as tx:
            acts = tx.acts.all(("notify",), _WAITING)
            item = tx.mailbox.find(_SETTINGS)
        found: Any = acts[-1].body["when"] if acts else (item.body.get("notify") if item is not None else "at_once")
        return found  # type: ignore[no-any-return] # checked when it was taken in

    def set_notify(self, when: Notify) -> ChangeSet:
        """Queue when to hear of new feedback by mail.

        Raises:
            NotLoggedInError: nobody is logged in.
        """
        with self._library.write() as tx:
            saying.replace_waiting(tx, "notify")
            saying.queue(tx, "notify", {"when": when, "language": self._language()}, about=_SETTINGS)
            return tx.changes

    def notices(self) -> tuple[Notice, ...]:
        """Return what the archive tells this account and wasn't dismissed, the latest first."""
        with self._library.read() as tx:
            rows = [each for each in tx.mailbox.all("notice") if each.state != "dismissed"]
        return tuple(_notice(each) for each in reversed(rows))

    def dismiss(self, notice_id: str) -> ChangeSet:
        """Don't show a notice any more, on this machine."""
        with self._library.write() as tx:
            found = tx.mailbox.find(notice_id)
            if found is not None and found.kind == "notice":
                tx.mailbox.put(tx.viewer, [replace(found, state="dismissed", is_unread=False)])
            return tx.changes

    def _say(self, kind: str, body: Mapping[str, Any], **where: str) -> ChangeSet:
        with self._library.write() as tx:
            saying.queue(tx, kind, body, **where)
            return tx.changes


def _verdict(verdict: Verdict, version: str, reason: str) -> dict[str, str]:
    if len(version) > saying.MOST_LINE:
        raise NotSaidError("too_long", str(saying.MOST_LINE))
    return {"verdict": verdict, "version": version.strip(), "reason": saying.at_most(reason.strip(), saying.MOST_TEXT)}


def _claim(row: MailboxRow, names: Mapping[str, tuple[str, str]], refused: str) -> Claim:
    body = row.body
    return Claim(
        id=row.id,
        contribution=row.contribution,
        title=names.get(row.contribution, ("", ""))[0],
        author=body.get("author", ""),
        state=body.get("state", ""),
        earlier=body.get("earlier", "none"),
        address=body.get("address", ""),
        answer=refused or body.get("answer", ""),
        moment=instant(body.get("moment", "")),
    )


def _own_claim(act: ActRow, names: Mapping[str, tuple[str, str]]) -> Claim:
    return Claim(
        id=act.id,
        contribution=ContributionId(act.contribution),
        title=names.get(act.contribution, ("", ""))[0],
        author=act.body.get("author", ""),
        state="failed" if act.state == "failed" else "queued",
        answer=act.reason,
        moment=instant(moment_text(act.modified)),
    )


def _submission(row: MailboxRow) -> Submission:
    body = row.body
    return Submission(
        id=row.id,
        contribution=row.contribution,
        name=body.get("name", ""),
        state=body.get("state", ""),
        answer=body.get("answer", ""),
        version=body.get("version", 0),
        moment=instant(body.get("moment", "")),
    )


def _own_submission(act: ActRow) -> Submission:
    return Submission(
        id=act.id,
        contribution=ContributionId(act.contribution),
        name=act.body.get("file", {}).get("name", ""),
        state="failed" if act.state == "failed" else "queued",
        answer=act.reason,
        moment=instant(moment_text(act.modified)),
    )


def _notice(row: MailboxRow) -> Notice:
    body = row.body
    return Notice(
        id=row.id,
        code=body.get("code", ""),
        contribution=row.contribution or None,
        words=body.get("words", ""),
        moment=instant(body.get("moment", "")),
    )
