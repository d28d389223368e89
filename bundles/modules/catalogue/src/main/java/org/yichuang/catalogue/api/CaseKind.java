package org.yichuang.catalogue.api;

/** How an item's cases are handled (办件类型, R3-11). */
public enum CaseKind {
    /** 即办件: decided on the spot or the same day. */
    INSTANT("即办件"),
    /** 承诺件: decided within the promised limit. */
    COMMITTED("承诺件");

    private final String chinese;

    CaseKind(String chinese) {
        this.chinese = chinese;
    }

    /** The word used in the interface. */
    public String chinese() {
        return chinese;
    }
}
