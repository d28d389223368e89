package org.yichuang.catalogue.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * A field of an item's application form.
 *
 * @param name the key in the form data
 * @param label the Chinese label
 * @param type what it holds
 * @param required whether it must be given
 * @param minimum the smallest number, or null
 * @param maximum the largest number, or the greatest length of a text, or null
 * @param options for {@link Type#CHOICE}: what can be chosen
 * @param personal whether what is given says something of a person that only those see who have said why; what is
 *     recognised as a number of a person, a telephone or an address is masked in any case
 */
public record FormField(
        String name,
        String label,
        Type type,
        boolean required,
        BigDecimal minimum,
        BigDecimal maximum,
        List<Option> options,
        boolean personal) {
    public FormField {
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** One that says nothing of a person beyond what is recognised. */
    public FormField(
            String name,
            String label,
            Type type,
            boolean required,
            BigDecimal minimum,
            BigDecimal maximum,
            List<Option> options) {
        this(name, label, type, required, minimum, maximum, options, false);
    }

    /** What a field holds. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        CHOICE
    }

    /** A choice: the value in the data and its label. */
    public record Option(String value, String label) {}
}
