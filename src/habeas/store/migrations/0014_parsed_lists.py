"""Lists of sanctions as they were read, so that their files need not be read again."""

from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("store", "0012_publishing")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="ParsedList",
            fields=[
                ("id", KEY.clone()),
                ("digest", models.CharField(max_length=64)),
                ("file", models.TextField()),
                ("reader", models.CharField(max_length=64)),
                ("seal", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("digest", "file"), name="parsed_list_once")
                ],
            },
        ),
    ]
