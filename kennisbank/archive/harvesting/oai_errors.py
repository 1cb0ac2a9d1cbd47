"""What OAI-PMH calls what may be wrong with a question."""

from typing import Literal

Code = Literal[
    "badVerb",
    "badArgument",
    "badResumptionToken",
    "cannotDisseminateFormat",
    "idDoesNotExist",
    "noRecordsMatch",
    "noMetadataFormats",
    "noSetHierarchy",
]


class OaiError(Exception):
    """The answer is an error of OAI-PMH: its `code`, and `words` in English, for whoever maintains the harvester."""

    def __init__(self, code: Code, words: str) -> None:
        """Keep both."""
        super().__init__(words)
        self.code: Code = code
        self.words = words
