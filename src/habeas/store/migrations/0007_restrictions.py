"""Who may see what: restrictions of records."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def part(name: str, field: str) -> migrations.CreateModel:
    """A table of what a restriction has several of."""
    return migrations.CreateModel(
        name=name,
        fields=[
            ("id", KEY.clone()),
            ("position", models.PositiveIntegerField()),
            (field, models.TextField()),
            (
                "restriction",
                models.ForeignKey(db_index=False, on_delete=PROTECT, to="store.restriction"),
            ),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(
                    fields=("restriction", "position"), name=f"{name.lower()}_position"
                )
            ],
        },
    )


class Migration(migrations.Migration):
    dependencies = [("store", "0006_decisions")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", KEY.clone()),
                ("kind", models.TextField()),
                ("record", models.TextField()),
                ("level", models.TextField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("takes_back", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "record"], name="restriction_record"),
                ],
            },
        ),
        part("RestrictionReader", "reader"),
        part("RestrictionName", "name"),
    ]
