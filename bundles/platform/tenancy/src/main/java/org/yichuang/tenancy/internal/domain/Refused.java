package org.yichuang.tenancy.internal.domain;

/** A configuration breaks a rule: which key, and why. Never leaves this module. */
public class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String zh;

    public Refused(String key, String zh, String en) {
        super(en);
        this.key = key;
        this.zh = zh;
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
