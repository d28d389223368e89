package org.yichuang.cases.internal.view;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.Ui;

/** Where whoever refuses says whether reconsideration comes before any court; usually the item says it. */
public final class ReconsiderationField {
    private static final String NAME = "reconsiderationFirst";

    private ReconsiderationField() {}

    /** The field in a form. */
    public static Field of(Ui ui) {
        return Field.select(
                NAME,
                words(ui, "decision.reconsideration"),
                List.of(
                        new Option("", words(ui, "reconsideration.item")),
                        new Option("true", words(ui, "reconsideration.true")),
                        new Option("false", words(ui, "reconsideration.false"))));
    }

    /** What was said; null where the item is to say it. */
    public static Boolean read(Form form) {
        return form.optional(NAME).map(Boolean::valueOf).orElse(null);
    }

    private static String words(Ui ui, String key) {
        return ui.localize(LocalizedMessage.of(ReconsiderationField.class, key));
    }
}
