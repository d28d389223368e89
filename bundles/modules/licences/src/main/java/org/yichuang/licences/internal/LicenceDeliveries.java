package org.yichuang.licences.internal;

import java.util.Map;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.domain.ActDelivery;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenants;

/** How decisions about results reach their holders (R1-43). */
public class LicenceDeliveries {
    private final Transactions transactions;
    private final LicenceRows rows;
    private final Tenants tenants;

    public LicenceDeliveries(Transactions transactions, LicenceRows rows, Tenants tenants) {
        this.transactions = transactions;
        this.rows = rows;
        this.tenants = tenants;
    }

    /**
     * Notes how a decision has reached the holder.
     *
     * @return the number of the result in the register
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}, {@code fields-invalid}
     */
    @RequiresPermission(LicencePermission.DELIVER)
    public String deliver(String id, LicenceRequests.Deliver given, CallContext context) {
        context.require(LicencePermission.DELIVER);
        LicenceRequests.Deliver request = FieldRules.require(given);
        ActDelivery said = new ActDelivery(
                request.method(),
                request.on() == null ? context.today() : request.on(),
                null,
                request.receivedBy(),
                request.remark(),
                request.consent(),
                context.actor().account());
        return transactions.write(context, String.class, unit -> {
            Licence licence = rows.find(id, unit)
                    .filter(found -> context.actor().worksFor(found.department()))
                    .orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
            context.requireVersion(licence.version());
            ActDelivery made = said.reckoned(tenants.calendar(context.tenant()));
            LicenceEvent event =
                    licence.deliver(request.document(), made, context.tenant().value(), context.today());
            Map<String, String> details = Map.of(
                    "document", request.document(), "method", made.method().name());
            rows.record(licence, "deliver", details, event, unit);
            return licence.id();
        });
    }
}
