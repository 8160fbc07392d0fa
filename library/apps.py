from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Publications and events, questions for boards, and the places in sources that facts cite."""

    name = "library"
    verbose_name = "Library"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # every change raises the data version
    fixture_files = ("publications.yaml", "resources.yaml", "events.yaml", "board_questions.yaml")
    filled_models = (
        "Publication",
        "Event",
        "Speaker",
        "BoardTopic",
        "BoardQuestion",
        "BoardQuestionLink",
    )

    def ready(self):
        from . import documents  # noqa: F401 - what words find registers itself
