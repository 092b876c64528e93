"""An exam of the starter course's own, for playing a certification, and invented people who sit and mark it.

Its items are of every type. They are sums of minutes and of weekdays, which need no knowledge of a trade and
whose distractors are the usual slips; one is a message to write.
"""
