package org.yichuang.cases.internal.view;

import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/** The words of joint cases on pages. */
public final class BranchTexts {
    private final Ui ui;

    /** In the language of a page. */
    public BranchTexts(Ui ui) {
        this.ui = ui;
    }

    /** The words of a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(BranchTexts.class, key, arguments));
    }
}
