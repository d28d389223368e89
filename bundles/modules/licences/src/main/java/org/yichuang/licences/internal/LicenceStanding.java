package org.yichuang.licences.internal;

import java.util.Optional;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.LicenceRows;

/** Tells whoever verifies the document of a grant that its validity has ended. */
public class LicenceStanding implements DocumentStanding {
    private static final String CASE = "case";

    private final Transactions transactions;
    private final LicenceRows rows;

    public LicenceStanding(Transactions transactions, LicenceRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public Optional<Ended> ended(Asked document, CallContext context) {
        return document.aggregateType().equals(CASE)
                ? transactions
                        .read(context, unit -> rows.find(document.aggregateId(), unit))
                        .filter(licence -> licence.state(context.today()) == LicenceState.EXPIRED)
                        .filter(licence -> licence.content().documents().contains(document.id()))
                        .map(LicenceStanding::over)
                : Optional.empty();
    }

    private static Ended over(Licence licence) {
        return new Ended(
                licence.validUntil().orElseThrow().plusDays(1),
                LocalizedMessage.of(
                                LicenceStanding.class,
                                "standing.over",
                                licence.validUntil().orElseThrow())
                        .zh());
    }
}
