"""The directory's filter lists."""

from collections import defaultdict

from django.db.models import Exists, OuterRef
from django.utils import timezone

from browse.listing import Listing, Sort

from .exports import COLLABORATIVES, INTERESTS, MEMBERS, ORGANISATIONS
from .filters import CollaborativeFilter, OrganisationFilter
from .models import Collaborative, Membership, Organisation, Statement
from .models.collaboratives import CollaborativeQuerySet
from .models.organisations import OrganisationQuerySet
from .rows import STATED


class CollaborativeList(Listing):
    """Every published collaborative."""

    name = "collaboratives"
    noun = ("collaborative", "collaboratives")
    title = "Collaboratives"
    search_hint = "A name, member, place or subject, such as NENC or workforce"
    address = "/collaboratives/"
    template = "directory/collaborative_list.jinja"
    filterset = CollaborativeFilter
    shown_facets = ("region", "system", "sector", "governance", "member")
    tables = (COLLABORATIVES, MEMBERS, INTERESTS)
    sorts = {
        "name": Sort("Name (A to Z)", ("name", "pk")),
        "-name": Sort("Name (Z to A)", ("-name", "-pk")),
        "-members": Sort(
            "Most members first",
            ("-member_count", "name", "pk"),
            CollaborativeQuerySet.with_member_count,
        ),
        "-verified": Sort("Most recently verified first", ("-last_verified", "name", "pk")),
        "-updated": Sort("Most recently updated first", ("-updated", "name", "pk")),
    }

    def entries(self):
        """Published collaboratives."""
        return Collaborative.objects.published()

    def results(self, keys):
        """Each collaborative's own fields, and what sources state of its members and governance."""
        rows = Collaborative.objects.published_among(keys).order_by()
        fields = ("pk", "slug", "name", "short_name", "summary")
        results = {row["pk"]: {**row, "stated": defaultdict(list)} for row in rows.values(*fields)}
        stated = Statement.objects.filter(
            collaborative__in=list(results), field__in=STATED
        ).order_by("pk")
        for key, field, value in stated.values_list("collaborative", "field", "value"):
            results[key]["stated"][field].append(value)
        return results


class OrganisationList(Listing):
    """Every published organisation, closed ones included."""

    name = "organisations"
    noun = ("organisation", "organisations")
    title = "Organisations"
    search_hint = "A name, former name or ODS code, such as ELFT or RX4"
    address = "/organisations/"
    template = "directory/organisation_list.jinja"
    filterset = OrganisationFilter
    shown_facets = ("kind", "region", "system")
    tables = (ORGANISATIONS,)
    sorts = {
        "name": Sort("Name (A to Z)", ("name", "pk")),
        "-name": Sort("Name (Z to A)", ("-name", "-pk")),
        "-collaboratives": Sort(
            "In most collaboratives first",
            ("-place_count", "name", "pk"),
            OrganisationQuerySet.with_place_count,
        ),
    }

    def entries(self):
        """Published organisations, knowing whether they are open and in a collaborative today."""
        memberships = Membership.objects.published().current(timezone.localdate())
        return (
            Organisation.objects.published()
            .with_closing()
            .annotate(is_collaborating=Exists(memberships.filter(organisation=OuterRef("pk"))))
        )

    def results(self, keys):
        """Each organisation's own fields and the number of collaboratives it is in."""
        rows = Organisation.objects.published().filter(pk__in=keys).order_by()
        rows = rows.with_place_count().with_closing()
        fields = (
            "pk", "slug", "name", "short_name", "ods_code", "kind", "is_closed", "place_count",
        )  # fmt: skip
        return {row["pk"]: row for row in rows.values(*fields)}
