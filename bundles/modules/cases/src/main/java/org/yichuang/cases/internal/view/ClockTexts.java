package org.yichuang.cases.internal.view;

import java.util.Set;
import org.yichuang.cases.api.CaseView.SuspensionView;
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

    /** What a special procedure is called, and which department alone needs it, if so. */
    public String procedure(SuspensionView of) {
        String name = ui.localize(of.procedure().label());
        return of.department() == null ? name : say("suspension.of-department", name, of.department());
    }

    /** The words under a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(ClockTexts.class, key, arguments));
    }
}
