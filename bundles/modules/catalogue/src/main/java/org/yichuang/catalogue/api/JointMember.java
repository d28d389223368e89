package org.yichuang.catalogue.api;

import java.util.List;
import org.yichuang.kernel.api.time.Limit;

/**
 * A part of a bundle: an item, or a party that gives its opinion only.
 *
 * @param id its short name within the bundle, e.g. {@code b1}
 * @param item the code of the item; empty for a party without one, such as a utility
 * @param version the item's version that the bundle was made of; 0 when there is none
 * @param name the name of the item, or what the party says something about
 * @param department who examines it
 * @param organ in whose name; empty for a party
 * @param type the item's type; null for a party
 * @param decides whether its refusal stands in the way of the result
 * @param when it is needed when all conditions of at least one of these groups hold; no group at all: always
 * @param limit how long it may take; null for as long as the whole
 * @param fields the names of the fields that must be given where it is needed
 * @param materials the codes of the bundle's materials that must be there where it is needed
 * @param examination how its department examines before it says what it thinks, and who is heard
 */
public record JointMember(
        String id,
        String item,
        int version,
        String name,
        String department,
        String organ,
        ItemType type,
        boolean decides,
        List<List<Condition>> when,
        Limit limit,
        List<String> fields,
        List<String> materials,
        Examination examination) {
    public JointMember {
        when = when == null ? List.of() : when.stream().map(List::copyOf).toList();
        fields = fields == null ? List.of() : List.copyOf(fields);
        materials = materials == null ? List.of() : List.copyOf(materials);
        examination = examination == null ? Examination.NONE : examination;
    }

    /** One that demands no examination besides. */
    public JointMember(
            String id,
            String item,
            int version,
            String name,
            String department,
            String organ,
            ItemType type,
            boolean decides,
            List<List<Condition>> when,
            Limit limit,
            List<String> fields,
            List<String> materials) {
        this(
                id,
                item,
                version,
                name,
                department,
                organ,
                type,
                decides,
                when,
                limit,
                fields,
                materials,
                Examination.NONE);
    }

    /** Whether every application needs it. */
    public boolean always() {
        return when.isEmpty();
    }
}
