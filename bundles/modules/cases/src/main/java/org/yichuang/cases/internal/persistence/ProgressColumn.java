package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Stored;

/** Keeps a {@link Progress} as JSON. */
@Converter(autoApply = true)
public class ProgressColumn implements AttributeConverter<Stored.OfProgress, String> {
    @Override
    public String convertToDatabaseColumn(Stored.OfProgress value) {
        return value == null ? null : value.text(Json::write);
    }

    @Override
    public Stored.OfProgress convertToEntityAttribute(String column) {
        return column == null ? null : new Stored.OfProgress(column, text -> Json.read(text, Progress.class));
    }
}
