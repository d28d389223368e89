package org.yichuang.cases.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.cases.internal.persistence.KeyRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.keys.EncryptedTables;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Under which master keys a centre's cases, drafts and waiting letters are. */
public class CaseKeys implements PersonalDataHolder {
    private static final int PART = 100;

    private final PersonalDataHolder tables;
    private final WaitingMessages letters;
    private final PersonalDataCipher cipher;
    private final Tenants tenants;

    public CaseKeys(Transactions transactions, WaitingMessages letters, PersonalDataCipher cipher, Tenants tenants) {
        this.tables = new EncryptedTables("cases", List.of(KeyRows.CASES, KeyRows.DRAFTS), transactions, tenants);
        this.letters = letters;
        this.cipher = cipher;
        this.tenants = tenants;
    }

    @Override
    public String module() {
        return tables.module();
    }

    @Override
    public Set<TenantId> centres() {
        return tables.centres();
    }

    @Override
    public Set<String> keys(TenantId centre) {
        CallContext context = CallContext.system(centre, tenants.clock().instant(), "personal-data-keys");
        Set<String> keys = new TreeSet<>(tables.keys(centre));
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
