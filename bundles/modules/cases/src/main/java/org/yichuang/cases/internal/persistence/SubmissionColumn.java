package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.cases.internal.domain.Stored;

/** Keeps the text of a {@link org.yichuang.cases.internal.domain.Submission}, encrypted. */
@Converter(autoApply = true)
public class SubmissionColumn implements AttributeConverter<Stored.OfSubmission, String> {
    @Override
    public String convertToDatabaseColumn(Stored.OfSubmission value) {
        return value == null ? null : value.kept();
    }

    @Override
    public Stored.OfSubmission convertToEntityAttribute(String column) {
        return column == null ? null : new Stored.OfSubmission(column);
    }
}
