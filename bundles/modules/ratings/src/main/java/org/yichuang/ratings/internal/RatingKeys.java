package org.yichuang.ratings.internal;

import java.util.List;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.keys.EncryptedTables;
import org.yichuang.identity.keys.KeyRenewalJob;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.internal.persistence.FollowUpRows;
import org.yichuang.ratings.internal.persistence.RatingRows;
import org.yichuang.ratings.internal.persistence.Seal;
import org.yichuang.tenancy.api.Tenants;

/** The master keys of what people have said. */
final class RatingKeys {
    private final RatingRows rows;
    private final FollowUpRows followUps;
    private final Seal seal;
    private final Transactions transactions;

    RatingKeys(RatingRows rows, FollowUpRows followUps, Seal seal, Transactions transactions) {
        this.rows = rows;
        this.followUps = followUps;
        this.seal = seal;
        this.transactions = transactions;
    }

    /** Says under which there is something. */
    PersonalDataHolder holder(Tenants tenants) {
        return new EncryptedTables(
                RatingEvent.MODULE, List.of(RatingRows.ANSWERS, FollowUpRows.TABLE), transactions, tenants);
    }

    /** Puts all under the newest one. */
    LeasedJob job() {
        return new KeyRenewalJob(
                "ratings-keys",
                transactions,
                seal.cipher(),
                List.of(
                        new KeyRenewalJob.Rows(RatingRows.ANSWERS, rows::renew),
                        new KeyRenewalJob.Rows(FollowUpRows.TABLE, followUps::renew)));
    }
}
