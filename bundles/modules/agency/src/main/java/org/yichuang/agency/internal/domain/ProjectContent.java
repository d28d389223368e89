package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a project is kept encrypted: its meetings name people.
 *
 * @param meetings in the order in which they were held
 * @param notes what has been done
 */
public record ProjectContent(List<Meeting> meetings, List<Note> notes) {
    public ProjectContent {
        meetings = meetings == null ? List.of() : List.copyOf(meetings);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * A meeting.
     *
     * @param agenda what it was about
     * @param participants who took part
     * @param agreements what was agreed, for each problem
     */
    public record Meeting(LocalDate heldOn, String agenda, List<String> participants, List<Agreed> agreements) {
        public Meeting {
            participants = participants == null ? List.of() : List.copyOf(participants);
            agreements = agreements == null ? List.of() : List.copyOf(agreements);
        }
    }

    /**
     * What was agreed about a problem.
     *
     * @param responsible who does it
     * @param by until when
     */
    public record Agreed(String problem, String agreement, String responsible, LocalDate by) {}

    ProjectContent with(Meeting meeting, List<Note> after) {
        List<Meeting> more = new ArrayList<>(meetings);
        more.add(meeting);
        return new ProjectContent(more, after);
    }
}
