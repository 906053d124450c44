"""What is sealed, and who opened it."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("store", "0010_compared")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="Sealed",
            fields=[
                ("id", KEY.clone()),
                ("key", models.CharField(max_length=33, unique=True)),
                ("kind", models.TextField()),
                ("record", models.TextField(null=True)),
                ("field", models.TextField()),
                ("version", models.PositiveIntegerField()),
                ("wrapped", models.BinaryField()),
                ("content", models.BinaryField()),
                ("mark", models.CharField(max_length=64, null=True)),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Rewrapping",
            fields=[
                ("id", KEY.clone()),
                ("version", models.PositiveIntegerField()),
                ("wrapped", models.BinaryField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "sealed",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="rewrappings", to="store.sealed"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                ("id", KEY.clone()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "sealed",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="openings", to="store.sealed"
                    ),
                ),
            ],
        ),
    ]
