"""How gunicorn serves the portal. What differs between sites comes from the environment."""

import importlib
import os
import sys

from django.core.exceptions import ImproperlyConfigured

wsgi_app = "collabportal.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1") + ":" + os.environ.get("PORT", "8000")

# Threads keep slow readers and long downloads from holding up the others.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 8
preload_app = False  # a connection pool does not survive a fork

# A thread that is busy does not count against the timeout: a worker that stopped answering does.
timeout = 60
graceful_timeout = 30
keepalive = 5

# Longer addresses and headers are answered with an error at once.
limit_request_line = 8190
limit_request_fields = 100
limit_request_field_size = 8190

# Django alone decides which proxies to believe (TRUST_PROXY).
forwarded_allow_ips = ""
control_socket_disable = True

accesslog = os.environ.get("ACCESS_LOG") or None
errorlog = "-"


def on_starting(server):
    """Refuse bad settings once, in one line, before any worker is started."""
    try:
        importlib.import_module("collabportal.settings")
    except ImproperlyConfigured as problem:
        sys.exit(f"Not started: {problem}")


def when_ready(server):
    print(f"\nServing on http://{bind}  (Ctrl+C stops it)\n", flush=True)  # noqa: T201
