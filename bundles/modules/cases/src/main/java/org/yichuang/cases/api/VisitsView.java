package org.yichuang.cases.api;

/**
 * How often somebody had to come to the hall for a case (到办事现场次数).
 *
 * @param made how often until now, as its steps tell: days on which something was handed in or over at a window
 * @param promised how often the item says; null where it says nothing
 */
public record VisitsView(int made, Integer promised) {}
