package org.yichuang.cases.internal.view;

import java.util.List;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** What is asked of whoever takes in and does not accept, on the same page. */
public final class RefusalFields {
    /** The field that says why. */
    public static final String GROUND = "refusal";

    private RefusalFields() {}

    /** Why: what is missing is told first, and is no reason yet. */
    public static Field ground(Ui ui) {
        return Field.radios(
                        GROUND,
                        ui.t("refuse.outcome"),
                        List.of(
                                new Option("NOT_NEEDED", ui.t("outcome.NOT_NEEDED")),
                                new Option("NOT_COMPETENT", ui.t("outcome.NOT_COMPETENT"))))
                .conditionallyRequired();
    }

    /** Whether that button was pressed, and something was wrong. */
    public static boolean isAsked(Ui ui) {
        return ui.inputValue("outcome", "").equals("refuse");
    }
}
