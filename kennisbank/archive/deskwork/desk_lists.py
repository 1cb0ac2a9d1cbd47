"""All lists of the desk, by name. A list is added here with one line: its `DeskRoom`."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.archive.deskwork import (
    account_list,
    claim_list,
    comment_list,
    proposal_list,
    remark_list,
    report_list,
    unanswered_list,
    version_list,
)
from kennisbank.archive.deskwork.desk_scene import DeskRoom
from kennisbank.sync.protocol_desk import DeskList

LISTS: Mapping[DeskList, DeskRoom] = MappingProxyType(
    {
        "account": account_list.ROOM,
        "claim": claim_list.CLAIMS,
        "earlier": claim_list.EARLIER,
        "remark": remark_list.ROOM,
        "version": version_list.ROOM,
        "proposal": proposal_list.ROOM,
        "report": report_list.REPORTS,
        "help": report_list.HELP,
        "unanswered": unanswered_list.ROOM,
        "comment": comment_list.ROOM,
    }
)
"""In the order in which the desk shows them."""
