package org.yichuang.catalogue.api;

import java.util.Locale;
import java.util.Objects;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/**
 * A material (申请材料) that an application needs.
 *
 * @param code its short code within the item, e.g. {@code m1}
 * @param name what it is
 * @param required 必要 (true) or 非必要 (false)
 * @param form in words: 原件, 复印件加盖公章, 电子 …, possibly empty; the value of them is {@link #kind}
 * @param copies how many, at least 1
 * @param note anything else, possibly empty
 * @param deferral whether and until when a required one may follow after the acceptance (容缺, R3-19); null when not
 * @param declaration whether a written promise of the applicant may stand for a required one (告知承诺, R3-20); null
 *     when not
 * @param demand whether somebody else has to certify or do something for it, which only lists that were made public may
 *     demand (R3-22); null when not
 */
public record Material(
        String code,
        String name,
        boolean required,
        String form,
        int copies,
        String note,
        Deferral deferral,
        Declaration declaration,
        Demand demand) {
    /** One that nobody else has to certify or to do. */
    public Material(
            String code,
            String name,
            boolean required,
            String form,
            int copies,
            String note,
            Deferral deferral,
            Declaration declaration) {
        this(code, name, required, form, copies, note, deferral, declaration, null);
    }

    /** One that has to be there when the application is accepted, or is not required at all. */
    public Material(String code, String name, boolean required, String form, int copies, String note) {
        this(code, name, required, form, copies, note, null, null, null);
    }

    /** The same as what a list demands. */
    public Material with(Demand itsDemand) {
        return new Material(code, name, required, form, copies, note, deferral, declaration, itsDemand);
    }

    /** By what the names of two materials are the same, whatever their case, width, spaces and punctuation. */
    public String key() {
        return key(name);
    }

    /** By what two names of materials are the same; one of nothing but signs is itself. */
    public static String key(String name) {
        String folded = TextRules.folded(name);
        String key = folded.replaceAll("[\\p{Z}\\s\\p{P}\\p{S}]", "");
        return key.isEmpty() ? folded : key;
    }

    /** In which form it is handed in, as its words say. */
    public MaterialForm kind() {
        return MaterialForm.of(form);
    }

    /**
     * That a material may follow after the acceptance.
     *
     * @param workingDays after how many working days at most; null for as many as the centre that takes in allows
     */
    public record Deferral(Integer workingDays) {}

    /**
     * That a written promise may stand for a material.
     *
     * @param consequence what happens when the promise turns out to be untrue; empty for what the law says anyway
     */
    public record Declaration(String consequence) {
        public Declaration {
            consequence = consequence == null ? "" : consequence;
        }
    }

    /**
     * That a material is what others have to certify, or the outcome of an intermediary's service (R3-22).
     *
     * @param kind which of the two
     * @param entry by which code it stands on the list of the centre or of one above; empty where nobody has said yet
     */
    public record Demand(Kind kind, String entry) {
        public Demand {
            Objects.requireNonNull(kind, "kind");
            entry = entry == null ? "" : entry;
        }

        /** What is demanded. */
        public enum Kind {
            /** 证明事项: a certificate of another organ or body. */
            CERTIFICATE,
            /** 中介服务: what an intermediary has to be paid for. */
            SERVICE;

            /** The word used in the interface. */
            public LocalizedMessage label() {
                return LocalizedMessage.of(Kind.class, "demand-kind." + name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
