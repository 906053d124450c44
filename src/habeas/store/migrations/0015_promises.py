"""Decisions about links of promises and about entries of lists that promises may mean."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def claims_of(name: str, decision: str) -> migrations.CreateModel:
    """The claims that a kind of decision links, in order."""
    return migrations.CreateModel(
        name=name,
        fields=[
            ("id", KEY.clone()),
            ("position", models.PositiveIntegerField()),
            ("claim", models.CharField(max_length=64)),
            (
                "decision",
                models.ForeignKey(db_index=False, on_delete=PROTECT, to=f"store.{decision}"),
            ),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(
                    fields=("decision", "position"), name=f"{name.lower()}_position"
                )
            ],
        },
    )


class Migration(migrations.Migration):
    dependencies = [("store", "0014_parsed_lists")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="LinkDecision",
            fields=[
                ("id", KEY.clone()),
                ("link", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=32)),
                ("anchor", models.CharField(max_length=64)),
                ("ruling", models.CharField(max_length=16)),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="link_decisions", to="store.document"
                    ),
                ),
            ],
        ),
        claims_of("LinkClaim", "linkdecision"),
        migrations.CreateModel(
            name="EntryDecision",
            fields=[
                ("id", KEY.clone()),
                ("target", models.CharField(max_length=64)),
                ("title", models.TextField()),
                ("entry", models.TextField()),
                ("words", models.TextField()),
                ("pledge", models.CharField(max_length=64)),
                ("ruling", models.CharField(max_length=16)),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        claims_of("EntryClaim", "entrydecision"),
    ]
