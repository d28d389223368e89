package org.yichuang.agency.internal.persistence;

import java.util.List;
import java.util.Map;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.api.RequestOutcome;

/** What a figure counts: which rows, and which of them are in the numerator. */
public enum Counted {
    /** What was asked for. */
    REQUESTS("AgencyRequest", "receivedOn", "c.id is not null", ""),
    /** What agents have done: by them and by class. */
    SERVICES("AgencyRequest", "closedOn", "c.outcome = :done", ""),
    /** What was closed but for what was withdrawn in time; what of it was late at no step. */
    ON_TIME("AgencyRequest", "closedOn", "(c.outcome <> :withdrawn or c.late = :yes)", "c.late = :no"),
    /** The cases in which a review was recognised, by the day of the first: what is taken back later was recognised. */
    RECOGNISED("Recognition", "firstOn", "c.firstOn is not null", ""),
    /** The results that were made out on one; on the same day. */
    SAME_DAY("Recognition", "issuedOn", "c.issuedOn is not null", "c.sameDay = :yes"),
    /** The problems of projects that were solved. */
    SOLVED("ProjectProblem", "solvedOn", "c.solvedOn is not null", ""),
    /** The same; those whose day had not passed. */
    SOLVED_ON_TIME("ProjectProblem", "solvedOn", "c.solvedOn is not null", "c.late = :no"),
    /** What was asked to be handled jointly. */
    JOINT("JointRequest", "receivedOn", "c.id is not null", ""),
    /** The same by the day of the centre's answer; what was answered in time. */
    JOINT_ON_TIME("JointRequest", "answeredOn", "c.answeredOn is not null", "c.late = :no"),
    /** The bodies that were called to joint inspections; those that came. */
    CAME("InspectedBody", "calledOn", "c.calledOn is not null", "c.visitedOn is not null"),
    /** Those of which each department has said what it found, by the day of the visit; those that passed. */
    PASSED("InspectedBody", "visitedOn", "c.state in :found", "c.state = :passed"),
    /** Those at which something was to be put right; those that have put it right in time. */
    RIGHTED("InspectedBody", "visitedOn", "c.state in :wrong", "c.state = :righted and c.late = :no");

    private static final Map<String, Object> VALUES = Map.of(
            "done",
            RequestOutcome.DONE.name(),
            "withdrawn",
            RequestOutcome.WITHDRAWN.name(),
            "no",
            false,
            "yes",
            true,
            "passed",
            InspectionState.PASSED.name(),
            "righted",
            InspectionState.RIGHTED.name(),
            "wrong",
            List.of(InspectionState.TO_RIGHT.name(), InspectionState.RIGHTED.name()),
            "found",
            List.of(InspectionState.PASSED.name(), InspectionState.TO_RIGHT.name(), InspectionState.RIGHTED.name()));

    private final String entity;
    private final String day;
    private final String all;
    private final String counted;

    Counted(String entity, String day, String all, String counted) {
        this.entity = entity;
        this.day = day;
        this.all = all;
        this.counted = counted;
    }

    /** What a row shows besides its day. */
    List<String> cells() {
        return switch (entity) {
            case "Recognition" -> List.of("c.itemName", "c.body", "c.document");
            case "ProjectProblem" -> List.of("c.projectName", "c.responsible");
            case "JointRequest" -> List.of("c.id", "c.lead", "c.caseNumber");
            case "InspectedBody" -> List.of("(select i.name from Inspection i where i.id = c.inspection)", "c.id");
            default -> List.of("c.project", "c.eligibility", "c.agentName");
        };
    }

    String entity() {
        return entity;
    }

    /** The day by which its rows belong to a period. */
    String day() {
        return "c." + day;
    }

    /** Which rows it has. */
    String all() {
        return all;
    }

    /** Which of them are in the numerator; empty for all. */
    String counted() {
        return counted;
    }

    /** What stands for a parameter of its conditions. */
    static Object value(String parameter) {
        return VALUES.get(parameter);
    }

    /** The parameters that a condition has. */
    static List<String> parameters(String condition) {
        return VALUES.keySet().stream()
                .filter(name -> condition.matches(".*:" + name + "\\b.*"))
                .toList();
    }
}
