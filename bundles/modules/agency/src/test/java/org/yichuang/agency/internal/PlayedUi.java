package org.yichuang.agency.internal;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;

/** Pages without their looks: words by their keys, links by where they lead, fields by their names. */
public final class PlayedUi {
    private PlayedUi() {}

    public static Ui made() {
        return Wired.only(
                Ui.class,
                Map.ofEntries(
                        Map.entry("t", said -> said[0]),
                        Map.entry("localize", said -> ""),
                        Map.entry("path", said -> said[0]),
                        Map.entry("date", said -> ""),
                        Map.entry("moment", said -> ""),
                        Map.entry("text", said -> content(said[0])),
                        Map.entry("paragraphs", said -> content(said[0])),
                        Map.entry("link", said -> content("[" + said[0] + "]" + said[1])),
                        Map.entry("badge", said -> content(said[1])),
                        Map.entry("message", said -> content(said[1])),
                        Map.entry("hidden", said -> content("")),
                        Map.entry("facts", said -> content("")),
                        Map.entry("table", said -> content("")),
                        Map.entry("filter", said -> content("")),
                        Map.entry("field", said -> field((Field) said[0]))));
    }

    private static Content content(Object words) {
        return out -> out.writeContent(String.valueOf(words));
    }

    private static Content field(Field field) {
        return content("<" + field.name() + "=" + field.value() + ">");
    }

    /** What stands on a page. */
    public static String words(Content page) {
        StringOutput out = new StringOutput();
        page.writeTo(out);
        return out.toString();
    }
}
