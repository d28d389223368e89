package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.kernel.api.time.Limit;

/** Keeps a limit as {@code 20W} (working days) or {@code 20C} (calendar days). */
@Converter(autoApply = true)
public class LimitColumn implements AttributeConverter<Limit, String> {
    @Override
    public String convertToDatabaseColumn(Limit limit) {
        return limit == null ? null : Json.limit(limit);
    }

    @Override
    public Limit convertToEntityAttribute(String column) {
        return column == null ? null : Json.limit(column);
    }
}
