package org.yichuang.cases.internal.view;

import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/**
 * What pages say of clocks that stand, and of those that were given more time.
 *
 * @param ui whose language it is
 */
public record ClockTexts(Ui ui) {
    /** The commands that stop clocks, start them again, or give them more time. */
    public static final Set<String> COMMANDS = Set.of("suspension", "resumption", "extension");

    /** The words under a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(ClockTexts.class, key, arguments));
    }
}
