"""Draw the vector figures of the example archive, each in a box that it fills; numbers are those of the texts."""

import math
from collections.abc import Callable

import pymupdf
from example.drawing import BLUE, COLOURS, GREY, INK, RUST, Canvas, bars, legend, lines


def trace(canvas: Canvas) -> None:
    heads = ("regel", "naam", "langste", "uitvoer")
    rows = (
        ("1", "–", '""', ""),
        ("3", '"Bo"', '"Bo"', ""),
        ("3", '"Samira"', '"Samira"', ""),
        ("3", '"Teun"', '"Samira"', ""),
        ("5", "", "", "Samira"),
    )
    width, height = canvas.width / 4, (canvas.height - 4) / 6
    for column, head in enumerate(heads):
        canvas.rect(column * width, 0, width, height, fill=BLUE)
        canvas.text(column * width + 8, height * 0.68, head, bold=True, colour=(1, 1, 1))
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            canvas.rect(column * width, number * height, width, height, fill=None)
            canvas.text(column * width + 8, (number + 0.68) * height, cell)


def layers(canvas: Canvas) -> None:
    names = ("mensen en organisaties", "diensten en protocollen", "kabels en antennes")
    height = canvas.height / 3
    for number, name in enumerate(names):
        canvas.rect(
            0, number * height + 3, canvas.width, height - 8, fill=(0.93 - number * 0.04, 0.95 - number * 0.03, 0.97)
        )
        canvas.text(8, number * height + height / 2, name, bold=True)
        for node in range(4):
            x = 170 + node * (canvas.width - 200) / 3
            canvas.dot(x, number * height + height / 2 - 3, 4, fill=COLOURS[number])
            if node:
                canvas.line(
                    x - (canvas.width - 200) / 3 + 4,
                    number * height + height / 2 - 3,
                    x - 4,
                    number * height + height / 2 - 3,
                    colour=COLOURS[number],
                )
            if number:
                canvas.line(
                    x,
                    number * height + height / 2 - 7,
                    x,
                    (number - 1) * height + height / 2 + 1,
                    colour=GREY,
                    dashes="[2] 0",
                )


def network(canvas: Canvas) -> None:
    strokes = ((0, 5), (1, 3), (2, 4), (1, 2), (3, 4), (0, 3), (2, 5), (0, 1), (2, 3), (4, 5), (1, 2), (3, 4))
    gap = (canvas.height - 12) / 5
    for wire in range(6):
        canvas.line(20, 6 + wire * gap, canvas.width - 20, 6 + wire * gap, colour=GREY)
        canvas.text(8, 9 + wire * gap, str((4, 1, 6, 3, 5, 2)[wire]), bold=True)
        canvas.text(canvas.width - 14, 9 + wire * gap, str(wire + 1), bold=True)
    step = (canvas.width - 70) / (len(strokes) - 1)
    for number, (low, high) in enumerate(strokes):
        x = 35 + number * step
        canvas.line(x, 6 + low * gap, x, 6 + high * gap, colour=BLUE, width=1.4)
        canvas.dot(x, 6 + low * gap)
        canvas.dot(x, 6 + high * gap)


def er(canvas: Canvas) -> None:
    tables = (
        ("leerling", ("nummer", "naam", "klas")),
        ("uitlening", ("exemplaar", "leerling", "datum")),
        ("exemplaar", ("nummer", "titel", "schrijver")),
    )
    width = canvas.width * 0.27
    for number, (name, fields) in enumerate(tables):
        x = number * (canvas.width - width) / 2
        canvas.rect(x, 4, width, 16, fill=BLUE)
        canvas.text(x + 5, 15.5, name, bold=True, colour=(1, 1, 1))
        canvas.rect(x, 20, width, 44, fill=None)
        for row, each in enumerate(fields):
            canvas.text(x + 5, 33 + row * 13, each)
    middle = (canvas.width - width) / 2
    canvas.arrow(middle, 43, width + 2, 30, colour=RUST)
    canvas.arrow(middle + width, 30, 2 * middle - 2, 30, colour=RUST)


def bars_distractors(canvas: Canvas) -> None:
    bars(canvas, ("twin", "tempter", "fossil"), [("", (38, 21, 6))], top=42)


def bars_schools(canvas: Canvas) -> None:
    bars(canvas, tuple("ABCDEF"), [("before", (7, 11, 9, 6, 12, 9)), ("after", (16, 19, 22, 15, 21, 21))], top=26)


def prompts(canvas: Canvas) -> None:
    labels = ("hele opdracht", "foutmelding", "voorbeeld", "tegenvoorbeeld")
    bars(canvas, labels, [("september", (52, 27, 17, 4)), ("mei", (19, 31, 32, 18))], top=60)


def scatter(canvas: Canvas) -> None:
    left, base = 24.0, canvas.height - 20
    canvas.line(left, base, canvas.width - 4, base)
    canvas.line(left, 4, left, base)
    passed = [(100, mark) for mark in (35, 40, 45, 42, 38, 30, 48, 66, 72, 78, 84, 90, 61)]
    failed = [
        (0, 74),
        (0, 81),
        (0, 70),
        (0, 77),
        (0, 22),
        (20, 30),
        (35, 41),
        (40, 52),
        (55, 47),
        (60, 66),
        (62, 58),
        (70, 71),
        (75, 60),
        (80, 76),
        (85, 69),
        (90, 82),
        (90, 63),
    ]
    for number, (x, y) in enumerate(passed + failed):
        is_odd = number < 7 or 13 <= number < 17
        canvas.dot(
            left + 6 + x / 100 * (canvas.width - left - 16),
            base - 6 - y / 100 * (base - 14),
            fill=RUST if is_odd else BLUE,
        )
    canvas.text(canvas.width - 4, base + 14, "testset", anchor=1)
    canvas.text(left + 5, 10, "rubriek")


def shed(canvas: Canvas) -> None:
    canvas.page.draw_rect(
        pymupdf.Rect(canvas.at(70, 6), canvas.at(canvas.width - 70, canvas.height - 6)),
        color=RUST,
        width=1,
        dashes="[4 3] 0",
    )
    canvas.text(canvas.width - 74, 17, "trust boundary", anchor=1, colour=RUST)
    y, inner = canvas.height / 2, (canvas.width - 140 - 3 * 58) / 4
    places = [
        ("street", 0.0, 50.0),
        *(
            (name, 70 + inner + number * (58 + inner), 58.0)
            for number, name in enumerate(("gate", "shed", "key cupboard"))
        ),
    ]
    places.append(("school", canvas.width - 50, 50.0))
    for number, (name, x, width) in enumerate(places):
        canvas.boxed(x, y - 12, width, 24, name)
        if number:
            canvas.arrow(places[number - 1][1] + places[number - 1][2], y, x - 2, y)
    for x, above in ((places[1][1] + 29, 22), (places[2][1] + 29, 22), (60, 12)):
        canvas.line(x - 4, y - above - 4, x + 4, y - above + 4, colour=RUST, width=1.6)
        canvas.line(x - 4, y - above + 4, x + 4, y - above - 4, colour=RUST, width=1.6)


def sensor(canvas: Canvas) -> None:
    values = [640 - 7 * hour + (14 if hour % 8 < 4 else 0) for hour in range(0, 48, 2)]
    left, base, plot = lines(canvas, [("", values)], top=800, x_label="vijf dagen", y_label="meetwaarde")
    canvas.line(left, base - 420 / 800 * plot, canvas.width - 6, base - 420 / 800 * plot, colour=RUST, dashes="[4 3] 0")


def steps(canvas: Canvas) -> None:
    names = (
        ("volgen", "1"),
        ("ordenen", "3"),
        ("opdelen", "4"),
        ("herkennen", "5"),
        ("weglaten", "6"),
        ("verantwoorden", "8"),
    )
    width, rise = canvas.width / 6, (canvas.height - 34) / 5
    for number, (name, group) in enumerate(names):
        y = canvas.height - 30 - number * rise
        canvas.rect(
            number * width,
            y,
            width - 3,
            canvas.height - y,
            fill=(0.92 - number * 0.08, 0.95 - number * 0.05, 0.98 - number * 0.03),
            colour=None,
        )
        canvas.text(
            number * width + width / 2,
            y + 12,
            name,
            anchor=0.5,
            size=7.5,
            bold=True,
            colour=INK if number < 5 else (1, 1, 1),
        )
        canvas.text(
            number * width + width / 2,
            y + 23,
            f"groep {group}",
            anchor=0.5,
            size=7,
            colour=INK if number < 5 else (1, 1, 1),
        )


def join(canvas: Canvas) -> None:
    for row in range(3):
        canvas.boxed(0, 10 + row * 18, 34, 16, f"loan {row + 1}")
    for row in range(4):
        canvas.boxed(70, 2 + row * 18, 34, 16, f"book {row + 1}")
    for left in range(3):
        for right in range(4):
            canvas.line(34, 18 + left * 18, 70, 10 + right * 18, colour=GREY, width=0.5)
    canvas.arrow(110, 38, 130, 38)
    width = (canvas.width - 136) / 2
    for number in range(12):
        canvas.boxed(136 + number % 2 * width, number // 2 * 13, width - 2, 12, f"{number // 4 + 1} – {number % 4 + 1}")


def locks(canvas: Canvas) -> None:
    for x, name in ((40, "Amir"), (canvas.width - 40, "Bente")):
        canvas.dot(x, 16, 9, fill=BLUE)
        canvas.text(x, 36, name, anchor=0.5, bold=True)
        canvas.line(x, 42, x, canvas.height, colour=GREY, dashes="[2] 0")
    texts = ("slot van Amir", "slot van Amir en slot van Bente", "slot van Bente")
    for number, text in enumerate(texts):
        y = 56 + number * (canvas.height - 66) / 2
        ends = (46, canvas.width - 46)
        canvas.arrow(ends[number % 2], y, ends[1 - number % 2], y)
        canvas.text(canvas.width / 2, y - 4, text, anchor=0.5)


def plan(canvas: Canvas) -> None:
    rows = (
        ("schriftelijk", ((1, 0.5), (3, 0.5), (5, 0.5), (7, 0.5))),
        ("kleine opdracht", ((0, 1), (2, 1))),
        ("grote opdracht", ((4, 2.4),)),
        ("gesprekken", ((6.4, 0.8),)),
        ("herkansing", ((3.6, 0.3), (7.6, 0.35))),
    )
    left = 90.0
    period = (canvas.width - left) / 8
    for number in range(9):
        x = left + number * period
        canvas.line(x, 14, x, canvas.height, colour=GREY, width=0.4)
        if number < 8:
            canvas.text(x + period / 2, 9, f"periode {number % 4 + 1}", anchor=0.5, size=7)
    height = (canvas.height - 18) / len(rows)
    for row, (name, parts) in enumerate(rows):
        y = 16 + row * height
        canvas.text(0, y + height * 0.65, name)
        for start, length in parts:
            canvas.rect(
                left + start * period + 1, y + 3, length * period - 2, height - 6, fill=COLOURS[row % 4], colour=None
            )


def trust(canvas: Canvas) -> None:
    left, base = 24.0, canvas.height - 20
    canvas.line(left, base, canvas.width - 4, base)
    canvas.line(left, 14, left, base)
    groups = (
        ((3, 1), (4, 0), (5, 1), (6, 0), (6.5, 1), (7, 0), (8, 0), (9, 1)),
        ((4, 1), (5, 1), (5.5, 0), (6, 1), (7, 1), (7.5, 0), (8, 1), (9, 0)),
        ((3, 1), (4.5, 2), (5, 1), (6, 2), (6.5, 1), (7, 1), (8, 1), (8.5, 2)),
    )
    for group, points in enumerate(groups):
        for number, (stated, found) in enumerate(points):
            canvas.dot(
                left + stated / 10 * (canvas.width - left - 8),
                base - 6 - (found + group * 0.12 + number % 3 * 0.05) / 2.6 * (base - 24),
                fill=COLOURS[group],
            )
    legend(canvas, ("reading only", "free to run", "told to run first"))
    canvas.text(canvas.width - 4, base + 14, "stated trust (0–10)", anchor=1)


def energy(canvas: Canvas) -> None:
    values = ((22, 9, 60), (35, 12, 110), (48, 20, 120), (60, 18, 210), (77, 30, 190), (110, 40, 330), (150, 70, 300))
    left = 62.0
    scale = (canvas.width - left - 10) / 2.2

    def x_of(value: float) -> float:
        power, rest = 0.0, value / 5
        while rest >= 10:
            power, rest = power + 1, rest / 10
        return left + scale * (power + round(math.log10(rest), 6))

    step = (canvas.height - 22) / len(values)
    for mark in (10, 20, 50, 100, 200, 500):
        canvas.line(x_of(mark), 0, x_of(mark), canvas.height - 16, colour=GREY, width=0.3)
        canvas.text(x_of(mark), canvas.height - 5, str(mark), anchor=0.5, size=7)
    for row, (middle, low, high) in enumerate(values):
        y = step * (row + 0.5)
        canvas.text(0, y + 3, f"groep {row + 1}")
        canvas.line(x_of(low), y, x_of(high), y, colour=BLUE, width=1.6)
        canvas.dot(x_of(middle), y, 3, fill=RUST)


def sales(canvas: Canvas) -> None:
    bars(
        canvas,
        ("Mon", "Tue", "Wed", "Thu", "Fri"),
        [("till 1", (81, 78, 96, 83, 64)), ("till 2", (66, 69, 14, 71, 52))],
        top=112,
    )


def tunnel(canvas: Canvas) -> None:
    series = [
        ("meer van hetzelfde", (9, 8, 6, 4, 3, 3, 2, 2, 2, 2)),
        ("één willekeurig", (9, 9, 8, 8, 7, 7, 8, 7, 7, 7)),
        ("vraag de kijker", (9, 8, 8, 6, 6, 7, 5, 6, 6, 5)),
    ]
    lines(canvas, series, top=10, x_label="keuze", y_label="trefwoorden")


FIGURES: dict[str, tuple[Callable[[Canvas], None], float]] = {
    "trace": (trace, 100),
    "layers": (layers, 130),
    "network": (network, 90),
    "er": (er, 68),
    "bars": (bars_distractors, 96),
    "bars2": (bars_schools, 110),
    "scatter": (scatter, 130),
    "shed": (shed, 90),
    "sensor": (sensor, 130),
    "steps": (steps, 130),
    "join": (join, 80),
    "locks": (locks, 130),
    "plan": (plan, 120),
    "prompts": (prompts, 118),
    "trust": (trust, 120),
    "energy": (energy, 130),
    "sales": (sales, 112),
    "tunnel": (tunnel, 130),
}
"""What draws each figure, and its height in points."""
