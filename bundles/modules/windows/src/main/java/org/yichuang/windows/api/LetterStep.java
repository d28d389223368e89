package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What is done with a delegation letter. */
public enum LetterStep {
    PROPOSE,
    CONSENT,
    OBJECT,
    ISSUE,
    ANNOUNCE,
    WARN,
    EXPIRE,
    /** Another one has been issued that takes its place later. */
    FOLLOW,
    /** That one does not come; it goes on. */
    GO_ON,
    REPLACE,
    REVOKE;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LetterStep.class, "step." + name());
    }
}
