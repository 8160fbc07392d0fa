"""What every page tells the reader's browser."""

import base64
import hashlib
import re

import pytest

pytestmark = pytest.mark.django_db

PUBLIC = "/no-such-page/"
ADMIN = "/admin/login/"


def policy(response):
    """The content security policy as a dictionary."""
    parts = (part.split() for part in response["Content-Security-Policy"].split("; "))
    return {name: values for name, *values in parts}


@pytest.mark.parametrize("path", [PUBLIC, ADMIN])
def test_only_our_own_files_are_used_anywhere(client, path):
    directives = policy(client.get(path))

    assert directives["default-src"] == ["'self'"]
    assert directives["object-src"] == ["'none'"]
    assert directives["base-uri"] == ["'self'"]
    assert directives["form-action"] == ["'self'"]
    assert directives["frame-ancestors"] == ["'none'"]
    assert "'unsafe-inline'" not in directives["script-src"]
    assert "'unsafe-eval'" not in directives["script-src"]


def test_the_one_inline_script_is_the_one_that_is_allowed(client):
    response = client.get(PUBLIC)
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", response.content.decode())

    digests = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]

    assert len(digests) == 1
    assert policy(response)["script-src"] == ["'self'", f"'sha256-{digests[0]}'"]


def test_style_attributes_are_for_the_admin_only(client):
    assert "style-src-attr" not in policy(client.get(PUBLIC))
    assert policy(client.get(ADMIN))["style-src-attr"] == ["'unsafe-inline'"]


@pytest.mark.parametrize("path", [PUBLIC, ADMIN])
def test_the_usual_headers_are_there(client, path):
    response = client.get(path)

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_a_reader_gets_no_cookie_and_a_page_that_varies_by_none(client):
    response = client.get(PUBLIC)

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_admin_is_never_kept(client):
    assert "no-store" in client.get(ADMIN)["Cache-Control"]


def test_a_page_names_no_other_site(client):
    page = client.get(PUBLIC).content.decode()

    addresses = re.findall(r'(?:src|href|action)="([^"]*)"', page)

    assert addresses
    assert [a for a in addresses if not a.startswith(("/", "#"))] == []
    assert " style=" not in page
