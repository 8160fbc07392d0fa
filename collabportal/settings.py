"""Every setting comes from the environment; docs/deploying.md lists them.

Without any, the portal is a production site that refuses to start until it has a secret:
what is convenient has to be asked for (`DEBUG=on`), what is safe does not.
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from jinja2 import ChainableUndefined

from collabportal.environment import cache, database, env, secret, switch, whole_number

BASE_DIR = Path(__file__).resolve().parent.parent

# --- How this site is run ---------------------------------------------------------------------

DEBUG = switch("DEBUG", default=False)
SECRET_KEY = secret("SECRET_KEY", DEBUG)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Readers reach the site over TLS. Off only for a site on one's own machine.
SECURE = switch("SECURE", default=not DEBUG)

# How many reverse proxies stand in front. Their headers are believed only when there are some.
TRUST_PROXY = whole_number("TRUST_PROXY", default=0)

# The logo is for NHS bodies, under licence.
NHS_LOGO = switch("NHS_LOGO", default=False)

# Where readers can report a mistake or ask to have their details removed; shown if set.
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="").strip()

# --- What it is made of -----------------------------------------------------------------------

INSTALLED_APPS = [
    "collabportal",
    "insights",
    "maturity",
    "casestudies",
    "directory",
    "library",
    "browse",
    "collabportal.curators_site.CuratorsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "simple_history",
    "django_filters",
    "axes",
]

MIDDLEWARE = [
    # First: answers even when the host is unknown or the database away.
    "collabportal.health.HealthMiddleware",
    # Around all that makes a page, so that a stored one costs none of it.
    "collabportal.stored_pages.StoredPagesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "collabportal.security.PermissionsPolicyMiddleware",
    "collabportal.csp.PortalCSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "collabportal.errors.ReadOnlyMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "collabportal.errors.DatabaseAwayMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "collabportal.urls"
WSGI_APPLICATION = "collabportal.wsgi.application"

TEMPLATES = [
    {
        # Public pages.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "jinja"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "collabportal.jinja.environment",
            "undefined": ChainableUndefined,  # the NHS macros read parameters that are not given
        },
    },
    {
        # The admin's pages.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "django"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Where things are kept --------------------------------------------------------------------

# As many connections as gunicorn has threads, so that a slow download keeps nobody waiting.
DATABASES = {
    "default": database(
        "DATABASE_URL",
        default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}",
        pool_size=whole_number("DATABASE_POOL", default=8, at_least=1),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": cache("CACHE_URL", default="locmemcache://")}

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static" / "build"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "collabportal.storage.HashedStaticFilesStorage"
    },
}

# --- Who may sign in --------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# Locked for an account at an address, so that nobody can lock a curator out from elsewhere.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "collabportal.security.client_address"
AXES_LOCKOUT_CALLABLE = "collabportal.errors.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # addresses of people who did nothing wrong are not ours to keep
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- What browsers are told -------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # The NHS page template's one inline script, which says that scripts run.
        "script-src": [SELF, "'sha256-tDOvXJi1PXbg0CWjLCCYSNHRXtps26K4JXkE3M6u/c0='"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": SECURE,
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CSRF_FAILURE_VIEW = "collabportal.errors.csrf_failure"

if SECURE:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    # Browsers accept this prefix only over TLS, for this host alone.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a large collaborative's members, each with its sources

# --- Language, time and log -------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO").upper()},
}
