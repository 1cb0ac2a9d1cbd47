"""A paper of two columns with words that are hard to mark: broken, in the second column, with a note's digit, spaced."""

from pathlib import Path

import pymupdf

LEFT, RIGHT, TOP = 60.0, 320.0, 130.0
_SIZE, _LEADING = 10.0, 13.0

_LEFT = """Kinderen die samen een spel bouwen
leren meer dan programmeren. Zij
bespreken wat er gebeurt, tekenen een
schema en verdelen het werk. In de klas
ontstaat zo een kleine netwerksamen-
leving, waarin de leerling ook uitlegt.

De docent kijkt mee en stelt vragen.
Wij zagen dat een werkvorm~1 zonder
scherm vaak beter begint. Pas later komt
de computer erbij. Daarna volgt in elke
groep de eerste evaluatie~2 met kaartjes.

Een zoekopdracht geven kinderen aan
elkaar door, en wie haar krijgt, schrijft
op welke stap ontbreekt. De laatste
groep koos voor dat werk een eigen ge-"""
_RIGHT = """reedschap, een wandkaart met pijlen,
die nog jaren in het lokaal hing.

Daarna kozen de scholen een ander
onderwerp. Het stuurprogramma van een
kleine robot werd eerst op papier
geschreven en daarna gespeeld, met een
leerling als machine.

R O B O T L E S

Zo heet het tweede deel. De robotarm
tekent een vierkant en de klas voorspelt
waar de pen blijft staan. Een leerling
die het antwoord weet, mag het nog
niet zeggen.

Wat blijft over? Vooral dat uitleggen
moeilijker is dan doen."""
_NOTES = """1 In de handleiding heet dit een les met kaarten.
2 De vragen ervan staan in de handleiding."""


def marked_paper(path: Path) -> Path:
    """Write the paper; digits of notes are set small and raised, glued to their words."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((LEFT, 84), "Programmeren zonder scherm", fontsize=18, fontname="hebo")
    page.insert_text(
        (LEFT, 104), "Een paper met twee kolommen, gemaakt om te zien wat gemarkeerd wordt", fontsize=_SIZE
    )
    bottom = max(_column(page, LEFT, _LEFT), _column(page, RIGHT, _RIGHT))
    for number, line in enumerate(_NOTES.split("\n")):
        page.insert_text((LEFT, bottom + 260 + number * 11), line, fontsize=8)
    document.set_metadata({"title": "Programmeren zonder scherm"})
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(path)
    document.close()
    return path


def _column(page: "pymupdf.Page", x: float, text: str) -> float:
    """Write a column and return where it ends; what stands behind ``~`` is the digit of a note."""
    y = TOP
    for line in text.split("\n"):
        before, tilde, after = line.partition("~")
        page.insert_text((x, y), before, fontsize=_SIZE)
        if tilde:
            at = x + pymupdf.get_text_length(before, fontsize=_SIZE)
            page.insert_text((at, y - 3.2), after[0], fontsize=6)
            at += pymupdf.get_text_length(after[0], fontsize=6)
            page.insert_text((at, y), after[1:], fontsize=_SIZE)
        y += _LEADING if line else _LEADING / 2
    return y
