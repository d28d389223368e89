package org.yichuang.catalogue.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Asks other modules what the fields say that they know better than items do. */
public class DisclosedFields {
    private static final Logger LOG = LoggerFactory.getLogger(DisclosedFields.class);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final List<DisclosureFieldSource> sources;
    private final Transactions transactions;
    private final Tenants tenants;
    private final ModuleRegistry modules;
    private final Map<String, Instant> paused = new ConcurrentHashMap<>();

    /** @param sources those that are there at any time */
    public DisclosedFields(
            List<DisclosureFieldSource> sources, Transactions transactions, Tenants tenants, ModuleRegistry modules) {
        this.sources = sources;
        this.transactions = transactions;
        this.tenants = tenants;
        this.modules = modules;
    }

    /** A field as a guide shows it. */
    public record Shown(String field, LocalizedMessage label, String value) {}

    /** What other modules say in an item's guide; one that fails, or was slow, says nothing. */
    public List<Shown> shown(ItemVersion item, CallContext context) {
        return here(context)
                .filter(source -> !isPaused(source, context))
                .flatMap(source -> asked(source, item, context).stream())
                .toList();
    }

    private List<Shown> asked(DisclosureFieldSource source, ItemVersion item, CallContext context) {
        long began = System.nanoTime();
        try {
            return transactions.read(context.withoutKey(), unit -> {
                List<Shown> shown = new ArrayList<>();
                for (String field : new TreeSet<>(source.fields())) {
                    source.value(field, item, unit)
                            .ifPresent(value -> shown.add(new Shown(field, source.label(field), value)));
                }
                return List.copyOf(shown);
            });
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("What module {} discloses is left out of a guide", source.module(), e);
            return List.of();
        } finally {
            if (System.nanoTime() - began > LONGEST_ANSWER.toNanos()) {
                LOG.warn("Module {} is slow about guides and not asked for {}", source.module(), PAUSE);
                paused.put(source.module(), context.at().plus(PAUSE));
            }
        }
    }

    private boolean isPaused(DisclosureFieldSource source, CallContext context) {
        Instant until = paused.get(source.module());
        return until != null && context.at().isBefore(until);
    }

    /** What they say of a version that is about to be published, within the transaction. */
    ForeignFields of(ItemVersion item, UnitOfWork unit) {
        Map<String, LocalizedMessage> labels = new TreeMap<>();
        Map<String, String> values = new TreeMap<>();
        here(unit.context()).forEach(source -> source.fields().forEach(field -> {
            labels.put(field, source.label(field));
            value(source, field, item, unit).ifPresent(value -> values.put(field, value));
        }));
        return new ForeignFields(labels, values);
    }

    /** The same of items that are about to be published for the first time or anew, by their codes. */
    Map<String, ForeignFields> of(List<ItemDefinition> items, CallContext context) {
        if (here(context).findAny().isEmpty()) {
            return Map.of();
        }
        return transactions.read(context.withoutKey(), unit -> {
            Map<String, ForeignFields> said = new TreeMap<>();
            items.forEach(item -> said.put(item.code(), of(unpublished(item, context), unit)));
            return said;
        });
    }

    private static ItemVersion unpublished(ItemDefinition item, CallContext context) {
        return new ItemVersion(context.tenant(), 0, ItemVersion.State.DRAFT, item, null, 0);
    }

    private static Optional<String> value(
            DisclosureFieldSource source, String field, ItemVersion item, UnitOfWork unit) {
        try {
            return source.value(field, item, unit);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("What module {} says of {} is not known at a publication", source.module(), field, e);
            return Optional.empty();
        }
    }

    private Stream<DisclosureFieldSource> here(CallContext context) {
        return sources.stream().filter(source -> modules.isOn(source.module(), tenants.get(context.tenant())));
    }
}
