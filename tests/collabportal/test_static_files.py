"""Static files as production serves them: named after their content, and compressed."""

import json
import re

import pytest
from django.core.management import call_command

from collabportal.storage import HashedStaticFilesStorage


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "collabportal.storage.HashedStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_names_follow_content_and_the_script_imports_the_hashed_name(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    script = (collected / names["js/app.js"]).read_text()

    assert re.fullmatch(r"css/portal\.[0-9a-f]{12}\.css", names["css/portal.css"])
    assert "./" + names["js/nhsuk-frontend.min.js"].removeprefix("js/") in script
    assert (collected / (names["css/portal.css"] + ".br")).exists()
    assert (collected / (names["css/portal.css"] + ".gz")).exists()


def test_every_picture_in_the_style_sheet_has_its_hashed_name(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    style = (collected / names["css/portal.css"]).read_text()

    pictures = [p for p in re.findall(r"url\(\"?([^)\"]*)", style) if not p.startswith("data:")]

    assert pictures
    assert all(re.search(r"\.[0-9a-f]{12}\.svg$", picture) for picture in pictures)


def test_the_typeface_is_the_one_that_needs_no_licence_and_no_other_site(collected):
    style = (collected / "css" / "portal.css").read_text()

    assert "html{font-family:arial,sans-serif}" in style
    assert "@font-face" not in style
    assert "assets.nhs.uk" not in style


def test_production_uses_this_storage():
    from tests.collabportal.processes import manage

    result = manage("diffsettings", "--all")

    assert f"{HashedStaticFilesStorage.__module__}.HashedStaticFilesStorage" in result.stdout
