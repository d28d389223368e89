package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.domain.PublishingRules;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** The acts on one item within a transaction, each with its audit entry on the item's chain. */
final class ItemActs {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "item";

    private static final int LONGEST_DEPARTMENT = 100;

    private final Items items;
    private final UnitOfWork unit;
    private final Map<String, String> details;

    /**
     * @param details facts that stand in every entry, e.g. the import that the acts belong to
     */
    ItemActs(Items items, UnitOfWork unit, Map<String, String> details) {
        this.items = items;
        this.unit = unit;
        this.details = details;
    }

    /** Creates or replaces the draft. */
    CatalogueVersion draft(CatalogueItem item, Optional<CatalogueVersion> present, ItemDefinition definition) {
        CatalogueVersion draft = written(item, present, definition);
        record(item, "draft", Map.of(), draft, new CatalogueEvent.Drafted(draft.number()));
        return draft;
    }

    /**
     * Publishes the draft in place of what was published before, if the rules hold.
     *
     * @param foreign what other modules say of the draft
     */
    CatalogueVersion publish(
            CatalogueItem item,
            Optional<CatalogueVersion> draft,
            Optional<CatalogueVersion> published,
            String disclosure,
            ForeignFields foreign) {
        CatalogueVersion next = draft.orElseThrow(() -> noDraft(item.code()));
        PublishingRules.require(next.definition(), disclosure, foreign);
        return goPublic(item, next, published, foreign);
    }

    /**
     * Drafts and publishes in one act what an import brings, for content that the rules have been found to hold for.
     */
    CatalogueVersion publishAtOnce(
            String importId,
            CatalogueItem item,
            Optional<CatalogueVersion> draft,
            Optional<CatalogueVersion> published,
            ItemDefinition definition,
            ForeignFields foreign) {
        ItemDefinition before = draft.map(CatalogueVersion::definition).orElse(null);
        CatalogueVersion next = written(item, draft, definition);
        next.broughtBy(importId, before, published.map(CatalogueVersion::number).orElse(null));
        return goPublic(item, next, published, foreign);
    }

    /** Drafts what an import brings; what it is written over can be had back. */
    CatalogueVersion draftOf(
            String importId, CatalogueItem item, Optional<CatalogueVersion> present, ItemDefinition definition) {
        ItemDefinition before = present.map(CatalogueVersion::definition).orElse(null);
        CatalogueVersion draft = written(item, present, definition);
        draft.broughtBy(importId, before, null);
        record(item, "draft", Map.of(), draft, new CatalogueEvent.Drafted(draft.number()));
        return draft;
    }

    private CatalogueVersion written(
            CatalogueItem item, Optional<CatalogueVersion> present, ItemDefinition definition) {
        if (present.isPresent()) {
            present.get().redraft(definition);
            present.get().writtenBy(unit.context().actor().account());
            return present.get();
        }
        CatalogueVersion draft = new CatalogueVersion(item.startDraft(), definition);
        draft.writtenBy(unit.context().actor().account());
        items.add(draft, unit);
        return draft;
    }

    private CatalogueVersion goPublic(
            CatalogueItem item, CatalogueVersion next, Optional<CatalogueVersion> published, ForeignFields foreign) {
        published.ifPresent(CatalogueVersion::retire);
        item.publish();
        next.publish(unit.context().at(), foreign.values().values());
        Integer replaced = published.map(CatalogueVersion::number).orElse(null);
        Map<String, String> former = new HashMap<>(
                published.map(version -> items.cover(version, unit)).orElse(Map.of()));
        next.approvalOf(SubmissionDesk.digest(next.definition()))
                .ifPresent(approval -> former.put(
                        "approvedBy",
                        approval.road().steps().stream().map(RoadStep::name).collect(Collectors.joining("、"))));
        record(item, "publish", former, next, new CatalogueEvent.Published(next.number(), replaced));
        return next;
    }

    /**
     * Keeps what an office says of the draft.
     *
     * @param said the facts that cover it
     */
    void opine(CatalogueItem item, CatalogueVersion draft, Map<String, String> said, CatalogueEvent event) {
        record(item, "opine", said, draft, event);
    }

    /**
     * Keeps that the public was told of the published version.
     *
     * @param said the facts that cover it
     */
    void makeKnown(CatalogueItem item, CatalogueVersion version, Map<String, String> said, CatalogueEvent event) {
        record(item, "make-known", said, version, event);
    }

    /** Notes on the item's chain what became of its draft elsewhere; no event of its own. */
    void note(CatalogueItem item, String action, CatalogueVersion draft) {
        write(item, action, facts(Map.of(), draft), DomainEvent.NONE);
    }

    /** Retires the published version without successor. */
    CatalogueVersion retire(CatalogueItem item, Optional<CatalogueVersion> published) {
        item.retire();
        CatalogueVersion last = published.orElseThrow();
        last.retire();
        record(item, "retire", Map.of(), last, new CatalogueEvent.Retired(last.number()));
        return last;
    }

    /** Publishes what one application is handled under, and retires it at once: nobody else is offered it. */
    CatalogueVersion reserve(CatalogueItem item, ItemDefinition definition) {
        CatalogueVersion kept = written(item, Optional.empty(), definition);
        item.publish();
        kept.publish(unit.context().at(), List.of());
        item.retire();
        kept.retire();
        record(item, "reserve", Map.of(), kept, new CatalogueEvent.Reserved(kept.number()));
        return kept;
    }

    /** Retires what an import has published, and publishes again what was there before. */
    void reinstate(CatalogueItem item, CatalogueVersion brought, CatalogueVersion before) {
        brought.retire();
        before.reinstate();
        item.reinstate(before.number());
        record(
                item,
                "reinstate",
                items.cover(brought, unit),
                before,
                new CatalogueEvent.Published(before.number(), brought.number()));
    }

    /** Takes a draft back that nobody has published. */
    void discard(CatalogueItem item, CatalogueVersion draft) {
        draft.discard();
        item.discardDraft();
        record(item, "discard", Map.of(), draft, new CatalogueEvent.Discarded(draft.number()));
    }

    /**
     * @param former what covers the rows of other versions that the act has changed
     */
    private void record(
            CatalogueItem item,
            String action,
            Map<String, String> former,
            CatalogueVersion version,
            CatalogueEvent event) {
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(item.code(), item.code())
                .at(TextRules.first(version.definition().department(), LONGEST_DEPARTMENT), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        write(item, action, facts(former, version), happened);
    }

    private Map<String, String> facts(Map<String, String> former, CatalogueVersion version) {
        Map<String, String> facts = new HashMap<>(details);
        facts.put("version", Integer.toString(version.number()));
        facts.put("name", version.definition().name());
        facts.putAll(former);
        facts.putAll(items.cover(version, unit));
        return facts;
    }

    private void write(CatalogueItem item, String action, Map<String, String> facts, DomainEvent happened) {
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                item.code(),
                action,
                items.loadedDigest(item, unit),
                items.digest(item, unit),
                facts,
                happened);
        item.head(unit.record(entry, item.head()));
    }

    private static ProblemException noDraft(String code) {
        return new ProblemException(
                CatalogueError.ITEM_STATE, LocalizedMessage.of(ItemActs.class, "draft.none-of-item", code));
    }
}
