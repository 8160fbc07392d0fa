"""Every webinar and event of the briefings, and who spoke there."""

import pytest

from library.models import Event, Publication
from tests.directory.briefings.reading import (
    BENEFITS,
    EVENT,
    LEADERSHIP,
    WORKFORCE,
    cites,
)

pytestmark = pytest.mark.django_db

# The table under "Our work on provider collaboratives", title and month as printed.
TWELVE = [
    ("Working with partners at place", "2023-09"),
    ("Governing provider collaboratives - Joint committees, decision-making and testing models",
     "2023-06"),
    ("Clinical transformation: Developing resilient and innovative services", "2023-04"),
    ("Tackling pressing workforce challenges", "2023-02"),
    ("How are provider collaboratives helping to reduce care backlogs across systems?", "2022-12"),
    ("Collaboration in mental health and tackling the mental health care backlog", "2022-11"),
    ("Delegation from ICBs to provider collaboratives", "2022-11"),
    ("Introduction to provider collaboratives for NEDS", "2022-11"),
    ("Relationships with primary care", "2022-09"),
    ("Delegation from ICBs to provider collaboratives", "2022-07"),
    ("Lessons learned and challenges ahead for provider collaboratives at scale", "2022-05"),
    ("Squaring the circle: governing provider collaboratives in the new era", "2022-03"),
]  # fmt: skip


def event(came_of_it):
    """The one event that this briefing tells of."""
    return Event.objects.get(came_of_it__slug=came_of_it)


def speakers(found, part="speaker"):
    rows = found.speakers.filter(part=part)
    return [(speaker.name, speaker.role, speaker.organisation) for speaker in rows]


@pytest.mark.parametrize(("title", "month"), TWELVE)
def test_each_of_the_twelve_is_an_event_of_its_month(title, month):
    found = Publication.objects.published().get(title=title, date=month, kind="event")
    assert found.event.host == found.publisher == "NHS Providers"
    assert cites(found, EVENT, "Our work on provider collaboratives")


@pytest.mark.parametrize(("title", "month"), TWELVE)
def test_each_of_the_twelve_is_for_boards_as_the_programme_is(title, month):
    purpose = Publication.objects.get(title=title, date=month, kind="event").purpose
    assert "boards" in purpose
    assert "programme" in purpose
    assert ("non-executive directors" in purpose) == ("NEDS" in title)


def test_a_title_with_two_dates_is_two_events():
    found = Publication.objects.filter(title="Delegation from ICBs to provider collaboratives")
    assert sorted(found.values_list("date", flat=True)) == ["2022-07", "2022-11"]


def test_there_are_sixteen_events_and_no_more():
    assert Event.objects.count() == len(TWELVE) + 4
    assert Publication.objects.filter(kind__in=["event", "webinar"]).count() == 16


def test_the_workforce_webinar_and_its_three_speakers():
    found = event(WORKFORCE)
    assert (found.publication.kind, found.publication.date) == ("webinar", "")
    both = (
        "Leicestershire Partnership NHS Trust and Northamptonshire Healthcare NHS Foundation Trust"
    )
    assert speakers(found) == [
        ("Matt Brown", "managing director", "North East and North Cumbria Provider Collaborative"),
        ("David Williams", "group director of strategy and partnerships", both),
        ("Craig de Sousa", "director of workforce supply", "NHS England"),
    ]


def test_the_webinar_on_benefits_and_its_three_speakers():
    found = event(BENEFITS)
    assert found.publication.title == "Realising the benefits and bringing people with you"
    assert (found.publication.kind, found.host) == ("webinar", "NHS Providers")
    assert "second in a series" in found.publication.description
    assert speakers(found) == [
        ("Dr Ify Okocha", "chief executive", "Oxleas NHS Foundation Trust"),
        ("Sam Allen", "chief executive", "Sussex Partnership NHS Foundation Trust"),
        ("Alan Burns", "chair", "University Hospitals of Northamptonshire NHS Group"),
    ]


def test_the_meeting_in_leicester_its_chair_and_three_speakers():
    found = event(LEADERSHIP)
    assert (found.host, found.place) == ("NHS Arden and GEM", "St Johns House, Leicester")
    assert found.publication.date == ""
    trust = "Nottingham University Hospitals NHS Trust"
    assert speakers(found, "chair") == [("Tim Guyler", "Assistant Chief Executive", trust)]
    assert speakers(found) == [
        ("Sohaib Khalid", "Managing Director", "Black Country Provider Collaborative"),
        ("Rachel Redgrave", "Managing Director", "East Midlands IMPACT"),
        ("", "", "NHS England"),
    ]


def test_the_event_of_december_2023_has_no_host_and_five_presentations():
    found = event(EVENT)
    assert (found.publication.date, found.host, found.place) == ("2023-12-05", "", "")
    presented = list(found.speakers.filter(part="speaker").values_list("name", "topic"))
    assert presented == [
        ("Stewart Duffy", "Provider Collaboratives – Governance and Legal Arrangements"),
        ("Emily Newton", "The Evolution of Provider Collaboratives"),
        ("Zoe Bond", "Next Steps for National Policy and Support for Provider Collaboratives"),
        (
            "Sarah Sams",
            "Children and Young People Mental Health Inpatient Services Provider Collaborative",
        ),
        ("Anthony May OBE DL", "Nottingham and Nottinghamshire Provider Collaborative at Scale"),
        ("Claire Culverhouse", "Nottingham and Nottinghamshire Provider Collaborative at Scale"),
    ]


def test_its_panel_had_five_members():
    panel = speakers(event(EVENT), "panel")
    assert [name for name, *_ in panel] == [
        "Stewart Duffy",
        "Kawan Patel",
        "Sarah Sams",
        "Anthony May",
        "Claire Culverhouse",
    ]
    assert panel[1] == ("Kawan Patel", "Deputy Director, Provider Policy", "NHS England")


def test_speakers_addresses_are_those_printed():
    printed = event(EVENT).speakers.exclude(email="").values_list("name", "email")
    assert dict(printed) == {
        "Stewart Duffy": "stewart.duffy@weightmans.com",
        "Emily Newton": "emily.newton@nhsproviders.org",
    }


def test_every_speaker_has_a_source_in_what_came_of_the_event():
    for found in Event.objects.exclude(came_of_it=None):
        assert all(cites(speaker, found.came_of_it.slug) for speaker in found.speakers.all())
