package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.cases.internal.domain.Stored;

/** Keeps the text of a {@link org.yichuang.cases.internal.domain.Progress}, encrypted. */
@Converter(autoApply = true)
public class ProgressColumn implements AttributeConverter<Stored.OfProgress, String> {
    @Override
    public String convertToDatabaseColumn(Stored.OfProgress value) {
        return value == null ? null : value.kept();
    }

    @Override
    public Stored.OfProgress convertToEntityAttribute(String column) {
        return column == null ? null : new Stored.OfProgress(column);
    }
}
