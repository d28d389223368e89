package org.yichuang.catalogue.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** What may be said of how an item is handled, and what has to be said before it is published. */
final class HandlingRules {
    /** What stands between steps, and between the parts of one, where people write them. */
    private static final Pattern SEPARATORS = Pattern.compile("[\n\r;|\uFF1B\uFF5C]");

    private static final int MOST_VISITS = 20;
    private static final int MOST_CORRECTION_DAYS = 180;

    /** Those of the law for what is no registration, which has less. */
    private static final int MOST_REGISTRATION_DAYS = 20;

    private static final int MOST_FURTHER_DAYS = 10;

    private static final int MOST_LEVELS = 10;
    private static final int MOST_STEPS = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 500;

    private HandlingRules() {}

    /** Notes what not even a draft may say. */
    static void check(Handling handling, Problems problems) {
        text("handling.inPerson.reason", handling.inPerson().reason(), LONGEST_TEXT, problems);
        Visits visits = handling.visits();
        if (visits != null) {
            problems.when(
                    visits.number() < 0 || visits.number() > MOST_VISITS,
                    "handling.visits.number",
                    message("visits.out-of-range", MOST_VISITS));
            text("handling.visits.reason", visits.reason(), LONGEST_TEXT, problems);
            text("handling.visits.basis", visits.basis(), LONGEST_TEXT, problems);
        }
        Integer days = handling.correctionDays();
        problems.when(
                days != null && (days < 1 || days > MOST_CORRECTION_DAYS),
                "handling.correctionDays",
                message("correction.out-of-range", MOST_CORRECTION_DAYS));
        Integer levels = handling.approvalLevels();
        problems.when(
                levels != null && (levels < 1 || levels > MOST_LEVELS),
                "handling.approvalLevels",
                message("levels.out-of-range", MOST_LEVELS));
        Registration registration = handling.registration();
        if (registration != null) {
            problems.when(
                    isOut(registration.days(), MOST_REGISTRATION_DAYS),
                    "handling.registration.days",
                    message("registration.out-of-range", MOST_REGISTRATION_DAYS));
            problems.when(
                    isOut(registration.further(), MOST_FURTHER_DAYS),
                    "handling.registration.further",
                    message("registration.further-out-of-range", MOST_FURTHER_DAYS));
        }
        Delegation delegation = handling.delegation();
        if (delegation != null) {
            part("handling.delegation.organ", delegation.organ(), LONGEST_NAME, problems);
            part("handling.delegation.basis", delegation.basis(), LONGEST_TEXT, problems);
            part("handling.delegation.announcement", delegation.announcement(), LONGEST_TEXT, problems);
        }
        checkSteps(handling.specialSteps(), problems);
    }

    private static boolean isOut(int days, int most) {
        return days < 1 || days > most;
    }

    private static void checkSteps(List<SpecialStep> steps, Problems problems) {
        problems.when(steps.size() > MOST_STEPS, "handling.specialSteps", message("steps.too-many", MOST_STEPS));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            SpecialStep step = steps.get(i);
            String path = "handling.specialSteps[" + i + "]";
            problems.when(step.name().isBlank(), path + ".name", message("step.name-missing", i + 1));
            problems.when(!names.add(step.name()), path + ".name", message("step.repeated", step.name()));
            part(path + ".name", step.name(), LONGEST_NAME, problems);
            part(path + ".basis", step.basis(), LONGEST_TEXT, problems);
            part(path + ".feeBasis", step.feeBasis(), LONGEST_TEXT, problems);
        }
    }

    /**
     * Notes what is missing for the public: why somebody has to come and by which rule (R3-14), in whose name it is
     * decided, by which rule, and where that has been announced (R1-23), and by which rule a step is needed and
     * charged for (R3-09).
     */
    static void checkComplete(ItemDefinition item, Problems problems) {
        Handling handling = item.handling();
        boolean isPersonal = handling.inPerson().required();
        problems.when(
                isPersonal && handling.inPerson().reason().isBlank(),
                "handling.inPerson.reason",
                message("in-person.reason-missing"));
        Visits visits = handling.visits();
        if (visits != null && visits.number() > 0) {
            boolean isBare = visits.reason().isBlank() || visits.basis().isBlank();
            problems.when(isBare, "handling.visits", message("visits.reason-missing"));
        }
        problems.when(
                isPersonal && visits != null && visits.number() == 0,
                "handling.visits.number",
                message("visits.in-person"));
        checkDelegation(item, problems);
        checkRegistration(item, problems);
        for (int i = 0; i < handling.specialSteps().size(); i++) {
            SpecialStep step = handling.specialSteps().get(i);
            String path = "handling.specialSteps[" + i + "]";
            problems.when(step.basis().isBlank(), path + ".basis", message("step.basis-missing", step.name()));
            problems.when(
                    step.charged() && step.feeBasis().isBlank(),
                    path + ".feeBasis",
                    message("step.fee-basis-missing", step.name()));
        }
    }

    /** A registration is a licence (art. 12), and its limit is its own: another one stands beside it in no version. */
    private static void checkRegistration(ItemDefinition item, Problems problems) {
        Registration registration = item.handling().registration();
        if (registration != null) {
            problems.when(item.type() != ItemType.LICENCE, "handling.registration", message("registration.no-licence"));
            boolean isOther =
                    item.statutoryLimit() != null && !item.statutoryLimit().equals(registration.limit());
            problems.when(isOther, "statutoryLimit", message("registration.limit", registration.days()));
        }
    }

    private static void checkDelegation(ItemDefinition item, Problems problems) {
        Delegation delegation = item.handling().delegation();
        if (delegation != null) {
            boolean isBare = delegation.organ().isBlank()
                    || delegation.basis().isBlank()
                    || delegation.announcement().isBlank();
            problems.when(isBare, "handling.delegation", message("delegation.incomplete"));
            boolean isItself = delegation.organ().equals(item.organ());
            problems.when(isItself, "handling.delegation.organ", message("delegation.itself", item.organ()));
        }
    }

    /** A part of a line: without what separates lines and parts. */
    private static void part(String field, String text, int longest, Problems problems) {
        text(field, text, longest, problems);
        problems.when(SEPARATORS.matcher(text).find(), field, message("text.separators"));
    }

    private static void text(String field, String text, int longest, Problems problems) {
        problems.when(text.length() > longest, field, message("text.too-long", longest));
        problems.when(TextRules.isUnfit(text), field, message("text.unfit"));
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(HandlingRules.class, "handling." + key, arguments);
    }
}
