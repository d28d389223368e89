package org.yichuang.catalogue.internal.domain.round;

import java.io.Serializable;
import java.util.Objects;

/** What names a part of a round within its centre; a class and not a record, because JPA demands one. */
public class RoundPartKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private String round;
    private int serial;

    /** For JPA. */
    public RoundPartKey() {}

    /** A part of a round. */
    public RoundPartKey(String round, int serial) {
        this.round = round;
        this.serial = serial;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoundPartKey key && key.round.equals(round) && key.serial == serial;
    }

    @Override
    public int hashCode() {
        return Objects.hash(round, serial);
    }
}
