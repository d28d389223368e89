package org.yichuang.licences.internal;

import java.util.List;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.keys.EncryptedTables;
import org.yichuang.identity.keys.KeyRenewalJob;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenants;

/** The master keys that holders are under. */
public class LicenceKeys {
    private final Transactions transactions;
    private final LicenceRows rows;
    private final PersonalDataCipher cipher;
    private final Tenants tenants;

    public LicenceKeys(Transactions transactions, LicenceRows rows, PersonalDataCipher cipher, Tenants tenants) {
        this.transactions = transactions;
        this.rows = rows;
        this.cipher = cipher;
        this.tenants = tenants;
    }

    /** Says under which there is something. */
    public PersonalDataHolder holder() {
        return new EncryptedTables(LicenceEvent.MODULE, List.of(LicenceRows.TABLE), transactions, tenants);
    }

    /** Puts all under the newest one. */
    public LeasedJob renewal() {
        return new KeyRenewalJob(
                "licences-keys",
                transactions,
                cipher,
                List.of(new KeyRenewalJob.Rows(LicenceRows.TABLE, rows::renewKey)));
    }
}
