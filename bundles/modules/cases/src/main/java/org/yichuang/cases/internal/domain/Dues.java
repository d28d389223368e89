package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.kernel.api.time.Limit;

/**
 * The days by which a centre must act on a case.
 *
 * @param next the nearest, {@link CaseFile#NEVER} for none
 * @param limit the limit that ends on it, or null
 * @param statutory the nearest that the law sets, else the nearest, or null
 */
public record Dues(LocalDate next, Limit limit, LocalDate statutory) {}
