"""What a stick says of itself to whoever opens it without this program, in Dutch and in English."""

from collections.abc import Mapping

from kennisbank.sync.protocol_manifest import Manifest

README_NAMES = ("LEESMIJ.txt", "README.txt")

_DUTCH = """\
{name}

Dit is een kopie van het archief voor gebruik zonder netwerk, gemaakt op {day}.
Er staan {contributions} bijdragen in de catalogus{editions_nl} en {files} bestanden in de map files.

Zo gebruik je hem: installeer Kennisbank, sluit deze stick aan en typ

    kennisbank stick MAP

met op de plaats van MAP deze map. In het venster van Kennisbank kan het ook.

Kennisbank kijkt na of alles echt van het archief komt. De eerste keer laat het de vingerafdruk van de sleutel
zien. Vergelijk hem met wat het archief er zelf over zegt, op zijn website of op papier. Daarom staat hij hier niet:
in deze map kan iedereen iets hebben getypt.

Verander niets in deze map. Wie de stick bijwerkt, kopieert alleen wat nieuw is.
"""
_ENGLISH = """\
{name}

This is a copy of the archive for use without a network, made on {day}.
There are {contributions} contributions in its catalogue{editions_en} and {files} files in the folder files.

How to use it: install Kennisbank, plug in this stick, and type

    kennisbank stick FOLDER

with this folder in the place of FOLDER. The window of Kennisbank can do it too.

Kennisbank verifies that everything really comes from the archive. The first time it shows the fingerprint of the
key. Compare it with what the archive itself says, on its website or on paper. That is why it doesn't stand here:
anybody may have typed something in this folder.

Change nothing in this folder. Whoever brings the stick up to date copies only what is new.
"""


def readme_of(manifest: Manifest) -> Mapping[str, str]:
    """Return the texts to be put beside a manifest, by the names of their files."""
    editions = ", ".join(manifest.editions)
    values = {
        "name": _line(manifest.info.name),
        "day": manifest.made[:10],
        "contributions": sum(each.kind == "contribution" and each.gone is None for each in manifest.records),
        "files": len(manifest.files),
        "editions_nl": f", bestanden zijn er van {_line(editions)}" if editions else "",
        "editions_en": f", with files of {_line(editions)}" if editions else "",
    }
    return dict(zip(README_NAMES, (_DUTCH.format(**values), _ENGLISH.format(**values)), strict=True))


def _line(text: str) -> str:
    return " ".join(text.split())
