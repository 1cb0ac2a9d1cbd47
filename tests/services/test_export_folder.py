"""An export is whole or it is none, whatever ends the program."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kennisbank.errors import BadInputError
from kennisbank.services.export_folder import MANIFEST, new_export, read_manifest

HALFWAY = """
import sys
from pathlib import Path
from kennisbank.services.export_folder import new_export
with new_export(Path(sys.argv[1])) as out:
    out.write("README.txt", b"Wat hierin staat")
    (out.folder / "half.json").write_bytes(b"[1, 2,")
    print("halfway", flush=True)
    sys.stdin.read()
    out.finish({})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_program_that_is_killed_halfway_leaves_no_export_and_the_next_one_works(tmp_path: Path) -> None:
    target = tmp_path / "outs" / "export"
    with subprocess.Popen(
        [sys.executable, "-c", HALFWAY, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "halfway\n"
        os.kill(program.pid, signal.SIGKILL)
    assert program.returncode == -signal.SIGKILL
    assert not target.exists()
    (left,) = target.parent.iterdir()
    assert not (left / MANIFEST).exists()
    with pytest.raises(BadInputError):
        read_manifest(left)
    with new_export(target) as out:
        out.write("README.txt", b"Wat hierin staat")
        out.finish({})
    assert [each.path.name for each in read_manifest(target)] == ["README.txt"]
