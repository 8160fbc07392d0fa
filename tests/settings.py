"""The portal's own settings, run as a test needs them: quickly, over plain HTTP, on files of
their own."""

import os
from tempfile import TemporaryDirectory

os.environ.setdefault("SECRET_KEY", "Vq7nW2xT9zR4kL8mC3pJ6hG1fD5sA0bY-tests-only-and-hides-nothing")
os.environ.setdefault("SECURE", "off")

from collabportal.settings import *  # noqa: F403
from collabportal.settings import DATABASES, STORAGES

# A file, not memory: a live server's threads and a second process must see the same rows.
SCRATCH = TemporaryDirectory(prefix="collabportal-tests-")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": f"{SCRATCH.name}/test.sqlite3"}

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
