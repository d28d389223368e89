package org.yichuang.catalogue.api;

/**
 * A material (申请材料) that an application needs.
 *
 * @param code its short code within the item, e.g. {@code m1}
 * @param name what it is
 * @param required 必要 (true) or 容缺/非必要 (false)
 * @param form 原件, 复印件, 电子 …, possibly empty
 * @param copies how many, at least 1
 * @param note anything else, possibly empty
 */
public record Material(String code, String name, boolean required, String form, int copies, String note) {}
