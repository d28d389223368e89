package org.yichuang.kernel.api.time;

import java.util.Optional;

/**
 * How much time is left.
 *
 * @param light what it means
 * @param days the days left until the promised day: 0 on the day itself, negative after it, empty while the clock
 *     stands
 * @param unit which days those are
 */
public record Remaining(TrafficLight light, Optional<Integer> days, DayUnit unit) {}
