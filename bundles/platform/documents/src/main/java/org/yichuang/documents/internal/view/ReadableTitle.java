package org.yichuang.documents.internal.view;

import java.util.Map;
import org.yichuang.documents.api.DocumentTexts.TextView;

/** The title of a kind of document, as people read it who look for the kind and not for how it is filled in. */
public final class ReadableTitle {
    private ReadableTitle() {}

    /** With what people call each fact in its place, e.g. 不予〔事项〕决定书. */
    public static String of(TextView text) {
        String title = text.title().replace("[", "").replace("]", "");
        for (Map.Entry<String, String> fact : text.facts().entrySet()) {
            title = title.replace("{" + fact.getKey() + "}", "〔" + fact.getValue() + "〕");
        }
        return title;
    }
}
