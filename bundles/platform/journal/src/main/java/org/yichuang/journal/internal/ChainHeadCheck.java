package org.yichuang.journal.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.TenantId;

/** Compares the heads that aggregates keep in their own rows with the chains, in both directions. */
final class ChainHeadCheck {
    private static final int PAGE = 200;

    private final TransactionBoundary boundary;
    private final List<ChainHeadProvider> keepers;
    private final TenantId tenant;
    private final Map<String, HashSet64> chainsByType = new HashMap<>();

    ChainHeadCheck(TransactionBoundary boundary, List<ChainHeadProvider> keepers, TenantId tenant) {
        this.boundary = boundary;
        this.keepers = keepers;
        this.tenant = tenant;
        keepers.forEach(keeper -> chainsByType.put(keeper.aggregateType(), new HashSet64()));
    }

    /** Notes a chain that was walked: its aggregate must be there. */
    void chain(String type, String id) {
        HashSet64 chains = chainsByType.get(type);
        if (chains != null) {
            chains.add(Digests.sha256(id));
        }
    }

    Optional<String> run() {
        chainsByType.values().forEach(HashSet64::seal);
        return keepers.stream().map(this::check).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> check(ChainHeadProvider keeper) {
        Optional<String> after = Optional.empty();
        Map<String, ChainHead> page = keeper.heads(tenant, after, PAGE);
        while (!page.isEmpty()) {
            for (Map.Entry<String, ChainHead> head : new TreeMap<>(page).entrySet()) {
                chainsByType.get(keeper.aggregateType()).meet(Digests.sha256(head.getKey()));
                Optional<String> broken = check(keeper, head.getKey(), head.getValue(), after);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            after = lastOf(page);
            page = keeper.heads(tenant, after, PAGE);
        }
        return withoutAggregate(keeper.aggregateType());
    }

    /** The keeper's own order decides what comes after, so the last one is the one that it gave last. */
    private static Optional<String> lastOf(Map<String, ChainHead> page) {
        return page.keySet().stream().reduce((first, second) -> second);
    }

    private Optional<String> check(ChainHeadProvider keeper, String id, ChainHead head, Optional<String> after) {
        String type = keeper.aggregateType();
        if (head.sequence() > 0) {
            Optional<String> hash = boundary.readSql(
                    connection -> EntryQueries.hash(connection, tenant.value(), type, id, head.sequence()));
            if (hash.isEmpty()) {
                return VerificationRun.found(
                        type + "/" + id + " 第 " + head.sequence() + " 条记录被删除",
                        "Entry " + head.sequence() + " of " + type + "/" + id + " has been removed");
            }
            if (!hash.get().equals(head.hash())) {
                return departs(type, id);
            }
        }
        ChainHead top = boundary.readSql(connection -> EntryQueries.head(connection, tenant.value(), type, id));
        if (top.sequence() == head.sequence()) {
            return Optional.empty();
        }
        // Either a step was taken since the page was read, or the aggregate has been set back
        ChainHead again = keeper.heads(tenant, after, PAGE).getOrDefault(id, head);
        return again.sequence() < top.sequence() ? departs(type, id) : Optional.empty();
    }

    private Optional<String> withoutAggregate(String type) {
        HashSet64 chains = chainsByType.get(type);
        if (chains.allMet()) {
            return Optional.empty();
        }
        Optional<String> id = chainAfter(type, "");
        while (id.isPresent()) {
            if (!chains.isMet(Digests.sha256(id.get()))) {
                return VerificationRun.found(
                        type + "/" + id.get() + " 有审计记录，但数据已被删除",
                        type + "/" + id.get() + " has audit entries, but itself has been removed");
            }
            id = chainAfter(type, id.get());
        }
        return Optional.empty();
    }

    private Optional<String> chainAfter(String type, String id) {
        return boundary.readSql(connection -> EntryQueries.nextChain(connection, tenant.value(), type, id));
    }

    private static Optional<String> departs(String type, String id) {
        return VerificationRun.found(
                type + "/" + id + " 的数据与审计链末尾不符", type + "/" + id + " does not match the end of its audit chain");
    }
}
