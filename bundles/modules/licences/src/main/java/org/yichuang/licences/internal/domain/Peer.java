package org.yichuang.licences.internal.domain;

/**
 * The neighbour whose register has a result as well.
 *
 * @param centre the neighbour
 * @param caseNumber the number of the case there
 * @param madeAt the centre that has made it out, where that is another one; else empty
 */
public record Peer(String centre, String caseNumber, String madeAt) {}
