"""Addresses of records are those that Django makes, in every language, whoever asks first."""

from __future__ import annotations

import subprocess
import sys

ASKING = """
from django.conf import settings
from habeas.server import public_settings
settings.configure(**{k: v for k, v in vars(public_settings).items() if k.isupper()})
import django
django.setup(set_prefix=False)
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils import translation
from habeas.public.addresses import address_of

PAGES = ("account", "report", "person", "pledge", "aim", "deal", "claim")
asked = 0
for prefix in ("/", "/register/"):
    set_script_prefix(prefix)
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for page in PAGES:
                for some in ("a1", "some-id-of-no-record", "x_-Y", "0" * 128):
                    made = reverse(page, args=[some])
                    assert address_of(page, some) == made, (made, address_of(page, some))
                    asked += 1
for page, some in (("person", "a b"), ("person", "../x"), ("person", ""), ("none", "a1")):
    try:
        address_of(page, some)
    except NoReverseMatch:
        asked += 1
print(asked)
"""


def test_an_address_is_that_of_the_site() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ASKING], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ran.stderr, ran.stdout.strip()) == ("", str(2 * 4 * 7 * 4 + 4))
