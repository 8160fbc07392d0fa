"""What lists in the admin are filtered by."""

from django.contrib import admin


class UsedFilter(admin.RelatedOnlyFieldListFilter):
    """By things that are in use; they are read once a page, though counting asks for them often."""

    def field_choices(self, field, request, model_admin):
        read = vars(request).setdefault("filter_choices", {})
        name = (field.model, field.name)
        if name not in read:
            read[name] = super().field_choices(field, request, model_admin)
        return read[name]
