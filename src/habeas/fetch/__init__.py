"""The only network code."""

from habeas.fetch.page import Fetched, fetch_url
from habeas.fetch.policy import FetchPolicy
from habeas.fetch.problems import AddressRefused, FetchFailed

__all__ = ["AddressRefused", "FetchFailed", "FetchPolicy", "Fetched", "fetch_url"]
