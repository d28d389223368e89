package org.yichuang.catalogue.api;

/**
 * A material (申请材料) that an application needs.
 *
 * @param code its short code within the item, e.g. {@code m1}
 * @param name what it is
 * @param required 必要 (true) or 非必要 (false)
 * @param form 原件, 复印件, 电子 …, possibly empty
 * @param copies how many, at least 1
 * @param note anything else, possibly empty
 * @param deferral whether and until when a required one may follow after the acceptance (容缺, R3-19); null when not
 * @param declaration whether a written promise of the applicant may stand for a required one (告知承诺, R3-20); null
 *     when not
 */
public record Material(
        String code,
        String name,
        boolean required,
        String form,
        int copies,
        String note,
        Deferral deferral,
        Declaration declaration) {
    /** One that has to be there when the application is accepted, or is not required at all. */
    public Material(String code, String name, boolean required, String form, int copies, String note) {
        this(code, name, required, form, copies, note, null, null);
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
}
