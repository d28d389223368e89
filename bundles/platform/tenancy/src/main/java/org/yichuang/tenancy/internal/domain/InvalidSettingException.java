package org.yichuang.tenancy.internal.domain;

import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;

/** A configuration breaks a rule: which key, and why. Never leaves this module. */
public class InvalidSettingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient LocalizedMessage message;

    public InvalidSettingException(String key, LocalizedMessage message) {
        // Without its stack: while files arrive, thousands of these come and go
        super(null, null, false, false);
        this.key = key;
        this.message = message;
    }

    /** The same fault, as it is told of the centre above whose change brings it about. */
    InvalidSettingException causedBelow(TenantId child) {
        return new InvalidSettingException(
                key, LocalizedMessage.of(InvalidSettingException.class, "centre-below-would-not-fit", child, message));
    }

    public String key() {
        return key;
    }

    /** Why. */
    public LocalizedMessage message() {
        return message;
    }

    /** Why, in English. */
    @Override
    public String getMessage() {
        return message.en();
    }
}
