package org.yichuang.cases.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.cases.internal.persistence.KeyRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Under which master keys a centre's cases, drafts and waiting letters are. */
public class CaseKeys implements PersonalDataHolder {
    private static final int PART = 100;

    private final Transactions transactions;
    private final WaitingMessages letters;
    private final PersonalDataCipher cipher;
    private final Tenants tenants;
    private final KeyRows rows = new KeyRows();

    public CaseKeys(Transactions transactions, WaitingMessages letters, PersonalDataCipher cipher, Tenants tenants) {
        this.transactions = transactions;
        this.letters = letters;
        this.cipher = cipher;
        this.tenants = tenants;
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public Set<TenantId> centres() {
        Set<TenantId> centres = new HashSet<>();
        tenants.all().stream().findFirst().ifPresent(any -> {
            CallContext context = CallContext.system(any.id(), tenants.clock().instant(), "personal-data-keys");
            for (KeyRows.Table table : KeyRows.Table.values()) {
                transactions
                        .readAcrossTenants(context, "who keeps texts of people", unit -> rows.tenants(unit, table))
                        .stream()
                        .filter(TenantId::isWellFormed)
                        .map(TenantId::new)
                        .forEach(centres::add);
            }
        });
        return centres;
    }

    @Override
    public Set<String> keys(TenantId centre) {
        CallContext context = CallContext.system(centre, tenants.clock().instant(), "personal-data-keys");
        Set<String> keys = new TreeSet<>();
        for (KeyRows.Table table : KeyRows.Table.values()) {
            keys.addAll(transactions.read(context, unit -> rows.keys(unit, table)));
        }
        String after = "";
        List<OutgoingMessage> part = letters.undelivered(LinkedCases.TOPIC, after, PART, context);
        while (!part.isEmpty()) {
            part.forEach(letter -> keys.add(cipher.keyName(letter.payload())));
            after = part.get(part.size() - 1).id();
            part = letters.undelivered(LinkedCases.TOPIC, after, PART, context);
        }
        return keys;
    }
}
