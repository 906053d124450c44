"""Everything at some paths, read into one output file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from habeas.cli.archive.lines import Line, Totals, key_of, line_of_problem
from habeas.cli.archive.output import Output
from habeas.cli.archive.pool import Pool
from habeas.model.problems import Problem
from habeas.reports.documents import Document, LeftOut, documents_in


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run has come to so far.

    Attributes:
        totals: What this run has written.
        before: Documents that earlier runs had written, and this one passed over.
        left_out: Things left out on purpose, such as hidden files.
    """

    totals: Totals = field(default_factory=Totals)
    before: int = 0
    left_out: int = 0


def read_archive(
    paths: Sequence[Path], output: Output, jobs: int, watch: Callable[[Tally], None]
) -> Tally:
    """Read everything at the paths that the output does not hold yet, and write it there.

    Lines are in the order of the paths and of the walk (`documents_in`), however many
    processes read. One that is interrupted leaves whole lines, and the same call goes on.

    Args:
        paths: Files and folders.
        output: Where the lines go.
        jobs: Processes that read, at least one.
        watch: Told after every line, and after every document passed over.

    Raises:
        Stop: The output cannot be written.
    """
    tally = Tally()
    items = _items(paths, output, tally, watch)
    with closing(Pool(jobs).lines(items)) as lines:
        for line in lines:
            output.write(line)
            tally.totals.add(line)
            watch(tally)
    return tally


def _items(
    paths: Sequence[Path], output: Output, tally: Tally, watch: Callable[[Tally], None]
) -> Iterator[Document | Line]:
    for found in _found(paths, output):
        if isinstance(found, LeftOut):
            tally.left_out += 1
        elif output.holds_any and output.has(_key(found)):
            tally.before += 1
            watch(tally)
        elif isinstance(found, Problem):
            yield line_of_problem(found, digest=None)
        else:
            yield found


def _found(paths: Sequence[Path], output: Output) -> Iterator[Document | Problem]:
    own = output.path.resolve()
    for path in paths:
        for found in documents_in(path):
            # The output may lie in the folder that is read.
            place = found.where if isinstance(found, Problem) else found.file
            if (path / place).resolve() != own:
                yield found


def _key(found: Document | Problem) -> int:
    if isinstance(found, Problem):
        return key_of(found.where, found.what)
    return key_of(found.file, sha256(found.data).hexdigest())
