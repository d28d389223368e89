package org.yichuang.catalogue.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.ItemCode;
import org.yichuang.kernel.api.time.Limit;

/** What even a draft must be: identifiable, readable, free of contradictions. Texts may still be missing. */
public final class DraftRules {
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_MATERIALS = 200;
    private static final int LONGEST_ENTRY = 40;
    private static final int MOST_COPIES = 100;
    private static final int MOST_DEFERRED_DAYS = 20;
    private static final int MOST_ALIASES = 20;
    private static final int LONGEST_ALIAS = 40;
    private static final int MOST_MONTHS = 1200;
    private static final int MOST_RENEWAL_DAYS = 730;
    private static final int MOST_HOLDERS = 1_000_000;

    private DraftRules() {}

    /** Returns everything that is wrong. */
    public static List<FieldProblem> problems(ItemDefinition item) {
        Problems problems = new Problems();
        checkIdentity(item, problems);
        checkTexts(item, problems);
        checkMaterials(item, problems);
        checkLimits(item, problems);
        checkCertificate(item.certificate(), problems);
        NeedRules.check(item, problems);
        HandlingRules.check(item.handling(), problems);
        FormDesign.check(item.form(), problems);
        RouteRules.check(item.form(), item.routes(), problems);
        if (item.bundled()) {
            JointRules.check(item, problems);
        }
        return problems.all();
    }

    private static void checkIdentity(ItemDefinition item, Problems problems) {
        Check code = ItemCode.check(item.code());
        if (code.isInvalid() || item.code().length() > 64) {
            problems.add("code", code.reason());
        }
        problems.when(item.name().isBlank(), "name", LocalizedMessage.of(DraftRules.class, "name.missing"));
        problems.when(item.type() == null, "type", LocalizedMessage.of(DraftRules.class, "type.missing"));
        problems.when(
                item.serviceField() != null && item.type() != ItemType.PUBLIC_SERVICE,
                "serviceField",
                LocalizedMessage.of(
                        DraftRules.class, "service-field.of-services-only", ItemType.PUBLIC_SERVICE.label()));
        problems.when(
                item.exerciseLevel() == null,
                "exerciseLevel",
                LocalizedMessage.of(DraftRules.class, "exercise-level.missing"));
        problems.when(item.kind() == null, "kind", LocalizedMessage.of(DraftRules.class, "kind.missing"));
    }

    private static void checkTexts(ItemDefinition item, Problems problems) {
        text("name", item.name(), LONGEST_NAME, problems);
        checkAliases(item.aliases(), problems);
        text("department", item.department(), LONGEST_NAME, problems);
        text("organ", item.organ(), LONGEST_NAME, problems);
        text("audience", item.audience(), LONGEST_NAME, problems);
        text("result", item.result(), LONGEST_NAME, problems);
        text("conditions", item.conditions(), LONGEST_TEXT, problems);
        text("procedure", item.procedure(), LONGEST_TEXT, problems);
        text("fee", item.fee(), LONGEST_TEXT, problems);
        text("legalBasis", item.legalBasis(), LONGEST_TEXT, problems);
        text("complaint", item.complaint(), LONGEST_TEXT, problems);
        text("place", item.place(), LONGEST_TEXT, problems);
        text("source", item.source(), LONGEST_TEXT, problems);
    }

    private static void checkAliases(List<String> aliases, Problems problems) {
        problems.when(
                aliases.size() > MOST_ALIASES,
                "aliases",
                LocalizedMessage.of(DraftRules.class, "aliases.too-many", MOST_ALIASES));
        for (int i = 0; i < aliases.size(); i++) {
            text("aliases[" + i + "]", aliases.get(i), LONGEST_ALIAS, problems);
            problems.when(
                    aliases.get(i).isBlank(),
                    "aliases[" + i + "]",
                    LocalizedMessage.of(DraftRules.class, "alias.blank"));
        }
    }

    private static void text(String field, String text, int longest, Problems problems) {
        problems.when(text.length() > longest, field, LocalizedMessage.of(DraftRules.class, "text.too-long", longest));
        problems.when(TextRules.isUnfit(text), field, LocalizedMessage.of(DraftRules.class, "text.unfit"));
    }

    private static void checkMaterials(ItemDefinition item, Problems problems) {
        List<Material> materials = item.materials();
        problems.when(
                materials.size() > MOST_MATERIALS,
                "materials",
                LocalizedMessage.of(DraftRules.class, "materials.too-many"));
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < materials.size(); i++) {
            Material material = materials.get(i);
            String path = "materials[" + i + "]";
            problems.when(
                    !material.code().matches("[A-Za-z0-9._-]{1,40}"),
                    path + ".code",
                    LocalizedMessage.of(DraftRules.class, "material.code-malformed"));
            problems.when(
                    !codes.add(material.code()),
                    path + ".code",
                    LocalizedMessage.of(DraftRules.class, "material.repeated", material.code()));
            problems.when(
                    material.name().isBlank(),
                    path + ".name",
                    LocalizedMessage.of(DraftRules.class, "material.name-missing"));
            text(path + ".name", material.name(), FormDesign.LONGEST_TEXT, problems);
            text(path + ".form", material.form(), LONGEST_NAME, problems);
            text(path + ".note", material.note(), FormDesign.LONGEST_TEXT, problems);
            if (material.demand() != null) {
                text(path + ".demand.entry", material.demand().entry(), LONGEST_ENTRY, problems);
            }
            problems.when(
                    material.copies() < 1 || material.copies() > MOST_COPIES,
                    path + ".copies",
                    LocalizedMessage.of(DraftRules.class, "material.copies-out-of-range"));
            checkInstead(path, material, problems);
            checkTime(path, material, item, problems);
        }
    }

    /** Nothing is granted before what follows is there, and the limit does not wait for it (R3-19). */
    private static void checkTime(String path, Material material, ItemDefinition item, Problems problems) {
        Limit limit = item.promisedLimit() == null
                ? Limits.ofLaw(item).filter(law -> !item.bundled()).orElse(null)
                : item.promisedLimit();
        if (material.deferral() != null && material.deferral().workingDays() != null && limit != null) {
            int days = material.deferral().workingDays();
            problems.when(
                    days >= limit.amount(), // n working days are never fewer than n calendar days
                    path + ".deferral.workingDays",
                    LocalizedMessage.of(DraftRules.class, "material.deferral-too-long", limit.label()));
        }
    }

    /** What may stand for a material until it is there (R3-19: at most 20 working days), or for good (R3-20). */
    private static void checkInstead(String path, Material material, Problems problems) {
        problems.when(
                !material.required() && material.deferral() != null,
                path + ".deferral",
                LocalizedMessage.of(DraftRules.class, "material.deferral-of-optional"));
        problems.when(
                !material.required() && material.declaration() != null,
                path + ".declaration",
                LocalizedMessage.of(DraftRules.class, "material.declaration-of-optional"));
        if (material.deferral() != null && material.deferral().workingDays() != null) {
            int days = material.deferral().workingDays();
            problems.when(
                    days < 1 || days > MOST_DEFERRED_DAYS,
                    path + ".deferral.workingDays",
                    LocalizedMessage.of(DraftRules.class, "material.deferral-out-of-range", MOST_DEFERRED_DAYS));
        }
        if (material.declaration() != null) {
            String consequence = material.declaration().consequence();
            text(path + ".declaration.consequence", consequence, FormDesign.LONGEST_TEXT, problems);
        }
    }

    private static void checkCertificate(Certificate certificate, Problems problems) {
        range("certificate.validityMonths", certificate.validityMonths(), 1, MOST_MONTHS, problems);
        range("certificate.renewalDays", certificate.renewalDays(), 0, MOST_RENEWAL_DAYS, problems);
        range("certificate.quota", certificate.quota(), 1, MOST_HOLDERS, problems);
    }

    /** A number that is not there is in every range. */
    private static void range(String field, Integer number, int least, int most, Problems problems) {
        problems.when(
                number != null && (number < least || number > most),
                field,
                LocalizedMessage.of(DraftRules.class, "certificate.out-of-range", least, most));
    }

    private static void checkLimits(ItemDefinition item, Problems problems) {
        Limit law = Limits.ofLaw(item).orElse(null);
        boolean both = !item.bundled() && item.promisedLimit() != null && law != null;
        if (both && Limits.isSurelyLonger(item.promisedLimit(), law)) {
            problems.add(
                    "promisedLimit",
                    LocalizedMessage.of(
                            DraftRules.class,
                            "limit.promise-longer",
                            item.promisedLimit().label(),
                            law.label()));
        }
    }
}
