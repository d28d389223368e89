package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.windows.api.Rank;

/**
 * What is known of somebody at a window.
 *
 * @param homeUnit whose they stay: personnel, organisation and pay are there (M-WIN-25)
 * @param departments those that they serve (X6)
 * @param standIn the account of whoever stands in for them (B 岗); empty for nobody
 * @param trainings what they were examined in
 * @param appraisal what was said of them when they left (总评鉴定); empty before
 * @param awayFor why they are away; empty while they are there
 * @param leaves those that were granted and are not over
 * @param notes what has become of them
 */
public record StaffFile(
        String homeUnit,
        String post,
        Rank rank,
        List<String> departments,
        String standIn,
        List<StaffMember.Training> trainings,
        String appraisal,
        String awayFor,
        List<Span> leaves,
        List<Note> notes) {
    public StaffFile {
        departments = departments == null ? List.of() : List.copyOf(departments);
        standIn = standIn == null ? "" : standIn;
        trainings = trainings == null ? List.of() : List.copyOf(trainings);
        appraisal = appraisal == null ? "" : appraisal;
        awayFor = awayFor == null ? "" : awayFor;
        leaves = leaves == null ? List.of() : List.copyOf(leaves);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** Somebody of whom nothing has been done yet. */
    public static StaffFile of(String homeUnit, String post, Rank rank, List<String> departments, String standIn) {
        return new StaffFile(homeUnit, post, rank, departments, standIn, List.of(), "", "", List.of(), List.of());
    }

    StaffFile noted(Note note) {
        return new StaffFile(
                homeUnit,
                post,
                rank,
                departments,
                standIn,
                trainings,
                appraisal,
                awayFor,
                leaves,
                Kept.noted(notes, note));
    }

    StaffFile trained(StaffMember.Training training) {
        List<StaffMember.Training> more = new ArrayList<>(trainings);
        more.add(training);
        return new StaffFile(homeUnit, post, rank, departments, standIn, more, appraisal, awayFor, leaves, notes);
    }

    StaffFile appraised(String words) {
        return new StaffFile(homeUnit, post, rank, departments, standIn, trainings, words, awayFor, leaves, notes);
    }

    StaffFile away(String reason) {
        return new StaffFile(homeUnit, post, rank, departments, standIn, trainings, appraisal, reason, leaves, notes);
    }

    StaffFile withLeaves(List<Span> all) {
        return new StaffFile(homeUnit, post, rank, departments, standIn, trainings, appraisal, awayFor, all, notes);
    }

    /**
     * Days on which they are on leave, of which the leave itself decides.
     *
     * @param leave its id; empty for one that older versions have kept
     * @param until the last day
     */
    public record Span(String leave, LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }
}
