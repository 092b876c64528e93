"""Documents that are printed, edited and signed: what they say, and how Word and PDF say it.

A maker (`job_description`, `interview`, `onboarding`, `appraisal`) turns a role
into a `Document`; a press (`word`, `pdf`) turns any `Document` into a file.
"""
