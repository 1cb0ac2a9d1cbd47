"""Papers to write in the margin of: one column, upside rotated, cropped, and from right to left."""

from pathlib import Path

import pymupdf

TEXT = (
    (
        "In de netwerksamenleving verschuift de rol van de docent. Wie lesgeeft is niet langer de enige bron van "
        "kennis in het lokaal, maar een knooppunt: iemand die leerlingen verbindt met vakgenoten, met bedrijven en "
        "met elkaar. Uit onze gesprekken met 42 docenten informatica blijkt dat zij deze verschuiving herkennen."
    ),
    (
        "Drie van de vier docenten gebruikten in het afgelopen jaar materiaal dat buiten de eigen school gemaakt "
        "was. Zij noemden vooral opdrachten met echte gegevens, zoals meetreeksen uit een waterschap of de "
        "dienstregeling van een vervoerder. Het aanpassen kostte gemiddeld twee uur per les."
    ),
    (
        "Deelnemen aan een netwerk is een vaardigheid die zelden wordt geoefend. Docenten die in een regionale "
        "leergemeenschap meedraaiden, deelden vaker halffabricaten dan afgewerkte lessen. Juist die halffabricaten "
        "werden door anderen overgenomen en verbeterd."
    ),
)
HEBREW = (
    "המורה אינו עוד מקור הידע היחיד בכיתה. הוא מחבר בין תלמידים לבין אנשי מקצוע.",
    "בשיחות עם 42 מורים למדנו כי רובם מכירים את השינוי הזה היטב.",
    "חומרי לימוד נכתבים יחד, ואחר כך הם משתפרים מכיתה לכיתה.",
)


def column_paper(path: Path, *, rotation: int = 0, cropped: bool = False, pages: int = 2) -> Path:
    """Write a paper of one column; `rotation` as the pages' /Rotate, `cropped` with a crop box within the sheet."""
    document = pymupdf.open()
    for number in range(1, pages + 1):
        document.new_page(width=595, height=842)
        page = document[number - 1]
        page.set_rotation(rotation)
        words = "".join(f"<p>{text}</p>" for text in TEXT)
        html = f"<h2>2.{number} Naar knooppunt</h2>{words}"
        width, height = (page.rect.width, page.rect.height)
        box = pymupdf.Rect(90, 90, width - 90, height - 90)
        page.insert_htmlbox(box * page.derotation_matrix, html, rotate=rotation, css="p {font-size: 12px}")
        if cropped:
            page.set_cropbox(pymupdf.Rect(60, 70, 595 - 50, 842 - 260))
    document.set_metadata({"title": "Van bron naar knooppunt"})
    document.subset_fonts()
    document.save(path)
    document.close()
    return path


def hebrew_paper(path: Path) -> Path:
    """Write a paper that is read from right to left."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    words = "".join(f"<p>{text}</p>" for text in HEBREW)
    css = "* {font-size: 15px; direction: rtl; text-align: right}"
    page.insert_htmlbox(pymupdf.Rect(90, 90, 505, 700), f"<h2>רשתות ולמידה</h2>{words}", css=css)
    document.set_metadata({"title": "רשתות ולמידה"})
    document.save(path)
    document.close()
    return path
