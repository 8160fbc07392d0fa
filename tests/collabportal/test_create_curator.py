"""A curator's login is made by one command."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command

PASSWORD = "an otter under the bridge"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def curators():
    return Group.objects.get_or_create(name="Curators")[0]


@pytest.fixture(autouse=True)
def password(monkeypatch):
    monkeypatch.setenv("CURATOR_PASSWORD", PASSWORD)


def test_the_login_works_and_is_a_curators(client, curators):
    call_command("create_curator", username="ada")

    ada = User.objects.get(username="ada")
    assert ada.check_password(PASSWORD)
    assert ada.is_staff
    assert not ada.is_superuser
    assert list(ada.groups.all()) == [curators]


@pytest.mark.parametrize("weak", ["short", "password1234", "192837465564738291", ""])
def test_a_weak_password_is_refused(monkeypatch, weak):
    monkeypatch.setenv("CURATOR_PASSWORD", weak)

    with pytest.raises(CommandError, match="password"):
        call_command("create_curator", username="ada")

    assert not User.objects.exists()


@pytest.mark.parametrize("username", ["taken", "two words", "x" * 200])
def test_a_name_that_is_taken_or_foul_is_refused(username):
    User.objects.create_user("taken")

    with pytest.raises(CommandError, match=r"(?i)username|150"):
        call_command("create_curator", username=username)

    assert User.objects.count() == 1


def test_without_its_group_nothing_is_left_behind(curators):
    curators.delete()

    with pytest.raises(CommandError, match="run migrate first"):
        call_command("create_curator", username="ada")

    assert not User.objects.exists()
