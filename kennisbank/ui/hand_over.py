"""Handing a link to the window that is open on a library already, so that following one opens no second window."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kennisbank.domain.links import LENGTH_LIMIT

_PATIENCE_MS = 1000


class HandOver(QObject):
    """Listens for links to the library at one home, from programs of the same user.

    What comes in is not trusted: `received` gives it as text of limited length, to be parsed as any link.
    """

    received = Signal(str)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        """Listen, unless another window on this home does so already."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._sockets: list[QLocalSocket] = []
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = _name_of(home)
        if not self._server.listen(name) and not _is_answered(name):
            QLocalServer.removeServer(name)  # left by a window that was killed
            self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        """Tell whether links come to this window."""
        return self._server.isListening()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._let_go)

    def _read(self) -> None:
        """Take one line of whoever wrote one; who sends more than a link can be is cut off."""
        for socket in self._sockets:
            if socket.canReadLine():
                line = bytes(socket.readLine(LENGTH_LIMIT + 2).data()).decode("utf-8", "replace").strip()
                socket.write(b"ok\n")
                socket.flush()
                self.received.emit(line)
            elif socket.bytesAvailable() > LENGTH_LIMIT:
                socket.close()

    def _let_go(self) -> None:
        gone = [each for each in self._sockets if each.state() == QLocalSocket.LocalSocketState.UnconnectedState]
        self._sockets = [each for each in self._sockets if each not in gone]
        for socket in gone:
            socket.deleteLater()


def hand_over(home: Path, link: str) -> bool:
    """Give a link to the window that is open on the library at `home`; return whether there is one and it took it."""
    socket = QLocalSocket()
    socket.connectToServer(_name_of(home))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(link.encode() + b"\n")
    socket.waitForBytesWritten(_PATIENCE_MS)
    while not socket.canReadLine() and socket.waitForReadyRead(_PATIENCE_MS):
        pass
    is_taken = bytes(socket.readLine().data()) == b"ok\n"
    socket.disconnectFromServer()
    return is_taken


def _is_answered(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket.waitForConnected(_PATIENCE_MS)


def _name_of(home: Path) -> str:
    """Return the name of the socket of a home: one a home and a user, short enough for every system."""
    return "kennisbank-" + hashlib.sha256(str(home.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
