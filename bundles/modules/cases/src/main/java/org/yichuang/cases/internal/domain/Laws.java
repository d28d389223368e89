package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.internal.domain.LawEdition.Extensions;
import org.yichuang.cases.internal.domain.LawEdition.Hearings;
import org.yichuang.cases.internal.domain.LawEdition.Licensing;
import org.yichuang.cases.internal.domain.LawEdition.Remedy;
import org.yichuang.kernel.api.time.Limit;

/**
 * All editions of the law in one place, asked by the day of the act: one that comes into force later counts for what
 * is done from its first day on, though the program is there before; what runs, or is over, keeps what it was given.
 */
public final class Laws {
    /** What is in force, as R1 has it. */
    public static final Laws IN_FORCE = new Laws(List.of(new LawEdition(
            LocalDate.of(2004, 7, 1),
            new Licensing(Limit.working(5), Limit.working(20), Limit.working(5), Limit.working(10)),
            new Extensions(10, 15),
            new Hearings(Limit.working(5), Limit.working(20), Limit.working(7)),
            new Remedy(Limit.calendar(60), 6, 1, Limit.calendar(30)),
            "")));

    private final List<LawEdition> editions;

    /** @param editions from the first one on */
    public Laws(List<LawEdition> editions) {
        this.editions = List.copyOf(editions);
    }

    /** All of them, the first one first. */
    public List<LawEdition> editions() {
        return editions;
    }

    /** By how many working days any edition extends a limit, where one decides: no neighbour has extended by more. */
    static int longestExtension() {
        return IN_FORCE.editions().stream()
                .mapToInt(edition -> edition.extensions().most())
                .max()
                .orElseThrow();
    }

    /** What the law says of an act of a day. */
    public LawEdition on(LocalDate day) {
        return editions.stream()
                .filter(edition -> !edition.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(editions.get(0));
    }
}
