package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.cases.internal.domain.RemovalContent;

/** Keeps which cases are to be removed as JSON. */
@Converter(autoApply = true)
public class RemovalColumn implements AttributeConverter<RemovalContent, String> {
    @Override
    public String convertToDatabaseColumn(RemovalContent content) {
        return content == null ? null : Json.write(content);
    }

    @Override
    public RemovalContent convertToEntityAttribute(String column) {
        return column == null ? null : Json.read(column, RemovalContent.class);
    }
}
