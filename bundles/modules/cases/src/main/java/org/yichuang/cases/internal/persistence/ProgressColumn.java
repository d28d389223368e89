package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.cases.internal.domain.Progress;

/** Keeps a {@link Progress} as JSON. */
@Converter(autoApply = true)
public class ProgressColumn implements AttributeConverter<Progress, String> {
    @Override
    public String convertToDatabaseColumn(Progress value) {
        return value == null ? null : Json.write(value);
    }

    @Override
    public Progress convertToEntityAttribute(String column) {
        return column == null ? null : Json.read(column, Progress.class);
    }
}
