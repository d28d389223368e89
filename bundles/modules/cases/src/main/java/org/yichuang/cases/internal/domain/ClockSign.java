package org.yichuang.cases.internal.domain;

import java.util.Locale;
import java.util.stream.Stream;
import org.yichuang.kernel.api.time.TrafficLight;

/** What is said of the last day of a clock, to whoever has the case (R3-32, R3-33). */
public enum ClockSign {
    DUE_SOON(TrafficLight.YELLOW),
    PROMISE_OVERDUE(TrafficLight.YELLOW),
    /** A special procedure lasts longer than it was going to, and the limits stand on (R1-20). */
    SUSPENSION_OVERDUE(TrafficLight.YELLOW),
    STATUTORY_OVERDUE(TrafficLight.RED);

    private final TrafficLight light;

    ClockSign(TrafficLight light) {
        this.light = light;
    }

    static ClockSign overdue(ClockKind kind) {
        if (kind == ClockKind.SUSPENSION) {
            return SUSPENSION_OVERDUE;
        }
        return kind.isPromised() ? PROMISE_OVERDUE : STATUTORY_OVERDUE;
    }

    boolean isOverdue() {
        return this != DUE_SOON;
    }

    public TrafficLight light() {
        return light;
    }

    /** The word of the event: {@code due-soon}. */
    public String event() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of all events. */
    public static String[] events() {
        return Stream.of(values()).map(ClockSign::event).toArray(String[]::new);
    }
}
