"""One spelling of a name: cleaned, taken apart, read in Latin letters."""
