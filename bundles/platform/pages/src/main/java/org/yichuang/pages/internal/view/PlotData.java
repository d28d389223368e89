package org.yichuang.pages.internal.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.yichuang.pages.api.Plot;

/** Figures as the drawing script reads them: JSON. */
public final class PlotData {
    private static final JsonFactory JSON = new JsonFactory();

    private PlotData() {}

    /** The JSON of a plot. */
    public static String of(Plot plot) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(plot, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Plot plot, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("labels");
        for (String label : plot.labels()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("series");
        for (Plot.Series one : plot.series()) {
            json.writeStartObject();
            json.writeStringField("name", one.name());
            json.writeArrayFieldStart("values");
            for (long value : one.values()) {
                json.writeNumber(value);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
