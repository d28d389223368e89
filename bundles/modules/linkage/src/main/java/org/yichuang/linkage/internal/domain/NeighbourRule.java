package org.yichuang.linkage.internal.domain;

import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Who may write to whom: a centre to the one directly above it and to those directly below it. */
public final class NeighbourRule {
    private final Tenants tenants;

    public NeighbourRule(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Checks that messages may pass between the two.
     *
     * @throws ProblemException {@code centre-unknown}, {@code not-related}
     */
    public void require(String sender, String receiver) {
        Tenant from = centre(sender);
        Tenant to = centre(receiver);
        if (!isParent(from, to) && !isParent(to, from)) {
            throw new ProblemException(
                    LinkageError.NOT_RELATED,
                    LocalizedMessage.of(
                            NeighbourRule.class, "centre.not-neighbour", from.name(), to.name(), sender, receiver));
        }
    }

    /** Tells whether the receiver is the centre directly above the sender. */
    public boolean isAbove(String receiver, String sender) {
        Optional<Tenant> from = find(sender);
        Optional<Tenant> to = find(receiver);
        return from.isPresent() && to.isPresent() && isParent(to.get(), from.get());
    }

    private static boolean isParent(Tenant parent, Tenant child) {
        return child.parent().filter(parent.id()::equals).isPresent();
    }

    private Tenant centre(String id) {
        return find(id).orElseThrow(() -> new ProblemException(
                LinkageError.CENTRE_UNKNOWN, LocalizedMessage.of(NeighbourRule.class, "centre.unknown", id)));
    }

    private Optional<Tenant> find(String id) {
        return Optional.of(id).filter(TenantId::isWellFormed).flatMap(word -> tenants.find(new TenantId(word)));
    }
}
