"""Links into the library, opened: from the search field, a paper, another program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kennisbank.domain.links import Link, looks_like_link, parse_link
from kennisbank.errors import NotFoundError
from kennisbank.ui.controllers.session import Session

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.following import LinkPlace


class LinkOpening(QObject):
    """One per window. What comes before a library is open waits until one is."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`; take the one there is with `of`."""
        super().__init__(session)
        self._session = session
        self._waiting: Link | None = None
        session.opened.connect(self._on_opened)

    @staticmethod
    def of(session: Session) -> "LinkOpening":
        """Return that of this session."""
        return session.findChild(LinkOpening) or LinkOpening(session)

    def open(self, text: str) -> bool:
        """Open a link of ours, and return whether it was meant as one; a broken one is told and leads nowhere."""
        if not looks_like_link(text):
            return False
        link = parse_link(text)
        if link is None:
            self._session.tell(self.tr("This link is broken: it leads to no place in a library."))
        elif self._session.is_open:
            self._follow(link)
        else:
            self._waiting = link
        return True

    def _on_opened(self) -> None:
        link, self._waiting = self._waiting, None
        if link is not None:
            self._follow(link)

    def _follow(self, link: Link) -> None:
        service = self._session.kennisbank.following

        def done(place: "LinkPlace") -> None:
            if place.hits:
                self._session.go("reader", contribution=place.contribution, hits=place.hits, current=0)
            else:
                self._session.go("reader", contribution=place.contribution, file=place.file, page=place.page)
            if link.quote and not place.hits:
                self._session.tell(self.tr("The words of the link aren't in this paper; this is the page it names."))

        self._session.tasks.read(self, lambda _ctx: service.place(link), done, self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._session.tell(self.tr("The contribution of this link isn't in this library."))
        else:
            self._session.failed.emit(error)
