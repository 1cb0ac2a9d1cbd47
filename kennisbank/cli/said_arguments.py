"""What can be typed after ``feedback``, ``inbox``, ``comment``, ``rate``, ``tag`` and ``propose``."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, get_args

from kennisbank.domain.correspondence import FEEDBACK_KINDS, InboxFolder, ShownAs

FIELDS = ("title", "authors", "keywords")
_STARS = range(6)
_Command = Callable[[str, str], argparse.ArgumentParser]
_Help = Callable[[str], str]
_Actions: TypeAlias = Any
"""What ``add_subparsers`` returns; argparse has no public name for it."""


def add_said(command: _Command, help_: _Help, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    _feedback(command("feedback", "feedback"), help_, common)
    _inbox(command("inbox", "inbox"), help_, common)
    comment = command("comment", "comment")
    comment.add_argument("id", metavar="ID", help=help_("id"))
    comment.add_argument("--text", metavar="TEXT", help=help_("comment_text"))
    comment.add_argument("--reply-to", metavar="COMMENT", default="", help=help_("comment_reply_to"))
    comment.add_argument("--withdraw", metavar="COMMENT", default="", help=help_("comment_withdraw"))
    rate = command("rate", "rate")
    rate.add_argument("id", metavar="ID", help=help_("id"))
    rate.add_argument("stars", nargs="?", type=int, choices=_STARS, metavar="STARS", help=help_("rate_stars"))
    tag = command("tag", "tag")
    tag.add_argument("id", metavar="ID", help=help_("id"))
    tag.add_argument("word", nargs="+", metavar="WORD", help=help_("tag_word"))
    propose = command("propose", "propose")
    propose.add_argument("id", nargs="?", metavar="ID", help=help_("propose_id"))
    propose.add_argument("--field", choices=FIELDS, help=help_("propose_field"))
    propose.add_argument("--value", action="append", default=[], metavar="VALUE", help=help_("propose_value"))
    propose.add_argument("--reason", default="", metavar="TEXT", help=help_("propose_reason"))


def _feedback(parser: argparse.ArgumentParser, help_: _Help, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    send = _action(actions, "send", help_("feedback_send"), common)
    send.add_argument("id", metavar="ID", help=help_("id"))
    send.add_argument("--kind", choices=FEEDBACK_KINDS, default="question", help=help_("feedback_kind"))
    send.add_argument("--text", required=True, metavar="TEXT", help=help_("feedback_text"))
    send.add_argument("--quote", default="", metavar="QUOTE", help=help_("feedback_quote"))
    send.add_argument("--page", type=int, metavar="N", help=help_("feedback_page"))
    send.add_argument("--link", default="", metavar="URL", help=help_("feedback_link"))
    send.add_argument("--file", type=Path, metavar="FILE", help=help_("feedback_file"))
    send.add_argument("--as", dest="shown_as", choices=get_args(ShownAs), default="name", help=help_("feedback_as"))
    _action(actions, "list", help_("feedback_list"), common).add_argument(
        "id", nargs="?", metavar="ID", help=help_("feedback_of")
    )
    _thread(actions, "show", help_("feedback_show"), help_, common)
    reply = _thread(actions, "reply", help_("feedback_reply"), help_, common)
    reply.add_argument("--text", required=True, metavar="TEXT", help=help_("feedback_text"))
    reply.add_argument("--file", type=Path, metavar="FILE", help=help_("feedback_file"))
    _thread(actions, "retry", help_("feedback_retry"), help_, common)
    _thread(actions, "take-back", help_("feedback_take_back"), help_, common)


def _inbox(parser: argparse.ArgumentParser, help_: _Help, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = _action(actions, "list", help_("inbox_list"), common)
    listing.add_argument("--folder", choices=get_args(InboxFolder), default="open", help=help_("inbox_folder"))
    listing.add_argument("--limit", type=int, default=200, metavar="N", help=help_("limit"))
    _thread(actions, "show", help_("inbox_show"), help_, common)
    reply = _thread(actions, "reply", help_("inbox_reply"), help_, common)
    reply.add_argument("--text", required=True, metavar="TEXT", help=help_("feedback_text"))
    reply.add_argument("--file", type=Path, metavar="FILE", help=help_("feedback_file"))
    adopt = _thread(actions, "adopt", help_("inbox_adopt"), help_, common)
    adopt.add_argument("--version", default="", metavar="VERSION", help=help_("inbox_version"))
    adopt.add_argument("--text", default="", metavar="TEXT", help=help_("inbox_text"))
    decline = _thread(actions, "decline", help_("inbox_decline"), help_, common)
    decline.add_argument("--reason", required=True, metavar="TEXT", help=help_("inbox_reason"))
    decline.add_argument("--text", default="", metavar="TEXT", help=help_("inbox_text"))


def _action(
    actions: _Actions,
    name: str,
    words: str,
    common: argparse.ArgumentParser,
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = actions.add_parser(name, help=words, parents=[common])
    made.set_defaults(action=name)
    return made


def _thread(
    actions: _Actions,
    name: str,
    words: str,
    help_: _Help,
    common: argparse.ArgumentParser,
) -> argparse.ArgumentParser:
    made = _action(actions, name, words, common)
    made.add_argument("id", metavar="THREAD", help=help_("thread_id"))
    return made
