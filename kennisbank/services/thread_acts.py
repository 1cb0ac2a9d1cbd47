"""What both sides of a thread do in it: reading, answering, fetching what is attached."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from kennisbank.documents.attachments import SUFFIXES
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Attachment, Thread
from kennisbank.domain.ids import FileHash, new_id
from kennisbank.domain.moments import now
from kennisbank.errors import DocumentError, NotSaidError, StorageError
from kennisbank.library.acts import ActRow
from kennisbank.library.files import FileStore
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services import saying
from kennisbank.services.attaching import attachment_of
from kennisbank.services.threads_shown import thread_of
from kennisbank.sync import thread_standing
from kennisbank.sync.thread_standing import stand_anew
from kennisbank.tasks.context import JobContext, Progress

_FRESH_S = 3600.0
Download = Callable[[str], AbstractContextManager[Iterator[bytes]]]


class ThreadActs:
    """Reads and writes threads in one library."""

    def __init__(self, library: Library, store: FileStore, download: Download) -> None:
        """Write in `library`, with attached files in `store`; `download` gives those that are at the archive."""
        self._library = library
        self._store = store
        self._download = download

    def thread(self, thread_id: str) -> Thread:
        """Return a thread of the viewer's.

        Raises:
            NotFoundError: there is none.
        """
        with self._library.read() as tx:
            return thread_of(tx, self._store, thread_id)

    def shown_as(self, tx: Transaction, thread_id: str) -> str:
        """Return how the reader is shown, where the viewer is the reader; ``name`` for an author.

        Raises:
            NotFoundError: there is no such thread.
        """
        thread = thread_of(tx, self._store, thread_id)
        return thread.shown_as if thread.side == "reader" else "name"

    def seen(self, thread_id: str) -> ChangeSet:
        """Note that a thread was read up to its end, here at once, and queue it for the archive to know."""
        with self._library.write() as tx:
            item = tx.mailbox.find(thread_id)
            if item is None or item.kind != "thread" or not item.is_unread:
                return ChangeSet()
            tx.mailbox.put(tx.viewer, [thread_standing.seen(item)])
            last = item.face.get("last", "")
            if last:
                saying.replace_waiting(tx, "seen", about=thread_id)
                body = {"thread": thread_id, "message": last}
                saying.queue(tx, "seen", body, contribution=item.contribution, about=thread_id)
            return tx.changes

    def reply(
        self,
        thread_id: str,
        text: str,
        *,
        attachment: Mapping[str, Any] | None = None,
        verdict: Mapping[str, Any] | None = None,
        ends_draft: bool = True,
    ) -> ChangeSet:
        """Queue an answer, and a verdict with it.

        With `ends_draft` the draft of one is used up by it, and its file goes along where no other is given; else the
        draft stays: it may say something else.

        Raises:
            NotFoundError: there is no such thread.
            NotLoggedInError: nobody is logged in; the draft stays.
            NotSaidError: it can't be sent so.
        """
        made = saying.said(text)
        with self._library.write() as tx:
            contribution = thread_of(tx, self._store, thread_id).contribution
            drafts = tx.acts.all(("reply",), ("draft",), about=thread_id) if ends_draft else []
            attachment = attachment or (drafts[-1].body.get("attachment") if drafts else None)
            body = {"thread": thread_id, "text": made, "attachment": attachment}
            saying.queue(
                tx,
                "reply",
                body,
                contribution=contribution,
                about=thread_id,
                attachment=attachment["hash"] if attachment else "",
                act_id=drafts[-1].id if drafts else "",
            )
            for each in drafts[:-1]:
                tx.acts.remove(each.id)
            if verdict is not None:
                self._judge(tx, thread_id, contribution, verdict)
            stand_anew(tx, thread_id)
            return tx.changes

    def judge(self, thread_id: str, verdict: Mapping[str, Any]) -> ChangeSet:
        """Queue a verdict on a thread, instead of one that waits.

        Raises:
            NotFoundError: there is no such thread.
            NotLoggedInError: nobody is logged in.
        """
        with self._library.write() as tx:
            contribution = thread_of(tx, self._store, thread_id).contribution
            self._judge(tx, thread_id, contribution, verdict)
            stand_anew(tx, thread_id)
            return tx.changes

    def retry(self, act_id: str) -> ChangeSet:
        """Queue a message that was refused once more.

        Raises:
            NotFoundError: there is none.
            NotLoggedInError: nobody is logged in.
        """
        with self._library.write() as tx:
            saying.retry(tx, act_id)
            return tx.changes

    def take_back(self, thread_id: str, message_id: str = "") -> ChangeSet:
        """Take back what waits in a thread and was never tried: the answer is a draft again, the verdict is gone.

        Without `message_id` it is the answer that was queued last.

        Raises:
            NotSaidError: the answer is on its way, or was sent (``too_late``).
        """
        with self._library.write() as tx:
            replies = tx.acts.all(("reply",), ("queued", "sent", "failed"), about=thread_id)
            wanted = [each for each in replies if each.id == message_id] if message_id else replies[-1:]
            if any(each.state == "sent" or (each.state == "queued" and each.sent) for each in wanted):
                raise NotSaidError("too_late")
            for reply in wanted:
                self._draft_again(tx, reply)
            saying.replace_waiting(tx, "verdict", about=thread_id)
            stand_anew(tx, thread_id)
            return tx.changes

    @staticmethod
    def _draft_again(tx: Transaction, reply: ActRow) -> None:
        """Make an answer a draft, above what was begun after it: nothing that was written is lost."""
        later = tx.acts.all(("reply",), ("draft",), about=reply.about)
        texts = [text for each in (reply, *later) if (text := str(each.body.get("text", "")))]
        files = [file for each in (reply, *later) if (file := each.body.get("attachment"))]
        for each in later:
            tx.acts.remove(each.id)
        body = {**reply.body, "text": "\n\n".join(texts)}
        made = _with_file(replace(saying.again(reply), state="draft", body=body), files[-1] if files else None)
        if made.id != reply.id:
            tx.acts.remove(reply.id)
        tx.acts.save(made)

    # Drafts of answers.

    def draft(self, thread_id: str) -> str:
        """Return the answer that is being written in a thread; empty for none."""
        with self._library.read() as tx:
            rows = tx.acts.all(("reply",), ("draft",), about=thread_id)
        return str(rows[-1].body.get("text", "")) if rows else ""

    def draft_file(self, thread_id: str) -> Attachment | None:
        """Return the file that is to go with the answer that is being written in a thread, if any."""
        with self._library.read() as tx:
            rows = tx.acts.all(("reply",), ("draft",), about=thread_id)
        return attachment_of(self._store, rows[-1].body.get("attachment")) if rows else None

    def save_draft(self, thread_id: str, text: str) -> ChangeSet:
        """Keep the answer that is being written in a thread; an empty one is none, unless a file is to go with it."""
        return self._change_draft(thread_id, lambda before: {**before, "text": text})

    def attach_draft(self, thread_id: str, attachment: Mapping[str, Any] | None) -> ChangeSet:
        """Let a file, kept here, go with the answer that is being written in a thread; None: let none go with it."""
        return self._change_draft(thread_id, lambda before: {**before, "attachment": attachment})

    def _change_draft(self, thread_id: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> ChangeSet:
        with self._library.write() as tx:
            rows = tx.acts.all(("reply",), ("draft",), about=thread_id)
            before = rows[-1] if rows else None
            body = change({"thread": thread_id, "text": "", **(before.body if before is not None else {})})
            if not str(body["text"]).strip() and not body.get("attachment"):
                for each in rows:
                    tx.acts.remove(each.id)
                return tx.changes
            if before is not None and before.body == body:
                return tx.changes
            moment = now()
            made = before or ActRow(
                new_id(), "reply", {}, "draft", moment, moment,
                about=thread_id, archive=tx.viewer.archive, account=tx.viewer.account,
            )  # fmt: skip
            tx.acts.save(_with_file(replace(made, body=body, modified=moment), body.get("attachment")))
            return tx.changes

    # Attached files.

    def fetch(self, attachment_id: str, target: Path, ctx: JobContext | None = None) -> Path:
        """Fetch an attached file to `target`, which appears when it is whole.

        Raises:
            KennisbankError: the archive can't be reached, or doesn't give it.
            StorageError: it can't be written.
        """
        ctx = ctx or JobContext()
        unfinished = target.with_name(f".{target.name[:100]}.{uuid4().hex}")
        try:
            with self._download(attachment_id) as pieces, unfinished.open("xb") as file:
                for piece in pieces:
                    ctx.check()
                    file.write(piece)
                    ctx.report(Progress("downloading", file.tell()))
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(target)
        except OSError as error:
            raise StorageError(target, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return target

    def cleaned(self, attached: Mapping[str, Any], clean: Callable[[Path, str, Path], None]) -> dict[str, Any]:
        """Return a file, kept here, as acts describe it, in a copy that says nothing of who made it.

        Raises:
            NotSaidError: that can't be done with this one.
        """
        kind = attached["media_type"]
        with TemporaryDirectory(prefix="kennisbank-") as folder:
            made = Path(folder) / f"bijlage{SUFFIXES.get(kind, '')}"
            try:
                clean(self._store.path(FileHash(attached["hash"])), kind, made)
            except DocumentError as error:
                raise NotSaidError("file_not_cleaned") from error
            size = made.stat().st_size
            return {
                "hash": self._store.put(made),
                "name": made.name,
                "media_type": kind,
                "size": size,
                "is_clean": True,
            }

    def sweep(self) -> None:
        """Let go of attached files that nothing here speaks of any more; what is younger than an hour is let be."""
        with self._library.read() as tx:
            needed = tx.acts.attachments()
        for each in self._store.all():
            with suppress(OSError):
                if each not in needed and time.time() - self._store.path(each).stat().st_mtime > _FRESH_S:
                    self._store.remove(each)

    @staticmethod
    def _judge(tx: Transaction, thread_id: str, contribution: str, verdict: Mapping[str, Any]) -> None:
        saying.replace_waiting(tx, "verdict", about=thread_id)
        saying.queue(tx, "verdict", {"thread": thread_id, **verdict}, contribution=contribution, about=thread_id)


def _with_file(act: ActRow, attachment: Mapping[str, Any] | None) -> ActRow:
    """Return an act that this file, kept here, goes with; None: that no file goes with."""
    body = {**act.body, "attachment": attachment}
    return replace(act, body=body, attachment=attachment["hash"] if attachment else "")
