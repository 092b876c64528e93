"""Files as a bad line, a full disk or a meddler leaves them."""

import random
from collections.abc import Iterator

MUTATIONS = 1000


def mutated(content: bytes, seed: str) -> Iterator[bytes]:
    """A thousand files by a seed: bits turned, bytes lost, doubled or thrown in, the end cut off."""
    chance = random.Random(seed)
    for _ in range(MUTATIONS):
        own = bytearray(content)
        for _ in range(chance.randint(1, 3)):
            at, size = chance.randrange(len(own)), chance.choice((1, 3, 40))
            match chance.randrange(5):
                case 0:
                    own[at] ^= 1 << chance.randrange(8)
                case 1:
                    del own[at : at + size]
                case 2:
                    own[at:at] = own[at : at + size]
                case 3:
                    own[at:at] = chance.randbytes(size)
                case _:
                    del own[max(at, 1) :]
            own = own or bytearray(b" ")
        if bytes(own) != content:
            yield bytes(own)
