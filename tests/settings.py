"""The portal's own settings, run as a test needs them: quickly and over plain HTTP."""

import os

os.environ.setdefault("SECRET_KEY", "a key for tests that is long enough and hides nothing")
os.environ.setdefault("SECURE", "off")

from collabportal.settings import *  # noqa: F403
from collabportal.settings import STORAGES

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
