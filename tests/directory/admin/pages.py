"""What a curator's browser sends back: the page as it was shown, with what they changed."""

from django.urls import reverse


def address(thing, page="change"):
    return reverse(
        f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{page}", args=[thing.pk]
    )


def list_of(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


class Page(dict):
    """The values of every field of a form as it was shown, by name."""

    def __init__(self, client, where):
        super().__init__()
        self.client = client
        self.where = where if isinstance(where, str) else address(where)
        self._read(client.get(self.where))

    def _read(self, response):
        assert response.status_code == 200, response
        self.response = response
        self._fill(response.context["adminform"].form)
        self.formsets = {
            inline.formset.prefix: inline.formset
            for inline in response.context["inline_admin_formsets"]
        }
        for formset in self.formsets.values():
            self._fill(formset.management_form)
            for form in formset.forms:
                self._fill(form)

    def _fill(self, form):
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                self[field.html_name] = "on" if value is True else value

    def row_of(self, thing):
        """The beginning of the names of the fields of the row that shows this fact."""
        for formset in self.formsets.values():
            for form in formset.initial_forms:
                if form.instance == thing:
                    return form.prefix
        raise LookupError(thing)

    def change(self, thing, **values):
        """Write other values into the row that shows this fact."""
        row = self.row_of(thing)
        self.update({f"{row}-{name}": value for name, value in values.items()})

    def add(self, prefix, **values):
        """A new row."""
        number = int(self[f"{prefix}-TOTAL_FORMS"])
        self[f"{prefix}-TOTAL_FORMS"] = number + 1
        self.update({f"{prefix}-{number}-{name}": value for name, value in values.items()})

    def save(self, client=None, **extra):
        """Send it."""
        return (client or self.client).post(self.where, {**self, **extra})


def text_of(response):
    return response.content.decode()


def messages_of(response):
    """What the curator is told on the next page."""
    return [str(message) for message in response.context["messages"]]
