"""``archive.toml``: what is written first can be read, and what is wrong with it is said in a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.archive.configuration import FILE_NAME, ArchiveConfig, Storage, write_first
from kennisbank.archive.configuration_text import TEMPLATE
from kennisbank.errors import BadInputError

LINE = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda text: text.strip() == text)


@given(name=LINE, foundation=LINE, database=LINE)
def test_whatever_an_archive_is_called_stands_in_its_file(
    tmp_path_factory: pytest.TempPathFactory, name: str, foundation: str, database: str
) -> None:
    data = tmp_path_factory.mktemp("toml")
    write_first(data, ArchiveConfig(name, foundation=foundation, storage=Storage(database=database)), TEMPLATE)
    read = ArchiveConfig.load(data)
    assert (read.name, read.foundation, read.storage.database) == (name, foundation, database)
    assert set(read.house_rules) == set(read.privacy) == {"nl", "en"}
    assert (read.limits.body_mb, read.retention.audit_days) == (64, 730)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "archive.name"),
        ("[archive]\nname = 3", "archive.name"),
        ('[archive]\nname = "x"\nnaem = "y"', "archive.naem"),
        ('[archive]\nname = "x"\naddress = "nobody"', "archive.address"),
        ('[archive]\nname = "x"\nurl = "archive.example"', "archive.url"),
        ('[archive]\nname = "x"\napproval = "nobody"', "archive.approval"),
        ('[archive]\nname = "x"\nlanguages = ["fr"]', "archive.languages"),
        ('[archive]\nname = "x"\n[limits]\nbody_mb = 0', "limits.body_mb"),
        ('[archive]\nname = "x"\n[retention]\naudit_days = "long"', "retention.audit_days"),
        ('[archive]\nname = "x"\n[privacy]\nde = "x"', "privacy.de"),
        (f'[archive]\nname = "x"\n[privacy]\nnl = "{"x" * 20_001}"', "privacy.nl"),
        ('archive = "x"', "archive"),
        ('[archive]\nname = "x"\n[storage]\nfile = "x"', "storage.file"),
        ("[archive\n", "line 1"),
        ("\ufffe", ""),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-16" if text == "\ufffe" else "utf-8")
    with pytest.raises(BadInputError) as refused:
        ArchiveConfig.load(tmp_path)
    assert place in refused.value.reason
    assert refused.value.reason.endswith(".")
    assert refused.value.path == tmp_path / FILE_NAME


def test_where_there_is_no_archive_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="archive init"):
        ArchiveConfig.load(tmp_path)
