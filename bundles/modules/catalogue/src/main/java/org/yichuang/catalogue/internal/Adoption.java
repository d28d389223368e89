package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.catalogue.internal.domain.unify.ComparedField;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** What centres above have agreed to with changes becomes the draft again that was sent up. */
final class Adoption {
    /** So much is shown of a field that was written to since. */
    private static final int MOST_SHOWN = 60;

    /** So much of it is told by itself in the entry when it is written over, which keeps the whole draft besides. */
    private static final int MOST_KEPT = 500;

    /** The fact of the entry that has all that was written over. */
    static final String OVERWRITTEN = "overwritten";

    /** What nobody compares between centres; the parts of bundles are the bundles'. */
    static final Map<String, Function<ItemDefinition, Object>> PARTS = parts();

    private final SubmissionDesk desk;
    private final Submission list;
    private final String code;
    private final UnitOfWork unit;

    Adoption(SubmissionDesk desk, Submission list, String code, UnitOfWork unit) {
        this.desk = desk;
        this.list = list;
        this.code = code;
        this.unit = unit;
    }

    private static Map<String, Function<ItemDefinition, Object>> parts() {
        Map<String, Function<ItemDefinition, Object>> parts = new LinkedHashMap<>();
        parts.put("department", ItemDefinition::department);
        parts.put("exerciseLevel", ItemDefinition::exerciseLevel);
        parts.put("audience", ItemDefinition::audience);
        parts.put("kind", ItemDefinition::kind);
        parts.put("result", ItemDefinition::result);
        parts.put("complaint", ItemDefinition::complaint);
        parts.put("place", ItemDefinition::place);
        parts.put("acceptanceLevels", ItemDefinition::acceptanceLevels);
        parts.put("form", ItemDefinition::form);
        parts.put("routes", ItemDefinition::routes);
        parts.put("source", ItemDefinition::source);
        parts.put("reconsiderationFirst", ItemDefinition::reconsiderationFirst);
        parts.put("aliases", ItemDefinition::aliases);
        parts.put("examination", ItemDefinition::examination);
        parts.put("certificate", ItemDefinition::certificate);
        parts.put("joint", ItemDefinition::joint);
        parts.put("prerequisites", ItemDefinition::prerequisites);
        parts.put("handling", ItemDefinition::handling);
        parts.put("serviceField", ItemDefinition::serviceField);
        parts.put("materials", ItemDefinition::materials);
        return parts;
    }

    /**
     * Makes it the draft.
     *
     * @param over whether also over what was written since; it stays in the entry
     */
    void adopt(boolean over) {
        SubmittedItem part = part();
        CatalogueVersion draft = draft(part);
        if (!over) {
            requireAsSent(draft.definition(), part);
        }
        Map<String, Written> since =
                isAsSent(draft.definition(), part) ? Map.of() : writtenSince(draft.definition(), part.definition());
        CatalogueItem item = desk.items().find(code, unit).orElseThrow();
        Map<String, String> facts = new HashMap<>(Map.of("code", code));
        since.forEach((field, written) -> facts.put("over." + field, TextRules.first(written.now(), MOST_KEPT)));
        if (!since.isEmpty()) {
            facts.put(OVERWRITTEN, CatalogueJson.write(draft.definition()));
        }
        new ItemActs(desk.items(), unit, Map.of("submission", list.id()))
                .draft(item, Optional.of(draft), part.content());
        desk.record(list, "adopt", facts, List.of(), null, unit);
    }

    /** Fails as {@link #adopt} would that writes over nothing. */
    void require() {
        SubmittedItem part = part();
        requireAsSent(draft(part).definition(), part);
    }

    private SubmittedItem part() {
        return desk.rows().items(list.id(), unit).stream()
                .filter(item -> item.code().equals(code))
                .filter(item -> item.standing() == ItemStanding.APPROVED && item.isAdjusted())
                .filter(item -> list.below().isEmpty())
                .findFirst()
                .orElseThrow(() -> state("submission.nothing-to-adopt", TextRules.cleaned(code)));
    }

    private CatalogueVersion draft(SubmittedItem part) {
        return desk.items().versions(List.of(code), ItemVersion.State.DRAFT, unit).values().stream()
                .filter(version -> version.number() == part.number())
                .findFirst()
                .orElseThrow(() -> state("submission.draft-gone", code));
    }

    private static boolean isAsSent(ItemDefinition draft, SubmittedItem part) {
        String now = SubmissionDesk.digest(draft);
        return now.equals(SubmissionDesk.digest(part.definition()))
                || now.equals(SubmissionDesk.digest(part.content()));
    }

    /** A field that says something else than was sent. */
    private record Written(LocalizedMessage told, String now) {}

    private static Map<String, Written> writtenSince(ItemDefinition draft, ItemDefinition sent) {
        Map<String, Written> since = new LinkedHashMap<>();
        for (ComparedField field : ComparedField.values()) {
            String now = field.of(draft);
            if (!now.equals(field.of(sent))) {
                since.put(field.key(), new Written(told(field.label(), field.of(sent), now), now));
            }
        }
        PARTS.forEach((key, reader) -> {
            Object now = reader.apply(draft);
            Object before = reader.apply(sent);
            if (!Objects.equals(now, before)) {
                LocalizedMessage label = LocalizedMessage.of(Adoption.class, "part." + key);
                since.putIfAbsent(
                        key,
                        now instanceof String text
                                ? new Written(told(label, (String) before, text), text)
                                : new Written(
                                        LocalizedMessage.of(Adoption.class, "submission.part-written-since", label),
                                        String.valueOf(now)));
            }
        });
        return since;
    }

    private static LocalizedMessage told(LocalizedMessage label, String before, String now) {
        return LocalizedMessage.of(
                Adoption.class,
                "submission.written-since",
                label,
                TextRules.first(before, MOST_SHOWN),
                TextRules.first(now, MOST_SHOWN));
    }

    /** What the editor has written since is in no other version: it is not written over unasked, but shown. */
    private void requireAsSent(ItemDefinition draft, SubmittedItem part) {
        if (isAsSent(draft, part)) {
            return;
        }
        Problems problems = new Problems();
        writtenSince(draft, part.definition()).forEach((field, written) -> problems.add(field, written.told()));
        problems.refuse(
                CatalogueError.SUBMISSION_STATE, LocalizedMessage.of(Adoption.class, "submission.draft-changed", code));
        throw state("submission.draft-changed", code);
    }

    private static ProblemException state(String key, Object... arguments) {
        return new ProblemException(
                CatalogueError.SUBMISSION_STATE, LocalizedMessage.of(Adoption.class, key, arguments));
    }
}
