package org.yichuang.kernel.api.time;

/** The traffic light of electronic supervision (电子监察) over one clock (R3-33). */
public enum TrafficLight {
    /** Enough time left, or the clock stands. */
    GREEN,
    /** Little time left, or the promised limit passed while the statutory one still runs. */
    YELLOW,
    /** The limit that the law sets has passed. */
    RED
}
