package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.catalogue.api.Handling;

/**
 * How often somebody had to come to the hall (R3-14), from the steps of a case: each day on which something was handed
 * in or over at a window is a visit, however much was done on it. What an applicant does by their own account, what
 * comes by post, fax, mail or telephone, and what an agent or a village's point of service brings is none.
 */
public final class Visits {
    private static final Set<CaseChannel> AT_A_WINDOW = Set.of(CaseChannel.WINDOW, CaseChannel.APPOINTMENT);

    private Visits() {}

    /** The steps that began a visit, by their places. */
    static List<Integer> places(CaseFile file) {
        List<Integer> places = new ArrayList<>();
        if (file.isTransferred()) {
            return places; // whoever applied comes where they have
        }
        Set<LocalDate> days = new HashSet<>();
        List<StepFact> steps = file.progress().steps;
        for (int i = 0; i < steps.size(); i++) {
            if (isPresence(file, steps.get(i))
                    && days.add(CommandContext.day(steps.get(i).at()))) {
                places.add(i);
            }
        }
        return places;
    }

    /** How many there have been. */
    public static int made(CaseFile file) {
        return places(file).size();
    }

    /** How many the item says; null where it says nothing. */
    public static Integer promised(CaseFile file) {
        Handling.Visits visits = file.submission().item().handling().visits();
        return visits == null ? null : visits.number();
    }

    private static boolean isPresence(CaseFile file, StepFact step) {
        CaseCommand command = CaseCommand.parse(step.command()).orElse(null);
        if (command == null) {
            return false;
        }
        boolean isAtWindow = file.channel().filter(AT_A_WINDOW::contains).isPresent();
        return switch (command) {
            case SUBMIT -> isAtWindow;
            case CORRECT, SUPPLY -> isByStaff(file, step, isAtWindow);
            case CORRECT_ON_THE_SPOT -> true;
            case DELIVER -> file.progress().delivery.method() == DeliveryMethod.DIRECT;
            default -> false;
        };
    }

    /** Of what came online it is known whether the applicant did it; of what came by other ways it comes by those. */
    private static boolean isByStaff(CaseFile file, StepFact step, boolean isAtWindow) {
        boolean isOnline =
                file.channel().filter(way -> way == CaseChannel.ONLINE).isPresent();
        return isAtWindow || isOnline && step.by() != null && !step.by().equals(file.submitter());
    }
}
