package org.yichuang.cases.internal.view;

import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/** What is often written into a field of a command. */
public final class CommandPhrases {
    private CommandPhrases() {}

    /** The phrases under a key, with bars between them. */
    public static String of(Ui ui, String key) {
        return ui.localize(LocalizedMessage.of(CommandPhrases.class, "phrases." + key));
    }
}
