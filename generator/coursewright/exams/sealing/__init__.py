"""The sealed web exam: what is published, which codes open it, and what comes back."""
