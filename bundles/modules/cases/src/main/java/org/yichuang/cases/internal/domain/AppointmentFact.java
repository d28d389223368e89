package org.yichuang.cases.internal.domain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.AppointmentKind;
import org.yichuang.cases.api.JointRequests.Finding;

/**
 * One day and place for all departments of a joint case (联合踏勘、审图、验收).
 *
 * @param kind what they do together
 * @param time when
 * @param place where
 * @param remark what the applicant has to bring, or null
 * @param invited the branches whose departments are to come
 * @param came what came of it, or null
 * @param calledOff why it is not held, or null
 * @param paper the id of the document that tells the applicant of it, while it does; null in what older versions kept
 */
public record AppointmentFact(
        AppointmentKind kind,
        LocalDateTime time,
        String place,
        String remark,
        List<String> invited,
        Came came,
        String calledOff,
        String paper) {
    public AppointmentFact {
        invited = invited == null ? List.of() : List.copyOf(invited);
    }

    /** What came of it: what those who have come have found, who else was there, and what they have come to. */
    public record Came(List<Finding> findings, List<String> others, String conclusion) {
        public Came {
            findings = findings == null ? List.of() : List.copyOf(findings);
            others = others == null ? List.of() : List.copyOf(others);
        }
    }

    boolean isOpen() {
        return came == null && calledOff == null;
    }

    AppointmentFact with(Came what) {
        return new AppointmentFact(kind, time, place, remark, invited, what, calledOff, paper);
    }

    AppointmentFact calledOff(String why) {
        return new AppointmentFact(kind, time, place, remark, invited, came, why, null);
    }

    AppointmentFact toldBy(String document) {
        return new AppointmentFact(kind, time, place, remark, invited, came, calledOff, document);
    }

    /** The branches whose departments have not come; none before it is over. */
    public List<String> absent() {
        if (came == null) {
            return List.of();
        }
        Set<String> there = came.findings().stream().map(Finding::branch).collect(Collectors.toSet());
        return invited.stream().filter(branch -> !there.contains(branch)).toList();
    }
}
