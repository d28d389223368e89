package org.yichuang.ratings.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** How a rating has come in. */
public enum Source {
    /** By the link of the message that asks for it. */
    LINK,
    /** By the account that has handed the case in. */
    ACCOUNT,
    /** By number and query code of the case. */
    QUERY_CODE,
    /** On a paper card (评议卡), entered by staff. */
    CARD,
    /** In the opinion box (意见箱), entered by staff. */
    BOX,
    /** On the telephone, when somebody was called. */
    CALL;

    /** Whether staff have entered it. */
    public boolean isPaper() {
        return this == CARD || this == BOX;
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Source.class, "source." + name());
    }
}
