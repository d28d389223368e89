package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** By whose approval the limit of a decision is extended (Administrative Licensing Law art. 42). */
public enum ExtensionApprover {
    /** The head of the organ that decides. */
    ORGAN_HEAD,
    /** The head of the people's government, where that decides. */
    GOVERNMENT_HEAD;

    /** The words of the law. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                ExtensionApprover.class,
                "approver." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
