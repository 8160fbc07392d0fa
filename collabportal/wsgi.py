"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collabportal.settings")

application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 - read now, so that the first reader does not wait for it
