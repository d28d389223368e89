package org.yichuang.catalogue.internal.domain.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.unify.ComparedField;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

/** What an edition says of items, in lines; papers of a centre are in Chinese. */
public final class EditionText {
    private EditionText() {}

    /**
     * What is said of one item.
     *
     * @param place in the edition, from 1
     * @param said what other modules say of its fields
     * @param samples the names of its samples and blank forms, empty for none
     */
    public static List<String> lines(
            EditionKind kind, int place, ItemDefinition item, Map<String, String> said, String samples) {
        return kind == EditionKind.BOARD ? List.of(board(place, item, said)) : booklet(place, item, said, samples);
    }

    private static String board(int place, ItemDefinition item, Map<String, String> said) {
        return words(
                "board.line",
                place,
                item.name(),
                item.department(),
                limit(item),
                text("fee", item.fee(), said),
                text("place", item.place(), said));
    }

    private static List<String> booklet(int place, ItemDefinition item, Map<String, String> said, String samples) {
        List<String> lines = new ArrayList<>();
        lines.add(words("booklet.item", place, item.name(), item.code()));
        add(lines, "department", item.department());
        add(lines, "basis", text("legalBasis", item.legalBasis(), said));
        add(lines, "conditions", text("conditions", item.conditions(), said));
        add(
                lines,
                "materials",
                item.materials().stream().map(ComparedField::words).collect(Collectors.joining("；")));
        add(lines, "samples", samples);
        add(lines, "procedure", text("procedure", item.procedure(), said));
        add(lines, "limit", limit(item));
        handling(lines, item.handling());
        add(lines, "fee", text("fee", item.fee(), said));
        add(lines, "result", item.result());
        add(lines, "place", text("place", item.place(), said));
        add(lines, "complaint", text("complaint", item.complaint(), said));
        return lines;
    }

    private static void add(List<String> lines, String field, String text) {
        if (!text.isBlank()) {
            lines.add(words("booklet." + field, text.replaceAll("\\s*\\R\\s*", "；")));
        }
    }

    private static String text(String field, String own, Map<String, String> said) {
        String text = said.getOrDefault(field, own);
        return text.isBlank() ? "" : text.replaceAll("\\s*\\R\\s*", "；");
    }

    private static String limit(ItemDefinition item) {
        Limit statutory = item.statutoryLimit();
        Limit promised = item.promisedLimit();
        boolean isInstant = item.kind() == CaseKind.INSTANT;
        if (isInstant && (promised == null || promised.isSameDay())) {
            return statutory == null ? words("limit.instant") : words("limit.instant-by-law", statutory.label());
        }
        if (promised == null) {
            return statutory == null ? words("limit.none") : words("limit.by-law", statutory.label());
        }
        return words(
                isInstant ? "limit.instant-promised" : "limit",
                promised.label(),
                statutory == null ? message("limit.none") : statutory.label());
    }

    /** What the applicant has to do and to pay besides, and in whose name it is decided. */
    private static void handling(List<String> lines, Handling handling) {
        if (handling.delegation() != null) {
            add(
                    lines,
                    "delegation",
                    words(
                            "delegation",
                            handling.delegation().organ(),
                            handling.delegation().basis(),
                            handling.delegation().announcement()));
        }
        if (handling.inPerson().required()) {
            String reason = handling.inPerson().reason();
            add(lines, "in-person", reason.isBlank() ? words("in-person") : reason);
        }
        if (handling.visits() != null) {
            add(lines, "visits", visits(handling.visits()));
        }
        if (handling.registration() != null) {
            add(
                    lines,
                    "registration",
                    words(
                            "registration",
                            handling.registration().days(),
                            handling.registration().further()));
        }
        if (handling.correctionDays() != null) {
            add(lines, "correction", words("correction", handling.correctionDays()));
        }
        add(
                lines,
                "steps",
                handling.specialSteps().stream().map(EditionText::step).collect(Collectors.joining("；")));
    }

    private static String visits(Handling.Visits visits) {
        return visits.number() == 0
                ? words("visits.none")
                : words("visits", visits.number())
                        + because("visits.reason", visits.reason())
                        + because("visits.basis", visits.basis());
    }

    private static String because(String key, String why) {
        return why.isBlank() ? "" : words(key, why);
    }

    private static String step(Handling.SpecialStep step) {
        String fee = !step.charged() ? "step.free" : step.feeBasis().isEmpty() ? "step.charged" : "step.charged-by";
        return words(
                "step",
                step.name(),
                step.limit() == null ? message("limit.none") : step.limit().label(),
                message(step.counted() ? "step.counted" : "step.not-counted"),
                message(fee, step.feeBasis()),
                because("step.basis", step.basis()));
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(EditionText.class, "text." + key, arguments);
    }

    private static String words(String key, Object... arguments) {
        return message(key, arguments).zh();
    }
}
