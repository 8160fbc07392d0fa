"""What was asked and found, and the national figures that others have stated."""

from .figures import NationalFigure
from .surveys import Finding, Question, Survey

__all__ = ["Finding", "NationalFigure", "Question", "Survey"]
