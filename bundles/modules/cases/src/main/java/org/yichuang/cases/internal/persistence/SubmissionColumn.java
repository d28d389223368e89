package org.yichuang.cases.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.cases.internal.domain.Stored;
import org.yichuang.cases.internal.domain.Submission;

/** Keeps a {@link Submission} as JSON. */
@Converter(autoApply = true)
public class SubmissionColumn implements AttributeConverter<Stored.OfSubmission, String> {
    @Override
    public String convertToDatabaseColumn(Stored.OfSubmission value) {
        return value == null ? null : value.text(Json::write);
    }

    @Override
    public Stored.OfSubmission convertToEntityAttribute(String column) {
        return column == null ? null : new Stored.OfSubmission(column, text -> Json.read(text, Submission.class));
    }
}
