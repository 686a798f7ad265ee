"""Print the README's two commands, a line each: the text of its first two `sh` blocks."""

import re
import sys
from pathlib import Path

blocks = re.findall(
    r"^```sh\n(.*?)^```", Path(sys.argv[1]).read_text("utf-8"), re.DOTALL | re.MULTILINE
)
for block in blocks[:2]:
    print(block.replace("\\\n", " ").strip().replace("\n", " "))
