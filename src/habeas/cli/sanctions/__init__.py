"""`habeas sanctions`: lists of sanctions, their editions and what changed between them."""
