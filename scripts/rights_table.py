"""Write docs/rights.md: who may see and do what, by the archive's own rules.

Run it after a change of those: .venv/bin/python scripts/rights_table.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kennisbank.archive.web.rights_page import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rights.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"written: {PAGE}")
