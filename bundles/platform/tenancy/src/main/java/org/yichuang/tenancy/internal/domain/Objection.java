package org.yichuang.tenancy.internal.domain;

import org.yichuang.tenancy.api.Tenants.Refusal;

/** What is wrong with a configuration; carried from the rule that it breaks to the list of refusals. */
public final class Objection extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String zh;

    public Objection(String key, String zh, String en) {
        super(en);
        this.key = key;
        this.zh = zh;
    }

    /** The refusal of the configuration with this name. */
    public Refusal against(String source) {
        return new Refusal(source, key, zh, getMessage());
    }
}
