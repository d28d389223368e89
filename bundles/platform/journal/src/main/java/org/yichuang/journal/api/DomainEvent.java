package org.yichuang.journal.api;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A fact in the past tense about one aggregate of a module, as its audit entry carries it. Texts that do not apply are
 * empty. It is hashed with the entry and is never changed.
 *
 * @param module the module's word, e.g. {@code cases}; at most 40 characters
 * @param type what has happened, e.g. {@code accepted}; at most 60 characters
 * @param version of the data's form within the type, from 1; 0 when the entry carries no event
 * @param number the number that people know the aggregate by, e.g. a case number; at most 100 characters
 * @param item code of the item that it is about; at most 100 characters
 * @param department who is charged with it; at most 100 characters
 * @param window where it happened; at most 100 characters
 * @param rank the rank in which the actor acted, e.g. {@code A} or {@code B}; at most 20 characters
 * @param data a JSON object with what listeners need besides, without personal data; empty for none
 */
public record DomainEvent(
        String module,
        String type,
        int version,
        String number,
        String item,
        String department,
        String window,
        String rank,
        String data) {
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    /** What an entry carries that is nothing but an audit entry. */
    public static final DomainEvent NONE = new DomainEvent("", "", 0, "", "", "", "", "", "");

    /**
     * @throws IllegalArgumentException when module, type or version do not have their form
     */
    public DomainEvent {
        if (version < 0 || version > 0 && !isNamed(module, type)) {
            throw new IllegalArgumentException("Not an event: " + module + "/" + type + " version " + version);
        }
        Objects.requireNonNull(number);
        Objects.requireNonNull(item);
        Objects.requireNonNull(department);
        Objects.requireNonNull(window);
        Objects.requireNonNull(rank);
        Objects.requireNonNull(data);
    }

    private static boolean isNamed(String module, String type) {
        return MODULE.matcher(module).matches() && TYPE.matcher(type).matches();
    }

    /** An event of the first version that says nothing else. */
    public static DomainEvent of(String module, String type) {
        return new DomainEvent(module, type, 1, "", "", "", "", "", "");
    }

    /** The same, about a number and an item. */
    public DomainEvent about(String itsNumber, String itsItem) {
        return new DomainEvent(module, type, version, itsNumber, itsItem, department, window, rank, data);
    }

    /** The same, at a department and a window. */
    public DomainEvent at(String itsDepartment, String itsWindow) {
        return new DomainEvent(module, type, version, number, item, itsDepartment, itsWindow, rank, data);
    }

    /** The same, done in a rank. */
    public DomainEvent by(String itsRank) {
        return new DomainEvent(module, type, version, number, item, department, window, itsRank, data);
    }

    /**
     * The same with data of a version.
     *
     * @param json a JSON object
     */
    public DomainEvent with(int itsVersion, String json) {
        return new DomainEvent(module, type, itsVersion, number, item, department, window, rank, json);
    }
}
