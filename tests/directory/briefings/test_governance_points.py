"""What the briefings say of governing together, beside the models themselves."""

import pytest

from directory.models import GovernancePoint

from .reading import EVENT

pytestmark = pytest.mark.django_db

# By subject: the heading of the slide, and a word of each thing it lists.
SLIDES = [
    ("type", "Provider Collaboratives – Types", "Sector, One system, Across systems, Wider"),
    (
        "relationship",
        "Provider Collaboratives – Relationships",
        "commission, several, providers, Councils",
    ),
    ("enabler", "Key Enablers", "Leadership, objectives, Trust, Clinical, capacity, staff"),
    (
        "capability",
        "Core Capabilities (per NHSE/I)",
        "Partnership, Programme, Shared governance, Peer, Joined-up, Quality improvement",
    ),
    (
        "resourcing",
        "Provider Collaboratives – Resourcing",
        "savings, Staff may, Project, Executives, Support staff",
    ),
    ("example", "Examples", "Pathology, Procurement, Consolidated"),
    (
        "principle",
        "Governance Issues",
        "Proportionate, vision, effectively, Local, dispute, across systems",
    ),
    ("conflict-of-interest", "Governance Issues", "Conflicts of interest"),
    (
        "decision-making",
        "Strong decision-making (per NHSE/I)",
        "only those affected, Locked gateways, Majority, dispute",
    ),
    (
        "accountability",
        "Accountabilities and Oversight",
        "own arrangements, risk and gain, community, commissioned",
    ),
    (
        "accountability",
        "Accountability",
        "sovereign, own boards, liabilities, Care Quality Commission",
    ),
    ("committee", "Committees", "advisory, individuals, in common, joint committee, statutory"),
    ("committee", "Committees in Common", "its own, Coincidence, agenda"),
    (
        "committee",
        "Joint Committees",
        "single, not employees, representatives, voting members, NHS trusts, section 75",
    ),
    ("delegation", "Delegation – General", "sub-committee, lead commissioner, joint committee"),
    (
        "delegation",
        "Delegating and joint exercise arrangements",
        "65Z5, not directors, 65Z6",
    ),
    (
        "pooled-fund",
        "Pooled Funds",
        "section 75, manage it, functions, shortfall, host, authorise, reported, ends",
    ),
    (
        "limitation",
        "Limitations on Delegation",
        "remuneration, audit, consolidated accounts, over 40",
    ),
    (
        "risk",
        "Risks",
        "complex, commissioner and provider, regulation, poorly, boards, understand, Mission creep"
        ", enmeshed, non-executive, schemes of delegation, constitution, binds",
    ),
    ("power", "Powers to participate in companies", "NHS trusts, Foundation trusts"),
    ("joint-post", "Joint posts or Group posts", "share leaders, constitution"),
    ("oversight", "Authority and Oversight", "Clarity, Stress-testing, Boundaries, Reporting"),
    (
        "council-of-governors",
        "Council of Governors",
        "same duties, public, significant, Mergers, diligent, early",
    ),
    (
        "fit-and-proper-person",
        "Fit and Proper Person",
        "liable, Appointees, oversight, disclosed",
    ),
    ("individual-accountability", "Individual Accountability", "Disciplin, seconded"),
    (
        "lesson",
        "Governance",
        "memorandum, Distributed, director post, chief executives, evolves, delegation, "
        "Workstreams, outside, mental health alliances",
    ),
]


def points(kind, heading):
    place = {"citations__publication__slug": EVENT, "citations__locator__endswith": f": {heading}"}
    return GovernancePoint.objects.published().filter(kind=kind, **place)


@pytest.mark.parametrize(("kind", "heading", "told"), SLIDES)
def test_everything_a_slide_lists_is_told(kind, heading, told):
    text = " ".join(f"{p.name} {p.text}" for p in points(kind, heading)).casefold()
    assert text
    assert [word for word in told.casefold().split(", ") if word not in text] == []


def test_six_things_are_agreed_before_money_is_pooled():
    agreed = GovernancePoint.objects.filter(kind="pooled-fund", name__startswith="To agree, ")
    assert [point.name.split(":")[0] for point in agreed.order_by("order")] == [
        f"To agree, {n} of 6" for n in range(1, 7)
    ]


def test_both_slides_of_risks_are_told():
    assert points("risk", "Risks").count() == 12


@pytest.mark.parametrize(
    ("slug", "right", "printed"),
    [
        ("exempt-from-the-directors-rule", "section 65Z6 of the NHS Act 2006", "NHSA 2022"),
        ("new-context-same-duties", "Health and Care Act 2022", "2022 Act"),
        ("project-management", "resources it needs", "Well resources"),
        ("partnership-building", "partnerships", "NHSE/I"),
    ],
)
def test_a_slip_is_put_right_and_noted(slug, right, printed):
    point = GovernancePoint.objects.get(slug=slug)
    assert right in point.text
    assert printed not in point.text
    assert printed in point.note


def test_no_section_is_ascribed_to_the_act_of_2022():
    texts = GovernancePoint.objects.values_list("text", flat=True)
    assert not [text for text in texts if "65Z" in text and "NHS Act 2006" not in text]


@pytest.mark.parametrize(
    ("slug", "model"),
    [
        ("bound-without-a-delegation", "joint-committee"),
        ("no-joint-remuneration-committees", "joint-committee"),
        ("coincidence-not-combination", "committees-in-common"),
        ("what-constitutions-require", "shared-leadership"),
        ("nhs-trusts-and-companies", "corporate-joint-venture"),
        ("mission-creep", None),
        ("the-old-split-comes-back", None),
    ],
)
def test_a_point_stands_with_the_model_it_is_about(slug, model):
    about = GovernancePoint.objects.get(slug=slug).governance_model
    assert (about and about.slug) == model


def test_what_the_guidance_of_2021_expected_of_scale_is_told():
    point = GovernancePoint.objects.get(slug="benefits-expected-of-scale")
    for benefit in ("variation", "resilience", "staff", "low-volume", "economies of scale"):
        assert benefit in point.text


def test_every_point_is_published_with_a_source():
    points = GovernancePoint.objects.all()
    assert points.count() > 140
    assert not points.exclude(status="published").exists()
    assert not points.filter(citations=None).exists()
