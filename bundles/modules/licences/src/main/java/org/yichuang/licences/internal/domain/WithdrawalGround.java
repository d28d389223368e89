package org.yichuang.licences.internal.domain;

/** For what a grant is withdrawn (撤回, art. 8 paragraph 2 of the Administrative Licensing Law; R1-32). */
public enum WithdrawalGround {
    /** What it rests on has been changed or abolished. */
    LAW_CHANGED,
    /** The objective circumstances have changed greatly. */
    CIRCUMSTANCES_CHANGED
}
