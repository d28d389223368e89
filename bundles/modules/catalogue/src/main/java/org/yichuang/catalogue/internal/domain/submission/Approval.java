package org.yichuang.catalogue.internal.domain.submission;

import org.yichuang.kernel.api.Level;

/**
 * That centres above have agreed to a draft.
 *
 * @param content the digest of what they have agreed to
 * @param level the level of the one that had the last word
 * @param road what was said on the way
 */
public record Approval(String content, Level level, RoadSteps road) {}
