"""The controlled words that exports hold, read when somebody asks which there are."""

from .models import GovernanceModel, Region, Sector, System, Theme


def names_of(entries):
    """A function that reads the names of what this function gives."""
    return lambda: tuple(entries().values_list("name", flat=True))


REGIONS = names_of(Region.objects.all)
SYSTEMS = names_of(System.objects.all)
SECTORS = names_of(Sector.objects.all)
THEMES = names_of(Theme.objects.all)
GOVERNANCE_MODELS = names_of(GovernanceModel.objects.published)
