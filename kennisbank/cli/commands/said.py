"""``kennisbank feedback``, ``inbox``, ``comment``, ``rate``, ``tag`` and ``propose``: what readers and authors say.

What is said is queued, and goes with the next ``sync``.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import said_shapes as shapes
from kennisbank.cli.commands.accounts import one_of
from kennisbank.console import Console
from kennisbank.domain.correspondence import Comment, FeedbackDraft, Thread, ThreadRow, Verdict
from kennisbank.domain.ids import PageNo
from kennisbank.errors import BadInputError, UserError
from kennisbank.tasks.context import JobContext

_Action = Callable[[Kennisbank, Namespace, Console], int]


def feedback(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Write to the authors of a contribution, or see what became of it."""
    return _FEEDBACK[arguments.action](kennisbank, arguments, console)


def inbox(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Read what readers wrote to the authors, and answer it."""
    return _INBOX[arguments.action](kennisbank, arguments, console)


def comment(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Show the comments on a contribution, add one, or take one of one's own back."""
    contribution = kennisbank.catalogue.resolve(arguments.id).id
    here = {each.id: each for each in _all(kennisbank.voices.comments(contribution))}
    if arguments.withdraw:
        kennisbank.voices.withdraw_comment(one_of(here, arguments.withdraw, "comment", console).id)
    elif arguments.text is not None:
        reply_to = one_of(here, arguments.reply_to, "comment", console).id if arguments.reply_to else None
        kennisbank.voices.comment(contribution, _text(arguments.text), reply_to)
    found = kennisbank.voices.comments(contribution)
    if console.as_json:
        console.answer({"comments": [shapes.comment(each) for each in found]})
        return 0
    if not found:
        console.say("said.no_comments")
    for each in _all(found):
        words = each.text or console.text(f"said.comment_{each.gone}") if each.gone else each.text
        console.write(f"{each.id[:8]}  {each.created[:10]}  {each.name or each.role}  {_state(console, each.state)}")
        console.write(f"          {words}")
    return 0


def rate(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Show how a contribution is rated, or give it stars."""
    contribution = kennisbank.catalogue.resolve(arguments.id).id
    if arguments.stars is not None:
        kennisbank.voices.vote(contribution, arguments.stars)
    found = kennisbank.voices.reception(contribution)
    if console.as_json:
        console.answer({"reception": shapes.reception(found)})
    elif found.mean is None:
        console.say("said.not_rated")
    else:
        console.say("said.rated", mean=f"{found.mean:.1f}", count=found.count)
    return 0


def tag(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Propose a word by which a contribution should be found."""
    contribution = kennisbank.catalogue.resolve(arguments.id).id
    kennisbank.voices.tag(contribution, " ".join(arguments.word))
    return _proposals(kennisbank, console)


def propose(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Propose a correction, or show what was proposed.

    Raises:
        BadInputError: there is a field without a value, or the other way round.
    """
    if arguments.id is not None:
        if arguments.field is None or not arguments.value:
            raise BadInputError(console.text("said.propose_what"))
        contribution = kennisbank.catalogue.resolve(arguments.id).id
        value = " ".join(arguments.value) if arguments.field == "title" else arguments.value
        kennisbank.voices.propose(contribution, arguments.field, value, arguments.reason)
    return _proposals(kennisbank, console)


# Feedback.


def _send(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    contribution = kennisbank.catalogue.resolve(arguments.id).id
    page = None if arguments.page is None else PageNo(arguments.page)
    anchor = kennisbank.exchanging.passage(contribution, arguments.quote, page) if arguments.quote else None
    draft = FeedbackDraft(
        contribution,
        kind=arguments.kind,
        text=_text(arguments.text),
        anchor=anchor,
        link=arguments.link,
        shown_as=arguments.shown_as,
    )
    draft = kennisbank.feedback.save_draft(draft)
    try:
        if arguments.file is not None:
            kennisbank.feedback.attach(draft.id, arguments.file)
        kennisbank.feedback.send(draft.id)
    except UserError:
        console.complain(console.text("said.draft_kept", id=draft.id[:8]))
        raise
    return _row(kennisbank, draft.id, "said.feedback_queued", console)


def _list(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    contribution = None if arguments.id is None else kennisbank.catalogue.resolve(arguments.id).id
    found = kennisbank.feedback.mine(contribution=contribution)
    if console.as_json:
        console.answer({"feedback": [shapes.row(each) for each in found]})
    else:
        _write_rows(found, console, "said.no_feedback")
    return 0


def _show_mine(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    wanted = _mine(kennisbank, arguments.id, console)
    kennisbank.feedback.seen(wanted.id)
    return _write_thread(kennisbank.feedback.thread(wanted.id), console)


def _reply_mine(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    wanted = _mine(kennisbank, arguments.id, console)
    kennisbank.feedback.reply(wanted.id, _text(arguments.text), attachment=arguments.file, ends_draft=False)
    return _write_thread(kennisbank.feedback.thread(wanted.id), console)


def _retry(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    wanted = _mine(kennisbank, arguments.id, console)
    changes = kennisbank.feedback.retry(wanted.id)
    now = next((each for each in changes.ids("act") if each != wanted.id), wanted.id)
    return _row(kennisbank, now, "said.feedback_queued", console)


def _take_back(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    wanted = _mine(kennisbank, arguments.id, console)
    draft = kennisbank.feedback.take_back(wanted.id)
    return _row(kennisbank, draft.id, "said.taken_back", console)


def _mine(kennisbank: Kennisbank, text: str, console: Console) -> ThreadRow:
    return one_of({each.id: each for each in kennisbank.feedback.mine()}, text, "feedback", console)


def _row(kennisbank: Kennisbank, feedback_id: str, key: str, console: Console) -> int:
    row = next(each for each in kennisbank.feedback.mine() if each.id == feedback_id)
    if console.as_json:
        console.answer({"feedback": shapes.row(row)})
    else:
        console.say(key, id=row.id[:8])
    return 0


# The inbox.


def _list_inbox(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    found = kennisbank.inbox.rows(arguments.folder, limit=arguments.limit)
    counts = kennisbank.inbox.counts()
    if console.as_json:
        console.answer({"counts": shapes.counts(counts), "threads": [shapes.row(each) for each in found]})
    else:
        console.say("said.counts", **shapes.counts(counts))
        _write_rows(found, console, "said.no_threads")
    return 0


def _show(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    wanted = _thread(kennisbank, arguments.id, console)
    kennisbank.inbox.seen(wanted)
    return _write_thread(kennisbank.inbox.thread(wanted), console)


def _reply(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    wanted = _thread(kennisbank, arguments.id, console)
    kennisbank.inbox.reply(wanted, _text(arguments.text), attachment=arguments.file, ends_draft=False)
    return _write_thread(kennisbank.inbox.thread(wanted), console)


def _adopt(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    return _judge(kennisbank, arguments, console, "adopted", version=arguments.version)


def _decline(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    return _judge(kennisbank, arguments, console, "declined", reason=arguments.reason)


def _judge(
    kennisbank: Kennisbank,
    arguments: Namespace,
    console: Console,
    verdict: Verdict,
    *,
    version: str = "",
    reason: str = "",
) -> int:
    wanted = _thread(kennisbank, arguments.id, console)
    if arguments.text:
        text = _text(arguments.text)
        kennisbank.inbox.reply(wanted, text, verdict=verdict, version=version, reason=reason, ends_draft=False)
    else:
        kennisbank.inbox.judge(wanted, verdict, version, reason)
    return _write_thread(kennisbank.inbox.thread(wanted), console)


def _thread(kennisbank: Kennisbank, text: str, console: Console) -> str:
    rows = [*kennisbank.inbox.rows("open", limit=1 << 30), *kennisbank.inbox.rows("done", limit=1 << 30)]
    return one_of({each.id: each for each in rows}, text, "thread", console).id


# What is written.


def _write_rows(rows: Iterable[ThreadRow], console: Console, nothing: str) -> None:
    has_any = False
    for each in rows:
        has_any = True
        who = each.name or each.role
        console.write(f"{each.id[:8]}  {each.moment[:10]}  {_state(console, each.state)}  {who}  {each.title}")
        console.write(f"          {each.start}")
    if not has_any:
        console.say(nothing)


def _write_thread(thread: Thread, console: Console) -> int:
    if console.as_json:
        console.answer({"thread": shapes.thread(thread)})
        return 0
    console.write(console.strong(thread.title))
    console.write(" ".join(part for part in (_state(console, thread.state), thread.version, thread.reason) if part))
    if thread.anchor is not None and thread.anchor.quote is not None:
        console.write(f"“{thread.anchor.quote.exact}”")
    for each in thread.messages:
        console.write()
        console.write(f"{each.moment[:10]}  {each.name or each.role}")
        console.write(each.text or console.text(f"said.message_{each.gone}"))
    return 0


def _proposals(kennisbank: Kennisbank, console: Console) -> int:
    found = kennisbank.voices.proposals()
    if console.as_json:
        console.answer({"proposals": [shapes.proposal(each) for each in found]})
        return 0
    if not found:
        console.say("said.no_proposals")
    for each in found:
        console.write(f"{each.id[:8]}  {each.moment[:10]}  {_state(console, each.state)}  {each.field}  {each.title}")
    return 0


def _state(console: Console, state: str) -> str:
    return console.text(f"said_state.{state}")


def _all(found: Iterable[Comment]) -> list[Comment]:
    return [each for top in found for each in (top, *top.replies)]


def _text(text: str) -> str:
    return sys.stdin.read() if text == "-" else text


_FEEDBACK: Mapping[str, _Action] = {
    "send": _send,
    "list": _list,
    "show": _show_mine,
    "reply": _reply_mine,
    "retry": _retry,
    "take-back": _take_back,
}
_INBOX: Mapping[str, _Action] = {
    "list": _list_inbox,
    "show": _show,
    "reply": _reply,
    "adopt": _adopt,
    "decline": _decline,
}
