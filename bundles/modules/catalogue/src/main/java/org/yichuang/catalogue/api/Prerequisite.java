package org.yichuang.catalogue.api;

/**
 * A result that an applicant has to have before an item is granted (前置条件): of another item, or of somebody whom no
 * catalogue knows.
 *
 * @param code the item that leads to it; empty where no centre offers one
 * @param result what it is called, e.g. a certificate
 * @param organ who makes it out
 * @param reason by which rule, or why, it is needed
 */
public record Prerequisite(String code, String result, String organ, String reason) {}
