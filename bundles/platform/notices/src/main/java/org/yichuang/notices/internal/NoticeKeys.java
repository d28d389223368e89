package org.yichuang.notices.internal;

import java.util.List;
import java.util.Map;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.keys.EncryptedTables;
import org.yichuang.identity.keys.KeyRenewalJob;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.notices.internal.domain.Notice;
import org.yichuang.notices.internal.persistence.NoticeRows;
import org.yichuang.notices.internal.persistence.RecipientRows;
import org.yichuang.tenancy.api.Tenants;

/** The master keys of messages and addresses. */
final class NoticeKeys {
    private final Rows rows;
    private final NoticeSeal seal;
    private final Transactions transactions;

    NoticeKeys(Rows rows, NoticeSeal seal, Transactions transactions) {
        this.rows = rows;
        this.seal = seal;
        this.transactions = transactions;
    }

    /** Says under which there is something. */
    PersonalDataHolder holder(Tenants tenants) {
        return new EncryptedTables("notices", List.of(NoticeRows.TABLE, RecipientRows.TABLE), transactions, tenants);
    }

    /** Puts all under the newest one. */
    LeasedJob job() {
        return new KeyRenewalJob(
                "notices-keys",
                transactions,
                seal.cipher(),
                List.of(
                        new KeyRenewalJob.Rows(NoticeRows.TABLE, this::renewNotice),
                        new KeyRenewalJob.Rows(RecipientRows.TABLE, this::renewRecipient)));
    }

    private void renewNotice(String id, UnitOfWork unit) {
        Notice notice = rows.notices().held(id, unit);
        seal.renew(notice, unit.context().tenant());
        rows.notices().record(unit, notice, "renew-key", Map.of());
    }

    private void renewRecipient(String account, UnitOfWork unit) {
        rows.recipients().held(account, unit).ifPresent(recipient -> {
            seal.renew(recipient, unit.context().tenant());
            rows.recipients().record(recipient, "renew-key", unit);
        });
    }
}
