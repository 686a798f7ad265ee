"""Icons of the states as paths in a centred square of 16 units; they differ in shape."""

from certadvisor.advice.landscape import MapState

_RING = "M-6.4,0a6.4,6.4 0 1,0 12.8,0a6.4,6.4 0 1,0 -12.8,0"

ICONS: dict[MapState, tuple[tuple[str, str], ...]] = {  # pairs of class and path
    MapState.HELD: (("solid", _RING), ("cut", "M-3,0.3L-0.8,2.6L3.2,-2.2")),
    MapState.OPEN: (("stroke", _RING), ("solid", "M-2,-3.4L3.6,0L-2,3.4Z")),
    MapState.REACHABLE: (("stroke", _RING), ("stroke", "M0,-3.6L0,0.2L2.6,2")),
    MapState.ASK: (
        ("stroke dashed", _RING),
        ("stroke", "M-2,-1.4A2,2 0 1,1 0.7,0.5Q0,0.8 0,1.7"),
        ("solid", "M-0.9,3.6a0.9,0.9 0 1,0 1.8,0a0.9,0.9 0 1,0 -1.8,0"),
    ),
    MapState.LOCKED: (
        ("solid", "M-4.6,-0.8H4.6V5.6H-4.6Z"),
        ("stroke", "M-2.8,-0.8V-3.2A2.8,2.8 0 0,1 2.8,-3.2V-0.8"),
    ),
}
STAR = "M0,-6.4L1.9,-2.3L6.3,-1.9L3,1.1L4,5.5L0,3.2L-4,5.5L-3,1.1L-6.3,-1.9L-1.9,-2.3Z"
TIP = "M0,0L-7,-3.4L-5.2,0L-7,3.4Z"  # the arrowhead at the end of an edge
