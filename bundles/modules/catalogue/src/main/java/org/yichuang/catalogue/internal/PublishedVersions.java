package org.yichuang.catalogue.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Which version a centre offers under a code, remembered: what is published does not change, so versions are kept for
 * good (of the database that we work with); which one is the published one is asked again after {@link #FRESH}, because
 * another container may publish.
 */
public class PublishedVersions {
    static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_OFFERS = 50_000;
    private static final int MOST_VERSIONS = 5_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final Map<Key, Offer> offers = new ConcurrentHashMap<>();
    private final Map<VersionKey, ItemVersion> versions = new ConcurrentHashMap<>();
    private final List<BiConsumer<List<String>, CallContext>> listeners = new CopyOnWriteArrayList<>();

    /** Over the catalogues of all centres. */
    public PublishedVersions(Transactions transactions, Tenants tenants, Items items) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
    }

    /** @param database in which the rows are, as others may have the same with other contents */
    private record Key(int database, TenantId tenant, String code) {}

    private record Offer(TenantId owner, int number, Instant learnt) {
        boolean isFresh(Instant now) {
            return Duration.between(learnt, now).abs().compareTo(FRESH) < 0;
        }
    }

    private record VersionKey(int database, TenantId owner, String code, int number) {}

    /** How rows of a centre are read: each in a transaction of its own, or all in one that runs. */
    private interface Reader {
        <T> T read(TenantId owner, Transactions.Work<T> work);

        /** Whether what was found is published for good. */
        boolean isForGood(ItemVersion found);
    }

    private Reader apart(CallContext context) {
        return new Reader() {
            @Override
            public <T> T read(TenantId owner, Transactions.Work<T> work) {
                return transactions.read(at(owner, context), work);
            }

            @Override
            public boolean isForGood(ItemVersion found) {
                return true;
            }
        };
    }

    private static Reader within(UnitOfWork unit) {
        Instant now = unit.context().at().truncatedTo(ChronoUnit.MICROS);
        return new Reader() {
            @Override
            public <T> T read(TenantId owner, Transactions.Work<T> work) {
                return unit.reading(owner, work);
            }

            /** One that was published a moment ago may be undone yet, by this very unit. */
            @Override
            public boolean isForGood(ItemVersion found) {
                return found.publishedAt().isBefore(now);
            }
        };
    }

    ItemVersion offered(String code, CallContext context) {
        Key key = new Key(transactions.databaseChanges(), context.tenant(), code);
        Optional<Offer> known = known(key, context);
        Offer offer = known.orElseGet(() -> find(code, context, apart(context)).orElseThrow(() -> unknown(code)));
        if (known.isEmpty()) {
            makeRoom(offers, MOST_OFFERS);
            offers.put(key, offer);
        }
        return version(offer.owner(), code, offer.number(), context);
    }

    /** What the unit itself has published or retired is nobody else's to know, so that the offer is not kept. */
    ItemVersion offered(String code, UnitOfWork unit) {
        CallContext context = unit.context();
        Offer offer = known(new Key(transactions.databaseChanges(), context.tenant(), code), context)
                .or(() -> find(code, context, within(unit)))
                .orElseThrow(() -> unknown(code));
        return version(offer.owner(), code, offer.number(), unit);
    }

    private Optional<Offer> known(Key key, CallContext context) {
        return Optional.ofNullable(offers.get(key)).filter(offer -> offer.isFresh(context.at()));
    }

    ItemVersion version(TenantId owner, String code, int number, CallContext context) {
        return version(owner, code, number, apart(context));
    }

    ItemVersion version(TenantId owner, String code, int number, UnitOfWork unit) {
        return version(owner, code, number, within(unit));
    }

    private ItemVersion version(TenantId owner, String code, int number, Reader reader) {
        VersionKey key = new VersionKey(transactions.databaseChanges(), owner, code, number);
        ItemVersion known = versions.get(key);
        if (known != null) {
            return known;
        }
        ItemVersion found = load(owner, code, number, reader).orElseThrow(() -> unknown(code));
        if (found.publishedAt() == null) {
            throw unknown(code);
        }
        if (reader.isForGood(found)) {
            makeRoom(versions, MOST_VERSIONS);
            versions.put(key, found);
        }
        return found;
    }

    /** Forgets which versions are the published ones, and tells who wants to know of which items. */
    void changed(List<String> codes, CallContext context) {
        offers.clear();
        listeners.forEach(listener -> listener.accept(codes, context));
    }

    /** Tells from now on what this container has published or retired, after the commit. */
    void onChange(BiConsumer<List<String>, CallContext> listener) {
        listeners.add(listener);
    }

    /** The call on behalf of the same actor at a centre above, for reading its published items. */
    static CallContext at(TenantId owner, CallContext context) {
        return new CallContext(
                owner, context.actor(), context.at(), context.requestId(), Optional.empty(), Optional.empty());
    }

    private Optional<Offer> find(String code, CallContext context, Reader reader) {
        if (code.isEmpty() || TextRules.isUnfit(code)) {
            return Optional.empty();
        }
        Tenant centre = tenants.get(context.tenant());
        for (Tenant owner : tenants.lineage(context.tenant())) {
            Optional<Integer> number = reader.read(owner.id(), unit -> items.publishedNumber(code, unit));
            if (number.isPresent()) {
                Offer offer = new Offer(owner.id(), number.get(), context.at());
                return Optional.of(offer).filter(found -> isOffered(found, code, centre, reader));
            }
        }
        return Optional.empty();
    }

    /** Its own items in any case, those from above where they are accepted at its level. */
    private boolean isOffered(Offer offer, String code, Tenant centre, Reader reader) {
        return offer.owner().equals(centre.id())
                || version(offer.owner(), code, offer.number(), reader)
                        .definition()
                        .acceptanceLevels()
                        .contains(centre.level());
    }

    private Optional<ItemVersion> load(TenantId owner, String code, int number, Reader reader) {
        return reader.read(owner, unit -> items.version(code, number, unit).map(version -> version.view(owner)));
    }

    private static void makeRoom(Map<?, ?> kept, int most) {
        if (kept.size() >= most) {
            kept.clear();
        }
    }

    static ProblemException unknown(String code) {
        String shown = TextRules.cleaned(code);
        return new ProblemException(
                CatalogueError.ITEM_UNKNOWN, LocalizedMessage.of(PublishedVersions.class, "item.unknown", shown));
    }
}
