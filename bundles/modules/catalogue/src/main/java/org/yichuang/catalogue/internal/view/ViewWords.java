package org.yichuang.catalogue.internal.view;

import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/**
 * The words of opinions and roads on pages.
 *
 * @param ui whose language it is
 */
public record ViewWords(Ui ui) {
    /** The words under a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(ViewWords.class, key, arguments));
    }
}
