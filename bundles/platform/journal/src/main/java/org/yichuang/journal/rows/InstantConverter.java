package org.yichuang.journal.rows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/**
 * Keeps a moment as microseconds since 1970 in UTC, which no time zone of a driver, a database or a container can bend.
 * A persistence unit takes it by naming it in its {@code persistence.xml}; SQL of a module's own uses {@link #micros}.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Long> {
    /** A moment as columns keep it; what is finer than a microsecond is cut off. */
    public static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** The moment that a column keeps. */
    public static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public Long convertToDatabaseColumn(Instant moment) {
        return moment == null ? null : micros(moment);
    }

    @Override
    public Instant convertToEntityAttribute(Long micros) {
        return micros == null ? null : moment(micros);
    }
}
