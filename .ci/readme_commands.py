"""Print the first two `sh` blocks of the README, each as one line."""

import re
import sys
from pathlib import Path

blocks = re.findall(
    r"^```sh\n(.*?)^```", Path(sys.argv[1]).read_text("utf-8"), re.DOTALL | re.MULTILINE
)
for block in blocks[:2]:
    print(block.replace("\\\n", " ").strip().replace("\n", " "))
