package org.yichuang.notices.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Under which master keys a centre's messages and addresses are; each answer is a look at an index. */
public class NoticeKeys implements PersonalDataHolder {
    private static final String ONE = " FETCH FIRST 1 ROWS ONLY";
    private static final List<String> NEXT_KEY = List.of(
            "SELECT KEY_NAME FROM NOTICES_NOTICE WHERE TENANT=? AND KEY_NAME>? ORDER BY KEY_NAME" + ONE,
            "SELECT KEY_NAME FROM NOTICES_RECIPIENT WHERE TENANT=? AND KEY_NAME>? ORDER BY KEY_NAME" + ONE);
    private static final List<String> NEXT_CENTRE = List.of(
            "SELECT TENANT FROM NOTICES_NOTICE WHERE TENANT>? ORDER BY TENANT" + ONE,
            "SELECT TENANT FROM NOTICES_RECIPIENT WHERE TENANT>? ORDER BY TENANT" + ONE);

    private final Transactions transactions;
    private final Tenants tenants;
    private final Clock clock;

    public NoticeKeys(Transactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.clock = tenants.clock();
    }

    @Override
    public String module() {
        return "notices";
    }

    @Override
    public Set<String> keys(TenantId centre) {
        return transactions.read(context(centre), unit -> {
            Set<String> keys = new TreeSet<>();
            for (String sql : NEXT_KEY) {
                Optional<String> key = next(unit, sql, centre.value(), "");
                while (key.isPresent()) {
                    keys.add(key.get());
                    key = next(unit, sql, centre.value(), key.get());
                }
            }
            return keys;
        });
    }

    @Override
    public Set<TenantId> centres() {
        Set<TenantId> centres = new HashSet<>();
        tenants.all().stream()
                .findFirst()
                .ifPresent(any ->
                        transactions.readAcrossTenants(context(any.id()), "who keeps messages and addresses", unit -> {
                            for (String sql : NEXT_CENTRE) {
                                Optional<String> centre = next(unit, sql, "");
                                while (centre.isPresent()) {
                                    centre.filter(TenantId::isWellFormed)
                                            .map(TenantId::new)
                                            .ifPresent(centres::add);
                                    centre = next(unit, sql, centre.get());
                                }
                            }
                            return null;
                        }));
        return centres;
    }

    private CallContext context(TenantId centre) {
        return CallContext.system(centre, clock.instant(), "personal-data-keys");
    }

    private static Optional<String> next(UnitOfWork unit, String sql, String... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of messages cannot be read", e);
        }
    }
}
