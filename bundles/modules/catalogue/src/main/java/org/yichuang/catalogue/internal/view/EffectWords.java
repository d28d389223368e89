package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.internal.RunningCases.Effect;
import org.yichuang.pages.api.Ui;

/** What becomes of running cases when another version is published, or an item is retired. */
public final class EffectWords {
    private EffectWords() {}

    /** In sentences; none while nobody counts. */
    public static List<String> lines(Optional<Effect> effect, Ui ui) {
        ViewWords words = new ViewWords(ui);
        List<String> lines = new ArrayList<>();
        effect.ifPresent(found -> {
            lines.add(
                    found.here() + found.below() == 0
                            ? words.say("effect.none")
                            : words.say("effect.running", found.here(), found.below()));
            if (!found.elsewhere().isEmpty()) {
                lines.add(words.say("effect.elsewhere", String.join(words.say("effect.comma"), found.elsewhere())));
            }
            if (!found.whole()) {
                lines.add(words.say("effect.part", found.centres()));
            }
        });
        return lines;
    }
}
