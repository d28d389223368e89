package org.yichuang.linkage.internal.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** Stores a moment as microseconds since 1970 in UTC: no time zone of driver or database bends it. */
@Converter(autoApply = true)
public class MomentColumn implements AttributeConverter<Instant, Long> {
    @Override
    public Long convertToDatabaseColumn(Instant moment) {
        return moment == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    @Override
    public Instant convertToEntityAttribute(Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
