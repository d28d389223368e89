package org.yichuang.cases.internal;

import java.util.List;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.HearingFact;
import org.yichuang.cases.internal.persistence.HearingRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;

/** What a centre announces of its hearings to everybody (R1-25): from the notice of time and place to their day. */
public class HearingAnnouncements {
    /** More than a centre has at a time; the nearest are told. */
    private static final int MOST = 50;

    private final Transactions transactions;
    private final CaseRepositories store;
    private final HearingRows rows;

    public HearingAnnouncements(Transactions transactions, CaseRepositories store, HearingRows rows) {
        this.transactions = transactions;
        this.store = store;
        this.rows = rows;
    }

    /** The hearings that are still to be held, the nearest first. */
    public List<HearingAnnouncement> list(CallContext context) {
        return transactions.read(context, unit -> rows.from(context.today(), MOST, unit).stream()
                .map(number -> announcement(store.cases(unit).get(number)))
                .toList());
    }

    private static HearingAnnouncement announcement(CaseFile file) {
        HearingFact.Session session = file.progress().hearing().session();
        return new HearingAnnouncement(
                file.submission().item().name(),
                file.submission().route().deciding().department(),
                session.time(),
                session.place());
    }
}
