package org.yichuang.cases.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.HearingFact;
import org.yichuang.cases.internal.persistence.HearingRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** What a centre announces of its hearings to everybody (R1-25): from the notice of time and place to their day. */
public class HearingAnnouncements {
    /** More than a centre has at a time; the nearest are told. */
    private static final int MOST = 50;

    private final Transactions transactions;
    private final CaseRepositories store;
    private final HearingRows rows;
    private final Map<TenantId, Map<String, Told>> told = new ConcurrentHashMap<>();

    public HearingAnnouncements(Transactions transactions, CaseRepositories store, HearingRows rows) {
        this.transactions = transactions;
        this.store = store;
        this.rows = rows;
    }

    /** The hearings that are still to be held, the nearest first; a case is read again only when it has changed. */
    public List<HearingAnnouncement> list(CallContext context) {
        Map<String, Told> before = told.getOrDefault(context.tenant(), Map.of());
        Map<String, Told> now = new LinkedHashMap<>();
        transactions.read(context, unit -> {
            rows.from(context.today(), MOST, unit).forEach((number, version) -> {
                Told known = before.get(number);
                now.put(
                        number,
                        known != null && known.version() == version
                                ? known
                                : new Told(
                                        version, announcement(store.cases(unit).get(number))));
            });
            return now.size();
        });
        told.put(context.tenant(), now);
        return now.values().stream().map(Told::announcement).toList();
    }

    /** What was told of a case as it was then. */
    private record Told(long version, HearingAnnouncement announcement) {}

    private static HearingAnnouncement announcement(CaseFile file) {
        HearingFact.Session session = file.progress().hearing().session();
        return new HearingAnnouncement(
                file.submission().item().name(),
                file.submission().route().deciding().department(),
                session.time(),
                session.place());
    }
}
