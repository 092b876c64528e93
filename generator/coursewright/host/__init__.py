"""Thin adapters to the site builders: the staged tree becomes a site."""
