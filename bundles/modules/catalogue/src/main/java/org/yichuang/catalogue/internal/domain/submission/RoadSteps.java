package org.yichuang.catalogue.internal.domain.submission;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was said of a draft on its road, from the nearest centre to the highest.
 *
 * @param steps in this order
 */
public record RoadSteps(List<RoadStep> steps) {
    /** Nothing so far. */
    public static final RoadSteps NONE = new RoadSteps(List.of());

    public RoadSteps {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** Whether somebody on it has changed the content. */
    public boolean hasAdjusted() {
        return steps.stream().anyMatch(step -> step.outcome() == ExaminationOutcome.ADJUST);
    }

    /** What the last centre on it has said, if any has. */
    public Optional<RoadStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** Whether it is another one with nothing or something behind it. */
    public boolean continues(RoadSteps before) {
        return steps.size() >= before.steps.size()
                && steps.subList(0, before.steps.size()).equals(before.steps);
    }

    /**
     * Whether it is another one, in which the same was said perhaps on another day and in other words, with nothing or
     * something behind it: so it is where a centre that was set back has said it once more.
     */
    public boolean continuesAnew(RoadSteps before) {
        boolean isAsLong = steps.size() >= before.steps.size();
        return isAsLong
                && IntStream.range(0, before.steps.size())
                        .allMatch(i -> steps.get(i).saysTheSame(before.steps.get(i)));
    }

    /** The same with what another centre says. */
    public RoadSteps and(RoadStep step) {
        return new RoadSteps(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }
}
