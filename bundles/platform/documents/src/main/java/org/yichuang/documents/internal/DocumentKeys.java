package org.yichuang.documents.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.documents.internal.persistence.KeyNames;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Under which master keys a centre's files and documents are; each answer is a look at an index. */
public class DocumentKeys implements PersonalDataHolder {
    private static final String ONE = " FETCH FIRST 1 ROWS ONLY";
    private static final List<String> NEXT_CENTRE = List.of(
            "SELECT TENANT FROM DOCUMENTS_FILE WHERE TENANT>? ORDER BY TENANT" + ONE,
            "SELECT TENANT FROM DOCUMENTS_DOCUMENT WHERE TENANT>? ORDER BY TENANT" + ONE);

    private final Transactions transactions;
    private final Tenants tenants;
    private final Clock clock;

    public DocumentKeys(Transactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.clock = tenants.clock();
    }

    @Override
    public String module() {
        return "documents";
    }

    @Override
    public Set<String> keys(TenantId centre) {
        return transactions.read(context(centre), unit -> {
            Set<String> keys = new TreeSet<>(KeyNames.ofFiles(unit));
            keys.addAll(KeyNames.ofDocuments(unit));
            return keys;
        });
    }

    @Override
    public Set<TenantId> centres() {
        Set<TenantId> centres = new HashSet<>();
        tenants.all().stream()
                .findFirst()
                .ifPresent(any ->
                        transactions.readAcrossTenants(context(any.id()), "who keeps files and documents", unit -> {
                            for (String sql : NEXT_CENTRE) {
                                Optional<String> centre = KeyNames.next(unit, sql, "");
                                while (centre.isPresent()) {
                                    centre.filter(TenantId::isWellFormed)
                                            .map(TenantId::new)
                                            .ifPresent(centres::add);
                                    centre = KeyNames.next(unit, sql, centre.get());
                                }
                            }
                            return null;
                        }));
        return centres;
    }

    private CallContext context(TenantId centre) {
        return CallContext.system(centre, clock.instant(), "personal-data-keys");
    }
}
