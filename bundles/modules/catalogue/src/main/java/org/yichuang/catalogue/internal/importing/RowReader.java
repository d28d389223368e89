package org.yichuang.catalogue.internal.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.catalogue.internal.domain.AliasWords;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.ExaminationWords;
import org.yichuang.catalogue.internal.domain.OwnWord;
import org.yichuang.catalogue.internal.domain.need.PrerequisiteLines;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.ItemCode;
import org.yichuang.kernel.api.time.Limit;

/** Understands one row, or says why not. What is missing is assumed only where the answer is plain, and then said. */
final class RowReader {
    private static final List<Column> LEVELS = List.of(
            Column.EXERCISE_LEVEL,
            Column.ACCEPTANCE_LEVEL,
            Column.ACCEPTANCE_LEVELS,
            Column.PRE_REVIEW_LEVEL,
            Column.ISSUE_LEVEL);

    private final Cells cells;
    private final List<Remark> refusals = new ArrayList<>();
    private final List<Remark> assumptions = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    private RowReader(Cells cells) {
        this.cells = cells;
    }

    static ReadRow read(Cells cells) {
        return new RowReader(cells).read();
    }

    /** The code of a row, given or assigned; empty where it has neither code nor name. */
    static String codeOf(TableRow row) {
        return new RowReader(new Cells(row, Map.of(), Meanings.NONE)).code(row.text(Column.NAME.name()));
    }

    /** Reads a row that is about an item that is there already: what it does not say stays. */
    static ReadRow read(TableRow row, ItemDefinition present, Meanings meanings) {
        Cells cells = new Cells(row, KeptCells.of(row, present), meanings);
        boolean inWords = !MaterialsCell.isWhole(cells.get(Column.MATERIALS));
        return read(cells)
                .with(item -> inWords ? MaterialsCell.over(item, present) : item)
                .over(present, told(cells.kept().keySet(), KeptCells.losesField(row, present)));
    }

    private static List<Remark> told(Set<Column> kept, boolean losesField) {
        List<Remark> told = new ArrayList<>();
        if (!kept.isEmpty()) {
            told.add(new Remark(LocalizedMessage.of(
                    RowReader.class,
                    "row.kept",
                    kept.stream().sorted().map(Column::chinese).collect(Collectors.joining("、")))));
        }
        if (losesField) {
            told.add(new Remark(Column.SERVICE_FIELD.remark(
                    LocalizedMessage.of(RowReader.class, "service-field.gone", ItemType.PUBLIC_SERVICE.label()))));
        }
        return told;
    }

    private ReadRow read() {
        String name = cells.get(Column.NAME);
        String code = code(name);
        List<Remark> flaws = cells.flaws().toList();
        if (!flaws.isEmpty()) {
            return new ReadRow(cells.row().number(), code, name, Optional.empty(), flaws, List.of(), List.of());
        }
        cells.notes().forEach(assumptions::add);
        Optional<ItemDefinition> item = definition(code, name);
        if (item.isPresent() && refusals.isEmpty()) {
            DraftRules.problems(item.get()).forEach(problem -> refuse(told(problem)));
        }
        Optional<ItemDefinition> taken = refusals.isEmpty() ? item : Optional.empty();
        cells.strangePlace().ifPresent(place -> asked.add(new Asked(OwnWord.Kind.ORGAN, cells.get(Column.ORGAN))));
        return new ReadRow(
                cells.row().number(),
                code,
                name,
                taken,
                List.copyOf(refusals),
                List.copyOf(assumptions),
                List.copyOf(asked));
    }

    /** The name of a column's field says nothing more to those who read Chinese than the sentence itself. */
    private static LocalizedMessage told(FieldProblem problem) {
        return problem.field().contains("[")
                ? LocalizedMessage.of(RowReader.class, "field.part", problem.field(), problem.message())
                : LocalizedMessage.of(RowReader.class, "field.whole", problem.field(), problem.message());
    }

    private String code(String name) {
        String given = cells.get(Column.CODE);
        if (!given.isEmpty() || name.isEmpty()) {
            return given;
        }
        String organ =
                cells.row().text(Column.ORGAN.name()); // as it stands there: an item has its code before its organ
        if (organ.equals(KeptCells.CLEARED)) {
            refuse(Column.ORGAN.remark(LocalizedMessage.of(RowReader.class, "organ.cleared-without-code")));
        }
        String hash = Digests.sha256(name + "\n" + organ).substring(0, 8);
        String assigned = "LOCAL-" + hash.toUpperCase(Locale.ROOT);
        assume(LocalizedMessage.of(RowReader.class, "code.assigned", assigned));
        return assigned;
    }

    /** What the item is, apart from its texts and its road. */
    private record Facts(
            ItemType type,
            Level exercise,
            CaseKind kind,
            Limit statutory,
            Limit promised,
            List<Material> materials,
            List<FormField> form,
            Certificate certificate,
            List<Prerequisite> prerequisites,
            Handling handling,
            ServiceField field) {}

    private Optional<ItemDefinition> definition(String code, String name) {
        if (name.isEmpty()) {
            refuse(LocalizedMessage.of(RowReader.class, "name.missing"));
        } else {
            note(code);
        }
        Optional<ItemType> type = type();
        Optional<Level> exercise = exerciseLevel();
        boolean licence = type.equals(Optional.of(ItemType.LICENCE));
        LimitCell limits = new LimitCell(cells.get(Column.DAY_UNIT), licence, assumptions);
        requireYesOrNo(Column.RECONSIDERATION_FIRST);
        requireExamination();
        Optional<Limit> statutory = limit(Column.STATUTORY, limits);
        Optional<Limit> promised = limit(Column.PROMISED, limits);
        Optional<CaseKind> kind = kind(promised);
        List<FormField> form = form();
        List<Material> materials = materials();
        Certificate certificate = certificate();
        List<Prerequisite> prerequisites = prerequisites();
        Handling handling = new HandlingCells(cells, refusals).read();
        ServiceField field = serviceField();
        if (type.isEmpty() || exercise.isEmpty() || kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = new Facts(
                type.get(),
                exercise.get(),
                kind.get(),
                statutory.orElse(null),
                promised.orElse(null),
                materials,
                form,
                certificate,
                prerequisites,
                handling,
                field);
        Optional<RouteReader.Road> read =
                new RouteReader(cells, exercise.get(), limits, assumptions, refusals, this::ask).read();
        limits.finish();
        LEVELS.forEach(column -> LevelCell.noteBrackets(cells.get(column), assumptions));
        if (!cells.get(Column.SAMPLES).isEmpty()) {
            assume(Column.SAMPLES.remark(LocalizedMessage.of(RowReader.class, "samples.not-imported")));
        }
        return read.flatMap(road -> routes(road).map(routes -> item(code, facts, road.acceptance(), routes)));
    }

    private ItemDefinition item(String code, Facts facts, Set<Level> acceptance, List<Route> routes) {
        return ItemDefinition.of(code)
                .name(cells.get(Column.NAME))
                .type(facts.type())
                .department(cells.get(Column.DEPARTMENT))
                .organ(cells.get(Column.ORGAN))
                .exerciseLevel(facts.exercise())
                .audience(cells.get(Column.AUDIENCE))
                .kind(facts.kind())
                .statutoryLimit(facts.statutory())
                .promisedLimit(facts.promised())
                .conditions(cells.get(Column.CONDITIONS))
                .materials(facts.materials())
                .procedure(cells.get(Column.PROCEDURE))
                .fee(fee())
                .legalBasis(cells.get(Column.BASIS))
                .result(cells.get(Column.RESULT))
                .complaint(cells.get(Column.COMPLAINT))
                .place(cells.get(Column.PLACE))
                .acceptanceLevels(acceptance)
                .form(facts.form())
                .routes(routes)
                .source(cells.get(Column.SOURCE))
                .reconsiderationFirst(YesNoCell.isYes(cells.get(Column.RECONSIDERATION_FIRST)))
                .aliases(AliasWords.read(cells.get(Column.ALIASES)))
                .examination(
                        ExaminationWords.read(cells.get(Column.EXAMINATION)).orElse(Examination.NONE))
                .certificate(facts.certificate())
                .prerequisites(facts.prerequisites())
                .handling(facts.handling())
                .serviceField(facts.field())
                .made();
    }

    /** Local codes are taken as they are (R3-08), yet an editor should know. */
    private void note(String code) {
        if (!cells.get(Column.CODE).isEmpty() && ItemCode.check(code).needsOverride()) {
            assume(ItemCode.check(code).reason());
        }
    }

    private ServiceField serviceField() {
        String text = cells.get(Column.SERVICE_FIELD);
        Optional<ServiceField> field = ServiceField.parse(text);
        if (field.isEmpty() && !text.isEmpty()) {
            refuse(Column.SERVICE_FIELD.remark(LocalizedMessage.of(
                    RowReader.class,
                    "service-field.unknown",
                    text,
                    LocalizedMessage.list(Arrays.stream(ServiceField.values())
                            .map(ServiceField::label)
                            .toList()))));
        }
        return field.orElse(null);
    }

    private Optional<ItemType> type() {
        String text = cells.get(Column.TYPE);
        Optional<ItemType> type = ItemType.parse(text);
        if (type.isEmpty()) {
            refuse(
                    text.isEmpty()
                            ? LocalizedMessage.of(RowReader.class, "type.missing")
                            : LocalizedMessage.of(RowReader.class, "type.unknown", text));
        }
        return type;
    }

    private Optional<Level> exerciseLevel() {
        String text = cells.get(Column.EXERCISE_LEVEL);
        Optional<Level> level = LevelCell.level(text);
        if (level.isEmpty()) {
            refuse(
                    text.isEmpty()
                            ? LocalizedMessage.of(RowReader.class, "exercise-level.missing")
                            : LocalizedMessage.of(RowReader.class, "exercise-level.unknown", text));
            ask(text);
        }
        return level;
    }

    private Optional<Limit> limit(Column column, LimitCell limits) {
        try {
            return limits.read(cells.get(column));
        } catch (ProblemException unreadable) {
            refuse(column.remark(unreadable.message()));
            return Optional.empty();
        }
    }

    private Optional<CaseKind> kind(Optional<Limit> promised) {
        String text = cells.get(Column.KIND);
        if (text.isEmpty()) {
            CaseKind kind = promised.filter(Limit::isSameDay).isPresent() ? CaseKind.INSTANT : CaseKind.COMMITTED;
            assume(LocalizedMessage.of(
                    RowReader.class, "kind.assumed", kind.label(), kind.name().toLowerCase(Locale.ROOT)));
            return Optional.of(kind);
        }
        for (CaseKind kind : CaseKind.values()) {
            if (text.startsWith(kind.label().zh().substring(0, 2)) || text.equalsIgnoreCase(kind.name())) {
                return Optional.of(kind);
            }
        }
        refuse(LocalizedMessage.of(RowReader.class, "kind.unknown", text));
        return Optional.empty();
    }

    private String fee() {
        String text = cells.get(Column.FEE);
        if (text.isEmpty()) {
            assume(LocalizedMessage.of(RowReader.class, "fee.untold"));
        }
        return FeeCell.read(text);
    }

    private List<Material> materials() {
        try {
            List<Material> materials = MaterialsCell.read(cells.get(Column.MATERIALS));
            materials.stream()
                    .filter(MaterialsCell::isPromiseInName)
                    .forEach(material ->
                            assume(LocalizedMessage.of(RowReader.class, "materials.promise-unread", material.name())));
            return materials;
        } catch (JsonProcessingException e) {
            refuse(LocalizedMessage.of(RowReader.class, "materials.not-json", e.getOriginalMessage()));
            return List.of();
        }
    }

    private void requireYesOrNo(Column column) {
        String text = cells.get(column);
        if (!text.isEmpty() && !YesNoCell.isYes(text) && !YesNoCell.isNo(text)) {
            refuse(column.remark(LocalizedMessage.of(RowReader.class, "neither-yes-nor-no", text)));
        }
    }

    private void requireExamination() {
        String text = cells.get(Column.EXAMINATION);
        if (ExaminationWords.read(text).isEmpty()) {
            refuse(Column.EXAMINATION.remark(LocalizedMessage.of(RowReader.class, "examination.unknown", text)));
        }
    }

    private List<FormField> form() {
        String text = cells.get(Column.FORM);
        try {
            return text.isEmpty() ? List.of() : CatalogueJson.form(text);
        } catch (JsonProcessingException e) {
            refuse(LocalizedMessage.of(RowReader.class, "form.not-json", e.getOriginalMessage()));
            return List.of();
        }
    }

    private Certificate certificate() {
        String text = cells.get(Column.CERTIFICATE);
        try {
            return text.isEmpty() ? Certificate.NONE : CatalogueJson.certificate(text);
        } catch (JsonProcessingException e) {
            refuse(LocalizedMessage.of(RowReader.class, "certificate.not-json", e.getOriginalMessage()));
            return Certificate.NONE;
        }
    }

    private List<Prerequisite> prerequisites() {
        List<Prerequisite> read = new ArrayList<>();
        for (String line : PrerequisiteLines.lines(cells.get(Column.PREREQUISITES))) {
            PrerequisiteLines.read(line)
                    .ifPresentOrElse(
                            read::add,
                            () -> refuse(Column.PREREQUISITES.remark(
                                    LocalizedMessage.of(RowReader.class, "prerequisite.malformed", line))));
        }
        return read;
    }

    private Optional<List<Route>> routes(RouteReader.Road road) {
        String text = cells.get(Column.ROUTES);
        try {
            return Optional.of(text.isEmpty() ? List.of(road.route()) : CatalogueJson.routes(text));
        } catch (JsonProcessingException e) {
            refuse(LocalizedMessage.of(RowReader.class, "routes.not-json", e.getOriginalMessage()));
            return Optional.empty();
        }
    }

    /** A level that nobody knows: somebody is asked which one it is. */
    private void ask(String level) {
        if (!level.isEmpty()) {
            asked.add(new Asked(OwnWord.Kind.LEVEL, level));
        }
    }

    private void refuse(LocalizedMessage message) {
        refusals.add(new Remark(message));
    }

    private void assume(LocalizedMessage message) {
        assumptions.add(new Remark(message));
    }
}
