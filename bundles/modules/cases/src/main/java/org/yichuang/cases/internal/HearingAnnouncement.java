package org.yichuang.cases.internal;

import java.time.LocalDateTime;

/**
 * A hearing to which everybody may come; nothing of it belongs to a person.
 *
 * @param item what is applied for
 * @param department who holds it
 * @param time when
 * @param place where
 */
public record HearingAnnouncement(String item, String department, LocalDateTime time, String place) {}
