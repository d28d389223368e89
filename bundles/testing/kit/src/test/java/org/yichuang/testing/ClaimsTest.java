package org.yichuang.testing;

/** The journal keeps the contract. */
public class ClaimsTest extends ClaimsContract {}
