"""Feedback to the authors of a contribution, as its reader has it: drafts, what waits, and what became of it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import FeedbackDraft, Thread, ThreadRow
from kennisbank.domain.ids import ContributionId, FileHash, new_id
from kennisbank.domain.moments import now
from kennisbank.errors import NotFoundError, NotSaidError
from kennisbank.library.acts import ActRow
from kennisbank.library.files import FileStore
from kennisbank.library.library import Library
from kennisbank.library.mailbox import newest_first
from kennisbank.library.transaction import Transaction
from kennisbank.services import saying
from kennisbank.services.attaching import attachment_of, described, kept
from kennisbank.services.thread_acts import ThreadActs
from kennisbank.services.threads_shown import own_row
from kennisbank.sync.anchors import anchor_json, anchor_of

_KIND = "feedback"
_MOST_LINK = 2000
Clean = Callable[[Path, str, Path], None]
"""Writes a copy of a file of a media type to a path, without anything in it that says who made it."""


class FeedbackService:
    """A reader's feedback. Every method may be called from any thread; nothing here speaks to the archive but `fetch`.

    What was sent is queued: the next sync takes it along.
    """

    def __init__(
        self,
        library: Library,
        *,
        clean: Clean,
        download: Callable[[str], AbstractContextManager[Iterator[bytes]]],
    ) -> None:
        """Write in `library`; `clean` the files of who isn't named; `download` gives an attachment by its id."""
        self._library = library
        self._store = FileStore(library.paths.attachments)
        self._clean = clean
        self._threads = ThreadActs(library, self._store, download)

    # Drafts.

    def draft(self, contribution: ContributionId) -> FeedbackDraft | None:
        """Return the newest feedback on a contribution that wasn't sent yet, or None."""
        with self._library.read() as tx:
            rows = tx.acts.all((_KIND,), ("draft",), contribution=contribution)
        return self._draft(rows[-1]) if rows else None

    def drafts(self) -> tuple[FeedbackDraft, ...]:
        """Return all feedback that wasn't sent yet, the latest written first."""
        with self._library.read() as tx:
            rows = tx.acts.all((_KIND,), ("draft",))
        return tuple(self._draft(each) for each in reversed(rows))

    def save_draft(self, draft: FeedbackDraft) -> FeedbackDraft:
        """Keep a draft as it is, also one that was discarded; return it with its id and when it was kept.

        Of feedback that was queued and never tried, this changes what will be sent.

        Raises:
            NotSaidError: it is on its way, or was sent (``too_late``); or it is queued and can't be sent so.
        """
        with self._library.write() as tx:
            before = tx.acts.find(draft.id) if draft.id else None
            if before is not None and not _may_change(before):
                raise NotSaidError("too_late")
            row = self._row(tx, draft, before)
            if row.state == "queued":  # as when it is sent: another program may take it along the next moment
                self._check(tx, row)
                row = self._cleaned(row)
            tx.acts.save(row)
        return self._draft(row)

    def discard(self, draft_id: str) -> FeedbackDraft:
        """Throw a draft away and return it as it was: `save_draft` puts it back.

        Raises:
            NotFoundError: there is no such draft.
        """
        with self._library.write() as tx:
            row = saying.found_act(tx, _KIND, draft_id)
            if row.state != "draft":
                raise NotFoundError(_KIND, draft_id)
            tx.acts.remove(draft_id)
        return self._draft(row)

    def attach(self, draft_id: str, path: Path) -> FeedbackDraft:
        """Let a copy of the file at `path` go along with a draft, instead of the one that did.

        Raises:
            NotFoundError: there is no such draft.
            NotSaidError: the file can't go along.
            StorageError: the copy can't be written.
        """
        with self._library.read() as tx:
            draft = self._draft(saying.found_act(tx, _KIND, draft_id))
        made = kept(self._store, path, by_role=draft.shown_as == "role")
        return self.save_draft(replace(draft, attachment=attachment_of(self._store, made)))

    def detach(self, draft_id: str) -> FeedbackDraft:
        """Let no file go along with a draft.

        Raises:
            NotFoundError: there is no such draft.
        """
        with self._library.read() as tx:
            draft = self._draft(saying.found_act(tx, _KIND, draft_id))
        return self.save_draft(replace(draft, attachment=None))

    # Sending.

    def send(self, draft_id: str) -> ChangeSet:
        """Queue a draft to be sent, once: what was sent already isn't again.

        Raises:
            NotFoundError: there is no such draft.
            NotLoggedInError: nobody is logged in; the draft stays.
            NotSaidError: it can't be sent so; the draft stays.
        """
        with self._library.read() as tx:
            row = saying.found_act(tx, _KIND, draft_id)
            if row.state not in {"draft", "failed"}:
                return ChangeSet()
            saying.speaker(tx)
            self._check(tx, row)
        row = self._cleaned(row)
        with self._library.write() as tx:
            here = saying.found_act(tx, _KIND, draft_id)
            if here.state not in {"draft", "failed"}:
                return ChangeSet()
            account = saying.speaker(tx)
            row = replace(saying.again(here), body={**here.body, "attachment": row.body.get("attachment")})
            row = replace(row, attachment=row.attachment and _hash(row), archive=account.archive, account=account.id)
            if row.id != here.id:
                tx.acts.remove(here.id)
            tx.acts.save(row)
            return tx.changes

    def retry(self, feedback_id: str) -> ChangeSet:
        """Queue feedback, or a message in a thread, that was refused once more.

        Raises:
            NotFoundError: there is none.
            NotLoggedInError: nobody is logged in.
            NotSaidError: it can't be sent so.
        """
        with self._library.read() as tx:
            found = tx.acts.find(feedback_id)
        return self.send(feedback_id) if found is not None and found.kind == _KIND else self._threads.retry(feedback_id)

    def take_back(self, feedback_id: str) -> FeedbackDraft:
        """Make feedback that was queued, and never tried, or that was refused, a draft again.

        What was added to it since, in an answer that waits too, stands below it.

        Raises:
            NotFoundError: there is no such feedback.
            NotSaidError: it is on its way, or was sent (``too_late``).
        """
        with self._library.write() as tx:
            return self._draft(saying.draft_again(tx, saying.found_act(tx, _KIND, feedback_id)))

    # What became of it.

    def mine(self, *, contribution: ContributionId | None = None) -> tuple[ThreadRow, ...]:
        """Return all feedback of one's own: drafts, what waits, and what the archive has; the latest moved first."""
        with self._library.read() as tx:
            told = tx.mailbox.rows("reader", contribution=contribution)
            known = {each.id for each in told}
            states = ("draft", "queued", "sent", "accepted", "failed")
            acts = tx.acts.all((_KIND,), states, contribution=contribution)
            return newest_first([*told, *(own_row(tx, each) for each in acts if each.id not in known)])

    def news(self) -> tuple[ThreadRow, ...]:
        """Return the feedback of which something was heard since its reader last looked, the latest first."""
        with self._library.read() as tx:
            return tuple(tx.mailbox.rows("reader", "unread"))

    def thread(self, thread_id: str) -> Thread:
        """Return feedback with all that was said about it.

        Raises:
            NotFoundError: there is none.
        """
        return self._threads.thread(thread_id)

    def seen(self, thread_id: str) -> ChangeSet:
        """Note that a thread was read up to its end."""
        return self._threads.seen(thread_id)

    def reply(self, thread_id: str, text: str, *, attachment: Path | None = None, ends_draft: bool = True) -> ChangeSet:
        """Queue an answer in a thread; with `ends_draft` the draft of one is used up by it.

        Raises:
            NotFoundError: there is no such thread.
            NotLoggedInError: nobody is logged in; the draft stays.
            NotSaidError: it can't be sent so.
        """
        with self._library.read() as tx:
            shown_as = self._threads.shown_as(tx, thread_id)
        made = None
        if attachment is not None:
            made = kept(self._store, attachment, by_role=shown_as == "role")
            if shown_as == "role":
                made = self._clean_file(made)
        return self._threads.reply(thread_id, text, attachment=made, ends_draft=ends_draft)

    def reply_draft(self, thread_id: str) -> str:
        """Return the answer that is being written in a thread; empty for none."""
        return self._threads.draft(thread_id)

    def save_reply_draft(self, thread_id: str, text: str) -> ChangeSet:
        """Keep the answer that is being written in a thread; an empty one is none."""
        return self._threads.save_draft(thread_id, text)

    def fetch(self, attachment_id: str, target: Path, ctx: Any = None) -> Path:
        """Fetch an attached file to `target`, which appears when it is whole; return it.

        Raises:
            KennisbankError: the archive can't be reached, or doesn't give it.
            StorageError: it can't be written.
        """
        return self._threads.fetch(attachment_id, target, ctx)

    def sweep(self) -> ChangeSet:
        """Let go of attached files that nothing here speaks of any more; those of this last hour are let be."""
        self._threads.sweep()
        return ChangeSet()

    def _check(self, tx: Transaction, row: ActRow) -> None:
        saying.said(str(row.body.get("text", "")))
        saying.at_most(str(row.body.get("link", "")), _MOST_LINK)
        saying.shown_contribution(tx, ContributionId(row.contribution))

    def _cleaned(self, row: ActRow) -> ActRow:
        """Return an act of whoever isn't named with a file that doesn't name them either."""
        attached = row.body.get("attachment")
        if not attached or row.body.get("shown_as") != "role" or attached.get("is_clean"):
            return row
        made = self._clean_file(attached)
        return replace(row, body={**row.body, "attachment": made}, attachment=made["hash"])

    def _clean_file(self, attached: dict[str, Any]) -> dict[str, Any]:
        return self._threads.cleaned(attached, self._clean)

    def _row(self, tx: Transaction, draft: FeedbackDraft, before: ActRow | None) -> ActRow:
        moment = now()
        viewer = tx.viewer
        body = {
            "contribution": draft.contribution,
            "kind": draft.kind,
            "text": draft.text,
            "anchor": anchor_json(draft.anchor),
            "link": draft.link,
            "attachment": described(draft.attachment),
            "shown_as": draft.shown_as,
        }
        return ActRow(
            id=draft.id or new_id(),
            kind=_KIND,
            body=body,
            state="draft" if before is None else before.state,
            created=moment if before is None else before.created,
            modified=moment,
            contribution=draft.contribution,
            attachment="" if draft.attachment is None or draft.attachment.path is None else draft.attachment.path.name,
            archive=viewer.archive if before is None else before.archive,
            account=viewer.account if before is None else before.account,
        )

    def _draft(self, row: ActRow) -> FeedbackDraft:
        body = row.body
        return FeedbackDraft(
            contribution=ContributionId(row.contribution),
            kind=body.get("kind", "question"),
            text=body.get("text", ""),
            anchor=anchor_of(body.get("anchor")),
            link=body.get("link", ""),
            attachment=attachment_of(self._store, body.get("attachment")),
            shown_as=body.get("shown_as", "name"),
            id=row.id,
            modified=row.modified,
        )


def _may_change(row: ActRow) -> bool:
    return row.state == "draft" or (row.state == "queued" and not row.sent)


def _hash(row: ActRow) -> FileHash | str:
    attached = row.body.get("attachment")
    return FileHash(attached["hash"]) if attached else ""
