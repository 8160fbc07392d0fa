"""What collaboratives did and learned, and the numbers they gave."""

from .cases import CaseStudy, Section, Voice
from .outcomes import Outcome

__all__ = ["CaseStudy", "Outcome", "Section", "Voice"]
