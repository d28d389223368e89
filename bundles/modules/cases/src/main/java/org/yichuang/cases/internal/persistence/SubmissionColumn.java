package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.cases.internal.domain.Submission;

/** Keeps a {@link Submission} as JSON. */
@Converter(autoApply = true)
public class SubmissionColumn implements AttributeConverter<Submission, String> {
    @Override
    public String convertToDatabaseColumn(Submission value) {
        return value == null ? null : Json.write(value);
    }

    @Override
    public Submission convertToEntityAttribute(String column) {
        return column == null ? null : Json.read(column, Submission.class);
    }
}
