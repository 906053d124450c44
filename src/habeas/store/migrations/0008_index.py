"""Tables of the index: what pages ask for quickly, derived from the record."""

from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("store", "0007_restrictions")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="IndexEvent",
            fields=[
                ("event", models.TextField(primary_key=True, serialize=False)),
                ("position", models.PositiveIntegerField(db_index=True)),
                ("title", models.TextField()),
                ("acts", models.TextField()),
                ("by", models.TextField(null=True)),
                ("place", models.TextField(null=True)),
                ("when", models.TextField(null=True)),
                ("first", models.DateField(null=True)),
                ("last", models.DateField(null=True)),
                ("claims", models.PositiveIntegerField()),
                ("reports", models.PositiveIntegerField()),
                ("chronicle", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="IndexState",
            fields=[
                ("id", KEY.clone()),
                ("version", models.PositiveIntegerField()),
                ("number", models.PositiveBigIntegerField()),
                ("grouped", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="IndexEdge",
            fields=[
                ("judgement", models.BigIntegerField(primary_key=True, serialize=False)),
                ("left", models.TextField()),
                ("right", models.TextField()),
                ("left_node", models.TextField()),
                ("right_node", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["left"], name="index_edge_left"),
                    models.Index(fields=["right"], name="index_edge_right"),
                    models.Index(fields=["left_node"], name="index_edge_left_node"),
                    models.Index(fields=["right_node"], name="index_edge_right_node"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexKey",
            fields=[
                ("id", KEY.clone()),
                ("name", models.BigIntegerField(db_index=True)),
                ("key", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["key", "name"], name="index_key_name")],
            },
        ),
        migrations.CreateModel(
            name="IndexMember",
            fields=[
                ("id", KEY.clone()),
                ("event", models.TextField()),
                ("position", models.PositiveIntegerField()),
                ("claim", models.TextField()),
                ("document", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["event"], name="index_member_event"),
                    models.Index(fields=["claim"], name="index_member_claim"),
                    models.Index(fields=["document"], name="index_member_document"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexMention",
            fields=[
                ("id", KEY.clone()),
                ("document", models.CharField(max_length=64)),
                ("claim", models.TextField()),
                ("name", models.TextField()),
                ("named", models.BooleanField()),
                ("mention", models.CharField(max_length=13)),
                ("base", models.CharField(max_length=13)),
                ("node", models.CharField(max_length=13)),
                ("person", models.CharField(max_length=13)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["document"], name="index_mention_document"),
                    models.Index(fields=["claim"], name="index_mention_claim"),
                    models.Index(fields=["mention"], name="index_mention_mention"),
                    models.Index(fields=["node"], name="index_mention_node"),
                    models.Index(fields=["person"], name="index_mention_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexMove",
            fields=[
                ("id", KEY.clone()),
                ("document", models.CharField(max_length=64)),
                ("old", models.CharField(max_length=13)),
                ("new", models.CharField(max_length=13)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["document"], name="index_move_document"),
                    models.Index(fields=["old"], name="index_move_old"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexName",
            fields=[
                ("id", KEY.clone()),
                ("person", models.CharField(max_length=13)),
                ("name", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["person"], name="index_name_person")],
            },
        ),
        migrations.CreateModel(
            name="IndexPair",
            fields=[
                ("id", KEY.clone()),
                ("left", models.CharField(max_length=13)),
                ("right", models.CharField(max_length=13)),
                ("score", models.FloatField(db_index=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["left"], name="index_pair_left"),
                    models.Index(fields=["right"], name="index_pair_right"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("left", "right"), name="pair_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexPerson",
            fields=[
                ("person", models.CharField(max_length=13, primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("order", models.TextField()),
                ("named", models.BooleanField()),
                ("spellings", models.PositiveIntegerField()),
                ("mentions", models.PositiveIntegerField()),
                ("claims", models.PositiveIntegerField()),
                ("reports", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["named", "order", "person"], name="index_person_order")
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexReport",
            fields=[
                ("document", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("reading", models.BigIntegerField()),
                ("added_at", models.DateTimeField()),
                ("published", models.DateField(null=True)),
                ("claims", models.PositiveIntegerField()),
                ("undecided", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["added_at", "document"], name="index_report_added"),
                    models.Index(fields=["undecided", "added_at"], name="index_report_undecided"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexTrace",
            fields=[
                ("id", KEY.clone()),
                ("key", models.CharField(max_length=13)),
                ("document", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key", "document"), name="trace_once")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="claim", index=models.Index(fields=["claim"], name="claim_by_id")
        ),
    ]
