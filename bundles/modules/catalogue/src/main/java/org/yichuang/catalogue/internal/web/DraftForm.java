package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.api.MaterialForm;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.catalogue.internal.domain.AliasWords;
import org.yichuang.catalogue.internal.domain.need.PrerequisiteLines;
import org.yichuang.catalogue.internal.view.MaterialLines;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.pages.api.Form;

/** What an editor has typed, laid over an item; form fields and routes stay as they are. */
final class DraftForm {
    private static final int PARTS = 6;
    private static final int PARTS_WITH_INSTEAD = 8;
    private static final int PARTS_WITH_DEMAND = 9;
    private static final int MOST_COPIES = 99;

    private final Form form;
    private final List<FieldProblem> problems = new ArrayList<>();

    DraftForm(Form form) {
        this.form = form;
    }

    /**
     * @throws ProblemException {@code item-invalid} with everything that cannot be read
     */
    ItemDefinition applyTo(ItemDefinition base) {
        ItemDefinition item = base.but()
                .name(form.text("name"))
                .type(ItemType.parse(form.text("type")).orElse(base.type()))
                .department(form.text("department"))
                .organ(form.text("organ"))
                .exerciseLevel(Level.parse(form.text("exerciseLevel")).orElse(base.exerciseLevel()))
                .audience(form.text("audience"))
                .kind(form.text("kind").equals(CaseKind.INSTANT.name()) ? CaseKind.INSTANT : CaseKind.COMMITTED)
                .statutoryLimit(limit("statutoryLimit"))
                .promisedLimit(limit("promisedLimit"))
                .conditions(form.text("conditions"))
                .materials(materials())
                .procedure(form.text("procedure"))
                .fee(form.text("fee"))
                .legalBasis(form.text("legalBasis"))
                .result(form.text("result"))
                .complaint(form.text("complaint"))
                .place(form.text("place"))
                .acceptanceLevels(levels())
                .reconsiderationFirst(form.optional("reconsiderationFirst").isPresent())
                .aliases(AliasWords.read(form.text("aliases")))
                .examination(examination())
                .certificate(certificate())
                .prerequisites(prerequisites())
                .handling(new HandlingFields(form, problems).handling())
                .serviceField(serviceField())
                .made();
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.ITEM_INVALID, LocalizedMessage.of(DraftForm.class, "item.invalid"), problems);
        }
        return item;
    }

    private ServiceField serviceField() {
        String chosen = form.text("serviceField");
        Optional<ServiceField> field = ServiceField.parse(chosen);
        if (field.isEmpty() && !chosen.isEmpty()) {
            problems.add(new FieldProblem(
                    "serviceField", LocalizedMessage.of(DraftForm.class, "service-field.unknown", chosen)));
        }
        return field.orElse(null);
    }

    private Examination examination() {
        HearingDuty hearing = Arrays.stream(HearingDuty.values())
                .filter(duty -> duty.name().equals(form.text("hearing")))
                .findFirst()
                .orElse(HearingDuty.NONE);
        return new Examination(
                form.optional("review").isPresent(), form.optional("siteVisit").isPresent(), hearing);
    }

    private Limit limit(String field) {
        try {
            return form.optional(field).map(Limit::parse).orElse(null);
        } catch (ProblemException e) {
            problems.add(new FieldProblem(field, e.message()));
            return null;
        }
    }

    private Certificate certificate() {
        Integer renewalDays = number("certificate.renewalDays");
        return new Certificate(
                Arrays.stream(Certificate.Kind.values())
                        .filter(kind -> kind.name().equals(form.text("certificate.kind")))
                        .findFirst()
                        .orElse(Certificate.Kind.NONE),
                number("certificate.validityMonths"),
                renewalDays == null ? Certificate.RENEWAL_DAYS : renewalDays,
                number("certificate.quota"),
                form.optional("certificate.safety").isPresent());
    }

    /** A number; null where nothing was typed. */
    private Integer number(String field) {
        String typed = form.text(field);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,7}")) {
            problems.add(new FieldProblem(field, LocalizedMessage.of(DraftForm.class, "number.malformed")));
            return null;
        }
        return Integer.valueOf(typed);
    }

    private Set<Level> levels() {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (Level level : Level.values()) {
            if (form.optional("accepts-" + level.key()).isPresent()) {
                levels.add(level);
            }
        }
        return levels;
    }

    List<Material> materials() {
        List<Material> materials = new ArrayList<>();
        int number = 0;
        for (String line :
                form.text("materials").lines().filter(text -> !text.isBlank()).toList()) {
            number++;
            String[] parts = line.split("\\|", -1);
            if (parts.length != PARTS && parts.length != PARTS_WITH_INSTEAD && parts.length != PARTS_WITH_DEMAND
                    || !parts[4].strip().matches("\\d{1,2}")
                    || parts[0].isBlank()
                    || parts[1].isBlank()) {
                problems.add(new FieldProblem(
                        "materials", LocalizedMessage.of(DraftForm.class, "materials.line-malformed", number)));
            } else {
                int copies = Math.min(MOST_COPIES, Math.max(1, Integer.parseInt(parts[4].strip())));
                materials.add(new Material(
                        parts[0].strip(),
                        parts[1].strip(),
                        MaterialLines.isRequired(parts[2].strip()),
                        form(parts[3].strip()),
                        copies,
                        parts[5].strip(),
                        parts.length == PARTS ? null : deferral(parts[6].strip(), number),
                        parts.length == PARTS ? null : declaration(parts[7].strip()),
                        parts.length == PARTS_WITH_DEMAND ? demand(parts[8], number) : null));
            }
        }
        return materials;
    }

    private Demand demand(String typed, int line) {
        Demand demand = MaterialLines.demand(typed).orElse(null);
        if (demand == null && !typed.isBlank()) {
            problems.add(new FieldProblem(
                    "materials", LocalizedMessage.of(DraftForm.class, "materials.demand-malformed", line)));
        }
        return demand;
    }

    /** A word of the interface, in whatever language, is kept as the item says it; other words stay as they are. */
    private static String form(String typed) {
        return MaterialForm.parse(typed).map(form -> form.label().zh()).orElse(typed);
    }

    /** What could not be read so far. */
    List<FieldProblem> problems() {
        return problems;
    }

    private List<Prerequisite> prerequisites() {
        List<Prerequisite> read = new ArrayList<>();
        for (String line : PrerequisiteLines.lines(form.text("prerequisites"))) {
            PrerequisiteLines.read(line)
                    .ifPresentOrElse(
                            read::add,
                            () -> problems.add(new FieldProblem(
                                    "prerequisites",
                                    LocalizedMessage.of(DraftForm.class, "prerequisites.line-malformed", line))));
        }
        return read;
    }

    private Deferral deferral(String typed, int line) {
        if (typed.isEmpty()) {
            return null;
        }
        if (MaterialLines.isYes(typed)) {
            return new Deferral(null);
        }
        if (!typed.matches("\\d{1,2}")) {
            problems.add(new FieldProblem(
                    "materials", LocalizedMessage.of(DraftForm.class, "materials.deferral-malformed", line)));
            return null;
        }
        return new Deferral(Integer.valueOf(typed));
    }

    private static Declaration declaration(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        return new Declaration(MaterialLines.isYes(typed) ? "" : typed);
    }
}
