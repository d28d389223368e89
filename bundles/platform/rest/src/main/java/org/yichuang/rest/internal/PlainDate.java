package org.yichuang.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.LocalDate;

/** Reads dates of the years 1 to 9999: ISO-8601 knows others, but neither people nor databases do. */
final class PlainDate extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;
    private static final int LAST_YEAR = 9999;

    PlainDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        LocalDate date = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
        if (date != null && (date.getYear() < 1 || date.getYear() > LAST_YEAR)) {
            return (LocalDate)
                    context.handleWeirdStringValue(LocalDate.class, date.toString(), "no year of four digits");
        }
        return date;
    }
}
