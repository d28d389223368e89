package org.yichuang.cases.api;

/**
 * Where else a case is known, for modules that tell other centres what has become of it.
 *
 * @param lowerCentre the centre below from which it came; null for none
 * @param lowerNumber its number there; null for none
 * @param upperCentre the centre above to which it went; null for none
 * @param upperNumber its number there; null for none, and while that is not known
 * @param decidedAt the centre that decides
 * @param issuedAt the centre that makes the result out
 */
public record CaseLinks(
        String lowerCentre,
        String lowerNumber,
        String upperCentre,
        String upperNumber,
        String decidedAt,
        String issuedAt) {}
