"""One of each thing that has a page, of the directory and of every app above it."""

from tests.casestudies import factories as casestudies
from tests.directory import factories as directory
from tests.insights import factories as insights
from tests.maturity import factories as maturity


def one_of_everything():
    """Everything that pages are made of, by the factories' own names."""
    entry = directory.one_of_everything()
    casestudies.one_of_everything(entry)
    insights.one_of_everything()
    maturity.one_of_everything()
    return entry
