package org.yichuang.agency.internal.view;

/**
 * An item that was found for a request.
 *
 * @param add the address at which it is among those that are gathered
 */
public record FoundItem(String code, String name, String department, String add) {}
