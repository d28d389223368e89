package org.yichuang.journal.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Proves the rows of a JPA entity: reads the table as it stands, past JPA, so that nothing that somebody has written
 * into a column is lost on the way. The key is one column beside the tenant, or two, of which the second is a number.
 */
public class JpaChainHeads implements ChainHeadProvider {
    private final String aggregateType;
    private final EntityManagerFactory persistenceUnit;
    private final Transactions transactions;
    private final Class<?> entity;

    /**
     * @param aggregateType the kind of thing
     * @param entity the class whose rows they are
     */
    public JpaChainHeads(
            String aggregateType, EntityManagerFactory persistenceUnit, Transactions transactions, Class<?> entity) {
        this.aggregateType = aggregateType;
        this.persistenceUnit = persistenceUnit;
        this.transactions = transactions;
        this.entity = entity;
    }

    @Override
    public String aggregateType() {
        return aggregateType;
    }

    @Override
    public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
        return transactions.read(context(tenant), unit -> reader(unit).after(tenant.value(), after, most));
    }

    @Override
    public List<RowState> rows(TenantId tenant, Optional<String> after, int most, String shape) {
        return transactions.read(context(tenant), unit -> {
            ClassDescriptor descriptor = EntityRows.descriptor(unit.entities(persistenceUnit), entity);
            return EntityRows.former(descriptor, shape)
                    .map(former -> new RowReader(unit.connection(), descriptor, former))
                    .map(reader -> reader.after(tenant.value(), after, most))
                    .orElse(List.of());
        });
    }

    @Override
    public Optional<RowState> row(TenantId tenant, String id) {
        return transactions.read(context(tenant), unit -> reader(unit).one(tenant.value(), id));
    }

    @Override
    public String shape(TenantId tenant) {
        return transactions.read(
                context(tenant),
                unit -> EntityRows.shape(unit.entities(persistenceUnit), entity).id() + ".");
    }

    private RowReader reader(UnitOfWork unit) {
        EntityManager entities = unit.entities(persistenceUnit);
        return new RowReader(unit.connection(), EntityRows.descriptor(entities, entity));
    }

    private static CallContext context(TenantId tenant) {
        return CallContext.system(tenant, Instant.EPOCH, "verify");
    }
}
