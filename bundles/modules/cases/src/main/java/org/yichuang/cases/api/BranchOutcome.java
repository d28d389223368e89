package org.yichuang.cases.api;

/** What a department thinks of its branch of a joint case. */
public enum BranchOutcome {
    /** It agrees, possibly under conditions. */
    AGREE,
    /** It does not. */
    REFUSE
}
