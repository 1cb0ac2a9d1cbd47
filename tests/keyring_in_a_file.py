"""A keyring for tests that start the program: it keeps its secrets in the file that a variable names."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileKeyring(KeyringBackend):
    """Secrets as JSON; chosen by ``PYTHON_KEYRING_BACKEND``."""

    priority = 1

    @property
    def _file(self) -> Path:
        return Path(os.environ["KENNISBANK_TEST_KEYRING"])

    def _held(self) -> dict[str, str]:
        return json.loads(self._file.read_text()) if self._file.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._held().get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file.write_text(json.dumps(self._held() | {username: password}))

    def delete_password(self, service: str, username: str) -> None:
        held = self._held()
        held.pop(username)
        self._file.write_text(json.dumps(held))
