"""Table of contents: every address of the library."""

from django.urls import path

from browse.urls import export_urls, list_urls

from . import views
from .lists import BoardQuestionList, ResourceList

RESOURCES = [
    *list_urls(ResourceList()),
    path("resources/<slug:slug>/", views.resource, name="resource"),
]

BOARD_QUESTIONS = [
    path("board-questions/", views.board_questions, name="board-questions"),
    *export_urls(BoardQuestionList()),
]

urlpatterns = [*RESOURCES, *BOARD_QUESTIONS]
