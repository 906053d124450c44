"""Persons who were compared with whoever is alike."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds a table of the index."""

    dependencies = (("store", "0009_intake"),)
    operations = (
        migrations.CreateModel(
            name="IndexCompared",
            fields=[
                ("person", models.CharField(max_length=13, primary_key=True, serialize=False)),
            ],
        ),
    )
