package org.yichuang.catalogue.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.submission.Approval;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Type;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.SubmissionRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;

/** What the two sides of a list of drafts do within a transaction: letters, entries, and what an answer means here. */
public class SubmissionDesk {
    /** The topic of all letters about lists of drafts. */
    static final String TOPIC = "catalogue";

    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "submission";

    private final SubmissionRows rows;
    private final Items items;

    /** Over the lists and the items of each centre. */
    public SubmissionDesk(SubmissionRows rows, Items items) {
        this.rows = rows;
        this.items = items;
    }

    SubmissionRows rows() {
        return rows;
    }

    Items items() {
        return items;
    }

    /** By which a content is known that somebody has agreed to. */
    static String digest(ItemDefinition content) {
        return Digests.sha256(CatalogueJson.write(content));
    }

    /** Sends drafts, or that they are taken back, to the centre above. */
    void up(Type type, Submission list, Collection<SubmittedItem> parts, UnitOfWork unit) {
        send(type, list.above().orElseThrow(), list.nextUp(), list, parts, unit);
    }

    /** Tells the centre below, where there is one, who has the list and what was said of these items. */
    void down(Submission list, Collection<SubmittedItem> parts, UnitOfWork unit) {
        list.below().ifPresent(below -> send(Type.WORD, below, list.nextDown(), list, parts, unit));
    }

    private static void send(
            Type type,
            String receiver,
            long sequence,
            Submission list,
            Collection<SubmittedItem> parts,
            UnitOfWork unit) {
        SubmissionLetter letter = new SubmissionLetter(
                SubmissionLetter.VERSION,
                type,
                list.id(),
                list.title(),
                list.upTo(),
                list.origin(),
                list.originName(),
                list.holder(),
                told(type == Type.WITHDRAW ? list.view(unit.context().today()).concludedOn() : list.holderDue()),
                parts.stream()
                        .map(item -> item.part(type == Type.SUBMIT || item.wasAdjusted()))
                        .toList());
        unit.send(new OutgoingMessage(
                Ids.next(unit.context().at()),
                TOPIC,
                receiver,
                list.id(),
                sequence,
                type.word(),
                CatalogueJson.write(letter),
                letter.version()));
    }

    private static String told(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Writes the entry of a step; whatever changes the list or one of these items after it is a break. */
    void record(
            Submission list,
            String action,
            Map<String, String> said,
            Collection<SubmittedItem> touched,
            CatalogueEvent event,
            UnitOfWork unit) {
        Map<String, String> facts = new HashMap<>(said);
        facts.put("title", list.title());
        facts.put("state", list.state().key());
        touched.forEach(item -> facts.putAll(rows.cover(item, unit)));
        DomainEvent happened = event == null
                ? DomainEvent.NONE
                : DomainEvent.of(CatalogueEvent.MODULE, event.type())
                        .about(list.id(), "")
                        .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE, list.id(), action, rows.loadedDigest(list, unit), rows.digest(list, unit), facts, happened);
        list.head(unit.record(entry, list.head()));
    }

    /** Keeps on a draft that it is on its way. */
    void sent(CatalogueItem item, CatalogueVersion draft, Submission list, UnitOfWork unit) {
        draft.sentUp(list.id());
        new ItemActs(items, unit, Map.of("submission", list.id())).note(item, "send-up", draft);
    }

    /** Keeps on the drafts what was said of them; what is published meanwhile is only in no list any more. */
    void answer(Submission list, List<SubmittedItem> answered, UnitOfWork unit) {
        List<String> codes = answered.stream().map(SubmittedItem::code).toList();
        Map<String, CatalogueItem> known = items.items(codes, unit);
        Map<String, CatalogueVersion> drafts = items.versions(codes, ItemVersion.State.DRAFT, unit);
        for (SubmittedItem part : answered) {
            Optional.ofNullable(drafts.get(part.code()))
                    .filter(draft -> draft.number() == part.number() && draft.isIn(list.id()))
                    .ifPresent(draft -> answer(known.get(part.code()), draft, part, list, unit));
        }
        letGo(list, codes, known, "hear-above", unit);
    }

    /** What was published, or written over by a file that publishes, before its list has come to its end. */
    void letGo(Submission list, List<String> codes, Map<String, CatalogueItem> known, String action, UnitOfWork unit) {
        items.versions(codes, ItemVersion.State.PUBLISHED, unit).forEach((code, version) -> {
            if (version.isIn(list.id())) {
                version.answered(null);
                new ItemActs(items, unit, Map.of("submission", list.id())).note(known.get(code), action, version);
            }
        });
    }

    private void answer(
            CatalogueItem item, CatalogueVersion draft, SubmittedItem part, Submission list, UnitOfWork unit) {
        boolean approved = part.standing() == ItemStanding.APPROVED;
        RoadStep last = part.road().last().orElseThrow();
        if (approved) {
            draft.answered(new Approval(digest(part.content()), last.level(), part.road()));
        } else {
            draft.returned();
        }
        note(item, draft, last, list, unit);
    }

    /**
     * A no that has crossed the taking back of its list: nothing is answered by it, and what was agreed to of the same
     * draft before counts no more all the same.
     */
    void hearReturned(Submission list, List<SubmissionLetter.Part> parts, UnitOfWork unit) {
        List<String> codes = parts.stream().map(SubmissionLetter.Part::code).toList();
        Map<String, CatalogueItem> known = items.items(codes, unit);
        Map<String, CatalogueVersion> drafts = items.versions(codes, ItemVersion.State.DRAFT, unit);
        for (SubmissionLetter.Part part : parts) {
            CatalogueVersion draft = drafts.get(part.code());
            boolean isMeant = draft != null
                    && draft.number() == part.number()
                    && draft.approval().isPresent();
            if (isMeant) {
                draft.disapproved();
                note(known.get(part.code()), draft, part.road().last().orElseThrow(), list, unit);
            }
        }
    }

    private void note(CatalogueItem item, CatalogueVersion draft, RoadStep last, Submission list, UnitOfWork unit) {
        Map<String, String> facts = Map.of(
                "submission",
                list.id(),
                "by",
                last.name(),
                "outcome",
                last.outcome().key());
        new ItemActs(items, unit, facts).note(item, "hear-above", draft);
    }

    /** What was written as a date, if it is one. */
    static LocalDate day(String text) {
        return RoadStep.isDay(text) ? LocalDate.parse(text) : null;
    }
}
