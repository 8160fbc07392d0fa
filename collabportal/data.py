"""The page on the data: what every download holds, under which terms, and how to cite it."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from browse.dictionary import dictionary
from browse.exports import JOINER
from browse.models import last_change
from browse.views import site_of
from casestudies.lists import CaseStudyList, OutcomeList
from directory.lists import CollaborativeList, OrganisationList
from insights.lists import FindingList, LandscapeFiles
from library.lists import BoardQuestionList, ResourceList
from maturity.lists import SubdomainList

LISTINGS = (
    CollaborativeList(),
    OrganisationList(),
    CaseStudyList(),
    OutcomeList(),
    FindingList(),
    LandscapeFiles(),
    SubdomainList(),
    ResourceList(),
    BoardQuestionList(),
)


@require_safe
def data(request):
    """The data dictionary, with every download."""
    changed = last_change(getattr(request, "data_version", None))
    context = {
        "tables": dictionary(LISTINGS),
        "changed": changed and timezone.localtime(changed),
        "site": site_of(request),
        "today": timezone.localdate(),
        "joiner": JOINER,
    }
    return TemplateResponse(request, "pages/data.jinja", context)
