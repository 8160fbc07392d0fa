"""Every example in a docstring is true."""

import doctest
import importlib
import pkgutil

import pytest

APPS = ("browse", "casestudies", "collabportal", "directory", "insights", "library", "maturity")


def modules():
    for app in APPS:
        package = importlib.import_module(app)
        names = [m.name for m in pkgutil.walk_packages(package.__path__, f"{app}.")]
        yield from (name for name in names if ".migrations" not in name)


@pytest.mark.parametrize("name", list(modules()))
def test_docstring_examples_are_true(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
