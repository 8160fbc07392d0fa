"""What machines look for at fixed addresses: every page, who may read it, whom to tell of holes."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casestudies.models import CaseStudy
from directory.models import Collaborative, GovernanceModel, Organisation, Region, System, Theme
from insights.models import Survey
from library.models import Publication

SECURITY_CONTACT_HOLDS = timedelta(days=180)


class Lists(Sitemap):
    """The home page, the lists and the service pages."""

    names = (
        "home",
        "collaboratives",
        "organisations",
        "innovators",
        "case-studies",
        "outcomes",
        "governance",
        "governance-choose",
        "governance-compare",
        "insights",
        "insights/findings",
        "landscape",
        "maturity",
        "resources",
        "board-questions",
        "data",
        "updates",
        "about",
        "accessibility",
        "privacy",
    )

    def items(self):
        return self.names

    def location(self, name):
        return reverse(name)


class Things(Sitemap):
    """Every page of one kind of thing."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return list(self.model.objects.order_by("slug"))


class PublishedThings(Things):
    """Every page of one kind of thing that curators publish, with the day it was last edited."""

    def items(self):
        return list(self.model.objects.published().order_by("slug"))

    def lastmod(self, thing):
        return thing.updated


PUBLISHED = (Collaborative, Organisation, GovernanceModel, CaseStudy, Survey, Publication)
SITEMAPS = {
    "lists": Lists(),
    **{model._meta.model_name: PublishedThings(model) for model in PUBLISHED},
    **{model._meta.model_name: Things(model) for model in (Region, System, Theme)},
}


@require_safe
def robots(request):
    """Everything but the curators' part may be read and indexed."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return plain(["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {sitemap}"])


@require_safe
def security(request):
    """Where to report a vulnerability, as RFC 9116 has it."""
    page = request.build_absolute_uri(reverse("about")) + "#security"
    expires = timezone.localdate() + SECURITY_CONTACT_HOLDS
    mailbox = [f"Contact: mailto:{settings.CONTACT_EMAIL}"] if settings.CONTACT_EMAIL else []
    return plain(
        [
            *mailbox,
            f"Contact: {page}",
            f"Expires: {expires}T00:00:00Z",
            "Preferred-Languages: en",
            f"Canonical: {request.build_absolute_uri(reverse('security'))}",
        ]
    )


def plain(lines):
    """Lines of plain text as a response."""
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
