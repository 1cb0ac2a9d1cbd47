"""How it stands with being an author of a contribution, in words; and what the archive tells an account once."""

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.correspondence import Claim, Notice
from kennisbank.ui.models.feedback_words import refusal_words
from kennisbank.ui.theme import BadgeTone

translate = QCoreApplication.translate


def claim_badge(claim: Claim) -> tuple[str, BadgeTone, str]:
    """Return words, tone and icon of the badge of a claim."""
    match claim.state:
        case "granted":
            return translate("ClaimWords", "Author"), "ok", "okc"
        case "code_sent":
            return translate("ClaimWords", "Code sent"), "accent", "key"
        case "refused":
            return translate("ClaimWords", "Refused"), "bad", "x"
        case "failed":
            return translate("ClaimWords", "Not sent"), "bad", "error"
        case "ended" | "withdrawn":
            return translate("ClaimWords", "Ended"), "quiet", ""
        case _:
            return translate("ClaimWords", "Waiting"), "warn", "clock"


def claim_words(claim: Claim) -> str:  # noqa: PLR0911 - one for each state
    """Return in a sentence or two how a claim stands, and what comes next."""
    match claim.state:
        case "queued":
            return translate("ClaimWords", "This goes to the archive with the next update.")
        case "failed":
            why = refusal_words(claim.answer)
            return translate("ClaimWords", "The archive didn't take it: %1").replace("%1", why)
        case "code_sent":
            words = translate(
                "ClaimWords",
                "A code was mailed to %1, the address that is known of this author. Type it here; it shows that you "
                "read the mail of that address.",
            )
            return words.replace("%1", claim.address or translate("ClaimWords", "the author's address"))
        case "waiting":
            return translate(
                "ClaimWords", "No address is known of this author, so the maintainer looks at it. That can take days."
            )
        case "granted":
            return _granted(claim)
        case "refused":
            words = translate("ClaimWords", "The maintainer didn't agree: %1").replace("%1", claim.answer)
            return words if claim.answer else translate("ClaimWords", "The maintainer didn't agree.")
        case _:
            return translate("ClaimWords", "You no longer get what readers write about it.")


def _granted(claim: Claim) -> str:
    known = translate("ClaimWords", "What readers write from now on comes to you.")
    earlier = {
        "waiting": translate("ClaimWords", "What was written earlier waits for the maintainer's word."),
        "granted": translate("ClaimWords", "What was written earlier is here too."),
        "refused": translate("ClaimWords", "What was written earlier stays with who was the author then."),
    }.get(claim.earlier, "")
    return f"{known} {earlier}".strip()


def notice_words(notice: Notice, title: str) -> str:
    """Return what the archive tells; `title` is the contribution's, where it is about one."""
    known = {
        "coauthor_claimed": translate("ClaimWords", "A co-author of %1 now gets what readers write about it too."),
        "claim_granted": translate("ClaimWords", "You are now known as an author of %1."),
        "claim_refused": translate("ClaimWords", "The maintainer didn't agree that you are an author of %1."),
        "claim_ended": translate("ClaimWords", "You are no longer known as an author of %1."),
        "earlier_granted": translate("ClaimWords", "What was written earlier about %1 is in your inbox now."),
        "version_published": translate("ClaimWords", "Your new version of %1 was published."),
        "version_declined": translate("ClaimWords", "Your new version of %1 was not published."),
        "comment_hidden": translate("ClaimWords", "The maintainer hid your comment on %1."),
        "comment_restored": translate("ClaimWords", "The maintainer put your comment on %1 back."),
        "thread_hidden": translate("ClaimWords", "The maintainer hid feedback on %1."),
        "help_answered": translate("ClaimWords", "The maintainer looked at what you asked about feedback on %1."),
        "report_answered": translate("ClaimWords", "The maintainer looked at what you reported on %1."),
        "thread_restored": translate("ClaimWords", "The maintainer put feedback on %1 back."),
    }.get(notice.code, "")
    what = title or translate("ClaimWords", "a paper")
    if notice.code == "coauthor_claimed" and notice.words:
        words = translate("ClaimWords", "%2, also an author of %1, now gets what readers write about it too.")
        return words.replace("%1", what).replace("%2", notice.words)
    said = known.replace("%1", what) if known else translate("ClaimWords", "The archive tells you something.")
    return f"{said} {notice.words}".strip()
