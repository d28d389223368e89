package org.yichuang.agency.internal.domain;

import java.util.List;

/**
 * What of an agent is kept encrypted.
 *
 * @param phone where they can be reached
 * @param notes what has become of them
 */
public record AgentContent(String phone, List<Note> notes) {
    public AgentContent {
        phone = phone == null ? "" : phone;
        notes = notes == null ? List.of() : List.copyOf(notes);
    }
}
