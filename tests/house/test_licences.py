"""Whoever installs habeas may build on it: every dependency allows that.

A licence is what the package's metadata declares: the SPDX expression where it has one,
else its classifiers, else the free text of `License`. What cannot be understood fails, so a
new dependency with an unclear licence is looked at by a person, who adds a line here.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python"),
    *("HPND", "ISC", "MIT", "MIT-0", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib", "ZPL-2.1"),
    # Copyleft of single files: used unmodified, as works of their own, never bundled.
    # docs/adr/0001-licence.md says why that is compatible.
    *("MPL-1.1", "MPL-2.0"),
}

CLASSIFIERS = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
    "License :: OSI Approved :: Zope Public License": "ZPL-2.1",
}

FREE_TEXT = {
    "BSD": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "ZPL 2.1": "ZPL-2.1",
    # Its wheel carries PDFium, whose own licence texts (BSD, Apache, MIT, zlib, FreeType and
    # others of their kind) lie beside it.
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}

LOOKED_AT = {
    # Its classifier "Other" stands for the MIT licence of the code it grew from; its LICENSE
    # has both texts.
    "qrcode": "BSD-3-Clause AND MIT",
}
"""What a package declares in a way that only a reader of its licence understands."""

NOT_INSTALLED = {"natasha": {"ipymarkup", "pymorphy2", "yargy"}}
"""What a package asks for and the lock leaves out: only the model files of natasha are used."""


def needed_by(name: str) -> dict[str, Distribution]:
    """Return every distribution that installing `name` brings here, without its extras."""
    found: dict[str, Distribution] = {}
    waiting: list[tuple[str, frozenset[str]]] = [(name, frozenset())]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        step = waiting.pop()
        if step in seen:
            continue
        seen.add(step)
        held = distribution(step[0])
        found[canonicalize_name(step[0])] = held
        for line in held.requires or ():
            requirement = Requirement(line)
            if requirement.name in NOT_INSTALLED.get(canonicalize_name(step[0]), ()):
                continue
            if applies(requirement, step[1]):
                waiting.append((requirement.name, frozenset(requirement.extras)))
    return found


def applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    """Say whether a requirement counts on this machine, for any of the extras asked for."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""})


def licence_of(held: Distribution) -> str:
    """Return what a distribution declares, as an SPDX expression where it can be understood."""
    if held.name in LOOKED_AT:
        return LOOKED_AT[held.name]
    if expression := held.metadata.get("License-Expression"):
        return expression
    classifiers = [
        line
        for line in held.metadata.get_all("Classifier") or []
        if line.startswith("License ::") and line != "License :: OSI Approved"
    ]
    if classifiers:
        return " AND ".join(CLASSIFIERS.get(line, line) for line in classifiers)
    text = (held.metadata.get("License") or "nothing declared").strip()
    return FREE_TEXT.get(text, text)


def is_allowed(expression: str) -> bool:
    """Say whether an SPDX expression can be met from the allowed licences alone.

    `A OR B` leaves the choice to the user, so one allowed arm is enough; `A AND B` binds to
    both. AND binds tighter. An exception (`WITH`) only adds permissions.
    """
    inner = re.search(r"\(([^()]*)\)", expression)
    if inner:
        verdict = "MIT" if is_allowed(inner[1]) else "refused"
        return is_allowed(expression[: inner.start()] + verdict + expression[inner.end() :])
    return any(
        all(one.split(" WITH ")[0].strip() in ALLOWED for one in arm.split(" AND "))
        for arm in expression.split(" OR ")
    )


@pytest.mark.parametrize(
    ("expression", "allowed"),
    {
        "MIT": True,
        "Apache-2.0 OR GPL-3.0-only": True,
        "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later": True,
        "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0": True,
        "(MIT OR GPL-2.0-only) AND BSD-3-Clause": True,
        "MIT AND (GPL-2.0-only OR AGPL-3.0-only)": False,
        "Apache-2.0 WITH LLVM-exception": True,
        "LGPL-3.0-only": False,
        "GPL-3.0-or-later": False,
        "MIT AND LGPL-3.0-only": False,
        "nothing declared": False,
        "License :: Other/Proprietary License": False,
    }.items(),
)
def test_an_expression_is_judged_by_its_arms(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed


def test_every_dependency_of_the_default_install_is_allowed() -> None:
    refused = {
        name: licence
        for name, held in needed_by("habeas").items()
        if not is_allowed(licence := licence_of(held))
    }
    assert not refused


def test_the_walk_finds_what_is_needed_and_only_that() -> None:
    needed = needed_by("habeas")
    assert {"django", "spacy", "numpy", "tld", "certifi"} <= needed.keys()
    assert not {"psycopg", "pytest", "hypothesis"} & needed.keys()


def test_the_driver_under_the_lgpl_comes_only_when_asked_for() -> None:
    lines = [Requirement(line) for line in distribution("habeas").requires or ()]
    drivers = [line for line in lines if line.name.startswith("psycopg")]
    assert [str(line.marker) for line in drivers] == ['extra == "postgresql"']


def test_a_distribution_that_is_missing_is_not_passed_over() -> None:
    with pytest.raises(PackageNotFoundError):
        needed_by("habeas-of-nowhere")
