package org.yichuang.catalogue.internal.domain.entry;

import java.time.LocalDate;

/**
 * An entry as others see it.
 *
 * @param since the day since which it stands so
 * @param decidedBy who consented or approved; empty where nobody had to
 * @param opinionOf the centre above that was asked
 */
public record EntryView(
        String code,
        String name,
        String department,
        boolean vertical,
        EntryState state,
        LocalDate since,
        String decidedBy,
        String document,
        LocalDate decidedOn,
        String opinionOf,
        String opinionDocument,
        String reason) {}
