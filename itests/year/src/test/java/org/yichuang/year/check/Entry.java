package org.yichuang.year.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** An entry of the audit trail, as its row keeps it. */
public record Entry(
        String tenant,
        String kind,
        String id,
        long sequence,
        LocalDateTime at,
        String actor,
        String action,
        JsonNode details,
        String event,
        String item,
        String department,
        JsonNode data) {
    LocalDate day() {
        return at.toLocalDate();
    }

    /** A detail; empty when there is none. */
    public String detail(String name) {
        return details.path(name).asText("");
    }

    String fact(String name) {
        return data.path(name).asText("");
    }

    /** From which day it counts that it has come: what was entered afterwards says when it had. */
    LocalDate received(WorkDays days, boolean isOverTheCounter) {
        return details.hasNonNull("cameOn") ? LocalDate.parse(detail("cameOn")) : days.receipt(at, isOverTheCounter);
    }

    /** On which day it came: before the entry, where it was entered afterwards. */
    LocalDate came() {
        return event.equals("submitted") && details.hasNonNull("cameOn") ? LocalDate.parse(detail("cameOn")) : day();
    }

    LocalDate date(String name) {
        return data.hasNonNull(name) ? LocalDate.parse(data.get(name).asText()) : null;
    }
}
