package org.yichuang.licences.internal;

import java.util.Map;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;

/** Tells holders what becomes of their results; whoever applied at the window has no account to be told by. */
public class LicenceMessages {
    private final NoticeService notices;
    private final Tenants tenants;

    public LicenceMessages(NoticeService notices, Tenants tenants) {
        this.notices = notices;
        this.tenants = tenants;
    }

    void send(LicenceNotice notice, Licence licence, UnitOfWork unit) {
        if (licence.account().isEmpty()) {
            return;
        }
        notices.send(
                new NoticeService.Request(
                        LicenceEvent.MODULE,
                        notice.kind(),
                        LicenceRows.AGGREGATE,
                        licence.id(),
                        licence.account(),
                        Map.of(
                                LicenceNotice.ITEM,
                                licence.itemName(),
                                LicenceNotice.NUMBER,
                                licence.number(),
                                LicenceNotice.CENTRE,
                                tenants.get(unit.context().tenant()).name())),
                unit);
    }
}
