package org.yichuang.journal.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.TenantId;

/** Compares the rows as they stand with what the audit entries say about them, in both directions. */
final class RowCheck {
    private static final int PAGE = 1_000;
    /** How often a row is looked at again that is being worked on while it is compared. */
    private static final int LOOKS = 5;

    private static final EntryQueries.Place NEWEST = new EntryQueries.Place(Long.MAX_VALUE, "", "", 0);

    private final TransactionBoundary boundary;
    private final List<ChainHeadProvider> providers;
    private final TenantId tenant;
    private final RowCovers covers;
    /** From when on entries may have been written that the walk has missed. */
    private final long since;

    private Optional<String> departure = Optional.empty();

    RowCheck(TransactionBoundary boundary, List<ChainHeadProvider> providers, TenantId tenant) {
        this.boundary = boundary;
        this.providers = providers;
        this.tenant = tenant;
        Set<String> types =
                providers.stream().map(ChainHeadProvider::aggregateType).collect(Collectors.toSet());
        this.covers = new RowCovers(types);
        this.since = latest(NEWEST).stream()
                .findFirst()
                .map(entry -> entry.atMicros() - RowCovers.LONGEST_TRANSACTION_MICROS)
                .orElse(0L);
    }

    /** Notes an entry that was walked. */
    void entry(EntryRow entry) {
        Optional<String> found = covers.add(entry);
        departure = departure.or(() -> found.flatMap(name -> Breaks.found(
                "row-departed",
                name,
                entry.sequence(),
                entry.action(),
                RowCovers.name(entry.aggregateType(), entry.aggregateId()))));
    }

    /** The kinds of rows that entries speak about and that nobody here has. */
    List<String> absent() {
        return covers.absent();
    }

    /** What the walk has noted about a row. */
    Optional<RowCovers.Cover> noted(String type, String id) {
        return covers.meet(type, id);
    }

    Optional<String> run() {
        Optional<String> broken = departure;
        for (ChainHeadProvider provider : providers) {
            broken = broken.or(() -> rows(provider));
        }
        return broken.or(this::removed);
    }

    /** The same for the rows only that entries were noted about. */
    Optional<String> runNoted() {
        Optional<String> broken = departure;
        for (String name : covers.names()) {
            String type = name.substring(0, name.indexOf('/'));
            broken = broken.or(() -> providers.stream()
                    .filter(provider -> provider.aggregateType().equals(type))
                    .findFirst()
                    .flatMap(provider -> checkNoted(provider, name.substring(type.length() + 1))));
        }
        return broken.or(this::removed);
    }

    private Optional<String> checkNoted(ChainHeadProvider provider, String id) {
        Optional<RowState> row = provider.row(tenant, id);
        // Others' entries may be all that is noted: the end of its own chain is needed as well
        row.filter(state ->
                        covers.meet(provider.aggregateType(), id).orElseThrow().sequence() == 0)
                .ifPresent(state -> walkOn(provider.aggregateType(), state));
        return row.flatMap(state -> check(provider, state));
    }

    private Optional<String> rows(ChainHeadProvider provider) {
        Optional<String> after = Optional.empty();
        List<RowState> page = provider.rows(tenant, after, PAGE);
        while (!page.isEmpty()) {
            for (RowState row : page) {
                Optional<String> broken = check(provider, row);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            after = Optional.of(page.get(page.size() - 1).id());
            page = provider.rows(tenant, after, PAGE);
        }
        return Optional.empty();
    }

    /** Compares a row; one that departs may have been worked on since its chain was walked, and is looked at again. */
    private Optional<String> check(ChainHeadProvider provider, RowState row) {
        Optional<String> broken = compare(provider, row);
        for (int look = 0; look < LOOKS && broken.isPresent(); look++) {
            Optional<RowState> now = provider.row(tenant, row.id());
            now.ifPresent(state -> walkOn(provider.aggregateType(), state));
            broken = now.flatMap(state -> departure.or(() -> compare(provider, state)));
        }
        return broken;
    }

    /** Notes the entries since the walk as far as a row goes that was read before them. */
    void walkOn(String type, RowState row) {
        row.head().ifPresentOrElse(head -> walkChain(type, row.id(), head.sequence()), () -> {
            walkChain(type, row.id(), Long.MAX_VALUE);
            walkLatest();
        });
    }

    private void walkChain(String type, String id, long end) {
        long from = covers.meet(type, id).map(RowCovers.Cover::sequence).orElse(0L);
        List<EntryRow> page = ofAggregate(type, id, from);
        while (!page.isEmpty() && page.get(0).sequence() <= end) {
            page.stream().filter(entry -> entry.sequence() <= end).forEach(this::entry);
            page = ofAggregate(type, id, page.get(page.size() - 1).sequence());
        }
    }

    private List<EntryRow> ofAggregate(String type, String id, long after) {
        return boundary.readSql(
                RowScope.of(tenant),
                connection -> EntryQueries.ofAggregate(connection, tenant.value(), type, id, after, PAGE));
    }

    /** Notes what the entries since the beginning say about rows of others' chains. */
    private void walkLatest() {
        Deque<EntryRow> latest = new ArrayDeque<>();
        List<EntryRow> page = latest(NEWEST);
        while (!page.isEmpty() && page.get(0).atMicros() >= since) {
            page.forEach(latest::push);
            EntryRow last = latest.peek();
            page = latest(
                    new EntryQueries.Place(last.atMicros(), last.aggregateType(), last.aggregateId(), last.sequence()));
        }
        latest.forEach(covers::addOthers);
    }

    private List<EntryRow> latest(EntryQueries.Place place) {
        return boundary.readSql(
                RowScope.of(tenant), connection -> EntryQueries.latest(connection, tenant.value(), place, PAGE));
    }

    private Optional<String> compare(ChainHeadProvider provider, RowState row) {
        String name = RowCovers.name(provider.aggregateType(), row.id());
        Optional<RowCovers.Cover> cover = covers.meet(provider.aggregateType(), row.id());
        if (cover.isEmpty() || row.head().filter(head -> head.sequence() == 0).isPresent()) {
            return Breaks.found("row-without-entries", name);
        }
        long end = cover.get().sequence();
        if (row.head().filter(head -> head.sequence() > end).isPresent()) {
            return Breaks.found("entry-removed", name, end + 1);
        }
        if (row.head().filter(head -> departs(head, cover.get())).isPresent()) {
            return Breaks.found("row-behind-chain", name);
        }
        if (!cover.get().digest().equals(row.digest())) {
            return Breaks.found("row-changed", name);
        }
        return Optional.empty();
    }

    private static boolean departs(ChainHead head, RowCovers.Cover cover) {
        return head.sequence() != cover.sequence() || !head.hash().equals(cover.hash());
    }

    private Optional<String> removed() {
        for (String name : covers.unmet()) {
            String type = name.substring(0, name.indexOf('/'));
            String id = name.substring(type.length() + 1);
            boolean stands = providers.stream()
                    .filter(provider -> provider.aggregateType().equals(type))
                    .anyMatch(provider -> provider.row(tenant, id).isPresent());
            if (!stands) {
                walkChain(type, id, Long.MAX_VALUE);
                walkLatest();
                if (!covers.meet(type, id).orElseThrow().isRemoved()) {
                    return Breaks.found("row-removed", name);
                }
            }
        }
        return Optional.empty();
    }
}
