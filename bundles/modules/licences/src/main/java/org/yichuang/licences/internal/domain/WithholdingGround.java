package org.yichuang.licences.internal.domain;

/** Why a grant is not shown to everybody (arts. 5 and 40; R1-15). */
public enum WithholdingGround {
    STATE_SECRET,
    BUSINESS_SECRET,
    PRIVACY
}
