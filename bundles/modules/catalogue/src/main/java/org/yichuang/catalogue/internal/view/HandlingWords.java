package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.handling.HallKind;
import org.yichuang.kernel.api.LocalizedMessage;

/** How an item is handled, in words; each is empty where nothing is said. */
public final class HandlingWords {
    private HandlingWords() {}

    /** Whether the applicant has to come in person, and why. */
    public static String inPerson(InPerson inPerson, Locale locale) {
        if (!inPerson.required()) {
            return "";
        }
        return inPerson.reason().isEmpty()
                ? message("in-person.required").in(locale)
                : message("in-person.because", inPerson.reason()).in(locale);
    }

    /** Whether what is handed in online is looked at before. */
    public static String preReview(Handling handling, Locale locale) {
        return handling.onlinePreReview() ? message("pre-review.online").in(locale) : "";
    }

    /** How often somebody has to come, why, and by which rule. */
    public static String visits(Visits visits, Locale locale) {
        if (visits == null) {
            return "";
        }
        if (visits.number() == 0) {
            return message("visits.none").in(locale);
        }
        return Stream.of(
                        message("visits.number", visits.number()).in(locale),
                        visits.reason().isEmpty()
                                ? ""
                                : message("visits.reason", visits.reason()).in(locale),
                        visits.basis().isEmpty()
                                ? ""
                                : message("visits.basis", visits.basis()).in(locale))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Until when something missing has to be there. */
    public static String correction(Handling handling, Locale locale) {
        return handling.correctionDays() == null
                ? ""
                : message("correction.days", handling.correctionDays()).in(locale);
    }

    /** By how many levels it is approved inside. */
    public static String approval(Handling handling, Locale locale) {
        return handling.approvalLevels() == null
                ? ""
                : message("approval.levels", handling.approvalLevels()).in(locale);
    }

    /** That it is registered on the spot, and what the law gives for what cannot be. */
    public static String registration(Handling handling, Locale locale) {
        return handling.registration() == null
                ? ""
                : message(
                                "registration.days",
                                handling.registration().days(),
                                handling.registration().further())
                        .in(locale);
    }

    /** In whose name it is decided, by which rule, and where that has been announced. */
    public static String delegation(Delegation delegation, Locale locale) {
        if (delegation == null) {
            return "";
        }
        return Stream.of(
                        message("delegation.by", delegation.organ()).in(locale),
                        delegation.basis(),
                        delegation.announcement().isEmpty()
                                ? ""
                                : message("delegation.announced", delegation.announcement())
                                        .in(locale))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The steps, one a line. */
    public static String steps(List<SpecialStep> steps, Locale locale) {
        return steps.stream().map(step -> step(step, locale)).collect(Collectors.joining("\n"));
    }

    private static String step(SpecialStep step, Locale locale) {
        return message(
                        "step.line",
                        step.name(),
                        step.limit() == null
                                ? message("step.time-untold")
                                : step.limit().label(),
                        message(step.counted() ? "step.counted" : "step.not-counted"),
                        fee(step))
                .in(locale);
    }

    /** Whether a step costs something, and by which rule. */
    public static LocalizedMessage fee(SpecialStep step) {
        return !step.charged()
                ? message("step.free")
                : step.feeBasis().isEmpty() ? message("step.charged") : message("step.charged-by", step.feeBasis());
    }

    /** What halls call it besides instant or committed. */
    public static String kinds(ItemDefinition item, Locale locale) {
        return HallKind.of(item).stream()
                .map(kind -> kind.label().in(locale))
                .collect(Collectors.joining(message("kinds.separator").in(locale)));
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(HandlingWords.class, "handling." + key, arguments);
    }
}
