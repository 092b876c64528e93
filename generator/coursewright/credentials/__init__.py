"""Credentials: issue, sign, keep the status list, verify."""
