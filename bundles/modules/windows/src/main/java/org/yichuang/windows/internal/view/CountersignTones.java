package org.yichuang.windows.internal.view;

import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.windows.internal.CountersignViews.CountersignView;

/** How decisions on the list of the week look. */
public final class CountersignTones {
    private CountersignTones() {}

    /** The tone of where one stands. */
    public static Tone of(CountersignView decision) {
        return switch (decision.state()) {
            case LISTED -> decision.late() ? Tone.WRONG : Tone.INFO;
            case CONFIRMED -> Tone.DONE;
            case OBJECTED -> Tone.WRONG;
            case CORRECTED -> Tone.CARE;
        };
    }

    /** Where one stands, and whether it is late. */
    public static String words(CountersignView decision, Ui ui) {
        String state = ui.localize(decision.state().label());
        return decision.late() ? ui.t("countersign.late", state) : state;
    }

    /** Who may sign it, where anybody may. */
    public static String signer(CountersignView decision, Ui ui) {
        return decision.signer().isEmpty() ? ui.t("countersign.signer.none") : decision.signer();
    }
}
