"""How long somebody is sentenced for or was held, and how old they are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.AddField(
            model_name="claim", name="term_kind", field=models.TextField(null=True)
        ),
        migrations.AddField(
            model_name="claim", name="term_duration", field=models.TextField(null=True)
        ),
        migrations.AddField(
            model_name="claim", name="term_words", field=models.TextField(null=True)
        ),
        migrations.AddField(
            model_name="claimname", name="age", field=models.PositiveIntegerField(null=True)
        ),
    ]
