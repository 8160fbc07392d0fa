"""Reading settings from the environment, and refusing what cannot be meant."""

from django.core.exceptions import ImproperlyConfigured
from environ import Env

env = Env()

TRUE = {"1", "on", "true", "yes"}
FALSE = {"0", "off", "false", "no"}

SHORTEST_SECRET = 50
DEFAULT_SECRETS = ("django-insecure", "insecure", "change", "secret", "example", "replace")


def switch(name, default):
    """A setting that is on or off: anything else stops the start."""
    value = env.str(name, default="").strip().lower()
    if value not in TRUE | FALSE | {""}:
        raise ImproperlyConfigured(f"{name} must be on or off, not {value!r}.")
    return value in TRUE if value else default


def whole_number(name, default, at_least=0):
    """A setting that is a count."""
    value = env.str(name, default="").strip()
    if value and not (value.isdecimal() and int(value) >= at_least):
        raise ImproperlyConfigured(f"{name} must be a whole number from {at_least}, not {value!r}.")
    return int(value) if value else default


def secret(name, debug):
    """The key that signs sessions: whoever can guess it can sign in as anyone."""
    value = env.str(name, default="")
    if debug:
        return value or "insecure: for development only"
    if not value:
        raise ImproperlyConfigured(
            f"{name} is missing: set it to {SHORTEST_SECRET} random characters."
        )
    if len(value) < SHORTEST_SECRET or len(set(value)) < 5:
        raise ImproperlyConfigured(
            f"{name} is too short: set it to {SHORTEST_SECRET} random characters."
        )
    if value.lower().startswith(DEFAULT_SECRETS):
        raise ImproperlyConfigured(
            f"{name} is a default: set it to {SHORTEST_SECRET} random characters."
        )
    return value


def address(name, default, schemes):
    """Where another service is."""
    value = env.str(name, default="") or default
    if not value.startswith(tuple(schemes)):
        raise ImproperlyConfigured(f"{name} must begin with {' or '.join(schemes)}.")
    return value


def database(name, default, pool_size):
    """How to reach the database so that curators' writes are neither refused nor lost."""
    config = env.db_url_config(
        address(name, default, ["sqlite:///", "postgres://", "postgresql://"])
    )
    if config["ENGINE"].endswith("sqlite3"):
        return config | SQLITE
    options = config.get("OPTIONS", {}) | {"pool": postgresql_pool(pool_size)}
    return config | {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


# Writers queue for their turn instead of failing as locked, and a write that has been
# acknowledged is on the disk.
SQLITE = {
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    },
}


def postgresql_pool(size):
    """At most so many connections; a server that was away is found again within seconds.

    The wait is short: while the server is away every request in vain holds a thread that long.
    """
    return {"min_size": 1, "max_size": size, "timeout": 2, "reconnect_timeout": 5}


def cache(name, default):
    """One cache for the process, or one that several machines share."""
    config = env.cache_url_config(
        address(name, default, ["locmemcache://", "redis://", "rediss://"])
    )
    if config["BACKEND"].endswith("LocMemCache"):
        return config | {"OPTIONS": {"MAX_ENTRIES": 2000}}
    return config | {"OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1}}
