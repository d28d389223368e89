package org.yichuang.cases.internal.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** Keeps a moment as microseconds since 1970, which no time zone of a container can bend. */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<Instant, Long> {
    @Override
    public Long convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public Instant convertToEntityAttribute(Long column) {
        return column == null ? null : Instant.EPOCH.plus(column, ChronoUnit.MICROS);
    }
}
