"""The command line, a file a group of commands. `main.run` is the one place that catches."""
