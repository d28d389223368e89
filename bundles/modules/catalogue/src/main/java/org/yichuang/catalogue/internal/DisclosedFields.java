package org.yichuang.catalogue.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Pauses;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/**
 * Asks other modules what the fields say that they know better than items do: each in a read of its own, never within
 * the transaction that publishes. A statement that fails ends the transaction that it stands in, and nothing else.
 */
public class DisclosedFields {
    private static final Logger LOG = LoggerFactory.getLogger(DisclosedFields.class);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** How long one source may take over all items of a file. */
    private static final Duration LONGEST_FILE = Duration.ofSeconds(30);
    /** After so many items that it failed on a source is asked about no more of them. */
    private static final int FAILURES = 3;

    private final List<DisclosureFieldSource> sources;
    private final Transactions transactions;
    private final Tenants tenants;
    private final ModuleRegistry modules;
    private final Pauses<Asked> pauses = new Pauses<>(PAUSE, System::nanoTime);

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

    /** Whom we ask for whom: what one centre's rows make slow is no other's. */
    private record Asked(TenantId centre, String module) {}

    /** What other modules say in an item's guide; one that fails, or was slow, says nothing. */
    public List<Shown> shown(ItemVersion item, CallContext context) {
        return here(context).flatMap(source -> shown(source, item, context)).toList();
    }

    private Stream<Shown> shown(Source source, ItemVersion item, CallContext context) {
        Asked asked = new Asked(context.tenant(), source.module());
        if (pauses.isPaused(asked)) {
            return Stream.empty();
        }
        long began = System.nanoTime();
        Map<String, String> said = said(source, List.of(item), context).getOrDefault(code(item), Map.of());
        if (System.nanoTime() - began > LONGEST_ANSWER.toNanos()) {
            LOG.warn(
                    "Module {} is slow about guides of {} and not asked for {}", asked.module(), asked.centre(), PAUSE);
            pauses.pause(asked);
        }
        return said.entrySet().stream()
                .map(each -> new Shown(each.getKey(), source.labels().get(each.getKey()), each.getValue()));
    }

    /** What they say of a version that is about to be published; one that fails says nothing. */
    ForeignFields of(ItemVersion item, CallContext context) {
        return of(here(context).toList(), List.of(item), context).getOrDefault(code(item), ForeignFields.NONE);
    }

    /** The same of items that are about to be published for the first time or anew, by their codes. */
    Map<String, ForeignFields> of(List<ItemDefinition> items, CallContext context) {
        List<Source> here = here(context).toList();
        return here.isEmpty()
                ? Map.of()
                : of(
                        here,
                        items.stream().map(item -> unpublished(item, context)).toList(),
                        context);
    }

    private Map<String, ForeignFields> of(List<Source> here, List<ItemVersion> items, CallContext context) {
        Map<String, LocalizedMessage> labels = new HashMap<>();
        Map<String, Map<String, String>> values = new HashMap<>();
        for (Source source : here) {
            labels.putAll(source.labels());
            said(source, items, context).forEach((code, said) -> values.computeIfAbsent(code, any -> new TreeMap<>())
                    .putAll(said));
        }
        return items.stream()
                .map(DisclosedFields::code)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), code -> new ForeignFields(labels, values.getOrDefault(code, Map.of()))));
    }

    private static String code(ItemVersion item) {
        return item.definition().code();
    }

    private static ItemVersion unpublished(ItemDefinition item, CallContext context) {
        return new ItemVersion(context.tenant(), 0, ItemVersion.State.DRAFT, item, null, 0);
    }

    /** What a source says of items, by code and field: an item that it fails on spoils no other. */
    private Map<String, Map<String, String>> said(Source source, List<ItemVersion> items, CallContext context) {
        Map<String, Map<String, String>> said = new ConcurrentHashMap<>();
        long end = System.nanoTime() + LONGEST_FILE.toNanos();
        int failures = 0;
        int next = 0;
        while (next < items.size() && failures < FAILURES && System.nanoTime() - end < 0) {
            List<ItemVersion> rest = items.subList(next, items.size());
            int answered = answered(source, rest, said, end, context);
            failures += answered < rest.size() ? 1 : 0;
            next += answered + 1;
        }
        if (next < items.size()) {
            LOG.warn("Module {} was not asked about {} more items", source.module(), items.size() - next);
        }
        return said;
    }

    /** Asks within one read until the first failure; returns how many items were answered. */
    private int answered(
            Source source,
            List<ItemVersion> items,
            Map<String, Map<String, String>> said,
            long end,
            CallContext context) {
        int[] answered = {0};
        ForeignCode.run(
                () -> transactions.read(context.withoutKey(), unit -> {
                    while (answered[0] < items.size() && System.nanoTime() - end < 0) {
                        ItemVersion item = items.get(answered[0]);
                        said.put(code(item), source.values(item, unit));
                        answered[0]++;
                    }
                    return null;
                }),
                failure -> LOG.warn("What module {} discloses is not known", source.module(), failure));
        return answered[0];
    }

    private Stream<Source> here(CallContext context) {
        return sources.stream()
                .flatMap(source -> ForeignCode.call(() -> Optional.of(Source.of(source)), failure -> {
                            LOG.warn(
                                    "{} cannot say what it discloses",
                                    source.getClass().getName(),
                                    failure);
                            return Optional.<Source>empty();
                        })
                        .stream())
                .filter(source -> modules.isOn(source.module(), tenants.get(context.tenant())));
    }

    /**
     * A source and what it says of itself, asked once.
     *
     * @param labels its fields and what people call them
     */
    private record Source(DisclosureFieldSource source, String module, Map<String, LocalizedMessage> labels) {
        static Source of(DisclosureFieldSource source) {
            Map<String, LocalizedMessage> labels = new TreeMap<>();
            source.fields().forEach(field -> labels.put(field, source.label(field)));
            return new Source(source, source.module(), labels);
        }

        Map<String, String> values(ItemVersion item, UnitOfWork unit) {
            Map<String, String> values = new TreeMap<>();
            labels.keySet()
                    .forEach(field -> source.value(field, item, unit).ifPresent(value -> values.put(field, value)));
            return values;
        }
    }
}
