"""Documents → Word, PDF and pictures. The ground floor: it imports nothing of ours."""
