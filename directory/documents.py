"""The words collaboratives, organisations, places, themes and the guide are found by."""

from browse.documents import Searchable, Words
from library.dates import display_date

from .models import (
    Collaborative,
    CollaborativeAlias,
    GovernanceArrangement,
    GovernanceModel,
    GovernancePoint,
    Interest,
    Membership,
    Organisation,
    OrganisationAlias,
    OrganisationSuccession,
    Region,
    System,
    SystemSuccession,
    Theme,
)


def of_itself(row):
    return [row.pk]


def of_its_collaborative(row):
    return [row.collaborative_id]


def collaboratives_with(path):
    """From a row to the keys of the collaboratives it is part of, by this lookup path."""

    def touched(row):
        found = Collaborative.objects.filter(**{path: row.pk})
        return list(found.values_list("pk", flat=True).distinct())

    return touched


of_its_members_collaboratives = collaboratives_with("memberships__organisation")


class CollaborativeWords(Searchable):
    """Names and aliases; then summary, systems, members, interests, themes, governance models."""

    listing = "collaboratives"
    model = Collaborative
    noun = ("collaborative", "collaboratives")
    place = 10
    address = "/collaboratives/"
    sources = {
        Collaborative: of_itself,
        CollaborativeAlias: of_its_collaborative,
        Membership: of_its_collaborative,
        Interest: of_its_collaborative,
        GovernanceArrangement: of_its_collaborative,
        Organisation: of_its_members_collaboratives,
        OrganisationAlias: lambda row: of_its_members_collaboratives(row.organisation),
        GovernanceModel: collaboratives_with("arrangements__governance_model"),
        System: collaboratives_with("systems"),
        Theme: collaboratives_with("interests__themes"),
    }

    def relations(self):
        """A collaborative is found by its systems, an interest by its themes."""
        return (Collaborative.systems.through, Interest.themes.through)

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        found = Collaborative.objects.filter(pk__in=keys).prefetch_related(
            "aliases",
            "systems",
            "memberships__organisation__aliases",
            "interests__themes",
            "arrangements__governance_model",
        )
        for collaborative in found:
            yield Words(
                collaborative.pk,
                [collaborative.name, collaborative.short_name, *_aliases(collaborative)],
                list(_body(collaborative)),
            )


def _aliases(entry):
    return [alias.name for alias in entry.aliases.all()]


def _body(collaborative):
    yield collaborative.summary
    for system in collaborative.systems.all():
        yield from [system.name, system.short_name]
    for membership in collaborative.memberships.all():
        member = membership.organisation
        if member.is_published:
            yield from [member.name, member.short_name, *_aliases(member)]
    for interest in collaborative.interests.all():
        yield interest.text
        yield from (theme.name for theme in interest.themes.all())
    for arrangement in collaborative.arrangements.all():
        if arrangement.governance_model.is_published:
            yield arrangement.governance_model.name


class OrganisationWords(Searchable):
    """Names, former names and code; then kind, note, and what it became."""

    listing = "organisations"
    model = Organisation
    noun = ("organisation", "organisations")
    place = 20
    address = "/organisations/"
    sources = {
        Organisation: lambda row: [row.pk, *row.predecessors.values_list("pk", flat=True)],
        OrganisationAlias: lambda row: [row.organisation_id],
        OrganisationSuccession: lambda row: [row.predecessor_id],
    }

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        found = Organisation.objects.filter(pk__in=keys).prefetch_related("aliases", "successors")
        for organisation in found:
            names = [organisation.name, organisation.short_name, organisation.ods_code]
            body = [organisation.get_kind_display(), organisation.note]
            body += [each.name for each in organisation.successors.all() if each.is_published]
            yield Words(organisation.pk, [*names, *_aliases(organisation)], body)

    def hit(self, row):
        """Its name, its page, and its kind with what a reader should know of it."""
        code = f"ODS code {row.ods_code}" if row.ods_code else ""
        text = ". ".join(filter(None, [row.get_kind_display(), code, row.note]))
        return row.name, row.get_absolute_url(), text


class RegionWords(Searchable):
    """Its name and code."""

    listing = "regions"
    model = Region
    noun = ("region", "regions")
    place = 22
    sources = {Region: of_itself}

    def hit(self, row):
        """Its name, its page, and what it is."""
        return row.name, row.get_absolute_url(), f"NHS England region, code {row.ods_code}"

    def words_of(self, keys):
        """Its own row only."""
        for region in Region.objects.filter(pk__in=keys):
            yield Words(region.pk, [region.name, region.ods_code])


class SystemWords(Searchable):
    """Names and code; then its region, and what it became."""

    listing = "systems"
    model = System
    noun = ("integrated care system", "integrated care systems")
    place = 24
    sources = {
        System: lambda row: [row.pk, *row.predecessors.values_list("pk", flat=True)],
        Region: lambda row: list(row.systems.values_list("pk", flat=True)),
        SystemSuccession: lambda row: [row.predecessor_id],
    }

    def public(self):
        """All of them by name, closed ones included, with their regions."""
        return super().public().select_related("region")

    def hit(self, row):
        """Its name, its page, where it is, and its last day if one is known."""
        last = f". Last day: {display_date(row.closed)}" if row.closed else ""
        return row.name, row.get_absolute_url(), f"{row.region.name}, code {row.ods_code}{last}"

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        found = System.objects.filter(pk__in=keys).select_related("region")
        for system in found.prefetch_related("successors"):
            names = [system.name, system.short_name, system.ods_code]
            became = [successor.name for successor in system.successors.all()]
            yield Words(system.pk, names, [system.region.name, *became])


class ThemeWords(Searchable):
    """Its name; then what it is about."""

    listing = "themes"
    model = Theme
    noun = ("theme", "themes")
    place = 26
    sources = {Theme: of_itself}

    def hit(self, row):
        """Its name, its page, and what it is about."""
        return row.name, row.get_absolute_url(), row.description

    def words_of(self, keys):
        """Its own row only."""
        for theme in Theme.objects.filter(pk__in=keys):
            yield Words(theme.pk, [theme.name], [theme.description])


class GovernanceModelWords(Searchable):
    """Its name; then all that the guide says of it."""

    listing = "governance"
    model = GovernanceModel
    noun = ("page of the governance guide", "pages of the governance guide")
    place = 50
    sources = {GovernanceModel: of_itself}

    def words_of(self, keys):
        """Its own text only."""
        for model in GovernanceModel.objects.filter(pk__in=keys):
            body = [model.get_family_display(), model.summary, model.decisions, model.legal_basis]
            yield Words(model.pk, [model.name], [*body, model.fits, model.limits])


class GovernancePointWords(Searchable):
    """Its name; then the point, its subject and the model it is about."""

    listing = "governance-points"
    model = GovernancePoint
    noun = ("point of the governance guide", "points of the governance guide")
    place = 60
    sources = {
        GovernancePoint: of_itself,
        GovernanceModel: lambda row: list(row.points.values_list("pk", flat=True)),
    }

    def public(self):
        """What readers may see, with the page each stands on."""
        points = GovernancePoint.objects.published().select_related("governance_model")
        return points.order_by("name")

    def hit(self, row):
        """Its name, where it stands, and the point itself."""
        return row.name, row.get_absolute_url(), row.text

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        points = GovernancePoint.objects.filter(pk__in=keys).select_related("governance_model")
        for point in points:
            about = point.governance_model
            body = [point.text, point.note, point.get_kind_display()]
            yield Words(point.pk, [point.name], [*body, about.name if about else ""])
