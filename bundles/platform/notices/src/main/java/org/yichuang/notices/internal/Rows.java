package org.yichuang.notices.internal;

import java.time.Clock;
import javax.persistence.EntityManagerFactory;
import org.yichuang.notices.internal.persistence.DueRows;
import org.yichuang.notices.internal.persistence.NoticeRows;
import org.yichuang.notices.internal.persistence.RecipientRows;
import org.yichuang.notices.internal.persistence.TextRows;

/** The rows of this bundle. */
record Rows(NoticeRows notices, DueRows due, TextRows texts, RecipientRows recipients) {
    static Rows of(EntityManagerFactory entities, Clock machineClock) {
        return new Rows(
                new NoticeRows(entities),
                new DueRows(machineClock),
                new TextRows(entities),
                new RecipientRows(entities));
    }
}
