"""Make pictures of every view: look at them before calling anything done.

    scripts/pictures.py [FOLDER] [--only NAME…] [--themes light dark contrast] [--languages nl en]
                        [--sizes 1280x800 1920x1080] [--text 100 200]

The views come from the recipes in `tests/ui/recipes/`. Without a screen; the folder is `pictures/` unless named.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtGui import QFont, QFontDatabase  # noqa: E402 - the platform is chosen before Qt is loaded
from PySide6.QtWidgets import QApplication  # noqa: E402

from kennisbank.config.settings import Settings  # noqa: E402
from kennisbank.ui.appearance import Appearance  # noqa: E402
from kennisbank.ui.language import LanguageSwitch  # noqa: E402
from kennisbank.ui.views.registry import VIEWS  # noqa: E402
from tests.ui.recipes.libraries import stage_for  # noqa: E402
from tests.ui.recipes.recipe import all_recipes  # noqa: E402

FONTS = ("Inter", "Noto Sans", "Open Sans", "DejaVu Sans")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "pictures")
    parser.add_argument("--only", nargs="*", default=[], help="names of recipes, or their beginnings")
    parser.add_argument("--themes", nargs="*", default=["light", "dark", "contrast"])
    parser.add_argument("--languages", nargs="*", default=["nl", "en"])
    parser.add_argument("--sizes", nargs="*", default=["1280x800", "1920x1080"])
    parser.add_argument("--text", nargs="*", type=int, default=[100, 200])
    return parser.parse_args()


def best_font() -> QFont:
    """Return the best of the fonts that are here, at 13 pixels: what a desktop's system font would be."""
    here = set(QFontDatabase.families())
    font = QFont(next((name for name in FONTS if name in here), ""))
    font.setPixelSize(13)
    return font


def main() -> int:
    wanted = arguments()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    application.setFont(best_font())
    language = LanguageSwitch(application, "nl")
    appearance = Appearance(application, "light", 100)
    made = 0
    with tempfile.TemporaryDirectory() as scratch:
        for recipe in all_recipes():
            if wanted.only and not recipe.name.startswith(tuple(wanted.only)):
                continue
            for code in wanted.languages:
                language.choose(code)
                with stage_for(recipe, Path(scratch), VIEWS, Settings(example_offered=True)) as stage:
                    recipe.show(stage)
                    for theme in wanted.themes:
                        for percent in wanted.text:
                            appearance.choose(theme, percent)
                            for size in wanted.sizes:
                                width, height = (int(each) for each in size.split("x"))
                                stage.window.resize(width, height)
                                stage.settle()
                                name = f"{recipe.name}_{theme}_{code}_{size}_{percent}.png"
                                stage.window.grab().save(str(wanted.folder / name))
                                made += 1
    print(f"{made} pictures in {wanted.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
