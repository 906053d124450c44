"""Imports of lists, decisions about reports, what waits to be read, and copies of reports."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def position(name: str) -> dict[str, list[models.BaseConstraint]]:
    """A part of an edition stands in one place."""
    unique = models.UniqueConstraint(fields=("edition", "position"), name=f"{name}_position")
    return {"constraints": [unique]}


class Migration(migrations.Migration):
    dependencies = [  # noqa: RUF012 - as Django writes them
        ("store", "0008_roles"),
        ("store", "0008_index"),
    ]

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="ListImport",
            fields=[
                ("id", KEY.clone()),
                ("source", models.TextField(db_index=True)),
                ("status", models.TextField()),
                ("rows", models.PositiveIntegerField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="imports", to="store.document"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ListColumn",
            fields=[
                ("id", KEY.clone()),
                ("position", models.PositiveIntegerField()),
                ("header", models.TextField()),
                ("field", models.TextField()),
                (
                    "edition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        related_name="columns",
                        to="store.listimport",
                    ),
                ),
            ],
            options=position("listcolumn"),
        ),
        migrations.CreateModel(
            name="ListRow",
            fields=[
                ("id", KEY.clone()),
                ("position", models.PositiveIntegerField()),
                ("sheet", models.TextField()),
                ("number", models.PositiveIntegerField()),
                ("outcome", models.CharField(max_length=16)),
                ("identity", models.CharField(max_length=64)),
                ("replaces", models.CharField(max_length=64)),
                ("named", models.CharField(max_length=64)),
                ("content", models.CharField(max_length=64)),
                ("claim", models.TextField()),
                (
                    "edition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        related_name="changes",
                        to="store.listimport",
                    ),
                ),
            ],
            options=position("listrow"),
        ),
        migrations.CreateModel(
            name="ReportDecision",
            fields=[
                ("id", KEY.clone()),
                ("verdict", models.CharField(max_length=16)),
                ("other", models.CharField(max_length=64, null=True)),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="report_decisions", to="store.document"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("id", KEY.clone()),
                ("name", models.TextField()),
                ("url", models.TextField(null=True)),
                ("media_type", models.TextField(null=True)),
                ("digest", models.CharField(max_length=64, null=True)),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("state", models.CharField(db_index=True, max_length=16)),
                ("started", models.DateTimeField(null=True)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("document", models.CharField(max_length=64, null=True)),
                ("outcome", models.TextField(null=True)),
                ("what", models.TextField(null=True)),
                ("remedy", models.TextField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="CopyMark",
            fields=[
                ("id", KEY.clone()),
                ("document", models.CharField(max_length=64)),
                ("mark", models.BigIntegerField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="CopyOf",
            fields=[
                (
                    "document",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
                ("of", models.CharField(db_index=True, max_length=64)),
                ("likeness", models.PositiveSmallIntegerField()),
            ],
        ),
    ]
