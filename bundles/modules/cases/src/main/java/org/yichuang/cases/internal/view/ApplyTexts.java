package org.yichuang.cases.internal.view;

import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/** The words of applications on pages: of their last step, and of what the applicant holds already. */
public final class ApplyTexts {
    private final Ui ui;

    /** In the language of a page. */
    public ApplyTexts(Ui ui) {
        this.ui = ui;
    }

    /** The words of a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(ApplyTexts.class, key, arguments));
    }
}
