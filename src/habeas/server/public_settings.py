"""Django settings of the public process: one Edition, read only, and nothing else.

No database, no sessions, no sign-in, no e-mail, no debug pages. What is not
configured here cannot leak. `HABEAS_EDITION` is the path of the Edition.
"""

import os
import secrets

from habeas.server import languages, logs

HABEAS_EDITION = os.environ.get("HABEAS_EDITION", "")
# Digest of an Edition that the process that started this one has checked whole.
HABEAS_EDITION_CHECKED = None

DEBUG = False
# Nothing is signed and nobody signs in; a key that dies with the process is enough.
SECRET_KEY = secrets.token_urlsafe(50)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = ["django.contrib.staticfiles", "habeas.public"]
MIDDLEWARE = [
    "habeas.server.headers.SecureHeaders",
    # Before all that makes a page, so that what was made is only sent.
    "habeas.public.kept.KeptPages",
    "django.middleware.security.SecurityMiddleware",
    # Pages hold no secret of a visitor that their length could betray. Before the
    # static files, so that these are compressed too.
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "habeas.public.languages.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "habeas.public.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
# Django's dummy database: any attempt to use one is an error.
DATABASES: dict[str, dict[str, str]] = {}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

LANGUAGE_CODE = "en"
LANGUAGES = languages.LANGUAGES
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# Their addresses carry a digest, so that a browser may keep them for a year.
STORAGES = {"staticfiles": {"BACKEND": "habeas.server.static_files.VersionedFiles"}}
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# Requests carry no body that is read; what claims to be larger is refused unread.
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024

LOGGING = logs.LOGGING
