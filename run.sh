#!/bin/bash
n=$(ls /tmp/l2/in/*.py 2>/dev/null|wc -l); cat > /tmp/l2/in/$n.tmp; mv /tmp/l2/in/$n.tmp /tmp/l2/in/$n.py
for i in $(seq 1800); do [ -f /tmp/l2/in/$n.out ] && { cat /tmp/l2/in/$n.out; exit; }; sleep .1; done; echo TIMEOUT
