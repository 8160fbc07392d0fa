"""Whole public pages, kept under the data version: what did not change is not made again.

A page's name is the data version, the day, the build and the address. When any of them changes
the name does, so nothing stored can be stale and nothing needs to be thrown away. Browsers keep
the name as an ETag and ask each time; the answer to a repeat visit is 304 without a body.
"""

import gzip
import hashlib
import logging
import re
from contextlib import contextmanager
from functools import lru_cache

import brotli
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from redis.exceptions import RedisError

from browse.models import DataVersion
from collabportal.errors import MISSED

logger = logging.getLogger(__name__)

PRIVATE = ("/admin/", "/healthz", "/readyz", "/static/")
KEPT_FOR = 24 * 60 * 60
LARGEST = 1024 * 1024
UNASKED = "gzip"  # how a page is kept for those who take no compression: they are few
PARTS = (
    "collabportal",
    "insights",
    "maturity",
    "casestudies",
    "directory",
    "library",
    "browse",
    "templates",
    "static/src",
    ".",
)
SHOWN = ("CONTACT_EMAIL", "NHS_LOGO", "SECURE")
CODE = ("*.py", "*.jinja", "*.scss", "*.js", "requirements.txt")


class StoredPagesMiddleware:
    """Gives every public page its ETag, and serves it from the store while the name holds."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD") or request.path.startswith(PRIVATE):
            return self.get_response(request)
        try:
            request.data_version = DataVersion.current()
        except MISSED as problem:  # told further in, where every page gets its headers
            request.database_missed = problem
            return self.get_response(request)
        name = name_of(request)
        if is_known(request, name):
            return named(HttpResponseNotModified(), name)
        encoding = best_encoding(request)
        return stored(name, encoding) or self.make(request, name, encoding)

    def make(self, request, name, encoding):
        """Ask the view, and keep what it answers if that is a whole page."""
        response = self.get_response(request)
        if response.status_code != 200 or response.cookies:
            return response
        if not response.streaming and len(response.content) <= LARGEST:
            packing = encoding or UNASKED
            compress(response, packing)
            kept = (response.content, dict(response.items()))
            with missing_store_is_no_harm():
                cache.set(f"{name}:{packing}", kept, KEPT_FOR)
            response = response if encoding else unpacked(response)
        return named(response, name)


@contextmanager
def missing_store_is_no_harm():
    """A shared store that is away costs speed and nothing else."""
    try:
        yield
    except RedisError as problem:
        logger.warning("The page store is away: %s", problem)


def name_of(request):
    """What makes a page this page: as short as it can be told."""
    parts = (
        request.data_version,
        timezone.localdate(),
        build(),
        request.scheme,
        request.META.get("HTTP_HOST", ""),
        request.get_full_path(),
    )
    return hashlib.blake2s("\n".join(map(str, parts)).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=1)
def build():
    """What makes the pages: a digest of the code, of static files' names, of settings shown."""
    digest = hashlib.blake2s(getattr(staticfiles_storage, "manifest_hash", "").encode())
    digest.update(repr([getattr(settings, name) for name in SHOWN]).encode())
    for app in PARTS:
        folder = settings.BASE_DIR / app
        for pattern in CODE:
            found = folder.glob(pattern) if app == "." else folder.rglob(pattern)
            for file in sorted(found):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def is_known(request, name):
    """Whether the browser has this very page already."""
    known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    return etag(name) in known or etag(name).removeprefix("W/") in known


def etag(name):
    """Weak: the same page, however it is compressed."""
    return f'W/"{name}"'


def named(response, name):
    """The response, with its name and the word that browsers must ask each time."""
    response.headers["ETag"] = etag(name)
    response.headers.setdefault("Cache-Control", "public, no-cache")
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def stored(name, encoding):
    """The kept page, if it is kept."""
    kept = None
    with missing_store_is_no_harm():
        kept = cache.get(f"{name}:{encoding or UNASKED}")
    if kept is None:
        return None
    content, headers = kept
    response = named(HttpResponse(content, headers=headers), name)
    return response if encoding else unpacked(response)


def best_encoding(request):
    """The smallest encoding the browser takes; empty for none."""
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    wanted = re.findall(r"\b(br|gzip)\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))", accepted)
    return "br" if "br" in wanted else "gzip" if "gzip" in wanted else ""


def compress(response, encoding):
    """Compress once what may be sent a thousand times."""
    if encoding == "br":
        response.content = brotli.compress(response.content, quality=5)
    else:
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
    response.headers["Content-Encoding"] = encoding
    response.headers["Content-Length"] = str(len(response.content))


def unpacked(response):
    """As it is for those who take no compression."""
    response.content = gzip.decompress(response.content)
    del response.headers["Content-Encoding"]
    response.headers["Content-Length"] = str(len(response.content))
    return response
