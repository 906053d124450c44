"""The file of an index is read whole or refused with a remedy, and is never half written."""

from __future__ import annotations

import os
import resource
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.search import NameIndex, UnreadableIndex

# Made up.
ENTRIES = [
    ("1", "Ada Marr"),
    ("2", "Ада Марр"),
    ("2", "Bela Quist"),
    ("3", "韦明远"),
    ("4", "\ud800 x"),
]
MORE = [("5", "Дмитрий Орлин"), ("6", "")]
SOUGHT = ["Ada Marr", "Dmitry Orlin", "Wei Mingyuan"]
HEAD = 19
"""Bytes before the first part."""

COUNTS = struct.Struct("<6QI")
HUGE = [2**31, 2**40, 2**63, 2**64 - 1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    saved = tmp_path / "people.names"
    NameIndex(ENTRIES).save(saved)
    return saved


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("names")
    NameIndex(ENTRIES).save(made / "whole.names")
    return made


def test_what_was_saved_is_opened(path: Path) -> None:
    made, opened = NameIndex(ENTRIES), NameIndex.open(path)
    assert len(opened) == len(ENTRIES)
    assert opened.search(SOUGHT) == made.search(SOUGHT)
    assert opened.candidates(SOUGHT, 3) == made.candidates(SOUGHT, 3)


def test_the_file_grows_at_its_end(path: Path) -> None:
    before = path.read_bytes()
    index = NameIndex.open(path)
    index.add(MORE)
    index.save(path)
    assert path.read_bytes().startswith(before)
    assert len(path.read_bytes()) > len(before)
    again = NameIndex.open(path)
    assert again.search(SOUGHT) == index.search(SOUGHT)
    assert again.search(["Dmitry Orlin"])[0][0].id == "5"
    again.save(path)
    assert NameIndex.open(path).search(SOUGHT) == index.search(SOUGHT)


def test_an_empty_index_is_saved_and_grows(tmp_path: Path) -> None:
    path = tmp_path / "empty.names"
    NameIndex().save(path)
    index = NameIndex.open(path)
    assert len(index) == 0
    index.add(ENTRIES)
    index.save(path)
    assert len(NameIndex.open(path)) == len(ENTRIES)


def test_whoever_has_the_old_file_open_keeps_reading_it(path: Path) -> None:
    old = NameIndex.open(path)
    before = old.search(SOUGHT)
    NameIndex(MORE).save(path)
    assert old.search(SOUGHT) == before


def test_only_the_owner_may_read_the_file(path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


def test_two_processes_write_the_same_bytes_and_read_one_file(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from habeas.people.search import NameIndex;"
        f"NameIndex({ENTRIES!r}).save(Path(sys.argv[2]));"
        f"print(ascii(NameIndex.open(Path(sys.argv[1])).search({SOUGHT!r})))"
    )
    copies = [path.with_name(f"{number}.names") for number in (1, 2)]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, path, copy],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed},
        )
        for copy, seed in zip(copies, "12", strict=True)
    ]
    said = [process.communicate(timeout=120)[0].strip() for process in running]
    assert said == [ascii(NameIndex.open(path).search(SOUGHT))] * 2
    assert [copy.read_bytes() for copy in copies] == [path.read_bytes()] * 2


def test_a_crash_while_saving_leaves_the_old_file(path: Path) -> None:
    before = path.read_bytes()
    # The kernel ends the process in the middle of the file, as a full disk or a crash would.
    program = (
        "import resource, signal, sys; from pathlib import Path;"
        "from habeas.people.search import NameIndex;"
        f"index = NameIndex({MORE * 200!r});"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL);"
        "index.save(Path(sys.argv[1]))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, path],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        capture_output=True,
        timeout=120,
    )
    assert ended.returncode < 0
    assert path.read_bytes() == before
    assert len(NameIndex.open(path)) == len(ENTRIES)


def test_where_saving_fails_nothing_is_left_behind(path: Path) -> None:
    before = path.read_bytes()
    index = NameIndex(MORE * 200)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, old[1]))
    try:
        with pytest.raises(OSError, match=r"."):
            index.save(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        NameIndex.open(tmp_path / "none.names")


FOREIGN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "no index of names"),
    "a text": (lambda _: b"id,name\n1,Ada Marr\n" * 9, "no index of names"),
    "a beginning": (lambda data: data[:7], "no index of names"),
    "an older form": (lambda data: data.replace(b"names 2", b"names 1", 1), "another version"),
    "other weights": (lambda data: data[:15] + b"\0\0\0\0" + data[19:], "another version"),
    "an unfinished part": (lambda data: data[:-9], "damaged or unfinished"),
    "an unfinished addition": (lambda data: data + data[HEAD:-9], "damaged or unfinished"),
    "a part without its end": (lambda data: data[: HEAD + 20], "damaged or unfinished"),
    "more at the end": (lambda data: data + b"\0", "damaged or unfinished"),
    "one bit of a vector": (
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        "damaged or unfinished",
    ),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_cannot_be_read_is_refused_with_a_remedy(path: Path, what: str) -> None:
    change, said = FOREIGN[what]
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(UnreadableIndex, match=said) as raised:
        NameIndex.open(path)
    assert "make the index anew" in str(raised.value)
    assert "people.names" in str(raised.value)
    assert "Marr" not in str(raised.value)


def test_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableIndex, match="no index of names"):
        NameIndex.open(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableIndex, match="no index of names"):
        NameIndex.open(tmp_path / "pipe")


@pytest.mark.parametrize("count", range(6))
@pytest.mark.parametrize("lie", [0, 1, *HUGE])
def test_counts_that_lie_are_refused_without_taking_memory(
    path: Path, count: int, lie: int
) -> None:
    data = path.read_bytes()
    *counts, _ = COUNTS.unpack_from(data, HEAD)
    # A count that happens to be true becomes a lie by one more.
    counts[count] = lie + 1 if counts[count] == lie else lie
    path.write_bytes(with_part(data, counts, data[HEAD + COUNTS.size :]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableIndex):
        NameIndex.open(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


@given(where=st.integers(0, 10**6), change=st.integers(1, 255))
def test_every_changed_byte_is_seen(folder: Path, where: int, change: int) -> None:
    data = bytearray((folder / "whole.names").read_bytes())
    data[where % len(data)] ^= change
    (folder / "changed.names").write_bytes(data)
    with pytest.raises(UnreadableIndex):
        NameIndex.open(folder / "changed.names")


@given(cut=st.integers(0, 10**6))
def test_every_cut_is_seen(folder: Path, cut: int) -> None:
    data = (folder / "whole.names").read_bytes()
    cut %= len(data)
    (folder / "cut.names").write_bytes(data[:cut])
    if cut == HEAD:
        assert len(NameIndex.open(folder / "cut.names")) == 0
        return
    with pytest.raises(UnreadableIndex):
        NameIndex.open(folder / "cut.names")


@given(part=st.binary(min_size=1, max_size=600))
def test_any_other_bytes_are_refused(folder: Path, part: bytes) -> None:
    data = (folder / "whole.names").read_bytes()
    (folder / "other.names").write_bytes(data[:HEAD] + part)
    with pytest.raises(UnreadableIndex):
        NameIndex.open(folder / "other.names")


@pytest.mark.parametrize("blob", [b"Ada \xff\xfe\x80\x80", b"\x80\x80\x80\x80Ada ", b"Ada Mar\xd0"])
def test_letters_that_are_no_text_are_refused(path: Path, blob: bytes) -> None:
    data = path.read_bytes()
    *counts, _ = COUNTS.unpack_from(data, HEAD)
    body = data[HEAD + COUNTS.size :].replace(b"Ada Marr", blob)
    path.write_bytes(with_part(data, counts, body))
    with pytest.raises(UnreadableIndex, match="damaged"):
        NameIndex.open(path)


def test_places_that_lead_out_of_the_part_are_refused(path: Path) -> None:
    data = path.read_bytes()
    *counts, _ = COUNTS.unpack_from(data, HEAD)
    body = data[HEAD + COUNTS.size :]
    ends = struct.pack("<2q", 1, 2)
    for wrong in (-1, 2**62, 4):
        assert ends in body
        path.write_bytes(with_part(data, counts, body.replace(ends, struct.pack("<2q", wrong, 2))))
        with pytest.raises(UnreadableIndex, match="damaged"):
            NameIndex.open(path)


def with_part(data: bytes, counts: list[int], body: bytes) -> bytes:
    """The head of a file and one part whose checksum is right."""
    checksum = crc32(body, crc32(COUNTS.pack(*counts, 0)))
    return data[:HEAD] + COUNTS.pack(*counts, checksum) + body
