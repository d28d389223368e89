package org.yichuang.pages.internal.view;

import java.util.stream.Collectors;
import org.yichuang.pages.api.Plot;

/** Figures as the drawing script reads them: JSON. */
public final class PlotData {
    private PlotData() {}

    /** The JSON of a plot. */
    public static String of(Plot plot) {
        String labels = plot.labels().stream().map(PlotData::quoted).collect(Collectors.joining(","));
        String series = plot.series().stream()
                .map(one -> "{\"name\":" + quoted(one.name()) + ",\"values\":" + one.values() + "}")
                .collect(Collectors.joining(","));
        return "{\"labels\":[" + labels + "],\"series\":[" + series + "]}";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
