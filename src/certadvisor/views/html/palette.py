"""The colours of pages and of the map, for light and dark mode, by their purpose.

Every pair of colours that carries meaning has the contrast that WCAG 2 level AA
requires, which a test checks. Nothing is shown by colour alone.
"""

LIGHT = {
    "paper": "#fbfaf6",
    "card": "#ffffff",
    "band": "#f2f0e9",
    "line": "#d9d5c9",
    "ink": "#1c2430",
    "soft": "#56606d",
    "wire": "#737d8a",
    "accent": "#b3261e",
    "held": "#1d4f91",
    "held-tint": "#dfe9f7",
    "open": "#156b42",
    "open-tint": "#dff2e6",
    "reachable": "#875300",
    "reachable-tint": "#fbedd2",
    "ask": "#6a3f9e",
    "ask-tint": "#f0e8f9",
    "locked": "#5c6570",
    "locked-tint": "#f4f3ee",
    "star": "#9a6500",
}
DARK = {
    "paper": "#12161c",
    "card": "#1b212a",
    "band": "#171c23",
    "line": "#333c48",
    "ink": "#eceff3",
    "soft": "#a7b1be",
    "wire": "#7d8997",
    "accent": "#ff8a7a",
    "held": "#8fbcff",
    "held-tint": "#1b3354",
    "open": "#6fd79f",
    "open-tint": "#163a2a",
    "reachable": "#f2bd62",
    "reachable-tint": "#3d2f13",
    "ask": "#cdaaf5",
    "ask-tint": "#33254a",
    "locked": "#98a3b0",
    "locked-tint": "#191e26",
    "star": "#f6c64f",
}
FONT = "'Inter','Segoe UI','Helvetica Neue',Arial,'Liberation Sans','Noto Sans',sans-serif"


def variables(root: str) -> str:
    """The colours as CSS properties of `root`: light by default and in print, dark on request."""
    light, dark = _declarations(LIGHT), _declarations(DARK)
    return f"{root}{{{light}}}\n@media screen and (prefers-color-scheme:dark){{{root}{{{dark}}}}}\n"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2), from 1 to 21.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return round((light + 0.05) / (dark + 0.05), 2)


def _declarations(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in colours.items())


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  WCAG
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
