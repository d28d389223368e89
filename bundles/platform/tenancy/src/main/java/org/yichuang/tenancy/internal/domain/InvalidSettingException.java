package org.yichuang.tenancy.internal.domain;

import org.yichuang.kernel.api.TenantId;

/** A configuration breaks a rule: which key, and why. Never leaves this module. */
public class InvalidSettingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String zh;

    public InvalidSettingException(String key, String zh, String en) {
        // Without its stack: while files arrive, thousands of these come and go
        super(en, null, false, false);
        this.key = key;
        this.zh = zh;
    }

    /** The same fault, as it is told of the centre above whose change brings it about. */
    InvalidSettingException causedBelow(TenantId child) {
        return new InvalidSettingException(
                key,
                "下级中心“" + child + "”将不再符合规则：" + zh,
                "the centre '" + child + "' below it would not fit any more: " + getMessage());
    }

    public String key() {
        return key;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return getMessage();
    }
}
