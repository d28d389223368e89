package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.SpecialHandlingView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/**
 * What pages say of special handling and of clear answers.
 *
 * @param ui whose language it is
 */
public record SpecialTexts(Ui ui) {
    /** The words under a key. */
    public String say(String key, Object... values) {
        return ui.localize(LocalizedMessage.of(SpecialTexts.class, key, values));
    }

    /** Since when, by which day as long as that matters, and for the staff by whose word. */
    public String words(SpecialHandlingView special, boolean isOver) {
        List<String> all = new ArrayList<>();
        all.add(say("special.since", ui.date(special.foundOn())));
        if (special.due() != null && !isOver) {
            all.add(say("special.due", ui.date(special.due())));
        }
        if (special.approver() != null) {
            all.add(say("special.approved", special.approver(), special.approval(), ui.date(special.approvedOn())));
        }
        if (special.reason() != null) {
            all.add(say("special.reason", special.reason()));
        }
        return String.join(" ", all);
    }
}
