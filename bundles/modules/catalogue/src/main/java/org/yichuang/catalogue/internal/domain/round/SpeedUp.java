package org.yichuang.catalogue.internal.domain.round;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much shorter limits have become (提速).
 *
 * @param from days before
 * @param to days now
 */
public record SpeedUp(long from, long to) {
    /** The days cut; negative where limits have grown. */
    public long daysCut() {
        return from - to;
    }

    /** The days cut in per cent of those before; absent where there were none. */
    public Optional<BigDecimal> percent() {
        return Percent.of(daysCut(), from);
    }
}
