package org.yichuang.catalogue.internal.domain.submission;

import java.util.List;
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

    /** The same with what another centre says. */
    public RoadSteps and(RoadStep step) {
        return new RoadSteps(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }
}
