"""How well places of annotations are found again in other versions of a paper.

    .venv/bin/python benchmarks/anchors/run.py [--texts 40] [--skip 0] [--anchors 60] [--blind] [--show wrong]

Old and new versions are made of the texts of real PDFs (``KENNISBANK_TEST_DATA``/corpus, or the example archive): each
character of the new one knows whether it is one of the old. ``--blind`` looks without the text of the old version, by
the quotes alone. `truth.py` says what *survives*, *found* and *wrong* mean.
"""

import argparse
import random
import time
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.anchors.changes import CHANGES
from benchmarks.anchors.tracked import Tracked, paged, tracked_pages
from benchmarks.anchors.truth import LENGTHS, NewVersion, asked_of, verdict
from benchmarks.corpus import default_folder, pdfs
from benchmarks.report import publish, table
from kennisbank.documents.anchoring import reanchored
from kennisbank.documents.describing import described
from kennisbank.documents.file_text import FileText
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import FileHash
from kennisbank.errors import DocumentError

_OLD, _NEW = FileHash("0" * 64), FileHash("1" * 64)


def main() -> None:
    """Measure, and print the tables."""
    asked = _arguments()
    texts = _texts(asked.folder, asked.skip + asked.texts)[asked.skip :]
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seconds, anchors_in_all = 0.0, 0
    for number, (name, pages) in enumerate(texts):
        others = [[_tracked_words(each) for each in texts[(number + step) % len(texts)][1]] for step in (3, 7)]
        for change_name, change in CHANGES.items():
            if asked.change and asked.change not in change_name:
                continue
            chance = random.Random(f"{name} {change_name}")
            version = change(tracked_pages(pages), chance, others)
            new_pages = paged(version)
            text = FileText(_OLD, pages)
            passages = list(asked_of(pages, asked.anchors, chance))
            anchors = [described(text, passage.spans) for passage in passages]
            started = time.perf_counter()
            found = reanchored(anchors, () if asked.blind else pages, _NEW, new_pages)
            seconds += time.perf_counter() - started
            anchors_in_all += len(anchors)
            truth = NewVersion(version)
            for passage, anchor, place in zip(passages, anchors, found, strict=True):
                destiny = truth.destiny(passage)
                outcome = verdict(passage, destiny, truth.marked(place))
                key = f"{'survives' if destiny.survives else 'lost'} {outcome}"
                counts[change_name, passage.kind][key] += 1
                if asked.show and asked.show in key:
                    print(
                        f"\n{name} | {change_name} | {passage.kind} | {key} {destiny.part:.2f} {place.state} {place.similarity}"
                    )
                    print(f"  was: {anchor.quote}\n  is:  {place.quote if place.pieces else ''}")
    by_change = [_row("change", change, [counts[change, kind] for kind in LENGTHS]) for change in CHANGES]
    by_length = [_row("passage", kind, [counts[change, kind] for change in CHANGES]) for kind in LENGTHS]
    print(table(by_length))
    publish(
        "anchors_blind" if asked.blind else "anchors",
        [*by_change, _row("change", "all", list(counts.values()))],
        texts=len(texts),
        skipped=asked.skip,
        anchors=anchors_in_all,
        milliseconds_an_anchor=round(1000 * seconds / max(1, anchors_in_all), 3),
        by_length=by_length,
    )


def _row(title: str, name: str, counters: list[Counter[str]]) -> dict[str, object]:
    total = sum(counters, Counter[str]())
    surviving = sum(count for key, count in total.items() if key.startswith("survives"))
    found = total["survives found"]
    return {
        title: name,
        "asked": sum(total.values()),
        "survive": surviving,
        "found %": round(100 * found / surviving, 2) if surviving else "",
        "in part": total["survives partial"],
        "missed": total["survives gone"],
        "wrong": total["survives wrong"] + total["lost wrong"],
        "lost, told so": total["lost gone"],
        "lost, rest found": total["lost found"] + total["lost partial"],
    }


def _texts(folder: Path, count: int) -> list[tuple[str, tuple[PageText, ...]]]:
    """Return the texts of PDFs of at least two pages with words, spread over the folder; long ones in part."""
    paths = pdfs(folder)
    random.Random(7).shuffle(paths)
    workers = DocumentWorkers()
    texts: list[tuple[str, tuple[PageText, ...]]] = []
    try:
        for path in paths:
            if len(texts) == count:
                break
            try:
                pages = workers.extract(path, path.name).result().pages[:30]
            except DocumentError:
                continue
            if len(pages) >= 2 and sum(len(page.text) for page in pages) > 4000:
                texts.append((path.name, pages))
    finally:
        workers.close()
    return texts


def _tracked_words(page: PageText) -> Tracked:
    return Tracked(page.text, (-1,) * len(page.text))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=default_folder())
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--anchors", type=int, default=60)
    parser.add_argument("--change", default="")
    parser.add_argument("--blind", action="store_true")
    parser.add_argument("--show", default="")
    return parser.parse_args()


if __name__ == "__main__":
    main()
