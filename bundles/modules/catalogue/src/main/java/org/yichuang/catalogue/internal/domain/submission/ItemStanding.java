package org.yichuang.catalogue.internal.domain.submission;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where an item of a list stands, as a centre on its road sees it. */
public enum ItemStanding {
    /** It is examined here. */
    OPEN,
    /** A centre above has it. */
    ABOVE,
    /** The last word is yes, with the content that stands beside it. */
    APPROVED,
    /** The last word is no. */
    RETURNED;

    /** Whether the last word has been said. */
    public boolean isFinal() {
        return this == APPROVED || this == RETURNED;
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ItemStanding.class, "standing." + name().toLowerCase(Locale.ROOT));
    }
}
