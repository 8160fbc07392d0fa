"""Case studies and their parts for tests, as the directory's factories make its rows."""

from casestudies.models import CaseStudy, Outcome, Section, Voice
from tests.directory.factories import citation, entry, fact

__all__ = ["case_study", "citation", "one_of_everything", "outcome", "section", "voice"]


def one_of_everything(collaborative):
    """A case study of this collaborative with one of all that case studies have."""
    case = case_study(collaboratives=[collaborative])
    section(case)
    voice(case)
    outcome(case, collaborative=collaborative)
    return case


def case_study(name="Sharing staff", *, published=True, **fields):
    given = {"summary": f"What {name} tells.", **fields}
    return entry(CaseStudy, name, published, **given)


def section(case, text="They began with small things.", **fields):
    given = {"kind": Section.Kind.APPROACH, **fields}
    return fact(Section, case_study=case, text=text, **given)


def voice(case, name="Ann Example", **fields):
    given = {"role": "Managing director", "gist": "That talking helps.", **fields}
    return fact(Voice, case_study=case, name=name, **given)


def outcome(case=None, measure="Staff who move", **fields):
    given = {
        "slug": measure.lower().replace(" ", "-"),
        "case_study": case,
        "measure": measure,
        "unit": "people",
        "nature": Outcome.Nature.RESULT,
        "reported_by": "Somebody",
        **fields,
    }
    if not {"before", "after", "change"} & given.keys():
        given["after"] = "12"
    return fact(Outcome, **given)
